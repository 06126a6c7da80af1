"""A briefing as it goes out: with its manifest, and with what changed only where that is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefreader.domain.outline import Outline
from briefreader.domain.text import Span
from briefreader.engine import open_engine
from briefreader.library import changing, lining, manifests, outlining
from briefreader.library.importing import import_paths
from briefreader.library.issuing import issued, printed_changes, telling_changes, tells_changes
from briefreader.library.surveying import survey
from briefreader.library.workspace import Workspace, open_workspace

MADE = "2026-11-27T10:00:00+00:00"
ARTICLE = "date 2025-12-04 Minsk and Hanoi signed a protocol\n\nTrade came to $244 million in 2024.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    (tmp_path / "one.txt").write_text(ARTICLE, encoding="utf-8")
    with open_workspace(tmp_path / "visit.briefreader") as opened:
        import_paths(opened, [tmp_path / "one.txt"], open_engine(0))
        yield opened


@pytest.fixture
def outline(workspace: Workspace) -> Outline:
    """Return a briefing with a line that it had not when it was exported."""
    store = workspace.store
    document = next(iter(store.documents()))
    lines = [lining.from_passage(document, Span(start, start + 5)) for start in (0, 6)]
    before = outlining.with_lines(outlining.blank("note", MADE, "Visit"), lines[:1])
    briefing = issued(store, before, MADE)
    changing.keep_export(before, None, store, briefing, Path("visit.pdf"), "pdf", b"")
    return outlining.with_lines(before, lines[1:])


def test_changes_are_printed_only_if_the_briefing_is_to_tell_them(
    workspace: Workspace, outline: Outline
) -> None:
    found = changing.since_export(outline, None, workspace.store).lines
    assert list(found.values()) == ["new"]
    for wanted in (False, True):
        briefing = issued(workspace.store, telling_changes(outline, wanted), MADE)
        items = [item for section in briefing.sections for item in section.items]
        assert any(item.change for item in items) is wanted
        assert ("changes" in {section.kind for section in briefing.sections}) is wanted
        assert manifests.parse(briefing.manifest).changes == (found if wanted else {})
    assert printed_changes(outline, found) == {}
    assert printed_changes(telling_changes(outline, True), found) == found


def test_what_is_wanted_stands_in_the_options(outline: Outline) -> None:
    assert not tells_changes(outline)
    assert telling_changes(outline, False) is outline
    wanted = telling_changes(replace(outline, options={"contents": True}), True)
    assert tells_changes(wanted) and wanted.options == {"contents": True, "changes": True}
    assert telling_changes(wanted, False).options == {"contents": True, "changes": False}


def test_with_a_survey_it_says_what_others_say(workspace: Workspace, outline: Outline) -> None:
    seen = survey(workspace)
    briefing = issued(workspace.store, outline, MADE, seen)
    assert briefing == manifests.sealed(workspace.store, outline, MADE, seen)
    assert manifests.parse(briefing.manifest).claims is not None

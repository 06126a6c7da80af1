"""The preview is the file: the pages beside the text are those that are saved, in every template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefreader.domain.outline import TEMPLATES, Grade, Outline
from briefreader.domain.query import Query
from briefreader.domain.survey import Survey
from briefreader.engine import open_engine
from briefreader.library import changing, issuing, outlining
from briefreader.library.importing import import_paths
from briefreader.library.paging import PdfPages
from briefreader.library.proposing import Choice, propose
from briefreader.library.surveying import survey
from briefreader.library.workspace import Workspace, open_workspace
from briefreader.ui.dialogs.export_form import Look
from briefreader.ui.dialogs.export_making import Order, make, write
from briefreader.ui.views.briefing_preview import make_pages

MADE = "2026-11-27T10:00:00+00:00"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    seeds = Path(__file__).parents[3] / "seeds"
    with open_workspace(tmp_path_factory.mktemp("seen") / "visit.briefreader") as opened:
        import_paths(opened, [seeds], open_engine(0))
        yield opened


@pytest.fixture(scope="module")
def seen(workspace: Workspace) -> Survey:
    return survey(workspace)


def outline_of(workspace: Workspace, seen: Survey, template: str) -> Outline:
    """Return a briefing that has changed since it was exported, with a label and a graded source."""
    store = workspace.store
    ids = store.ids(Query())
    made = propose(store, ids, Choice("The visit", "The desk", template=template), seen, MADE)
    briefing = issuing.issued(store, made, MADE, seen)
    changing.keep_export(made, seen, store, briefing, Path("visit.pdf"), "pdf", b"")
    line = next(line for _part, line in made.lines() if line.evidence)
    more = outlining.with_lines(made, [outlining.line("text", "It goes on.", line.evidence[:1])])
    graded = outlining.graded(more, ids[0], Grade("B", "2", "State media."))
    return replace(graded, label="TLP:GREEN", options={"changes": True})


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_preview_has_the_pages_of_the_file(
    template: str, workspace: Workspace, seen: Survey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795780800")
    engine, path = open_engine(0), tmp_path / "visit.pdf"
    outline = outline_of(workspace, seen, template)
    changes = changing.since_export(outline, seen, workspace.store).lines
    assert changes

    def go_on(*_told: object) -> None:
        """Let the work go on."""

    shown = make_pages(workspace, engine, outline, seen, changes, go_on).pdf
    look = Look(outline.template, outline.paper, outline.label, outline.style, changes=True)
    write(workspace, make(workspace, engine, Order.place(outline, look, "pdf", seen), go_on), path, go_on)
    file = path.read_bytes()
    assert said(shown) == said(file)
    assert "What changed" in " ".join(said(file))
    assert pictures(shown) == pictures(file)
    assert PdfPages(shown).places() == PdfPages(file).places()


def said(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def pictures(pdf: bytes) -> list[tuple[int, int, bytes]]:
    """Return each page as it is drawn."""
    with PdfPages(pdf) as pages:
        return [pages.image(n, 400) for n in range(pages.count)]

"""Analysing again what an earlier version analysed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefreader.domain.annotation import Annotation, Edit
from briefreader.domain.document import Document, Published, lines
from briefreader.domain.errors import Cancelled
from briefreader.domain.fact import Analysis
from briefreader.domain.text import Anchor, Span
from briefreader.engine.inline import InlineEngine
from briefreader.library import pipeline
from briefreader.library.pipeline import ANALYSER
from briefreader.library.renewing import renew, stale
from briefreader.library.workspace import Workspace, open_workspace

TEXT = "The minister of transport said the bridge would open in May."


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "w.briefreader") as workspace:
        yield workspace


def old(id: str, **values: object) -> Document:
    document = Document(id, TEXT, lines(TEXT), published=Published("2025-04-01", "header", "why"), origin=id)
    return replace(document, **values)  # type: ignore[arg-type]


def silent(_done: int, _total: int, _note: str) -> None:
    """Report nothing."""


def test_facts_are_made_anew_and_what_a_person_made_stays(workspace: Workspace) -> None:
    workspace.store.add([Analysis(old("a")), Analysis(old("b"))], "claim/0")
    workspace.store.add([Analysis(old("c"))], ANALYSER)
    note = Annotation("n", "a", Anchor(Span(4, 12), "minister", "The ", " of"), revision=1)
    workspace.store.apply([Edit(None, note)])
    assert stale(workspace) == 2
    assert renew(workspace, InlineEngine(), silent).documents == {"a", "b"}
    assert stale(workspace) == 0
    assert [fact.text for fact in workspace.store.facts(["a"], ["quote"])] == ["the bridge would open in May"]
    assert workspace.store.facts(["c"]) == []
    assert workspace.store.annotations() == [note]


def test_a_date_that_was_inferred_is_inferred_anew_and_warnings_do_not_add_up(workspace: Workspace) -> None:
    guessed = old(
        "a", published=Published("2001", "inferred", "a guess"), warnings=("odd", pipeline._too_long())
    )
    workspace.store.add([Analysis(guessed)], "claim/0")
    renew(workspace, InlineEngine(), silent)
    document = workspace.store.document("a")
    assert document is not None
    assert document.published.value != "2001"
    assert document.warnings == ("odd",)


def test_what_was_done_before_cancel_stays(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "extractors", lambda: ())
    workspace.store.add([Analysis(old(f"d{n}")) for n in range(40)], "claim/0")

    def stop(done: int, _total: int, _note: str) -> None:
        if done == 20:
            raise Cancelled

    with pytest.raises(Cancelled):
        renew(workspace, InlineEngine(), stop)
    assert stale(workspace) == 20


def test_a_document_that_cannot_be_analysed_is_kept_with_a_warning(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_reading: object) -> Analysis:
        raise RuntimeError("broken")

    monkeypatch.setattr(pipeline, "_extracted", fails)
    workspace.store.add([Analysis(old("a"))], "claim/0")
    renew(workspace, InlineEngine(), silent)
    document = workspace.store.document("a")
    assert document is not None
    assert "“a” could not be processed" in document.warnings[-1]
    assert stale(workspace) == 0

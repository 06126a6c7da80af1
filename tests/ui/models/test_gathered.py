"""What the side panel fetches of many documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader.domain.annotation import Annotation, Edit
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.noting import NotesFilter
from briefreader.domain.text import Anchor, Span
from briefreader.library.workspace import open_workspace
from briefreader.ui.models import gathered
from ui.articles import ARTICLES


def test_the_best_facts_of_each_kind_with_the_titles_of_their_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathered, "MOST_FACTS", 2)
    facts = [Fact("a", kind, Span(n, n + 2), "x", score=n) for kind in ("date", "figure") for n in range(4)]
    with open_workspace(tmp_path / "t.briefreader") as workspace:
        workspace.store.add([Analysis(ARTICLES[0], tuple(facts)), Analysis(ARTICLES[1])], "test/1")
        found = gathered.gather(workspace, ("a", "b"))
    assert sorted((fact.kind, fact.score) for fact in found.facts) == [
        ("date", 2), ("date", 3), ("figure", 2), ("figure", 3)
    ]  # fmt: skip
    assert found.titles == {"a": ARTICLES[0].title}


def test_the_marks_that_a_filter_takes_with_their_places(tmp_path: Path) -> None:
    text = ARTICLES[0].text
    here = Annotation("m", "a", Anchor.on(text, Span(0, 9)), colour="red", revision=1)
    gone = Annotation("g", "a", Anchor(Span(0, 5), "never there", "before", "after"), note="x", revision=1)
    with open_workspace(tmp_path / "t.briefreader") as workspace:
        workspace.store.add([Analysis(ARTICLES[0])], "test/1")
        workspace.store.apply([Edit(None, here), Edit(None, gone)])
        marks, titles, placed = gathered.gather_notes(
            workspace, ("a", "b"), NotesFilter(), lambda _done, _total, _note: None
        )
    assert {mark.id for mark in marks.shown} == {"m", "g"}
    assert titles == {"a": ARTICLES[0].title}
    assert placed["m"] is not None and placed["m"].span == Span(0, 9)
    assert placed["g"] is None

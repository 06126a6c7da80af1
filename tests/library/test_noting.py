"""Many marks at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader.domain.annotation import Edit
from briefreader.domain.errors import Cancelled
from briefreader.domain.noting import NotesFilter
from briefreader.library import noting
from briefreader.library.workspace import open_workspace
from store.made import article, mark, put

NOW = "2026-11-27T10:00:00+00:00"
MARKS = [
    mark("1", "a", colour="red", tags=("x",), author="Ann"),
    mark("2", "a", 5, starred=True, tags=("x", "y")),
    mark("3", "b", 9, tags=("z",)),
]


def test_the_first_of_those_that_a_filter_takes_are_shown_and_all_are_counted() -> None:
    found = noting.choose(MARKS, NotesFilter(tags=frozenset({"x"})), limit=1)
    assert (found.shown, found.matching, found.total) == ((MARKS[0],), 2, 3)
    assert (found.tags, found.authors) == (("x", "y", "z"), ("", "Ann"))


def test_marks_of_many_documents_come_with_titles_and_can_be_given_up(tmp_path: Path) -> None:
    def stop(_done: int, _total: int, _note: str) -> None:
        raise Cancelled

    with open_workspace(tmp_path / "w.briefreader") as workspace:
        put(workspace.store, article("a", title="Talks"), article("b", title="Trade"))  # type: ignore[arg-type]
        workspace.store.apply([Edit(None, each) for each in MARKS])
        found, titles, placed = noting.gather(workspace, ["b", "a"], NotesFilter(), 9, lambda *_said: None)
        assert [each.id for each in found.shown] == ["3", "1", "2"]
        assert titles == {"a": "Talks", "b": "Trade"}
        assert set(placed) == {mark.id for mark in MARKS if mark.anchor is not None}
        assert noting.marks_named(workspace, ["a"], ["2", "3"]) == [MARKS[1]]
        with pytest.raises(Cancelled):
            noting.gather(workspace, ["a"], NotesFilter(), 9, stop)


def test_only_marks_that_are_otherwise_are_changed() -> None:
    edits = noting.set_on_all(MARKS, NOW, colour="red")
    assert [(edit.after.id, edit.after.colour) for edit in edits] == [("2", "red"), ("3", "red")]  # type: ignore[union-attr]


def test_tags_are_added_and_taken_off_in_one_go() -> None:
    edits = noting.tag_all(MARKS, ["new"], ["x", "z"], NOW)
    assert [edit.after.tags for edit in edits] == [("new",), ("new", "y"), ("new",)]  # type: ignore[union-attr]
    edits = noting.tag_all(MARKS, [], ["x", "z"], NOW)
    assert [edit.after and edit.after.tags for edit in edits] == [(), ("y",), None]  # type: ignore[union-attr]

"""Annotations gathered out of a workspace, and written to files."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader.domain.annotation import Annotation, Edit, Status
from briefreader.domain.errors import ExportError
from briefreader.domain.text import Anchor, Span
from briefreader.library import sharing
from briefreader.library.links import parse
from briefreader.library.workspace import Workspace, open_workspace
from store.made import article, put

STAMP = "2026-03-04T05:06:07+00:00"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = open_workspace(tmp_path / "one.briefreader")
    put(made.store, article("a", "2025-02-02"), article("b", "2025-01-01"), article("c"))
    text = made.store.document("a").text  # type: ignore[union-attr]
    gone = Anchor(Span(0, 4), "gone", "x", "y")
    made.store.apply(
        [
            Edit(None, Annotation("1", "a", Anchor.on(text, Span(2, 6)), colour="red", revision=1)),
            Edit(None, Annotation("2", "a", None, note="whole", revision=1)),
            Edit(None, Annotation("3", "b", gone, note="unplaced", revision=1)),
            Edit(None, Status("a", tags=("visit",), title="My title", revision=1)),
        ]
    )
    return made


def test_everything_is_gathered_by_date(workspace: Workspace) -> None:
    shared = sharing.gather(workspace, None, STAMP)
    assert [document.source.id for document in shared.documents] == ["b", "a"]
    assert shared.created == STAMP
    source = shared.documents[1].source
    assert (source.title, source.outlet, shared.documents[1].status.tags, source.published) == (
        "My title",
        "",
        ("visit",),
        "2025-02-02",
    )
    assert [mark.annotation.id for mark in shared.documents[1].marks] == ["2", "1"]


def test_or_those_of_some_articles_in_their_order(workspace: Workspace) -> None:
    said: list[tuple[int, int]] = []
    shared = sharing.gather(
        workspace, ["a", "c"], STAMP, lambda done, total, _note: said.append((done, total))
    )
    assert [document.source.id for document in shared.documents] == ["a"]
    assert said == [(1, 1)]


def test_each_carries_its_way_back_and_its_place_as_it_is_now(workspace: Workspace) -> None:
    document = workspace.store.document("a")
    assert document is not None
    shared = sharing.gather(workspace, None, STAMP)
    (unplaced,), (whole, passage) = (each.marks for each in shared.documents)
    assert (unplaced.placed, unplaced.annotation.exact) == (False, "gone")
    assert whole.whole and parse(whole.link).span is None
    assert passage.placed and parse(passage.link).span == Span(2, 6)
    assert passage.paragraph == document.paragraph_at(2)


def test_a_passage_that_has_moved_is_told_where_it_is(workspace: Workspace) -> None:
    put(workspace.store, article("a", text="A longer title\na\nSome words of a."))
    moved = Anchor(Span(0, 5), "words", "Some ", " of a.")
    workspace.store.apply([Edit(None, Annotation("4", "a", moved, starred=True, revision=1))])
    mark = next(each for each in sharing.gather(workspace, ["a"], STAMP).marks if each.annotation.id == "4")
    assert mark.annotation.anchor == Anchor.on("A longer title\na\nSome words of a.", Span(22, 27))


def test_files_are_written_whole_one_or_several(workspace: Workspace, tmp_path: Path) -> None:
    shared = sharing.gather(workspace, None, STAMP)
    one = sharing.files(shared, "markdown")
    target = tmp_path / "out.md"
    assert sharing.replaced(one, target) == []
    assert sharing.save(one, target) == target
    assert target.read_bytes() == one[0][1] and sharing.replaced(one, target) == [target]
    several = sharing.files(shared, "markdown", apart=True)
    sharing.save(several, tmp_path)
    assert (tmp_path / "My title.md").read_text(encoding="utf-8").startswith("---\n")
    assert sorted(path.name for path in sharing.replaced(several, tmp_path)) == ["My title.md", "b.md"]
    assert not list(tmp_path.glob(".briefreader-*"))


def test_what_cannot_be_written_is_said(workspace: Workspace, tmp_path: Path) -> None:
    shared = sharing.gather(workspace, None, STAMP)
    with pytest.raises(ExportError, match="one file"):
        sharing.files(shared, "w3c", apart=True)
    with pytest.raises(ExportError, match="does not exist"):
        sharing.save(sharing.files(shared, "w3c"), tmp_path / "nowhere" / "x.json")

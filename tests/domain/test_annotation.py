from __future__ import annotations

from dataclasses import replace

from briefreader.domain.annotation import Annotation, Edit, Status, undone, with_tag
from briefreader.domain.text import Anchor, Span

MARK = Annotation("a", "d", Anchor.on("some words", Span(0, 4)), starred=True, revision=1)


def test_undoing_turns_edits_round_last_first() -> None:
    noted = replace(MARK, note="so", revision=2)
    edits = (Edit(None, MARK), Edit(MARK, noted))
    assert undone(edits) == (Edit(noted, MARK), Edit(MARK, None))
    assert undone(undone(edits)) == edits


def test_an_edit_knows_its_document() -> None:
    assert Edit(None, MARK).document == Edit(MARK, None).document == "d"
    assert Edit(None, Status("s")).document == Status("s").id == "s"


def test_an_annotation_that_says_nothing_is_blank() -> None:
    assert not MARK.blank
    assert replace(MARK, starred=False).blank


def test_tags_are_in_order_and_none_twice() -> None:
    assert with_tag(("b", "A"), " c ") == ("A", "b", "c")
    assert with_tag(("b",), "b") == ("b",)
    assert with_tag(("b",), "  ") == ("b",)

"""What a person made, as marks of the text."""

from __future__ import annotations

from briefreader.domain.annotation import Annotation
from briefreader.domain.text import Anchor, Span
from briefreader.ui.views.annotation_marks import annotation_marks

TEXT = "some words"


def marks(**values: object) -> list[tuple[str, str]]:
    annotation = Annotation("1", "a", Anchor.on(TEXT, Span(0, 4)), **values)  # type: ignore[arg-type]
    return [(mark.role, mark.style) for mark in annotation_marks([annotation], TEXT)]


def test_an_underline_has_a_look_of_its_own() -> None:
    assert marks(underline="red") == [("underline.red", "underline")]
    assert marks(underline="red", starred=True) == [("underline.red", "underline"), ("star", "star")]
    assert marks(underline="red", colour="blue") == [
        ("highlight.blue", "background"), ("underline.red", "underline"),
    ]  # fmt: skip


def test_tags_have_a_sign_of_their_own_where_there_is_no_note() -> None:
    assert marks(colour="red", tags=("x",))[1:] == [("accent", "tag")]
    assert marks(colour="red", tags=("x",), note="Why?")[1:] == [("accent", "note")]


def test_the_label_says_how_it_is_marked_then_note_and_tags() -> None:
    annotation = Annotation(
        "1", "a", Anchor.on(TEXT, Span(0, 4)), colour="yellow", note="Why?", tags=("x", "y")
    )
    (first, *_rest) = annotation_marks([annotation], TEXT, {"yellow": "to verify"})
    assert first.label == "Highlighted: to verify (yellow)\nWhy?\n#x #y"

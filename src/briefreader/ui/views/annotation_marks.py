"""The marks that show in the text what a person made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefreader.domain.annotation import Annotation
from briefreader.domain.text import Span
from briefreader.library import colours
from briefreader.ui.views.reader_marks import Mark

_UNNAMED: Mapping[str, str] = {}
_Look = tuple[bool, str, str]
"""Whether it has a star, and the colours of its highlight and its underline."""


def annotation_marks(
    annotations: Sequence[Annotation], text: str, names: Mapping[str, str] = _UNNAMED
) -> list[Mark]:
    """Return the marks of what a person made, where their passages are found in the text.

    ``names`` is what the person calls the colours.
    """
    return [mark for marks in marks_of_each(annotations, text, names) for mark in marks]


def marks_of_each(
    annotations: Sequence[Annotation], text: str, names: Mapping[str, str] = _UNNAMED
) -> Iterator[list[Mark]]:
    """Yield the marks of each annotation; none where its passage is not found in the text."""
    said: dict[_Look, str] = {}  # of thousands nearly all are marked in a few ways
    for annotation in annotations:
        span = annotation.place(text)
        if span is None:
            yield []
            continue
        look = annotation.starred, annotation.colour, annotation.underline
        if look not in said:
            said[look] = colours.said(annotation, names)
        yield _marks(annotation, span, said[look])


def _marks(annotation: Annotation, span: Span, said: str) -> list[Mark]:
    id, label = annotation.id, said
    if annotation.note or annotation.tags:
        tags = " ".join(f"#{tag}" for tag in annotation.tags)
        label = "\n".join(part for part in (said, annotation.note, tags) if part)
    marks: list[Mark] = []
    if annotation.colour:
        marks.append(Mark(span, f"highlight.{annotation.colour}", "background", id, label))
    if annotation.underline:
        marks.append(Mark(span, f"underline.{annotation.underline}", "underline", id, label))
    if not marks:
        marks.append(Mark(span, "star" if annotation.starred else "accent", "underline", id, label))
    if annotation.starred:
        marks.append(Mark(span, "star", "star", id, label))
    if annotation.note:
        marks.append(Mark(span, "accent", "note", id, label))
    elif annotation.tags:
        marks.append(Mark(span, "accent", "tag", id, label))
    return marks

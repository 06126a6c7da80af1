"""The marks that show in the text what a person made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefreader.domain.annotation import Annotation
from briefreader.domain.text import Span
from briefreader.library import colours
from briefreader.ui.views.reader_marks import Mark

_UNNAMED: Mapping[str, str] = {}


def annotation_marks(
    annotations: Sequence[Annotation], text: str, names: Mapping[str, str] = _UNNAMED
) -> list[Mark]:
    """Return the marks of what a person made, where their passages are found in the text.

    ``names`` is what the person calls the colours.
    """
    marks: list[Mark] = []
    for annotation in annotations:
        span = annotation.place(text)
        if span is not None:
            marks += _marks(annotation, span, names)
    return marks


def _marks(annotation: Annotation, span: Span, names: Mapping[str, str]) -> Iterator[Mark]:
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    parts = (colours.said(annotation, names), annotation.note, tags)
    label = "\n".join(part for part in parts if part)
    if annotation.colour:
        yield Mark(span, f"highlight.{annotation.colour}", "background", annotation.id, label)
    if annotation.underline:
        yield Mark(span, f"underline.{annotation.underline}", "underline", annotation.id, label)
    if not annotation.colour and not annotation.underline:
        yield Mark(span, "star" if annotation.starred else "accent", "underline", annotation.id, label)
    if annotation.starred:
        yield Mark(span, "star", "star", annotation.id, label)
    if annotation.note:
        yield Mark(span, "accent", "note", annotation.id, label)
    elif annotation.tags:
        yield Mark(span, "accent", "tag", annotation.id, label)

"""What the tests of dates and figures share: a text's expressions and figures as short tuples."""

from __future__ import annotations

from briefreader.domain.document import Document, Published, lines
from briefreader.extractors._dates import expressions
from briefreader.extractors._figures import figures

PUBLISHED = "2013-03-22"  # a Friday


def document(text: str, published: str = PUBLISHED) -> Document:
    return Document("x", text, lines(text), published=Published(published, "given" if published else "none"))


def times(text: str, published: str = PUBLISHED) -> list[tuple[str, str]]:
    """Return (text, value) of every expression of time."""
    return [(each.span.of(text), each.value) for each in expressions(document(text, published))]


def types(text: str, published: str = PUBLISHED) -> list[tuple[str, str, str]]:
    """Return (text, type, value) of every expression of time."""
    return [(each.span.of(text), each.type, each.value) for each in expressions(document(text, published))]


def covered(text: str, published: str = PUBLISHED) -> list[tuple[str, str | None, str | None]]:
    """Return (text, first day, last day) of every expression of time."""
    return [(each.span.of(text), each.first, each.last) for each in expressions(document(text, published))]


def amounts(text: str) -> list[tuple[str, str, float | None, str]]:
    """Return (text, kind, value, unit) of every figure, dates left out."""
    taken = [each.span for each in expressions(document(text))]
    return [(each.span.of(text), each.kind, each.value, each.unit) for each in figures(text, taken)]

"""A piece of a document in a field of its own, and the way between its places and Qt's."""

from __future__ import annotations

from collections.abc import Iterable

from briefreader.domain.text import Span, Utf16Map


class Excerpt:
    """A stretch of a text as a field of Qt shows it; spans are those of the whole text."""

    def __init__(self, text: str, span: Span) -> None:
        self.text = span.of(text)
        self._start = span.start
        self._map = Utf16Map(self.text)

    @classmethod
    def around(cls, text: str, spans: Iterable[Span]) -> Excerpt:
        """Return the lines that hold these spans."""
        held = tuple(spans)
        first, last = min(each.start for each in held), max(each.end for each in held)
        start, end = text.rfind("\n", 0, first) + 1, text.find("\n", last)
        return cls(text, Span(start, end if end >= 0 else len(text)))

    def words(self, span: Span) -> str:
        """Return what the text says at a span within the stretch."""
        return self.text[span.start - self._start : span.end - self._start]

    def to_qt(self, span: Span) -> tuple[int, int]:
        """Return the field's places of a span's ends."""
        return self._map.to_qt(span.start - self._start), self._map.to_qt(span.end - self._start)

    def from_qt(self, start: int, end: int) -> Span | None:
        """Return the span between two places of the field, without white space at its ends; None for none."""
        first, last = self._map.from_qt(start), self._map.from_qt(end)
        words = self.text[first:last]
        first += len(words) - len(words.lstrip())
        last -= len(words) - len(words.rstrip())
        return Span(self._start + first, self._start + last) if first < last else None

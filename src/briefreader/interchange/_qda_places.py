"""Places in the texts of REFI-QDA projects, however the program that wrote them counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from briefreader.domain.text import Span, Utf16Map

_LEFT_OUT = re.compile(
    "[\x00\ufdd0\ufdd1\ufeff\ufffe]|(?<=\r)\n"
)  # what is one letter less in a canonical text
_CUT = 100  # letters: a name so long, with which a passage begins, was cut short


class Counted:
    """A text as a project has it, and as it is here; what other ways of counting need is made when asked.

    Programs differ in what they count: code points with a line end as one, as the standard has it, or as the
    two that CR LF is, or UTF-16. The words of a selection, where they are told, say which it was.
    """

    def __init__(self, raw: str, text: str) -> None:
        self._raw = raw
        self._text = text

    def place(self, span: Span, said: str) -> Span | None:
        """Return where a selection is in the canonical text; what it ``said`` may have been cut short."""
        name = _squeezed(said)
        if span.end <= len(self._text):
            passage = _squeezed(span.of(self._text))
            if passage == name or (len(name) >= _CUT and passage.startswith(_cut(name))):
                return span
        counted = [each for each in self._ways(span) if each.end <= len(self._text)]
        inside = {each: _squeezed(each.of(self._text)) for each in counted}
        for fits in (str.__eq__, str.startswith):
            for each, passage in inside.items():
                if name and fits(passage, name if fits is str.__eq__ else _cut(name)):
                    return each
        return next(iter(inside), None)

    def _ways(self, span: Span) -> Iterator[Span]:
        """Yield what a place may mean, as the standard has it first."""
        yield span
        if self._raw != self._text:
            yield from _spans(self._canonical(span.start), self._canonical(span.end))
        yield from _spans(self._units.from_qt(span.start), self._units.from_qt(span.end))
        if self._raw != self._text:
            start, end = (self._raw_units.from_qt(place) for place in (span.start, span.end))
            yield from _spans(self._canonical(start), self._canonical(end))

    def _canonical(self, place: int) -> int:
        """Return the canonical place of a place in the text as the project has it."""
        return min(place, len(self._raw)) - bisect_left(self._left_out, place)

    @cached_property
    def _left_out(self) -> list[int]:
        return [match.start() for match in _LEFT_OUT.finditer(self._raw)]

    @cached_property
    def _units(self) -> Utf16Map:
        return Utf16Map(self._text)

    @cached_property
    def _raw_units(self) -> Utf16Map:
        return Utf16Map(self._raw)


def _spans(start: int, end: int) -> Iterator[Span]:
    if start < end:
        yield Span(start, end)


def _cut(name: str) -> str:
    return name.rstrip("….")


def _squeezed(text: str) -> str:
    return " ".join(text.split())

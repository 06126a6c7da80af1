"""Stretches of a text that are taken already, so that a place can be looked up quickly."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from briefreader.domain.text import Span


class Cover:
    """A set of spans, merged where they overlap; a look-up takes logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def touches(self, start: int, end: int) -> bool:
        """Tell whether one of the spans overlaps a stretch."""
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and self._ends[index] > start

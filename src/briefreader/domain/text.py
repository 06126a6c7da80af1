"""Text and places in it: the one unit for offsets is the code point."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

# What Qt's text document alters or drops, and so would shift every later offset.
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
_DROPPED = re.compile("[\x00\ufdd0\ufdd1\ufeff\ufffe]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

CONTEXT = 32
"""How many code points an anchor keeps on each side of its passage."""

_ENOUGH = 0.4  # a little less than one whole side
_TELLING = 40  # code points: a sentence of which no second one is to be expected


def canonical(text: str) -> str:
    """Return the text as every document holds it: idempotent, and safe to hand to Qt and JSON.

    Line ends become ``\\n``; NUL, U+FDD0, U+FDD1, U+FEFF and U+FFFE are taken out; a lone
    surrogate becomes U+FFFD. Nothing else is changed, so most texts come back as they are.
    """
    if text.isprintable():  # which none of these is: nearly every short text
        return text
    text = _LINE_ENDS.sub("\n", text)
    text = _DROPPED.sub("", text)
    return _SURROGATES.sub("\ufffd", text)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open, never empty stretch of a text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return what the text says here."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span and what it said, with its surroundings, so that it can be found again."""

    span: Span
    exact: str
    before: str = ""
    after: str = ""

    @classmethod
    def on(cls, text: str, span: Span, context: int = CONTEXT) -> Anchor:
        """Make the anchor of a span of this text; ValueError if the text is not that long."""
        if span.end > len(text):
            raise ValueError(f"{span.start}–{span.end} is not in a text of {len(text)}")
        return cls(
            span,
            span.of(text),
            text[max(0, span.start - context) : span.start],
            text[span.end : span.end + context],
        )

    def find(self, text: str) -> Span | None:
        """Return where the passage is in this text, or None rather than a guess.

        Among all places that say the same, the one counts whose surroundings agree best, if they
        agree well enough and no other place does so equally. Words that are many enough are known
        again without any surroundings, if they stand there once only.
        """
        if self.stands_in(text):  # nearly always, and no other place can agree better
            return self.span
        places = [Span(start, start + len(self.exact)) for start in _occurrences(self.exact, text)]
        if not places:
            return None
        agreement = {span: self.agreement(text, span) for span in places}
        best = max(places, key=lambda span: (agreement[span], span == self.span))
        if agreement[best] >= _ENOUGH:
            equal = [span for span in places if agreement[span] == agreement[best]]
            return best if best == self.span or len(equal) == 1 else None
        return best if len(places) == 1 and len(self.exact) >= _TELLING else None

    def stands_in(self, text: str) -> bool:
        """Tell whether passage and surroundings are where they were, to the letter."""
        start = self.span.start
        whole = self.before + self.exact + self.after
        found = text.startswith(whole, start - len(self.before)) if start >= len(self.before) else False
        return found and len(self.exact) == len(self.span)

    def agreement(self, text: str, span: Span) -> float:
        """Return which share of the surroundings is the same, counted from the passage outwards."""
        if not (self.before or self.after):
            return 1.0
        before = text[max(0, span.start - len(self.before)) : span.start]
        after = text[span.end : span.end + len(self.after)]
        same = _common(reversed(self.before), reversed(before)) + _common(self.after, after)
        return same / (len(self.before) + len(self.after))


def _occurrences(needle: str, text: str) -> Iterator[int]:
    place = text.find(needle)
    while place >= 0:
        yield place
        place = text.find(needle, place + 1)


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    same = (a == b for a, b in zip(one, other, strict=False))
    return sum(1 for _ in takewhile(bool, same))


class Utf16Map:
    """Turns code point places of a text into UTF-16 places (Qt's unit), and back."""

    def __init__(self, text: str) -> None:
        self._ours = [match.start() for match in _ASTRAL.finditer(text)]
        self._qts = [place + n for n, place in enumerate(self._ours)]

    def to_qt(self, place: int) -> int:
        """Return the UTF-16 place of a code point place."""
        return place + bisect_left(self._ours, place)

    def from_qt(self, place: int) -> int:
        """Return the code point place of a UTF-16 place; inside a pair, the place of its character."""
        return place - bisect_left(self._qts, place)


FOLD = "\ufffc"
"""The one character that stands for a folded stretch in a displayed text."""


class Folded:
    """A text with some stretches folded to one character each, and the way between the two.

    The folds must not overlap. Places are code points in both texts.
    """

    def __init__(self, text: str, folds: Sequence[Span]) -> None:
        self.folds = tuple(sorted(folds))
        pieces: list[str] = []
        self._starts = [fold.start for fold in self.folds]
        self._shown: list[int] = []  # where each fold's character stands in the display
        done = length = 0
        for fold in self.folds:
            if fold.start < done:
                raise ValueError("folds overlap")
            pieces += [text[done : fold.start], FOLD]
            length += fold.start - done
            self._shown.append(length)
            length += 1
            done = fold.end
        pieces.append(text[done:])
        self.display = "".join(pieces)

    def to_display(self, place: int) -> int:
        """Return the displayed place of a place of the text; within a fold, that of the fold."""
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return place
        fold = self.folds[index]
        if place < fold.end:
            return self._shown[index]
        return self._shown[index] + 1 + place - fold.end

    def from_display(self, place: int) -> int:
        """Return the place of the text that a displayed place stands for."""
        index = bisect_left(self._shown, place) - 1
        if index < 0:
            return place
        return self.folds[index].end + place - self._shown[index] - 1

    def fold_at(self, place: int) -> Span | None:
        """Return the fold whose character stands at this displayed place."""
        index = bisect_left(self._shown, place)
        if index < len(self._shown) and self._shown[index] == place:
            return self.folds[index]
        return None

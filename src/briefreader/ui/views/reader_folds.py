"""What of a document stands folded in the reader, and how its places map to Qt's positions."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from briefreader.domain.document import Document, Noise
from briefreader.domain.text import Folded, Span, Utf16Map
from briefreader.i18n import N_, _, plural

LONGEST = 6000
"""Code points in one paragraph of the display. Qt lays a paragraph out as a whole, so longer ones are cut."""

_SENTENCE_END = re.compile(r"[.!?…。！？]['”’\"»)\]]*\s")
_LABELS: dict[str, tuple[str, Callable[[int], str]]] = {
    "date line": (N_("date line"), lambda n: plural("{n} date line", "{n} date lines", n)),
    "ticker": (N_("ticker line"), lambda n: plural("{n} ticker line", "{n} ticker lines", n)),
    "caption": (N_("caption"), lambda n: plural("{n} caption", "{n} captions", n)),
    "dateline": (N_("dateline"), lambda n: plural("{n} dateline", "{n} datelines", n)),
    "agency": (N_("agency"), lambda n: plural("{n} agency", "{n} agencies", n)),
    "end mark": (N_("end mark"), lambda n: plural("{n} end mark", "{n} end marks", n)),
    "boilerplate": (N_("boilerplate"), lambda n: plural("{n} boilerplate line", "{n} boilerplate lines", n)),
}


@dataclass(frozen=True, slots=True)
class Fold:
    """A stretch of a document that can be folded to a chip, and the words on the chip."""

    span: Span
    label: str


def folds_of(document: Document) -> tuple[Fold, ...]:
    """Return the document's noise as folds: neighbours with only white space between them are one."""
    text = document.text
    groups: list[list[Noise]] = []
    end = 0
    for noise in sorted(document.noise, key=lambda each: each.span):
        if groups and (noise.span.start < end or not text[end : noise.span.start].strip()):
            groups[-1].append(noise)
        else:
            groups.append([noise])
        end = max(end, noise.span.end)
    return tuple(Fold(_widened(text, group), _label(group)) for group in groups)


def _widened(text: str, group: Sequence[Noise]) -> Span:
    """Return the span of a group with the indent of its line, so that the chip stands at the margin."""
    start = group[0].span.start
    indent = start
    while indent and text[indent - 1] in " \t\u00a0":
        indent -= 1
    if indent == 0 or text[indent - 1] == "\n":
        start = indent
    return Span(start, max(noise.span.end for noise in group))


def _label(group: Sequence[Noise]) -> str:
    counts: dict[str, int] = {}
    for noise in group:
        counts[noise.kind] = counts.get(noise.kind, 0) + 1
    words: list[str] = []
    for kind, n in counts.items():
        one, several = _LABELS.get(kind, (kind, None))
        words.append(several(n) if several is not None and n > 1 else _(one))
    return ", ".join(words)


class Shown:
    """A document's text as the reader shows it, and the way between its places and Qt's positions.

    Folded stretches are one character each; very long paragraphs are cut by inserted line ends.
    ``display`` holds the result; ``joined`` the places in it where such a line end was inserted.
    """

    def __init__(self, text: str, folds: Sequence[Fold], unfolded: Collection[Fold] = ()) -> None:
        self.text = text
        self.folds = tuple(folds)
        self.closed = tuple(fold for fold in folds if fold not in unfolded)
        self.opened = tuple(fold for fold in folds if fold in unfolded)
        self._folded = Folded(text, [fold.span for fold in self.closed])
        self._cuts = _cuts(self._folded.display)
        pieces: list[str] = []
        done = 0
        for cut in self._cuts:
            pieces.append(self._folded.display[done:cut])
            done = cut
        pieces.append(self._folded.display[done:])
        self.display = "\n".join(pieces)
        self.joined = [cut + n for n, cut in enumerate(self._cuts)]
        self._utf16 = Utf16Map(self.display)

    def to_qt(self, place: int) -> int:
        """Return Qt's position of a place of the text; within a closed fold, that of its chip."""
        folded = self._folded.to_display(place)
        return self._utf16.to_qt(folded + bisect_right(self._cuts, folded))

    def from_qt(self, position: int) -> int:
        """Return the place of the text at a position of Qt's."""
        shown = self._utf16.from_qt(position)
        return self.source(shown)

    def source(self, shown: int) -> int:
        """Return the place of the text that a place of ``display`` stands for."""
        return self._folded.from_display(shown - bisect_left(self.joined, shown))

    def range_of(self, span: Span) -> tuple[int, int]:
        """Return where a span begins and ends in Qt's positions, both within the text."""
        size = len(self.text)
        last = self._folded.to_display(min(span.end, size) - 1)
        end = last + bisect_right(self._cuts, last) + 1
        return self.to_qt(min(span.start, size)), self._utf16.to_qt(max(0, end))

    def span_of(self, start: int, end: int) -> Span | None:
        """Return the span of the text between two of Qt's positions, or None if it is empty."""
        first, last = self.from_qt(start), self.from_qt(end)
        return Span(first, min(last, len(self.text))) if first < last else None

    def fold_at(self, position: int) -> Fold | None:
        """Return the closed fold whose chip stands at a position of Qt's."""
        shown = self._utf16.from_qt(position)
        span = self._folded.fold_at(shown - bisect_left(self.joined, shown))
        return next((fold for fold in self.closed if fold.span == span), None) if span else None

    def open_at(self, place: int) -> Fold | None:
        """Return the unfolded stretch that holds a place of the text."""
        index = bisect_right(self.opened, place, key=lambda fold: fold.span.start) - 1
        return self.opened[index] if index >= 0 and place < self.opened[index].span.end else None

    def chip_position(self, fold: Fold) -> int:
        """Return Qt's position of the chip of a closed fold."""
        return self.to_qt(fold.span.start)


def _cuts(display: str) -> list[int]:
    """Return where line ends must be put in, so that no paragraph is longer than LONGEST."""
    cuts: list[int] = []
    start = 0
    while len(display) - start > LONGEST:
        end = display.rfind("\n", start, start + LONGEST + 1)
        if end < 0:
            end = _cut(display, start)
            if end >= len(display):
                break
            if display[end] != "\n":
                cuts.append(end)
                start = end
                continue
        start = end + 1
    return cuts


def _cut(display: str, start: int) -> int:
    """Return a good place to cut: after a sentence, else after a space, else between two characters."""
    half, full = start + LONGEST // 2, start + LONGEST
    sentence = None
    for match in _SENTENCE_END.finditer(display, half, full):
        sentence = match
    if sentence:
        return sentence.end()
    space = max(display.rfind(space, half, full) for space in " \t\u3000")
    if space >= 0:
        return space + 1
    while full > half and _clings(display[full - 1], display[full]):
        full -= 1
    return full


def _clings(before: str, char: str) -> bool:
    """Tell whether a character must stay with the one before it."""
    regional = "\U0001f1e6" <= char <= "\U0001f1ff"
    joins = before == "\u200d" or char == "\u200d" or "\U0001f3fb" <= char <= "\U0001f3ff"
    return regional or joins or unicodedata.category(char).startswith("M")

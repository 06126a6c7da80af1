"""Where places of the reader's document stand on the page, in its own pixels."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from briefreader.ui.views.reader_layout import SIZE

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u202b\u202e\u2067\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Strip(NamedTuple):
    """The part of a stretch that stands on one line: its band, the line's base and letter size."""

    rect: QRectF
    base: float
    size: float
    line: QRectF  # the whole line: where it begins and ends, and its full height


class _Line(NamedTuple):
    """A visible line: what of the text it holds, and where it stands."""

    line: QTextLine
    block: QTextBlock
    begin: int  # positions of the document
    stop: int
    left: float  # the page's x of the line's zero
    base: float
    size: float
    whole: QRectF
    both_ways: bool


class Sight:
    """The lines between two heights of the page. Good until the layout changes."""

    def __init__(self, document: QTextDocument, top: float, bottom: float) -> None:
        layout = document.documentLayout()
        block = _block_at(document, top)
        self._lines: list[_Line] = []
        while block.isValid():
            origin = layout.blockBoundingRect(block).topLeft()
            if origin.y() > bottom:
                break
            self._lines += _lines(block, origin, top, bottom)
            block = block.next()
        self._begins = [line.begin for line in self._lines]

    @property
    def range(self) -> tuple[int, int]:
        """Return the positions between which everything lies that is seen."""
        return (self._lines[0].begin, self._lines[-1].stop) if self._lines else (0, 0)

    def strips(self, start: int, end: int) -> list[Strip]:
        """Return the bands of a stretch, line by line.

        A band is as high as the letters with their descenders; where the writing runs both ways, a
        line can hold several bands.
        """
        found: list[Strip] = []
        first = max(0, bisect_right(self._begins, start) - 1)
        for line in self._lines[first : bisect_left(self._begins, end)]:
            if line.stop <= start:
                continue
            begin, stop = snapped(line.block, max(start, line.begin), min(end, line.stop))
            for left, right in _runs(line.line, begin, stop, line.both_ways):
                left = max(left + line.left, line.whole.left())
                right = min(right + line.left, line.whole.right())
                if right > left:
                    rect = QRectF(left, line.base - 0.97 * line.size, right - left, 1.32 * line.size)
                    found.append(Strip(rect, line.base, line.size, line.whole))
        return found


def _lines(block: QTextBlock, origin: QPointF, top: float, bottom: float) -> Iterator[_Line]:
    """Yield the lines of a block that reach between two heights."""
    layout = block.layout()
    form = block.blockFormat()
    # Fallback fonts may make a line's own box higher than the distance of the lines.
    step = form.lineHeight() or 1.0
    size = float(form.property(SIZE) or block.charFormat().font().pixelSize())
    both_ways = bool(_RIGHT_TO_LEFT.search(block.text()))
    first = max(0, int((top - origin.y()) / step) - 1)
    last = min(layout.lineCount(), int((bottom - origin.y()) / step) + 2)
    for number in range(first, last):
        line = layout.lineAt(number)
        begin = block.position() + line.textStart()
        base = origin.y() + line.y() + line.ascent()
        natural = line.naturalTextRect()
        whole = QRectF(natural.left() + origin.x(), base - 0.8 * step, natural.width(), step)
        yield _Line(line, block, begin, begin + line.textLength(), origin.x(), base, size, whole, both_ways)


def _block_at(document: QTextDocument, height: float) -> QTextBlock:
    """Return the last block that begins at or above a height.

    Qt's own hit test names the end of a document whose layout has not come so far. Stepping on by
    powers of two lays out at most twice as much as there is above the height.
    """
    layout = document.documentLayout()

    def above(number: int) -> bool:
        return layout.blockBoundingRect(document.findBlockByNumber(number)).top() <= height

    low, step, last = 0, 1, document.blockCount() - 1
    while low + step <= last and above(low + step):
        low += step
        step *= 2
    high = min(low + step, last + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if above(middle) else (low, middle)
    return document.findBlockByNumber(low)


def snapped(block: QTextBlock, start: int, end: int) -> tuple[int, int]:
    """Return a stretch within a block, widened to whole characters as a reader sees them."""
    layout = block.layout()
    first = max(0, start - block.position())
    last = min(block.length() - 1, end - block.position())
    if 0 < first < block.length() - 1 and not layout.isValidCursorPosition(first):
        first = layout.previousCursorPosition(first)
    if 0 < last < block.length() - 1 and not layout.isValidCursorPosition(last):
        last = layout.nextCursorPosition(last)
    return first, last


def _x(line: QTextLine, position: int) -> float:
    # PySide's stub says "object": it is the pair of x and the position that Qt took.
    return line.cursorToX(position)[0]  # type: ignore[index,no-any-return]


def _runs(line: QTextLine, first: int, last: int, both_ways: bool) -> list[tuple[float, float]]:
    """Return the stretch's pieces on a line from left to right: one, unless the writing runs both ways."""
    if first >= last:
        return []
    if not both_ways:
        return [(_x(line, first), _x(line, last))]
    # Where the directions meet, a place has two edges, and Qt's cursor knows one: the glyphs tell.
    pieces: list[tuple[float, float]] = []
    for run in line.glyphRuns(first, last - first):
        lefts = [place.x() for place in run.positions()]
        widths = [size.x() for size in run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())]
        pieces += [(left, left + width) for left, width in zip(lefts, widths, strict=True)]
    if not pieces:  # a chip has no glyphs
        left, right = sorted((_x(line, first), _x(line, last)))
        return [(left, right)]
    runs: list[tuple[float, float]] = []
    for left, right in sorted(pieces):
        if runs and left <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], max(right, runs[-1][1]))
        else:
            runs.append((left, right))
    return runs


def line_top(document: QTextDocument, position: int) -> float:
    """Return the height at which the line of a position begins."""
    position = min(max(0, position), document.characterCount() - 1)
    block = document.findBlock(position)
    box = document.documentLayout().blockBoundingRect(block)
    line = block.layout().lineForTextPosition(position - block.position())
    if not line.isValid():
        return box.top()
    return box.top() + line.lineNumber() * (block.blockFormat().lineHeight() or 1.0)


def position_at(document: QTextDocument, height: float) -> int:
    """Return the position at which the line begins that stands at a height."""
    layout = document.documentLayout()
    block = _block_at(document, height)
    while True:  # the boxes of blocks may hang over: what counts are their lines
        top = layout.blockBoundingRect(block).top()
        step = block.blockFormat().lineHeight() or 1.0
        lines = block.layout().lineCount()
        if top + lines * step > height or not block.next().isValid():
            break
        block = block.next()
    if not lines:
        return block.position()
    number = min(max(0, int((height - top) / step + 0.01)), lines - 1)
    return block.position() + block.layout().lineAt(number).textStart()

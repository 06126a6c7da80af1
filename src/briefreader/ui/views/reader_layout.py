"""Builds the QTextDocument of the reader: one block for each line, formats by kind of block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from briefreader.domain.document import Block, Document
from briefreader.domain.text import FOLD
from briefreader.ui.theme import FAMILIES, SANS, Theme
from briefreader.ui.views.reader_chips import CHIP, LABEL
from briefreader.ui.views.reader_folds import Shown

SIZE = QTextFormat.Property.UserProperty + 1
"""Block property: the size of its letters in pixels, from which marks take their height."""
BULLET = QTextFormat.Property.UserProperty + 2
"""Block property: set where a bullet is painted because the text itself has none."""

_MARKER = re.compile(r"\s*(?:[-–—•·*▪◦‣]|\(?\w{1,3}[.)])\s+")
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_HEADINGS = {1: 1.5, 2: 1.28, 3: 1.12}


@dataclass(frozen=True, slots=True)
class Typography:
    """Size of the body text and width of its column, both in pixels.

    ``line_height`` is in per cent of the size; ``face`` is one of FACES.
    """

    size: int = 18
    measure: int = 640
    line_height: int = 160
    face: str = "serif"

    @property
    def line(self) -> int:
        """Return the distance of two base lines."""
        return round(self.size * self.line_height / 100)

    @property
    def gap(self) -> int:
        """Return the space between two paragraphs, beyond the line height."""
        return round(self.size * 0.7)


def body_font(typography: Typography) -> QFont:
    """Return the font of running text."""
    font = QFont(FAMILIES[typography.face])
    font.setPixelSize(typography.size)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


class Sheet:
    """The formats of each kind of block, for one typography and theme."""

    def __init__(self, typography: Typography, theme: Theme) -> None:
        self.type = typography
        self._plain = QTextCharFormat()
        self._theme = theme
        self._made: dict[tuple[str, int], tuple[QTextBlockFormat, QTextCharFormat]] = {}

    def style(self, kind: str, level: int = 0) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return block and character format of a kind of block.

        Beyond the kinds of domain.document there are "blank"; "joined", a part of a paragraph that
        goes on in the next block; and "noise" that stands unfolded (level 1 is its last line).
        """
        key = (kind, level)
        if key not in self._made:
            made = getattr(self, f"_{kind}", self._paragraph)(level)
            self._made[key] = made
        return self._made[key]

    def item(self, text: str, level: int) -> QTextBlockFormat:
        """Return the format of a list item: its own marker hangs in the margin, or a bullet will."""
        block = QTextBlockFormat(self.style("item", level)[0])
        marker = _MARKER.match(text)
        if marker:
            width = QFontMetricsF(body_font(self.type)).horizontalAdvance(marker[0])
            block.setTextIndent(-min(width, block.leftMargin()))
        else:
            block.setProperty(BULLET, True)
        return block

    def muted(self) -> QTextCharFormat:
        """Return the format of noise that stands unfolded."""
        made = QTextCharFormat()
        made.setForeground(self._theme.colour("text.muted"))
        return made

    def _block(self, size: float, line: float, above: float, below: float) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setLineHeight(round(line), _FIXED)
        block.setTopMargin(round(above))
        block.setBottomMargin(round(below))
        block.setProperty(SIZE, round(size))
        return block

    def _letters(self, size: float, weight: QFont.Weight, family: str = "") -> QTextCharFormat:
        font = body_font(self.type)
        if family:
            font.setFamilies([family])
        font.setPixelSize(round(size))
        font.setWeight(weight)
        if family == SANS:
            font.setFeature(QFont.Tag("tnum"), 1)
        made = QTextCharFormat()
        made.setFont(font)
        return made

    def _paragraph(self, _level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        return self._block(self.type.size, self.type.line, 0, self.type.gap), self._plain

    def _joined(self, _level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        return self._block(self.type.size, self.type.line, 0, 0), self._plain

    def _noise(self, last: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        size = self.type.size * 0.89
        block = self._block(size, size * 1.5, 0, self.type.gap if last else 0)
        return block, self._letters(size, QFont.Weight.Normal)

    def _blank(self, _level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        small = max(4, self.type.size // 4)
        return self._block(small, small, 0, 0), self._letters(small, QFont.Weight.Normal)

    def _title(self, _level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        size = self.type.size * 1.78
        return (
            self._block(size, size * 1.22, 0, self.type.gap * 1.6),
            self._letters(size, QFont.Weight.DemiBold),
        )

    def _heading(self, level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        size = self.type.size * _HEADINGS.get(max(1, level), 1.0)
        block = self._block(size, size * 1.35, self.type.gap * 2, self.type.gap * 0.6)
        return block, self._letters(size, QFont.Weight.DemiBold)

    def _item(self, level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        block = self._block(self.type.size, self.type.line, 0, self.type.gap * 0.5)
        block.setLeftMargin(self.type.size * 1.5 * min(6, max(1, level)))
        return block, self._plain

    def _quote(self, level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        block = self._block(self.type.size, self.type.line, 0, self.type.gap)
        block.setLeftMargin(self.type.size * 1.6 * min(4, max(1, level)))
        block.setRightMargin(self.type.size * 1.2)
        letters = QTextCharFormat()
        letters.setFontItalic(True)
        return block, letters

    def _row(self, _level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        size = self.type.size * 0.83
        return self._block(size, size * 1.65, 0, 0), self._letters(size, QFont.Weight.Normal, SANS)


_Line = tuple[str, str, int]
"""A line of the display: its text, and kind and level of the block of the document that it shows."""


def _lines(document: Document, shown: Shown) -> Iterator[_Line]:
    blocks = sorted(document.blocks, key=lambda block: block.span)
    starts = [block.span.start for block in blocks]
    joined = set(shown.joined)
    place = 0
    for text in shown.display.split("\n"):
        end = place + len(text)
        if not text or text.isspace():
            yield text, "blank", 0
        else:
            block = _block_at(blocks, starts, shown, place, text)
            kind, level = (block.kind, block.level) if block else ("paragraph", 0)
            if end in joined and kind == "paragraph":
                kind = "joined"
            elif (
                shown.opened
                and (fold := shown.open_at(shown.source(place)))
                and shown.source(end) <= fold.span.end
            ):
                kind, level = "noise", int(shown.source(end) == fold.span.end)
            yield text, kind, level
        place = end + 1


def _block_at(
    blocks: Sequence[Block], starts: list[int], shown: Shown, place: int, text: str
) -> Block | None:
    """Return the document's block that a line shows: the one at its first letter outside a chip."""
    letters = len(text) - len(text.lstrip(FOLD + " \t\u00a0"))
    first = shown.source(place + (letters if letters < len(text) else 0))
    index = bisect_right(starts, first) - 1
    return blocks[index] if index >= 0 and first < blocks[index].span.end else None


def fill(
    target: QTextDocument, document: Document, shown: Shown, typography: Typography, theme: Theme
) -> None:
    """Put the text into an empty document as plain text and format its blocks and chips."""
    sheet = Sheet(typography, theme)
    target.setUndoRedoEnabled(False)
    target.setDocumentMargin(0)
    target.setDefaultFont(body_font(typography))
    cursor = QTextCursor(target)
    cursor.beginEditBlock()
    begun = False
    # Each line comes with its formats: to format blocks that are there already takes twice as long.
    for is_table, group in groupby(_lines(document, shown), key=lambda line: line[1] == "row"):
        several = list(group)
        made = _rows([text for text, _kind, _level in several], sheet) if is_table else _set(several, sheet)
        for text, block, letters in made:
            if begun:
                cursor.insertBlock(block, letters)
            else:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(letters)
                begun = True
            if text:
                cursor.insertText(text)
    _mute_noise(cursor, shown, sheet)
    _set_chips(cursor, shown)
    cursor.endEditBlock()


_Made = tuple[str, QTextBlockFormat, QTextCharFormat]
"""A line's text, and the formats of its block and of its letters."""


def _set(several: Iterable[_Line], sheet: Sheet) -> Iterator[_Made]:
    """Yield lines with their formats."""
    for text, kind, level in several:
        block, letters = sheet.style(kind, level)
        yield text, sheet.item(text, level) if kind == "item" else block, letters


def _rows(rows: Sequence[str], sheet: Sheet) -> Iterator[_Made]:
    """Yield the rows of one table; where cells are parted by tabs, the columns get their widths."""
    letters = sheet.style("row")[1]
    metrics = QFontMetricsF(letters.font())
    widths: list[float] = []
    for row in rows[:200]:
        for column, cell in enumerate(row.split("\t")[:-1]):
            if column == len(widths):
                widths.append(0.0)
            widths[column] = max(widths[column], metrics.horizontalAdvance(cell[:60]))
    tabs: list[QTextOption.Tab] = []
    place = 0.0
    for width in widths:
        place += min(width, sheet.type.measure / 2) + sheet.type.size
        tabs.append(QTextOption.Tab(place, QTextOption.TabType.LeftTab))
    block = QTextBlockFormat(sheet.style("row")[0])
    block.setTabPositions(tabs)
    last = QTextBlockFormat(block)
    last.setBottomMargin(sheet.type.gap)
    for row in rows[:-1]:
        yield row, block, letters
    yield rows[-1], last, letters


def _mute_noise(cursor: QTextCursor, shown: Shown, sheet: Sheet) -> None:
    muted = sheet.muted()
    for fold in shown.opened:
        start, end = shown.range_of(fold.span)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(muted)


def _set_chips(cursor: QTextCursor, shown: Shown) -> None:
    for fold in shown.closed:
        chip = QTextCharFormat()
        chip.setObjectType(CHIP)
        chip.setProperty(LABEL, fold.label)
        chip.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        position = shown.chip_position(fold)
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(chip)


def set_column(target: QTextDocument, page: int, pane: int, typography: Typography, least: int = 28) -> None:
    """Lay the column in the middle of the pane; the side margins never fall below ``least``.

    ``page`` is the width of the paper: that of the pane without the scroll bar.
    """
    left = max(least, (pane - typography.measure) // 2)
    right = max(least, page - left - typography.measure)
    root = target.rootFrame()
    form = root.frameFormat()
    form.setMargin(0)
    form.setLeftMargin(left)
    form.setRightMargin(right)
    form.setTopMargin(round(typography.size * 0.6))
    form.setBottomMargin(typography.line * 3)
    if form != root.frameFormat():
        root.setFrameFormat(form)

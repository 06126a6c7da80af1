"""A few lines of text, broken and elided, with words in bold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from briefreader.domain.text import Span, Utf16Map

_BREAKING = re.compile(r"[^\S\u00a0\u202f]+")
"""White space at which a line may end."""


@dataclass(slots=True)
class Lines:
    """Text that is laid out: how many lines it took, and how high each is."""

    layouts: list[QTextLayout]
    count: int
    line: float

    def draw(self, painter: QPainter, place: QPointF) -> None:
        """Draw the lines in the painter's pen, the first one's upper left corner at a place."""
        for layout in self.layouts:
            layout.draw(painter, place)
            place = place + QPointF(0, layout.lineCount() * self.line)


def lines_of(
    text: str,
    font: QFont,
    width: float,
    most: int,
    bold: Sequence[Span] = (),
    ground: QColor | None = None,
) -> Lines:
    """Lay a text out in at most so many lines; the last one is elided if there is more.

    ``bold`` are spans in code points; they also get ``ground`` behind them.
    """
    text = _BREAKING.sub(" ", text).strip() if not bold else text.replace("\n", " ")
    line = QFontMetricsF(font).height()
    formats = _formats(text, font, bold, ground)
    layout, starts = _broken(text, font, width, most + 1, formats, line)
    if len(starts) <= most:
        return Lines([layout], max(1, len(starts)), line)
    head, _starts = _broken(text, font, width, most - 1, formats, line)
    cut = starts[most - 1]
    rest = text.encode("utf-16-le", "surrogatepass")[2 * cut :].decode("utf-16-le", "replace")
    elided = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width - (4 if bold else 0))
    shifted = []
    for each in formats:
        if each.start + each.length > cut:
            moved = QTextLayout.FormatRange()
            moved.start, moved.format = max(0, each.start - cut), each.format
            moved.length = min(each.start + each.length - cut - moved.start, len(elided) - moved.start)
            if moved.length > 0:
                shifted.append(moved)
    last, _starts = _broken(elided, font, width * 2, 1, shifted, line)
    return Lines([head, last] if most > 1 else [last], most, line)


def _formats(
    text: str, font: QFont, bold: Sequence[Span], ground: QColor | None
) -> list[QTextLayout.FormatRange]:
    places = Utf16Map(text)
    found = []
    for span in bold:
        each = QTextLayout.FormatRange()
        each.start = places.to_qt(span.start)
        each.length = places.to_qt(span.end) - each.start
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.DemiBold)
        if ground is not None:
            style.setBackground(QBrush(ground))
        each.format = style
        found.append(each)
    return found


def _broken(
    text: str, font: QFont, width: float, most: int, formats: list[QTextLayout.FormatRange], line: float
) -> tuple[QTextLayout, list[int]]:
    """Lay out at most so many lines; return the layout and where its lines start (UTF-16)."""
    layout = QTextLayout(text, font)
    layout.setFormats(formats)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) < most:
        each = layout.createLine()
        if not each.isValid():
            break
        each.setLineWidth(width)
        each.setPosition(QPointF(0, len(starts) * line))
        starts.append(each.textStart())
    layout.endLayout()
    return layout, starts

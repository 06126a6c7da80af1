"""Plain words on several lines, the last of which is cut where there are too many."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from briefreader.domain.text import Span, Utf16Map


@dataclass(frozen=True, slots=True)
class Piece:
    """A text with its font, the role of its colour, and on how many lines it may stand.

    ``strong`` are the places in it that stand out.
    """

    text: str
    font: QFont
    role: str
    lines: int
    strong: tuple[Span, ...] = ()


def laid_out(piece: Piece, width: int) -> tuple[QTextLayout, float]:
    """Lay out a text in at most so many lines, the last one elided; return it with its height."""
    layout = QTextLayout(piece.text, piece.font)
    options = QTextOption()
    options.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(options)
    layout.setFormats(_formats(piece, len(piece.text)))
    height, cut = _break(layout, piece.lines, width)
    if cut is not None:
        kept = Utf16Map(piece.text).from_qt(cut)
        words = piece.text[:kept].rstrip(" ,;:—–-")
        layout.setText(words + "…")
        layout.setFormats(_formats(piece, len(words)))
        height, _cut = _break(layout, piece.lines, width)
    return layout, height


def _formats(piece: Piece, until: int) -> list[QTextLayout.FormatRange]:
    """Return how the strong places of a text are set, up to a place."""
    places = Utf16Map(piece.text)
    found = []
    for span in piece.strong:
        if span.start < until:
            each = QTextLayout.FormatRange()
            each.start = places.to_qt(span.start)
            each.length = places.to_qt(min(span.end, until)) - each.start
            style = QTextCharFormat()
            style.setFontWeight(QFont.Weight.DemiBold)
            each.format = style
            found.append(each)
    return found


def _break(layout: QTextLayout, lines: int, width: int) -> tuple[float, int | None]:
    layout.beginLayout()
    height = 0.0
    cut: int | None = None
    for row in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
        if row == lines - 1 and line.textStart() + line.textLength() < len(layout.text()):
            cut = max(1, line.textStart() + line.textLength() - 4)
    layout.endLayout()
    return height, cut

"""Plain words on several lines, the last of which is cut where there are too many."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

_BREAK = "\u2028"  # what a QTextLayout takes for the end of a line


@dataclass(frozen=True, slots=True)
class Piece:
    """A text with its font, the role of its colour, and on how many lines it may stand."""

    text: str
    font: QFont
    role: str
    lines: int


def laid_out(piece: Piece, width: int) -> tuple[QTextLayout, float]:
    """Lay out a text in at most so many lines, the last one elided; return it with its height."""
    text = piece.text.replace("\n", _BREAK)
    layout = QTextLayout(text, piece.font)
    options = QTextOption()
    options.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(options)
    height, cut = _break(layout, piece.lines, width)
    if cut is not None:
        layout.setText(text[:cut].rstrip(" ,;:—–-") + "…")
        height, _cut = _break(layout, piece.lines, width)
    return layout, height


def is_cut(piece: Piece, width: int) -> bool:
    """Tell whether some words of a text have no room."""
    return laid_out(piece, width)[0].text() != piece.text.replace("\n", _BREAK)


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

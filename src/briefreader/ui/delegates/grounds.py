"""What a row of a list stands on: chosen, under the pointer, or apart from the next by a line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from briefreader.ui.theme import Theme


def begin(painter: QPainter) -> None:
    """Begin a row that is painted by hand; ``painter.restore()`` ends it.

    In a layout from right to left its parts stay where they are, each with its words as they run: mirrored
    alignments would put one part over another.
    """
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def paint_ground(painter: QPainter, theme: Theme, option: QStyleOptionViewItem, side: int, pad: int) -> None:
    """Paint the ground of a row, ``side`` px within it; its line begins ``pad`` px further in."""
    box = QRectF(option.rect.adjusted(side, 1, -side, -1))
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("selection" if chosen else "hover"))
        painter.drawRoundedRect(box, 8, 8)
    else:
        y = option.rect.bottom() + 0.5
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(QPointF(box.left() + pad, y), QPointF(box.right() - pad, y))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)

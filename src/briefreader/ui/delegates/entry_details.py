"""How the rows below an opened entry are painted: what it is on the left, what it says on the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from briefreader.ui.delegates.entry_words import Piece, laid_out
from briefreader.ui.models.entries_details import Detail
from briefreader.ui.theme import Theme

LABEL = 72
_STACKED = 210  # in less room than this the label stands above what it is the label of
_PAD, _CLAIM_PAD, _GAP, _ICON = 3, 7, 2, 14
_LINES = 12
_SHAPES = {
    "differ": ("alert-triangle", "warning"),
    "agree": ("check", "success"),
    "rounding": ("check", "success"),
    "linked": ("files", "accent"),
}


@dataclass(frozen=True, slots=True)
class _Line:
    piece: Piece
    x: float
    y: float
    width: int


def detail_height(detail: Detail, theme: Theme, left: int, right: int) -> int:
    """Return how high a row is whose words stand between these two places."""
    return round(_set_out(detail, theme, left, right)[1])


def paint_detail(
    painter: QPainter, rect: QRect, detail: Detail, theme: Theme, left: int, margin: int
) -> None:
    """Paint a row whose words keep these distances from its left and its right edge."""
    lines, _height = _set_out(detail, theme, left, rect.width() - margin)
    ratio = painter.device().devicePixelRatio()
    if detail.claim:
        icon, role = _SHAPES.get(detail.verdict, ("info-circle", "text.muted"))
        top = rect.top() + _CLAIM_PAD + 1
        painter.drawPixmap(rect.left() + left, top, theme.pixmap(icon, role, _ICON, ratio))
        arrow = theme.pixmap("chevron-right", "text.muted", _ICON, ratio)
        painter.drawPixmap(rect.right() - margin - _ICON + 2, top, arrow)
    for line in lines:
        layout, _height = laid_out(line.piece, line.width)
        painter.setPen(theme.colour(line.piece.role))
        layout.draw(painter, QPointF(rect.left() + line.x, rect.top() + line.y))


def paint_guide(painter: QPainter, rect: QRect, theme: Theme, x: int, width: int) -> None:
    """Paint the line that ties the rows to their entry."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("border"))
    painter.drawRect(QRectF(rect.left() + x, rect.top(), width, rect.height()))


def _set_out(detail: Detail, theme: Theme, left: int, right: int) -> tuple[list[_Line], float]:
    """Return the lines of a row, from its left upper corner, and its height."""
    small, ui = theme.font("small"), theme.font("ui")
    if detail.claim:
        role = _SHAPES.get(detail.verdict, ("", "text.muted"))[1]
        pieces = [
            (Piece(detail.label, theme.font("strong"), role, 2), left + _ICON + 6, right - _ICON - 4),
            (Piece(detail.text, ui, "text", _LINES), left, right),
            (Piece(detail.meta, small, "text.muted", 3), left, right),
        ]
        return _stack(pieces, _CLAIM_PAD)
    label = Piece(detail.label, small, "text.muted", 2)
    said = [Piece(detail.text, ui, "text", _LINES), Piece(detail.meta, small, "text.muted", 3)]
    if right - left < _STACKED:
        return _stack([(label, left, right), *((piece, left, right) for piece in said)], _PAD)
    lines, height = _stack([(piece, left + LABEL + 8, right) for piece in said], _PAD)
    # The smaller letters of the label stand on the line of what is beside them.
    lower = laid_out(said[0], 9999)[1] - laid_out(label, 9999)[1] if detail.text else 0.0
    beside, label_height = _stack([(label, left, left + LABEL)], _PAD + max(0.0, lower) / 2)
    return [*beside, *lines], max(height, label_height)


def _stack(pieces: list[tuple[Piece, int, int]], pad: float) -> tuple[list[_Line], float]:
    lines = []
    y = float(pad)
    for piece, left, right in pieces:
        if piece.text:
            lines.append(_Line(piece, left, y, right - left))
            y += laid_out(piece, right - left)[1] + _GAP
    return lines, y - _GAP + pad

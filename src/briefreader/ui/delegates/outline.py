"""How a row of a briefing's outline is painted: sections as headings, lines with their badges."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefreader.i18n import _, number
from briefreader.ui.delegates.entry_words import Piece, laid_out
from briefreader.ui.delegates.grounds import begin
from briefreader.ui.models.outline import OutlineModel, Row
from briefreader.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_LEFT, _ICON, _PAD, _MARGIN = 14, 16, 6, 10
_LINES = 3  # that a line of the briefing has: two often end before what sets it apart
_KEPT = 10_000  # heights that are remembered: the view asks for those of all rows whenever one has changed
_CHANGES = {
    "new": ("plus", "accent"), "corroborated": ("check", "success"),
    "contradicted": ("alert-triangle", "danger"),
    "superseded": ("clock", "warning"), "source changed": ("refresh", "warning"),
}  # fmt: skip
"""The sign and colour role of what has become of a line."""


class OutlineDelegate(QStyledItemDelegate):
    """Paints the rows of an outline; text is always plain."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent
        self._heights: dict[tuple[str, int], int] = {}  # of lines, by words and room
        theme.changed.connect(self._heights.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the words need at the view's width."""
        row = _row(index)
        viewport = getattr(self._view, "viewport", None)
        width = viewport().width() if viewport is not None else 260
        if row.line is None:
            return QSize(width, self._theme.font("strong").pixelSize() + 2 * _PAD + 8)
        key = row.words, self._room(row, width)
        if key not in self._heights:
            if len(self._heights) > _KEPT:
                self._heights.clear()
            self._heights[key] = round(laid_out(self._piece(row), key[1])[1])
        return QSize(width, self._heights[key] + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row, mirrored where the layout is."""
        row = _row(index)
        begin(painter)
        rect: QRect = option.rect
        self._ground(painter, rect, option)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left = _LEFT + (12 if row.line is not None else 4)
        ratio = painter.device().devicePixelRatio()

        def at(x: float, width: float) -> float:
            return rect.right() + 1 - x - width if mirrored else rect.left() + x

        role = "accent" if row.proposed and row.line is not None else "text.muted"
        icon = self._theme.pixmap(row.icon, role, _ICON, ratio)
        painter.drawPixmap(QPointF(at(left, _ICON), rect.top() + _PAD + 1), icon)
        room = self._room(row, rect.width())
        layout, _height = laid_out(self._piece(row), room)
        painter.setPen(self._theme.colour(self._piece(row).role))
        layout.draw(painter, QPointF(at(left + _ICON + 8, room), rect.top() + _PAD))
        right = float(_MARGIN)
        for name, colour in self._badges(row):
            picture = self._theme.pixmap(name, colour, 14, ratio)
            painter.drawPixmap(QPointF(at(rect.width() - right - 14, 14), rect.top() + _PAD + 2), picture)
            right += 18
        said = self._count(row)
        if said:
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.colour("text.muted"))
            wide = self._count_width(row)
            box = QRectF(at(rect.width() - right - wide, wide), rect.top(), wide, rect.height())
            flag = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
            painter.drawText(box, flag | Qt.AlignmentFlag.AlignVCenter, said)
        painter.restore()

    def _badges(self, row: Row) -> list[tuple[str, str]]:
        found = []
        if row.faults:
            found.append(("alert-triangle", "warning"))
        if row.change in _CHANGES:
            found.append(_CHANGES[row.change])
        if row.proposed and row.line is not None:
            found.append(("help", "accent"))
        elif row.line is not None and row.line.assessment:
            found.append(("message-2", "text.muted"))
        return found

    @staticmethod
    def _count(row: Row) -> str:
        if row.part is None or row.line is not None:
            return ""
        count = number(len(row.part.lines)) if row.part.lines else ""
        return _("{n} new").format(n=number(row.proposed)) if row.proposed else count

    def _count_width(self, row: Row) -> int:
        said = self._count(row)
        metrics = QFontMetricsF(self._theme.font("small"))
        return round(metrics.horizontalAdvance(said)) + 8 if said else 0

    def _piece(self, row: Row) -> Piece:
        if row.line is None:
            return Piece(row.words, self._theme.font("strong"), "text", 1)
        empty = row.line.worded and not row.line.text.strip()
        return Piece(row.words, self._theme.font("ui"), "text.muted" if empty else "text", _LINES)

    def _room(self, row: Row, width: int) -> int:
        left = _LEFT + _ICON + 8 + (12 if row.line is not None else 4)
        taken = 18 * len(self._badges(row)) + self._count_width(row)
        return max(60, width - left - _MARGIN - taken)

    def _ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        state, ground = option.state, QRectF(rect).adjusted(4, 1, -4, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self._theme.colour("selection"))
            painter.drawRoundedRect(ground, 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _row(index: Index) -> Row:
    model = index.model()
    assert isinstance(model, OutlineModel)
    row = model.row(index)
    assert row is not None
    return row

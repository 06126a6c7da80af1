"""How a row of the source list is painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from briefreader.i18n import number
from briefreader.ui.delegates.grounds import begin
from briefreader.ui.models.sources import Source, SourceRole
from briefreader.ui.theme import Theme

_ICON = 16
_SIDE = 8  # px outside the rounded ground of a row
_PAD = 8  # px inside it


class SourceDelegate(QStyledItemDelegate):
    """Paints icon, name and count; headings stand smaller, above what they head."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(  # noqa: D102
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        source: Source = index.data(SourceRole)
        font = self._theme.font("heading" if source.kind == "heading" else "ui")
        height = QFontMetrics(font).height()
        return QSize(120, height + (22 if source.kind == "heading" else 13))

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        source: Source = index.data(SourceRole)
        begin(painter)
        if source.kind == "heading":
            self._paint_heading(painter, option, index, source)
        else:
            self._paint_row(painter, option, source)
        painter.restore()

    def _keys_here(self, option: QStyleOptionViewItem) -> bool:
        view = option.widget
        focus = option.state & QStyle.StateFlag.State_HasFocus
        return bool(focus) and getattr(view, "by_keys", True)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection"))
            painter.drawRoundedRect(box, 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver and state & QStyle.StateFlag.State_Enabled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(box, 6, 6)
        if self._keys_here(option):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 1.5))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, source: Source) -> None:
        box: QRect = option.rect.adjusted(_SIDE, 1, -_SIDE, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if source.kind != "none":
            self._paint_ground(painter, option, box)
        muted = source.kind == "none" or (not source.count and not selected)
        role = "selection.text" if selected else "text.faint" if muted else "text"
        inner = box.adjusted(_PAD, 0, -_PAD, 0)
        ratio = painter.device().devicePixelRatioF()
        if source.icon:
            icon = self._theme.pixmap(source.icon, role if selected or muted else "text.muted", _ICON, ratio)
            painter.drawPixmap(inner.left(), inner.center().y() - _ICON // 2 + 1, icon)
        inner.setLeft(inner.left() + _ICON + 8)
        count = number(source.count) if source.kind != "none" else ""
        small = self._theme.font("small")
        room = QFontMetrics(small).horizontalAdvance(count)
        painter.setFont(small)
        painter.setPen(self._theme.colour(role if selected or muted else "text.muted"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        inner.setRight(inner.right() - room - 6)
        font = self._theme.font("strong" if selected else "ui")
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        label = QFontMetrics(font).elidedText(source.label, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)

    def _paint_heading(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        source: Source,
    ) -> None:
        rect: QRect = option.rect
        box = rect.adjusted(_SIDE, 10, -_SIDE, 0)
        if self._keys_here(option):
            painter.setPen(QPen(self._theme.colour("accent"), 1.5))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        painter.setFont(self._theme.font("heading"))
        painter.setPen(self._theme.colour("text.muted"))
        inner = box.adjusted(_PAD, 0, -_PAD, 0)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, flags, source.label.upper())
        view = option.widget
        opened = isinstance(view, QTreeView) and view.isExpanded(view.model().index(index.row(), 0))
        self._paint_arrow(painter, QPointF(inner.right() - 4, inner.center().y() + 1), opened)

    def _paint_arrow(self, painter: QPainter, at: QPointF, opened: bool) -> None:
        points = [QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)]
        if not opened:
            points = [QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)]
        painter.setPen(QPen(self._theme.colour("text.muted"), 1.4))
        painter.drawPolyline(QPolygonF([at + point for point in points]))

"""The heads of the columns of figures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from briefreader.i18n import _
from briefreader.ui.models.figures import COLUMNS
from briefreader.ui.theme import Theme

_PAD = 8
_ARROW = 12


class FiguresHeader(QHeaderView):
    """Names of columns in small print; the one that the rows are in order of has an arrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._ordered: tuple[int, bool] | None = None
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        theme.changed.connect(self.viewport().update)

    def show_order(self, column: int, rising: bool) -> None:
        """Say which column the rows are in order of."""
        self._ordered = (column, rising)
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(super().sizeHint().width(), QFontMetrics(self._theme.font("small")).height() + 12)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint the name of a column."""
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.colour("panel"))
        painter.setPen(QPen(theme.colour("border.strong"), 1))
        painter.drawLine(
            QPointF(rect.left(), rect.bottom() + 0.5), QPointF(rect.right() + 1, rect.bottom() + 0.5)
        )
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text.muted"))
        room = rect.adjusted(_PAD, 0, -4, 0)
        ordered = self._ordered is not None and self._ordered[0] == logicalIndex
        words = painter.fontMetrics().elidedText(
            _(COLUMNS[logicalIndex]),
            Qt.TextElideMode.ElideRight,
            room.width() - (_ARROW + 4 if ordered else 0),
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        if ordered and self._ordered is not None:
            icon = "chevron-up" if self._ordered[1] else "chevron-down"
            ratio = painter.device().devicePixelRatioF()
            left = room.left() + painter.fontMetrics().horizontalAdvance(words) + 4
            picture = theme.pixmap(icon, "text.muted", _ARROW, ratio)
            painter.drawPixmap(QPointF(left, QRectF(rect).center().y() - _ARROW / 2), picture)
        painter.restore()

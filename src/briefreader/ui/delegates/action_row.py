"""How an action of a list is painted: its words, where it is found, and its keys at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from briefreader.ui.delegates.grounds import paint_ground
from briefreader.ui.models.action_rows import ActionRow
from briefreader.ui.theme import Theme

_PAD, _GAP, _ICON = 10, 10, 18


class ActionRowDelegate(QStyledItemDelegate):
    """Paints ActionRows; ``icon`` gives the picture of one by its name."""

    def __init__(self, theme: Theme, icon: Callable[[str], QIcon] | None = None) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon

    def height(self) -> int:
        """Return the height of a row."""
        return round(QFontMetricsF(self._theme.font()).height()) + 16

    def sizeHint(  # noqa: D102
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(option.rect.width(), self.height())

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: ActionRow = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        paint_ground(painter, self._theme, option, 4, _PAD)
        left, right = option.rect.left() + 4 + _PAD, option.rect.right() - 4 - _PAD
        box = QRectF(left, option.rect.top(), right - left, option.rect.height())
        if self._icon is not None:
            mode = QIcon.Mode.Normal if row.able else QIcon.Mode.Disabled
            top = round(box.center().y() - _ICON / 2)
            self._icon(row.name).paint(
                painter, left, top, _ICON, _ICON, Qt.AlignmentFlag.AlignCenter, mode
            )  # fmt: skip
            box.setLeft(left + _ICON + _GAP)
        self._words(painter, row, box)
        painter.restore()

    def _words(self, painter: QPainter, row: ActionRow, box: QRectF) -> None:
        """Draw from the right what is short, and give the rest of the row to what it does."""
        strong, small = self._theme.font("strong"), self._theme.font("small")
        box = self._draw(painter, box, row.keys, strong, "text" if row.able else "text.faint", right=True)
        text = QFontMetricsF(self._theme.font()).horizontalAdvance(row.text)
        note = QRectF(box)
        note.setLeft(min(box.left() + text + _GAP, box.right()))
        left = self._draw(painter, note, row.note, small, "text.muted", right=True)
        box.setRight(left.right())
        box = self._draw(painter, box, row.text, self._theme.font(), "text" if row.able else "text.faint")
        self._draw(painter, box, row.place, small, "text.faint")

    def _draw(
        self, painter: QPainter, box: QRectF, text: str, font: QFont, role: str, right: bool = False
    ) -> QRectF:
        """Draw a text at an end of a box, and return what is left of the box."""
        if not text or box.width() <= 0:
            return box
        metrics = QFontMetricsF(font)
        said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, said)
        taken = metrics.horizontalAdvance(said) + _GAP
        return box.adjusted(0, 0, -taken, 0) if right else box.adjusted(taken, 0, 0, 0)

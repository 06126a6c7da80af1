"""The list below the timeline: the moments in view, each one click from its passage."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget

from briefreader.i18n import _
from briefreader.ui.delegates.moment import MomentDelegate
from briefreader.ui.models.moments import MomentsModel
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.row_table import as_painted_rows, give_height
from briefreader.ui.views.timeline_words import say_sign


class MomentTable(QTableView):
    """Moments in rows of one height."""

    wanted = Signal(int)
    """The row of the moments to be opened: a click or Enter."""
    passed = Signal(int)
    """The row of the moments that the keyboard has come to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.moments = MomentsModel(self)
        self._rows = MomentDelegate(theme, self)
        self._following = False
        self.setAccessibleName(_("Moments in view"))
        as_painted_rows(self, QAbstractItemView.SelectionMode.SingleSelection)
        self.setModel(self.moments)
        self.setItemDelegate(self._rows)
        self.clicked.connect(lambda index: self.wanted.emit(self.moments.rows[index.row()]))
        self.selectionModel().currentRowChanged.connect(self._moved)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        height = self._rows.height()
        give_height(self, height, height // 2)

    def current(self) -> int | None:
        """Return the row of the moment that the list stands at."""
        index = self.currentIndex()
        return self.moments.rows[index.row()] if index.isValid() else None

    def reveal(self, row: int | None) -> bool:
        """Stand at a moment without telling anybody; tell whether it is in the list."""
        place = None if row is None else self.moments.place_of(row)
        self._following = True
        if place is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            index = self.moments.index(place, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self._following = False
        return place is not None

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid() and not self._following:
            self.passed.emit(self.moments.rows[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, go to the ends with Home and End; letters go to the window."""
        row = self.current()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.wanted.emit(row)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.moments.rows:
            last = len(self.moments.rows) - 1
            self.setCurrentIndex(self.moments.index(0 if event.key() == Qt.Key.Key_Home else last, 0))
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show in a tooltip what a row has no room for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            words = say_sign(self.moments.moment(index.row())) if index.isValid() else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
            return True
        return super().viewportEvent(event)

"""A field and a list under it: typing narrows the list, Enter takes a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QTableView, QVBoxLayout, QWidget

from briefreader.i18n import _, plural
from briefreader.ui.delegates.action_row import ActionRowDelegate
from briefreader.ui.models.action_rows import ActionRow, ActionRows
from briefreader.ui.theme import Theme
from briefreader.ui.views.row_table import as_painted_rows, give_height
from briefreader.ui.views.search import name_clear_button

_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Flag = QItemSelectionModel.SelectionFlag


class Chooser(QWidget):
    """Finds actions by their words.

    The keyboard may stay in the field: Enter takes the first row found. The arrows go down into the
    list, where a screen reader reads each row; letters that are typed there go to the field.
    """

    taken = Signal(object)
    """The ActionRow that was taken, by Enter or a double click."""
    moved = Signal(object)
    """The ActionRow that is chosen now, None without one."""

    def __init__(
        self,
        find: Callable[[str], Sequence[ActionRow]],
        delegate: ActionRowDelegate,
        theme: Theme,
        parent: QWidget | None = None,
        one_click: bool = False,
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._model = ActionRows(self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("Find an action"))
        self.field.setAccessibleName(_("Find an action"))
        self.field.setClearButtonEnabled(True)
        name_clear_button(self.field)
        self.list = QTableView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(delegate)
        delegate.setParent(self.list)
        self.list.setAccessibleName(_("Actions"))
        as_painted_rows(self.list, QAbstractItemView.SelectionMode.SingleSelection)
        self._delegate = delegate
        self._fit_rows()
        theme.changed.connect(self._fit_rows)  # a method of ours ends with us, a lambda would not
        self.nothing = QLabel(_("No action has these words."), self)
        self.nothing.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(lambda _words: self._search())
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        clicked = self.list.clicked if one_click else self.list.doubleClicked
        clicked.connect(lambda _index: self._take())
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self.moved.emit(self.row()))
        self._search()

    def _fit_rows(self) -> None:
        give_height(self.list, self._delegate.height(), self._delegate.height())

    def row(self) -> ActionRow | None:
        """Return the row that is chosen."""
        index = self.list.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def rows(self) -> list[ActionRow]:
        """Return the rows that were found."""
        return list(self._model.rows)

    def show_again(self) -> None:
        """Search anew, and stay with the row that is chosen."""
        here = self.row()
        self._search()
        for number, row in enumerate(self._model.rows):
            if here is not None and row.name == here.name:
                self._go(number)

    def _search(self) -> None:
        self._model.show(self._find(self.field.text()))
        found = self._model.rowCount()
        self.nothing.setVisible(not found)
        self._go(0)
        if self.field.text():
            self._announce(found)

    def _announce(self, found: int) -> None:
        first = self.row()
        said = plural("{n} action", "{n} actions", found) + (f": {first.spoken}" if first else "")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said))

    def _go(self, number: int) -> None:
        index = self._model.index(number, 0) if number < self._model.rowCount() else QModelIndex()
        self.list.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.list.scrollTo(index)
        self.moved.emit(self.row())

    def _take(self) -> None:
        row = self.row()
        if row is not None:
            self.taken.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of the field reach the list, and those of the list the field."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in _ENTER:
            self._take()
            return True
        if watched is self.field:
            return self._field_key(event)
        return self._list_key(event)

    def _field_key(self, event: QKeyEvent) -> bool:
        if event.key() not in _DOWN or not self._model.rowCount():
            return False
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go(min(self.list.currentIndex().row() + 1, self._model.rowCount() - 1))
        return True

    def _list_key(self, event: QKeyEvent) -> bool:
        up_and_out = event.key() == Qt.Key.Key_Up and self.list.currentIndex().row() <= 0
        typed = event.text() and event.text().isprintable() and event.key() != Qt.Key.Key_Space
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if up_and_out or (typed and not held):
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            if typed:
                self.field.insert(event.text())
            return True
        return False

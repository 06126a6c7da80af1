"""A long list of painted rows of one height: a table of one column, which resets at once at any length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyledItemDelegate, QTableView, QWidget

from briefreader.i18n import _
from briefreader.ui.theme import Theme

_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Flag = QItemSelectionModel.SelectionFlag


class _Painting(Protocol):
    def height(self) -> int:
        """Return the height of a row."""


class RowTable(QTableView):
    """Rows painted by a delegate; arrows and j and k move, Enter or a double click enters a row."""

    entered = Signal(object)
    """The index of a row that was entered."""
    chosen = Signal()
    """Other rows are selected."""

    def __init__(
        self,
        model: QAbstractItemModel,
        delegate: QStyledItemDelegate,
        theme: Theme,
        name: str,
        parent: QWidget | None = None,
        several: bool = False,
    ) -> None:
        super().__init__(parent)
        assert hasattr(delegate, "height")
        self._painting: _Painting = delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self._set_up(several)
        self.selectionModel().selectionChanged.connect(lambda _chosen, _left: self.chosen.emit())
        theme.changed.connect(self.dress)
        self.dress()

    def _set_up(self, several: bool) -> None:
        mode = QAbstractItemView.SelectionMode
        as_painted_rows(self, mode.ExtendedSelection if several else mode.SingleSelection)
        if several:
            self.setAccessibleDescription(_("Ctrl+click or Shift and the arrows choose several rows."))

    def dress(self) -> None:
        """Take the height of the rows from their fonts."""
        height = self._painting.height()
        give_height(self, height, max(12, height // 3))

    def selected_rows(self) -> list[int]:
        """Return the selected rows, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def choose(self, row: int) -> None:
        """Select one row and show it."""
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)

    def choose_rows(self, rows: Sequence[int]) -> None:
        """Select these rows without moving the list; the first has the keyboard."""
        found = QItemSelection()
        for row in rows:
            found.select(self.model().index(row, 0), self.model().index(row, 0))
        self.selectionModel().select(found, _Flag.ClearAndSelect | _Flag.Rows)
        if rows:
            self.selectionModel().setCurrentIndex(self.model().index(rows[0], 0), _Flag.NoUpdate)

    def step(self, by: int) -> None:
        """Go so many rows down, or up; from nowhere, to the first or last."""
        last = self.model().rowCount() - 1
        if last < 0:
            return
        here = self.currentIndex().row() if self.currentIndex().isValid() else (-1 if by > 0 else last + 1)
        self.choose(min(max(here + by, 0), last))

    def event(self, event: QEvent) -> bool:  # noqa: D102
        moves = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if moves and _plain(event) and event.key() in _STEPS:  # type: ignore[arg-type, attr-defined]
            event.accept()  # in a list of its own they move in it, not among the articles
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if _plain(event) and event.key() in _STEPS:
            self.step(_STEPS[Qt.Key(event.key())])
        elif _plain(event) and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            rows = self.model().rowCount()
            self.step(-rows if event.key() == Qt.Key.Key_Home else rows)
        elif event.key() in _ENTER and self.currentIndex().isValid():
            self.entered.emit(self.currentIndex())
        elif _plain(event) and event.text().isprintable() and event.text():
            event.ignore()  # letters that mean nothing here go to the window
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.entered.emit(index)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.step(1)
        super().focusInEvent(event)

    def moveCursor(  # noqa: D102
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self.model().rowCount() - 1,
        }
        if action in ends:  # of the list: in a table they go to the ends of the one-celled row
            return self.model().index(ends[action], 0)
        return super().moveCursor(action, modifiers)


def _plain(event: QKeyEvent) -> bool:
    return event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def as_painted_rows(table: QTableView, mode: QAbstractItemView.SelectionMode) -> None:
    """Make a table a list of rows that its delegate paints: one column, no grid, nothing to edit."""
    table.setObjectName("documents")  # the style sheet takes the ground of selected rows away for it
    table.horizontalHeader().hide()
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setMinimumSectionSize(1)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    as_whole_rows(table, mode)


def as_whole_rows(table: QTableView, mode: QAbstractItemView.SelectionMode) -> None:
    """Let a table be chosen from by whole rows, without a frame, a grid or anything to edit."""
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setMouseTracking(True)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(mode)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)


def give_height(table: QTableView, height: int, step: int) -> None:
    """Give all rows one height, and the wheel its step; both in logical pixels."""
    table.verticalHeader().setMinimumSectionSize(height)
    table.verticalHeader().setDefaultSectionSize(height)
    table.verticalScrollBar().setSingleStep(step)
    table.viewport().update()

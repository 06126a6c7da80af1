"""The cards of the document list: moving, selecting, and keeping one's place."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from briefreader.domain.query import Query
from briefreader.i18n import _
from briefreader.ui.corpus import Corpus, Opened
from briefreader.ui.delegates.document import DocumentDelegate
from briefreader.ui.models.documents import DocumentsModel
from briefreader.ui.theme import Theme
from briefreader.ui.views.row_table import as_painted_rows, give_height

_OPENING = 150  # ms: while a key is held, at most one document is opened in this time
_RESELECTED = 1000  # at most so many selected rows are found again after the list has changed
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
_Flag = QItemSelectionModel.SelectionFlag


class DocumentTable(QTableView):
    """One card in each row. What is selected is opened; what is opened is selected."""

    reader_requested = Signal()
    """Enter was pressed: the reader is to have the keyboard."""
    menu_requested = Signal(object)
    """Where, on the screen, a menu for the selected documents is to open."""

    def __init__(self, corpus: Corpus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corpus, self._theme = corpus, theme
        self._following = False
        self._wanted: str | None = None  # to be opened when the pause is over
        self._pause = QTimer(self, singleShot=True, interval=_OPENING)
        self._pause.timeout.connect(self._open_wanted)
        self._before: tuple[Query, list[str], list[tuple[str, int]]] | None = None
        self.documents = DocumentsModel(corpus, self)
        self.cards = DocumentDelegate(theme, self)
        self.setAccessibleName(_("Documents"))
        as_painted_rows(self, QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setModel(self.documents)
        self.setItemDelegate(self.cards)
        self.documents.modelAboutToBeReset.connect(self._remember)
        self.documents.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self._selected)
        corpus.document_opened.connect(self._follow)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        height = self.cards.height()
        give_height(self, height, height // 3)

    # -- selecting opens ----------------------------------------------------------------------

    @property
    def selected(self) -> list[str]:
        """Return the selected documents, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.documents.ids[row] for row in rows]

    def _selected(self, chosen: QItemSelection, left: QItemSelection) -> None:
        """Open the one selected document; assistive technology selects without a current row."""
        if self._following:
            return
        rows = self.selectionModel().selectedRows()
        if len(rows) != 1:
            return
        if self.currentIndex().row() != rows[0].row():
            self.selectionModel().setCurrentIndex(rows[0], _Flag.NoUpdate)
        self._wanted = self.documents.ids[rows[0].row()]
        if not self._pause.isActive():
            self._open_wanted()

    def _open_wanted(self) -> None:
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._corpus.open_document(wanted)
            self._pause.start()

    def _follow(self, opened: Opened | None) -> None:
        """Select the document that was opened, unless the user is further already."""
        if self._wanted is None:
            self.show_opened()

    def show_opened(self) -> None:
        """Select the open document if it is in the list, and nothing if it is not."""
        opened = self._corpus.opened
        row = None if opened is None else self.documents.place_of(opened.document.id)
        self._following = True
        if row is None:
            self.selectionModel().clear()
        else:
            index = self.documents.index(row, 0)
            several = self.selectionModel().isSelected(index)
            flags = _Flag.NoUpdate if several else _Flag.ClearAndSelect | _Flag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)
        self._following = False

    # -- keeping the place --------------------------------------------------------------------

    def _remember(self) -> None:
        """Note what is selected and what stands where, before the list becomes another."""
        height, ids = self.cards.height(), self.documents.ids
        top = self.verticalScrollBar().value()
        first, last = top // height, (top + self.viewport().height()) // height
        visible = [(ids[row], row * height - top) for row in range(first, min(last + 1, len(ids)))]
        opened = self._corpus.opened
        current = [each for each in visible if opened is not None and each[0] == opened.document.id]
        self._before = self.documents.query, self.selected[:_RESELECTED], current + visible

    def _restore(self) -> None:
        """Select the same documents, and let them stand where they stood."""
        if self._before is None:
            return
        query, selected, visible = self._before
        self._reselect(selected)
        opened = self._corpus.opened
        anchors = visible
        if query != self.documents.query:  # another list: only the document being read is an anchor
            anchors = [each for each in visible if opened is not None and each[0] == opened.document.id]
        self.updateGeometries()
        for id, offset in anchors:
            row = self.documents.place_of(id)
            if row is not None:
                self.verticalScrollBar().setValue(row * self.cards.height() - offset)
                return
        self.verticalScrollBar().setValue(0)
        self.show_opened()

    def _reselect(self, selected: list[str]) -> None:
        opened = self._corpus.opened
        rows = [self.documents.place_of(id) for id in selected]
        found = QItemSelection()
        for row in rows:
            if row is not None:
                found.select(self.documents.index(row, 0), self.documents.index(row, 0))
        here = None if opened is None else self.documents.place_of(opened.document.id)
        self._following = True
        self.selectionModel().select(found, _Flag.ClearAndSelect)
        if here is not None:
            flags = _Flag.NoUpdate if found.count() else _Flag.Select
            self.selectionModel().setCurrentIndex(self.documents.index(here, 0), flags)
        self._following = False

    # -- keyboard and mouse -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with j and k as with the arrows; letters that mean nothing here go to the window."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in _STEPS:
            self.step(_STEPS[Qt.Key(event.key())])
        elif plain and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            rows = self.documents.rowCount()
            self.step(-rows if event.key() == Qt.Key.Key_Home else rows)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reader_requested.emit()
        elif plain and event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Go so many documents down the list, or up; from nowhere, to its first or last."""
        last = self.documents.rowCount() - 1
        if last < 0:
            return
        here = self.currentIndex().row() if self.currentIndex().isValid() else (-1 if by > 0 else last + 1)
        index = self.documents.index(min(max(here + by, 0), last), 0)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.reader_requested.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102
        if not self.selected:
            return
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box: QRect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(box.center())
        self.menu_requested.emit(place)

    def moveCursor(  # noqa: D102
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self.documents.rowCount() - 1,
        }
        if action in ends:  # of the list: in a table they go to the ends of the one-celled row
            return self.documents.index(ends[action], 0)
        return super().moveCursor(action, modifiers)

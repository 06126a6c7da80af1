"""The outline of a briefing as a tree in which lines and sections are chosen and dragged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from briefreader.domain.outline import Outline
from briefreader.i18n import _
from briefreader.ui.delegates.outline import OutlineDelegate
from briefreader.ui.models.outline import OutlineModel, Row
from briefreader.ui.theme import Theme

_FLAGS = QItemSelectionModel.SelectionFlag


class OutlineTree(QTreeView):
    """Shows an outline; what is chosen and what was open stays so when it changes."""

    chosen = Signal(object)
    """The row that has the keyboard, or None."""
    entered = Signal()
    """Enter, or a double click: the text of the row is wanted."""
    menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = OutlineModel(self)
        self.setModel(self.outline)
        self.setItemDelegate(OutlineDelegate(theme, self))
        self.setAccessibleName(_("Outline"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(500)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self.menu_requested.emit(self.viewport().mapToGlobal(at))
        )
        self.doubleClicked.connect(lambda _index: self.entered.emit())
        self.selectionModel().currentChanged.connect(
            lambda now, _before: self.chosen.emit(self.outline.row(now))
        )
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        theme.changed.connect(self.viewport().update)
        self._closed: set[str] = set()
        self._placing = False
        self.collapsed.connect(lambda index: self._remember(self.outline.row(index), False))
        self.expanded.connect(lambda index: self._remember(self.outline.row(index), True))

    def show_outline(
        self,
        outline: Outline | None,
        changes: Mapping[str, str] | None = None,
        faults: Mapping[str, int] | None = None,
    ) -> None:
        """Show an outline; what was chosen stays chosen, or else what stands in its place."""
        here, several = self.current(), self.ids()
        at = self.currentIndex()
        place = (at.parent().row(), at.row())
        bar = self.verticalScrollBar().value()
        self._placing = True
        if self.outline.show(outline, changes, faults):
            for row in range(self.outline.rowCount()):
                index = self.outline.index(row, 0)
                found = self.outline.row(index)
                self.setExpanded(index, found is not None and found.id not in self._closed)
            self._choose_again(here, several, place)
            self.verticalScrollBar().setValue(bar)
        self._placing = False
        now = self.current()
        if (now.id if now else "") != (here.id if here else "") or now != here:
            self.chosen.emit(now)

    def current(self) -> Row | None:
        """Return the row that has the keyboard."""
        return self.outline.row(self.currentIndex())

    def ids(self) -> list[str]:
        """Return the ids of the chosen rows from the top."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=lambda i: (i.parent().row(), i.row()))
        return [row.id for index in rows if (row := self.outline.row(index)) is not None]

    def line_ids(self) -> list[str]:
        """Return the ids of the chosen lines; of a chosen section, those of all its lines."""
        found: list[str] = []
        for index in self.selectionModel().selectedIndexes():
            row = self.outline.row(index)
            if row is not None and row.line is not None:
                found.append(row.id)
            elif row is not None and row.part is not None:
                found += [line.id for line in row.part.lines]
        return list(dict.fromkeys(found))

    def choose(self, ids: Sequence[str]) -> None:
        """Choose rows, the first of which gets the keyboard."""
        indexes = [index for id in ids if (index := self.outline.find(id)).isValid()]
        if not indexes:
            return
        chosen = QItemSelection()
        for index in indexes:
            if index.parent().isValid():
                self.expand(index.parent())
            chosen.select(index, index)
        self.selectionModel().setCurrentIndex(indexes[0], _FLAGS.NoUpdate)
        self.selectionModel().select(chosen, _FLAGS.ClearAndSelect)
        self.scrollTo(indexes[0])

    def _choose_again(self, here: Row | None, several: list[str], place: tuple[int, int]) -> None:
        model = self.outline
        ids = [id for id in several if model.find(id).isValid()]
        if here is not None and model.find(here.id).isValid():
            self.choose([here.id, *(id for id in ids if id != here.id)])
            return
        above = model.index(place[0], 0) if place[0] >= 0 else None
        rows = model.rowCount(above)
        index = model.index(min(place[1], rows - 1), 0, above) if rows and place[1] >= 0 else None
        index = index or above or model.index(min(1, model.rowCount() - 1), 0)
        if index is not None and index.isValid():
            found = model.row(index)
            self.choose([found.id] if found is not None else [])

    def _remember(self, row: Row | None, opened: bool) -> None:
        if row is not None and not self._placing:
            (self._closed.discard if opened else self._closed.add)(row.id)

    # -- what Qt calls ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the text with Enter; open and close sections with the arrows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # with Alt the arrows move lines
        elif event.text().strip() and event.text().isprintable():
            event.ignore()  # letters are the window's, not for looking up rows by their first letters
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102
        super().dragEnterEvent(event)
        self._copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Copy what comes from elsewhere, whatever it proposes: it stays where it was."""
        super().dragMoveEvent(event)
        self._copy(event)

    def _copy(self, event: QDragMoveEvent) -> None:
        if event.isAccepted() and event.source() is not self:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

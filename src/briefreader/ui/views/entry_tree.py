"""A tree of entries: click or Enter goes to the passage, again to the next one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QStackedWidget, QTreeView, QVBoxLayout, QWidget

from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.ui.delegates.entry import EntryDelegate
from briefreader.ui.models.entries import REJECTED, Entry, Group
from briefreader.ui.models.entries_model import EntriesModel, Explain
from briefreader.ui.theme import Theme

_LAID_OUT_MS = 50
_CHOOSING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a choice is: the keys of its entry, the numbers of group, entry and detail (-1: none)."""

    keys: frozenset[str]
    group: int
    row: int
    detail: int
    closed: bool


class _Tree(QTreeView):
    """A tree whose rows are measured again when its width changes, and that opens a row by its chevron."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed = False
        self.choosing = False
        """Whether the last press was one that adds rows to the chosen ones."""
        self.entries = EntriesModel(self)
        self.painted = EntryDelegate(theme, self)
        self.setModel(self.entries)
        self.setItemDelegate(self.painted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if event.size().height() < event.oldSize().height():  # what shows up below may hide the chosen row
            self.scrollTo(self.currentIndex())

    def choose(self, index: QModelIndex) -> None:
        """Choose a row alone; Qt's own way would take a Ctrl held for something else into account."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)

    def toggle(self, index: QModelIndex) -> None:
        """Open an entry or close it; a detail closes its entry."""
        entry = index if self.entries.detail(index) is None else self.entries.parent(index)
        if self.entries.entry(entry) is not None and self.entries.hasChildren(entry):
            opened = self.isExpanded(entry)
            if opened and entry != index:
                self.choose(entry)
            self.setExpanded(entry, not opened)
            if not opened:
                opened_at = QPersistentModelIndex(entry)
                # Only when it has been laid out is it known how high the rows are.
                QTimer.singleShot(_LAID_OUT_MS, self, lambda: self._show_opened(opened_at))

    def _show_opened(self, at: QPersistentModelIndex) -> None:
        """Scroll to what an entry opens to, but not so far that the entry itself is out of sight."""
        entry = self.entries.index(at.row(), 0, at.parent()) if at.isValid() else QModelIndex()
        if entry.isValid() and self.isExpanded(entry):
            self.scrollTo(self.entries.index(self.entries.rowCount(entry) - 1, 0, entry))
            self.scrollTo(entry)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.choosing = bool(event.modifiers() & _CHOOSING)
        self._pressed = self._take(event)
        if not self._pressed:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._take(event)
        if not self._pressed:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # A press on the chevron is no click on the row, so the row does not hear of its end either.
        if self._pressed:
            self._pressed = False
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def _take(self, event: QMouseEvent) -> bool:
        """Open or close the row if the press is on its chevron; tell whether it was."""
        index = self.indexAt(event.position().toPoint())
        on_chevron = (
            event.button() == Qt.MouseButton.LeftButton
            and self.entries.entry(index) is not None
            and self.entries.hasChildren(index)
            and self.painted.on_chevron(self.visualRect(index), event.position().toPoint())
        )
        if on_chevron:
            self.choose(index)
            self.toggle(index)
            event.accept()
        return on_chevron


class EntryTree(QStackedWidget):
    """Entries in groups, or a sentence that says why there are none."""

    passage_chosen = Signal(object, object)
    """An entry and the span of it to show; None if it has none."""
    claim_chosen = Signal(str)
    """The id of a claim that an opened entry names."""
    menu_requested = Signal(object, QPoint)
    """An entry and where on the screen its menu is to open."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closed = {"rejected" + _(REJECTED)}
        self._explained: set[str] = set()
        self._turn: tuple[str, int] = ("", 0)
        self.tree = _Tree(theme, self)
        self.model = self.tree.entries
        self._delegate = self.tree.painted
        self.tree.setAccessibleName(name)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setMouseTracking(True)
        self.tree.setDragEnabled(True)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.tree.clicked.connect(self._clicked)
        self.tree.activated.connect(self._activated)
        self.tree.collapsed.connect(lambda index: self._remember(index, False))
        self.tree.expanded.connect(lambda index: self._remember(index, True))
        theme.changed.connect(self.tree.scheduleDelayedItemsLayout)  # fonts may be others
        theme.changed.connect(self.tree.viewport().update)
        self._empty = QLabel(self)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._empty.setProperty("role", "muted")
        page = QWidget(self)
        page.setObjectName("panel")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(24, 40, 24, 24)
        inside.addWidget(self._empty)
        self.addWidget(self.tree)
        self.addWidget(page)

    def show_groups(self, groups: Sequence[Group], empty: str, explain: Explain | None = None) -> None:
        """Show groups; ``empty`` is said if there are none. What was open, chosen and scrolled to stays.

        ``explain`` returns what an entry opens to. A chosen entry that has gone into a closed group
        leaves the choice to the one that stands in its place.
        """
        here = self._place()
        several = frozenset().union(*(entry.keys for entry in self.chosen()))
        bar = self.tree.verticalScrollBar()
        place = bar.value()
        seen = self._seen()
        self.model.show(groups, explain)
        self._empty.setText(empty)
        self.setCurrentIndex(0 if groups else 1)
        for row, group in enumerate(self.model.groups):
            self.tree.setExpanded(self.model.index(row, 0), group.kind + group.title not in self._closed)
        for key in tuple(self._explained):
            index = self.model.find(key)
            if index.isValid():
                self.tree.expand(index)
        if here is not None:
            self._choose(self._found(here))
        self._choose_also(several)
        QTimer.singleShot(0, self.tree, lambda: self._scroll_to(place, seen))

    def _seen(self) -> bool:
        """Tell whether the chosen row is in sight."""
        there = self.tree.visualRect(self.tree.currentIndex())
        return not there.isEmpty() and self.tree.viewport().rect().intersects(there)

    def _scroll_to(self, place: int, seen: bool) -> None:
        """Scroll to where the tree was; but what was in sight when it was acted on stays in sight."""
        self.tree.verticalScrollBar().setValue(place)
        if seen and self.tree.currentIndex().isValid() and not self._seen():
            self.tree.scrollTo(self.tree.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def current(self) -> Entry | None:
        """Return the chosen entry; of a row below it, the entry that it belongs to."""
        return self.model.owner(self.tree.currentIndex())

    def chosen(self) -> list[Entry]:
        """Return all chosen entries in their order, or the one that has the keyboard."""
        rows = self.tree.selectionModel().selectedIndexes()
        found = {entry.key: entry for index in rows if (entry := self.model.owner(index)) is not None}
        here = self.current()
        if here is not None and here.key not in found:
            return [here]
        order = {key: place for place, key in enumerate(self._order())}
        return sorted(found.values(), key=lambda entry: order.get(entry.key, 0))

    def explain(self) -> None:
        """Open the chosen entry to say why it was found, or close it."""
        self.tree.toggle(self.tree.currentIndex())

    def current_span(self) -> Span | None:
        """Return the passage of the chosen entry that was last shown."""
        entry = self.current()
        if entry is None or not entry.spans:
            return None
        key, turn = self._turn
        return entry.spans[turn % len(entry.spans)] if key == entry.key else entry.spans[0]

    def reveal(self, key: str) -> bool:
        """Choose and show the entry that a key belongs to; tell whether there is one."""
        index = self.model.find(key)
        if not index.isValid():
            return False
        self._choose(index)
        self.tree.scrollTo(index)
        return True

    def hover(self, key: str | None) -> None:
        """Show which entry the pointer is at in the text, without choosing it."""
        self._delegate.hovered = key
        index = self.model.find(key) if key is not None else QModelIndex()
        if index.isValid() and not self.tree.hasFocus():
            self.tree.scrollTo(index)
        self.tree.viewport().update()

    def step(self, by: int) -> None:
        """Go to the next or previous entry and show its passage."""
        index = self.tree.currentIndex()
        index = self.tree.indexBelow(index) if by > 0 else self.tree.indexAbove(index)
        if not self.tree.currentIndex().isValid():
            index = self.model.index(0, 0)
        while index.isValid() and self.model.entry(index) is None:
            index = self.tree.indexBelow(index) if by > 0 else self.tree.indexAbove(index)
        if index.isValid():
            self.tree.choose(index)
            self.tree.scrollTo(index)
            self._show(index)

    def _order(self) -> Iterator[str]:
        return (entry.key for group in self.model.groups for entry in group.entries)

    def _place(self) -> _Place | None:
        """Return where the choice is, as far as it can be found again in other groups."""
        index = self.tree.currentIndex()
        entry = self.model.owner(index)
        if entry is None:
            return None
        detail = index.row() if self.model.detail(index) is not None else -1
        at = self.model.parent(index) if detail >= 0 else index
        return _Place(entry.keys, self.model.parent(at).row(), at.row(), detail, self._closed_at(at))

    def _found(self, here: _Place) -> QModelIndex:
        """Return where the choice is now."""
        index = next((found for key in here.keys if (found := self.model.find(key)).isValid()), QModelIndex())
        if not index.isValid() or (self._closed_at(index) and not here.closed):
            return self._near(here)
        below = self.model.index(here.detail, 0, index) if here.detail >= 0 else QModelIndex()
        return below if below.isValid() and self.tree.isExpanded(index) else index

    def _near(self, here: _Place) -> QModelIndex:
        """Return the entry that now stands where one stood that is gone."""
        for number in (here.group, here.group - 1):
            heading = self.model.index(number, 0)
            if heading.isValid() and self.tree.isExpanded(heading):
                last = self.model.rowCount(heading) - 1
                return self.model.index(min(here.row, last), 0, heading)
        return QModelIndex()

    def _closed_at(self, index: QModelIndex) -> bool:
        return not self.tree.isExpanded(self.model.parent(index))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.tree.setExpanded(self.model.parent(index), True)
            self.tree.choose(index)

    def _choose_also(self, keys: frozenset[str]) -> None:
        """Choose the entries of these keys as well, without opening a group for them."""
        chosen = QItemSelection()
        for number, group in enumerate(self.model.groups):
            heading = self.model.index(number, 0)
            for row, entry in enumerate(group.entries if self.tree.isExpanded(heading) else ()):
                if not keys.isdisjoint(entry.keys):
                    index = self.model.index(row, 0, heading)
                    chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        if not chosen.isEmpty() and not self.tree.currentIndex().isValid():  # the keyboard was on a heading
            self.tree.selectionModel().setCurrentIndex(chosen.indexes()[0], flags.NoUpdate)
        self.tree.selectionModel().select(chosen, flags.Select)

    def _clicked(self, index: QModelIndex) -> None:
        if self.tree.choosing:
            return  # rows are being chosen, none is gone to
        if self.model.group(index) is not None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        elif not self._leads(index):
            self._show(index)

    def _leads(self, index: QModelIndex) -> bool:
        """Go where a row below an entry leads; tell whether it is one."""
        detail, entry = self.model.detail(index), self.model.owner(index)
        if detail is None or entry is None:
            return False
        if detail.claim:
            self.claim_chosen.emit(detail.claim)
        else:
            self._show(self.model.parent(index), again=False)
        return True

    def _activated(self, index: QModelIndex) -> None:
        # A click has done it already where the platform activates on a click.
        if self.tree.hasFocus() and self.model.group(index) is not None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        elif not self.tree.style().styleHint(
            self.tree.style().StyleHint.SH_ItemView_ActivateItemOnSingleClick
        ) and not self._leads(index):
            self._show(index, again=False)

    def _show(self, index: QModelIndex, again: bool = True) -> None:
        entry = self.model.entry(index)
        if entry is None:
            return
        if not entry.spans:  # about the article as a whole, or without a place in it
            self.passage_chosen.emit(entry, None)
            return
        key, turn = self._turn
        turn = (turn + 1) % len(entry.spans) if key == entry.key and again else 0
        self._turn = (entry.key, turn)
        self.passage_chosen.emit(entry, entry.spans[turn])

    def _remember(self, index: QModelIndex, opened: bool) -> None:
        group, entry = self.model.group(index), self.model.entry(index)
        if group is not None:
            key = group.kind + group.title
            (self._closed.discard if opened else self._closed.add)(key)
        elif entry is not None:
            self._explained -= entry.keys  # it may have been opened under a key that it no longer has
            self._explained |= {entry.key} if opened else set()

    def _menu(self, place: QPoint) -> None:
        entry = self.model.owner(self.tree.indexAt(place))
        if entry is not None:
            self.menu_requested.emit(entry, self.tree.viewport().mapToGlobal(place))

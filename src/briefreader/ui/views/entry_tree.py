"""A tree of entries: click or Enter goes to the passage, again to the next one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QStackedWidget, QTreeView, QVBoxLayout, QWidget

from briefreader.domain.text import Span
from briefreader.ui.delegates.entry import EntryDelegate
from briefreader.ui.models.entries import EntriesModel, Entry, Group
from briefreader.ui.theme import Theme


class _Tree(QTreeView):
    """A tree whose rows are measured again when its width changes."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class EntryTree(QStackedWidget):
    """Entries in groups, or a sentence that says why there are none."""

    passage_chosen = Signal(object, object)
    """An entry and the span of it to show."""
    menu_requested = Signal(object, QPoint)
    """An entry and where on the screen its menu is to open."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closed: set[str] = set()
        self._turn: tuple[str, int] = ("", 0)
        self.model = EntriesModel(self)
        self.tree = _Tree(self)
        self.tree.setModel(self.model)
        self._delegate = EntryDelegate(theme, self.tree)
        self.tree.setItemDelegate(self._delegate)
        self.tree.setAccessibleName(name)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setMouseTracking(True)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.tree.clicked.connect(self._clicked)
        self.tree.activated.connect(self._activated)
        self.tree.collapsed.connect(lambda index: self._remember(index, False))
        self.tree.expanded.connect(lambda index: self._remember(index, True))
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

    def show_groups(self, groups: Sequence[Group], empty: str) -> None:
        """Show groups; ``empty`` is said if there are none. What was open, chosen and scrolled to stays."""
        here = self.current()
        bar = self.tree.verticalScrollBar()
        place = bar.value()
        self.model.show(groups)
        self._empty.setText(empty)
        self.setCurrentIndex(0 if groups else 1)
        for row, group in enumerate(self.model.groups):
            self.tree.setExpanded(self.model.index(row, 0), group.kind + group.title not in self._closed)
        if here is not None:
            self._choose(self.model.find(here.key))
        QTimer.singleShot(0, self.tree, lambda: bar.setValue(place))

    def current(self) -> Entry | None:
        """Return the chosen entry."""
        return self.model.entry(self.tree.currentIndex())

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
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
            self._show(index)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.tree.setExpanded(self.model.parent(index), True)
            self.tree.setCurrentIndex(index)

    def _clicked(self, index: QModelIndex) -> None:
        if self.model.entry(index) is None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        else:
            self._show(index)

    def _activated(self, index: QModelIndex) -> None:
        # A click has done it already where the platform activates on a click.
        if self.tree.hasFocus() and self.model.entry(index) is None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        elif not self.tree.style().styleHint(
            self.tree.style().StyleHint.SH_ItemView_ActivateItemOnSingleClick
        ):
            self._show(index, again=False)

    def _show(self, index: QModelIndex, again: bool = True) -> None:
        entry = self.model.entry(index)
        if entry is None or not entry.spans:
            return
        key, turn = self._turn
        turn = (turn + 1) % len(entry.spans) if key == entry.key and again else 0
        self._turn = (entry.key, turn)
        self.passage_chosen.emit(entry, entry.spans[turn])

    def _remember(self, index: QModelIndex, opened: bool) -> None:
        group = self.model.group(index)
        if group is not None:
            key = group.kind + group.title
            (self._closed.discard if opened else self._closed.add)(key)

    def _menu(self, place: QPoint) -> None:
        entry = self.model.entry(self.tree.indexAt(place))
        if entry is not None:
            self.menu_requested.emit(entry, self.tree.viewport().mapToGlobal(place))

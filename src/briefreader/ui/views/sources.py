"""The source list at the left of the window."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QTreeView, QWidget

from briefreader.domain.query import Query
from briefreader.i18n import _
from briefreader.ui.corpus import Corpus, Listing
from briefreader.ui.delegates.source import SourceDelegate
from briefreader.ui.models.sources import SourcesModel, narrowed
from briefreader.ui.theme import Theme

_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

_BY_KEYS = (
    Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason,
)  # fmt: skip


class SourceList(QTreeView):
    """Chooses a shelf, outlets and tags by mouse or keyboard; shows those that the query takes.

    What is selected is what the query says: the view asks the corpus and follows its answer.
    """

    tag_menu_requested = Signal(str, QPoint)
    """A tag, and where on the screen its menu is to open."""

    def __init__(self, corpus: Corpus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corpus = corpus
        self._following = False
        self.by_keys = False  # whether the place of the keyboard is worth showing
        self.setModel(SourcesModel(corpus, self))
        self.setItemDelegate(SourceDelegate(theme, self))
        self.setAccessibleName(_("Sources"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QTreeView.SelectionMode.MultiSelection)
        self.setMouseTracking(True)
        self.setMinimumWidth(150)
        self.setViewportMargins(0, 6, 0, 4)
        self.expandAll()
        self.selectionModel().selectionChanged.connect(self._selected)
        corpus.query_changed.connect(self._follow)
        corpus.listed.connect(self._listed)
        theme.changed.connect(self.viewport().update)
        self._follow(corpus.query)

    @property
    def sources(self) -> SourcesModel:
        """Return the model."""
        model = self.model()
        assert isinstance(model, SourcesModel)
        return model

    # -- choosing -----------------------------------------------------------------------------

    def choose(self, index: QModelIndex, several: bool = False) -> None:
        """Do what a click on a row does: filter by it, or fold a section."""
        source = self.sources.source(index)
        if source is None or source.kind == "none":
            return
        if source.kind == "heading":
            self.setExpanded(index, not self.isExpanded(index))
            return
        self._corpus.filter(**narrowed(self._corpus.query, source, several))
        self._follow(self._corpus.query)

    def selectionCommand(  # noqa: D102
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self.by_keys = False
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.choose(index, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click of a double click as no further choice."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter or Space, several with Ctrl; Left and Right fold sections."""
        self.by_keys = True
        if event.key() in _CHOOSING and self.currentIndex().isValid():
            self.choose(self.currentIndex(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu on a tag: under the pointer, or at the row that has the keyboard."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        source = self.sources.source(index)
        if source is not None and source.kind == "tag":
            place = event.pos() if by_mouse else self.visualRect(index).center()
            self.tag_menu_requested.emit(source.key, self.viewport().mapToGlobal(place))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        self.by_keys = self.by_keys or event.reason() in _BY_KEYS
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.sources.index(0, 0))
        super().focusInEvent(event)

    def _selected(self, chosen: QItemSelection, left: QItemSelection) -> None:
        """Take a selection that did not come from the query: assistive technology made it."""
        if self._following:
            return
        for index in [*chosen.indexes(), *left.indexes()][:1]:
            source = self.sources.source(index)
            self.choose(index, several=source is not None and source.kind != "shelf")

    # -- following ----------------------------------------------------------------------------

    def _follow(self, query: Query) -> None:
        """Select what the query takes."""
        self._following = True
        chosen = QItemSelection()
        for index in self.sources.active(query):
            chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False

    def _listed(self, listing: Listing) -> None:
        """Select anew: rows may have come."""
        self._follow(self._corpus.query)

"""The document list: what it counts, its filters and order, its cards, and what is done to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.annotation import Status
from briefreader.domain.changes import Changes
from briefreader.domain.query import Query
from briefreader.i18n import N_, _, number, plural
from briefreader.library.annotating import set_status
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus, Listing
from briefreader.ui.theme import Theme
from briefreader.ui.views.chips import FilterChips
from briefreader.ui.views.document_table import DocumentTable

_ORDERS = (
    ("newest", N_("Newest first")),
    ("oldest", N_("Oldest first")),
    ("title", N_("By title")),
    ("relevance", N_("Best match")),
)
_NOTHING = {
    "unread": N_("Nothing is left unread here."),
    "starred": N_("No document has a star here."),
    "annotated": N_("Nothing has been annotated here."),
}


def filtered(query: Query) -> bool:
    """Tell whether a query leaves documents out on purpose."""
    return replace(query, order="newest", undated=True) != Query()


class DocumentList(QWidget):
    """The documents of the query as cards, under a line that counts them and offers an order."""

    import_requested = Signal()
    details_requested = Signal(str)
    """The id of a document whose title, outlet and date are to be edited."""
    tag_requested = Signal(list)
    """The ids of documents that are to be tagged."""
    compare_requested = Signal(list)
    """The ids of two documents to show side by side, or of one that is to be compared with another."""
    reader_requested = Signal()
    """The reader is to have the keyboard."""

    def __init__(self, corpus: Corpus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corpus, self._theme = corpus, theme
        self._total: int | None = None
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.table = DocumentTable(corpus, theme)
        self.table.reader_requested.connect(self.reader_requested)
        self.table.menu_requested.connect(self._open_menu)
        self.chips = FilterChips(corpus, theme)
        self.setFocusProxy(self.table)
        self._lay_out()
        corpus.listed.connect(self._listed)
        corpus.query_changed.connect(self._name_order)
        corpus.changed.connect(self._changed)
        corpus.workspace_opened.connect(self._forget)
        corpus.importing.connect(self._none.wait)
        theme.changed.connect(self._dress)
        self._dress()
        self._listed(corpus.listing)

    def _lay_out(self) -> None:
        self.counted = QLabel()
        self.counted.setProperty("role", "heading")
        self.counted.setMinimumWidth(60)
        self.order = QToolButton()
        self.order.setObjectName("quiet")
        self.order.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setMenu(QMenu(self.order))
        self.order.menu().aboutToShow.connect(self._fill_orders)
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 8, 4)
        top.addWidget(self.counted, 1)
        top.addWidget(self.order)
        self._none = _Empty(
            _("No articles yet. Drop files or a folder here, or press Ctrl+O."),
            _("Import articles…"), self.import_requested.emit,
            _("Reading the articles. The first ones appear here in a moment."),
        )  # fmt: skip
        self._no_match = _Empty("", _("Clear filters"), self.chips.clear)
        self._stack = QStackedLayout()
        for widget in (self.table, self._none, self._no_match):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.chips)
        layout.addLayout(self._stack, 1)
        self.setMinimumWidth(200)

    def _dress(self) -> None:
        self.counted.setFont(self._theme.font("strong"))
        self.order.setFont(self._theme.font("small"))
        for empty in (self._none, self._no_match):
            empty.dress(self._theme)
        self._name_order()

    # -- counting -----------------------------------------------------------------------------

    def _forget(self, _path: object) -> None:
        self._total = None

    def _changed(self, changes: Changes) -> None:
        if changes.documents or changes.everything:
            self._total = None

    def _listed(self, listing: Listing) -> None:
        if not filtered(listing.query):
            self._total = listing.counts.all
        elif self._total is None and self._corpus.jobs.path is not None:
            self._corpus.jobs.call(_count_all, done=self._counted)
        self._show_count()

    def _counted(self, total: int) -> None:
        self._total = total
        self._show_count()

    def _show_count(self) -> None:
        shown, query = self.table.documents.rowCount(), self._corpus.listing.query
        self._fit_count()
        if shown:
            self._stack.setCurrentWidget(self.table)
        elif not self._total and not filtered(query):
            self._stack.setCurrentWidget(self._none)
        else:
            only = replace(query, shelf="all", order="newest", undated=True) == Query()
            self._no_match.say(_(_NOTHING[query.shelf]) if only else _("Nothing matches."))
            self._stack.setCurrentWidget(self._no_match)

    def _fit_count(self) -> None:
        """Say how many documents are shown, of how many; more shortly where the list is narrow."""
        shown, total = self.table.documents.rowCount(), self._total
        if filtered(self._corpus.listing.query) and total is not None:
            documents = plural("{n} document", "{n} documents", total)
            long = _("{shown} of {documents}").format(shown=number(shown), documents=documents)
            short = _("{shown} of {documents}").format(shown=number(shown), documents=number(total))
        else:
            long, short = plural("{n} document", "{n} documents", shown), number(shown)
        room = self.width() - self.order.sizeHint().width() - 34
        self.counted.setText(long if self.counted.fontMetrics().horizontalAdvance(long) <= room else short)
        self.counted.setToolTip(long)
        self.counted.setAccessibleName(long)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit_count()

    # -- the order ----------------------------------------------------------------------------

    def _orders(self) -> list[tuple[str, str]]:
        searching = bool(self._corpus.query.words.strip())
        return [(key, _(label)) for key, label in _ORDERS if searching or key != "relevance"]

    def _name_order(self) -> None:
        orders = dict(self._orders())
        words = orders.get(self._corpus.query.order, orders["newest"])
        self.order.setText(words)
        self.order.setAccessibleName(_("Order: {order}").format(order=words))
        self.order.setToolTip(_("Choose the order of the list"))
        self._fit_count()

    def _fill_orders(self) -> None:
        menu = self.order.menu()
        menu.clear()
        group = QActionGroup(menu)
        orders = self._orders()
        chosen = self._corpus.query.order
        chosen = chosen if chosen in dict(orders) else "newest"
        for key, label in orders:
            action = menu.addAction(label)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            action.triggered.connect(lambda _on, key=key: self._corpus.filter(order=key))
            group.addAction(action)

    # -- what is done to documents ------------------------------------------------------------

    @property
    def selected(self) -> list[str]:
        """Return the ids of the selected documents."""
        return self.table.selected

    def star_selected(self) -> None:
        """Star the selected documents; if all of them have a star, take it away."""
        rows = self.table.documents.known(self.selected)
        on = not all(row.starred for row in rows)
        n = len(rows)
        star = plural("star on {n} article", "star on {n} articles", n)
        off = plural("removal of star from {n} article", "removal of star from {n} articles", n)
        self._set(self.selected, star if on else off, starred=on)

    def read_selected(self) -> None:
        """Mark the selected documents as read; if all of them are, as unread."""
        rows = self.table.documents.known(self.selected)
        on = not all(row.read for row in rows)
        n = len(rows)
        read = plural("mark of {n} article as read", "mark of {n} articles as read", n)
        unread = plural("mark of {n} article as unread", "mark of {n} articles as unread", n)
        self._set(self.selected, read if on else unread, read=on)

    def _set(self, ids: list[str], label: str, **values: Any) -> None:
        """Set values on the states of documents, as one step of the undo history."""

        def found(statuses: list[Status]) -> None:
            changed = [status for status in statuses if replace(status, **values) != status]
            self._corpus.apply([set_status(status, **values) for status in changed], label)

        if ids:
            self._corpus.jobs.call(_statuses, ids, done=found)

    def menu(self) -> QMenu:
        """Return the menu for the selected documents."""
        ids = self.selected
        rows = self.table.documents.known(ids)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        starred = bool(rows) and all(row.starred for row in rows)
        read = bool(rows) and all(row.read for row in rows)
        entries: list[tuple[str, str, Callable[[], None]]] = [
            ("star", _("Remove star") if starred else _("Star"), self.star_selected),
            ("mail" if read else "mail-opened", _("Mark as unread") if read else _("Mark as read"),
             self.read_selected),
            ("tag", _("Tag…"), lambda: self.tag_requested.emit(ids)),
        ]  # fmt: skip
        for icon, label, act in entries:
            menu.addAction(self._theme.icon(icon, "text.muted"), label).triggered.connect(
                lambda _on=False, act=act: act()
            )
        compare = menu.addAction(
            self._theme.icon("columns", "text.muted"),
            _("Compare the two") if len(ids) == 2 else _("Compare with…"),
        )
        compare.setEnabled(len(ids) in (1, 2))
        compare.triggered.connect(lambda: self.compare_requested.emit(ids))
        menu.addSeparator()
        details = menu.addAction(self._theme.icon("pencil", "text.muted"), _("Edit details…"))
        details.setEnabled(len(ids) == 1)
        details.triggered.connect(lambda: self.details_requested.emit(ids[0]))
        return menu

    def _open_menu(self, place: QPoint) -> None:
        self.menu().popup(place)


class _Empty(QWidget):
    """A sentence where a list would be, and a button that does something about it."""

    def __init__(self, words: str, act: str, do: Callable[[], object], waiting: str = "") -> None:
        super().__init__()
        self._usual, self._waiting = words, waiting
        self._label = QLabel(words)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setProperty("role", "muted")
        self.button = QPushButton(act)
        self.button.clicked.connect(lambda: do())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self._label)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    @property
    def words(self) -> str:
        """Return the sentence."""
        return self._label.text()

    def say(self, words: str) -> None:
        """Show another sentence."""
        self._label.setText(words)

    def wait(self, waiting: bool) -> None:
        """Say that something is on its way, or no longer."""
        self.say(self._waiting if waiting else self._usual)
        self.button.setVisible(not waiting)

    def dress(self, theme: Theme) -> None:
        """Take the fonts of the theme."""
        self._label.setFont(theme.font("ui"))


def _count_all(workspace: Workspace) -> int:
    return workspace.store.counts(Query()).all


def _statuses(workspace: Workspace, ids: list[str]) -> list[Status]:
    return workspace.store.statuses(ids)

"""The document list: the ids of the query, with their rows fetched as they are painted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from briefreader.domain.changes import Changes
from briefreader.domain.query import Query, Row
from briefreader.domain.text import Span
from briefreader.i18n import _, plural
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus, Listing
from briefreader.ui.models.dates import say_published
from briefreader.ui.plain import plain_tooltip

Index = QModelIndex | QPersistentModelIndex

PAGE = 128
"""Rows that are asked for at once."""
PAGES_KEPT = 24
"""Pages that are held; the longest unused goes first."""
_SNIPPET = 110  # code points: about what two lines of a narrow list hold, so that the hit is seen

RowRole = Qt.ItemDataRole.UserRole + 1
"""The Row, or None until it has arrived."""
SnippetRole = Qt.ItemDataRole.UserRole + 2
"""On a search, the text around the best hit and the spans of the hits in it; else None."""

Snippet = tuple[str, list[Span]]


def _rows(workspace: Workspace, ids: Sequence[str]) -> list[Row]:
    return workspace.store.rows(ids)


def _snippets(workspace: Workspace, ids: Sequence[str], words: str) -> dict[str, Snippet]:
    from briefreader.library import searching

    found: dict[str, Snippet] = {}
    for id in ids:
        document = workspace.store.document(id)
        if document is not None:
            found[id] = searching.snippet(document, words, _SNIPPET)
    return found


def with_kept(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """Return ``after`` with the ids that only ``before`` has, each behind its former neighbour."""
    taken = set(after)
    behind: dict[str | None, list[str]] = {}
    neighbour: str | None = None
    for id in before:
        if id in taken:
            neighbour = id
        else:
            behind.setdefault(neighbour, []).append(id)
    if not behind:
        return tuple(after)
    result = list(behind.get(None, ()))
    for id in after:
        result.append(id)
        result.extend(behind.get(id, ()))
    return tuple(result)


class DocumentsModel(QAbstractTableModel):
    """One column, one row for each document of the query; a row stays empty until it is fetched.

    A document that the query no longer takes because of what was done to it, such as one of the
    unread that is now read, stays in its place until another filter is chosen.
    """

    def __init__(self, corpus: Corpus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._corpus = corpus
        self._query = Query()
        self._ids: tuple[str, ...] = ()
        self._places: dict[str, int] | None = None
        self._rows: dict[str, Row] = {}
        self._pages: OrderedDict[int, tuple[str, ...]] = OrderedDict()
        self._asked: set[int] = set()
        self._era = 0
        self._snippets: dict[str, Snippet] = {}
        self._gone: set[str] = set()  # documents that are not to stay, because newer ones took their places
        self._unsaid: dict[str, None] = {}
        self._saying = QTimer(self, singleShot=True, interval=0)
        self._saying.timeout.connect(self._ask_snippets)
        corpus.listed.connect(self._listed)
        corpus.changed.connect(self._changed)
        corpus.workspace_opened.connect(self._forget)
        self._listed(corpus.listing)

    # -- which documents ----------------------------------------------------------------------

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the documents in their order."""
        return self._ids

    @property
    def query(self) -> Query:
        """Return the query that the documents are of."""
        return self._query

    def place_of(self, id: str) -> int | None:
        """Return the row of a document, or None if it is not in the list."""
        if self._places is None:
            self._places = {each: row for row, each in enumerate(self._ids)}
        return self._places.get(id)

    def known(self, ids: Iterable[str]) -> list[Row]:
        """Return the rows of these documents that have been fetched."""
        return [self._rows[id] for id in ids if id in self._rows]

    def _listed(self, listing: Listing) -> None:
        again = replace(listing.query, order="") == replace(self._query, order="")
        ids = listing.ids
        if again and listing.query.order == self._query.order:
            ids = with_kept([id for id in self._ids if id not in self._gone], ids)
        self._gone.clear()
        if listing.query.words != self._query.words:
            self._snippets.clear()
        if ids == self._ids:
            self._query = listing.query
            return
        self.beginResetModel()
        self._query, self._ids, self._places = listing.query, ids, None
        self._outdate()
        self.endResetModel()

    def _outdate(self) -> None:
        """Start an era: answers under way are late, and pages are asked for again when painted."""
        self._era += 1
        self._asked.clear()
        self._pages.clear()
        if len(self._rows) > PAGE * PAGES_KEPT:
            self._rows.clear()

    def _forget(self, _path: object) -> None:
        self.beginResetModel()
        self._query, self._ids, self._places = Query(), (), None
        self._rows.clear()
        self._snippets.clear()
        self._outdate()
        self.endResetModel()

    def _changed(self, changes: Changes) -> None:
        """Ask again for what may have changed; what was there stays visible until the answer."""
        if not (changes.everything or changes.documents or changes.statuses):
            return
        self._outdate()
        self._gone |= changes.gone
        for id in changes.documents:
            self._snippets.pop(id, None)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    # -- fetching -----------------------------------------------------------------------------

    def _fetch(self, page: int) -> None:
        if page in self._pages:
            self._pages.move_to_end(page)
            return
        if page in self._asked:
            return
        self._asked.add(page)
        ids = self._ids[page * PAGE : (page + 1) * PAGE]
        self._corpus.jobs.call(_rows, ids, done=partial(self._arrived, self._era, page, ids))

    def _arrived(self, era: int, page: int, ids: tuple[str, ...], rows: list[Row]) -> None:
        if era != self._era:
            return
        self._asked.discard(page)
        self._pages[page] = ids
        self._rows.update((row.id, row) for row in rows)
        while len(self._pages) > PAGES_KEPT:
            _page, gone = self._pages.popitem(last=False)
            for id in gone:
                self._rows.pop(id, None)
        first = page * PAGE
        self.dataChanged.emit(self.index(first, 0), self.index(first + len(ids) - 1, 0))

    def _snippet(self, id: str) -> Snippet | None:
        if not self._query.words.strip():
            return None
        if id not in self._snippets and id not in self._unsaid:
            self._unsaid[id] = None
            self._saying.start()
        return self._snippets.get(id)

    def _ask_snippets(self) -> None:
        """Ask for the snippets of all rows that were painted since the last time, in one go."""
        ids, words = list(self._unsaid)[-PAGE:], self._query.words
        self._unsaid.clear()
        self._corpus.jobs.call(_snippets, ids, words, done=partial(self._said, words))

    def _said(self, words: str, snippets: dict[str, Snippet]) -> None:
        if words != self._query.words:
            return
        if len(self._snippets) > PAGE * PAGES_KEPT:
            self._snippets.clear()
        self._snippets.update(snippets)
        places = [place for place in map(self.place_of, snippets) if place is not None]
        if places:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), 0))

    # -- to the view --------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else 1

    def headerData(  # noqa: D102
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _("Document")
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        id = self._ids[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return id
        if role not in _ROLES:
            return None
        self._fetch(index.row() // PAGE)
        row = self._rows.get(id)
        if role == RowRole:
            return row
        if role == SnippetRole:
            return self._snippet(id)
        if row is None:
            return _("Loading…") if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return plain_tooltip(row.title) if role == Qt.ItemDataRole.ToolTipRole else row.title


_ROLES = frozenset(
    {
        RowRole,
        SnippetRole,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)


def spoken(row: Row) -> str:
    """Return a row as assistive technology reads it."""
    words = [row.title or _("Untitled"), row.outlet or _("no outlet"), say_published(row.published)]
    if not row.read:
        words.append(_("unread"))
    if row.starred:
        words.append(_("starred"))
    if row.stars:
        words.append(plural("{n} starred passage", "{n} starred passages", row.stars))
    if row.highlights:
        words.append(plural("{n} highlight", "{n} highlights", row.highlights))
    if row.notes:
        words.append(plural("{n} note", "{n} notes", row.notes))
    if row.tags:
        words.append(_("tags: {tags}").format(tags=", ".join(row.tags)))
    return ", ".join(words)

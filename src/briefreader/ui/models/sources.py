"""The source list: shelves, outlets and tags with their counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefreader.domain.query import Query
from briefreader.i18n import N_, _, plural
from briefreader.ui.corpus import Corpus, Listing
from briefreader.ui.plain import plain_tooltip

Index = QModelIndex | QPersistentModelIndex

SHELVES = (
    ("all", N_("All documents"), "files"),
    ("unread", N_("Unread"), "mail"),
    ("starred", N_("Starred"), "star"),
    ("annotated", N_("Annotated"), "note"),
)
SECTIONS = (
    ("outlets", N_("Outlets"), N_("No outlets yet"), "news"),
    ("tags", N_("Tags"), N_("No tags yet"), "tag"),
)

SourceRole = Qt.ItemDataRole.UserRole + 1
"""The Source of a row."""


@dataclass(frozen=True, slots=True)
class Source:
    """A row: a shelf, a section's heading, an outlet, a tag, or the word that a section is empty.

    ``key`` is what the query calls it.
    """

    kind: str
    key: str
    label: str
    icon: str = ""
    count: int = 0


class SourcesModel(QAbstractItemModel):
    """A tree of fixed structure: the shelves, then the sections with what was ever counted in them.

    An outlet or tag stays, with the count 0, when a search or a date leaves none of its documents.
    The internal id of a row is 0 at the top, and 1 + the section's number inside a section.
    """

    def __init__(self, corpus: Corpus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._top = [Source("shelf", key, _(label), icon) for key, label, icon in SHELVES]
        self._top += [Source("heading", key, _(label)) for key, label, _none, _icon in SECTIONS]
        self._inside: list[list[Source]] = [_empty(number) for number in range(len(SECTIONS))]
        corpus.listed.connect(self._count)
        corpus.workspace_opened.connect(self._forget)
        self._count(corpus.listing)

    # -- from the corpus ----------------------------------------------------------------------

    def _forget(self, _path: object) -> None:
        for number in range(len(SECTIONS)):
            self._fill(number, _empty(number))

    def _count(self, listing: Listing) -> None:
        counts, query = listing.counts, listing.query
        numbers = (counts.all, counts.unread, counts.starred, counts.annotated)
        for row, number in enumerate(numbers):
            if self._top[row].count != number:
                old = self._top[row]
                self._top[row] = Source(old.kind, old.key, old.label, old.icon, number)
                index = self.index(row, 0)
                self.dataChanged.emit(index, index)
        complete = not query.words and not query.dated
        for number, (counted, chosen) in enumerate(
            ((counts.outlets, query.outlets), (counts.tags, query.tags))
        ):
            known = {source.key for source in self._inside[number] if source.kind != "none"}
            keys = set(counted) | set(chosen) if complete else known | set(counted) | set(chosen)
            self._fill(number, _rows(number, keys, counted))

    def _fill(self, section: int, rows: list[Source]) -> None:
        old = self._inside[section]
        parent = self.index(len(SHELVES) + section, 0)
        if [source.key for source in old] != [source.key for source in rows] or len(rows) != len(old):
            self.beginRemoveRows(parent, 0, len(old) - 1)
            self._inside[section] = []
            self.endRemoveRows()
            self.beginInsertRows(parent, 0, len(rows) - 1)
            self._inside[section] = rows
            self.endInsertRows()
        elif rows != old:
            self._inside[section] = rows
            self.dataChanged.emit(self.index(0, 0, parent), self.index(len(rows) - 1, 0, parent))

    # -- to the view --------------------------------------------------------------------------

    def source(self, index: Index) -> Source | None:
        """Return what stands in a row."""
        if not index.isValid():
            return None
        if not index.internalId():
            return self._top[index.row()]
        rows = self._inside[int(index.internalId()) - 1]
        return rows[index.row()] if index.row() < len(rows) else None

    def section(self, kind: str) -> QModelIndex:
        """Return the heading of "outlets" or "tags"."""
        return self.index(len(SHELVES) + [each[0] for each in SECTIONS].index(kind), 0)

    def active(self, query: Query) -> list[QModelIndex]:
        """Return the rows that a query takes."""
        found = [self.index(row, 0) for row, each in enumerate(self._top) if each.key == query.shelf]
        for kind, chosen in (("outlets", query.outlets), ("tags", query.tags)):
            if chosen:
                parent = self.section(kind)
                rows = self._inside[int(parent.row()) - len(SHELVES)]
                found += [
                    self.index(row, 0, parent)
                    for row, each in enumerate(rows)
                    if each.kind != "none" and each.key in chosen
                ]
        return found

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008, D102
        if column or row < 0 or row >= self.rowCount(parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 0)
        return self.createIndex(row, column, parent.row() - len(SHELVES) + 1)

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008, D102
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(len(SHELVES) + int(index.internalId()) - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        if not parent.isValid():
            return len(self._top)
        section = parent.row() - len(SHELVES)
        if parent.internalId() or section < 0 or parent.column():
            return 0
        return len(self._inside[section])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: D102
        source = self.source(index)
        if source is None or source.kind == "none":
            return Qt.ItemFlag.ItemIsEnabled if source else Qt.ItemFlag.NoItemFlags
        if source.kind == "heading":
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(  # noqa: D102
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _("Source")
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        source = self.source(index)
        if source is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return source.label
        if role == SourceRole:
            return source
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(source)
        if role == Qt.ItemDataRole.ToolTipRole and source.kind in ("outlet", "tag"):
            return plain_tooltip(f"{_spoken(source)}\n{_('Ctrl+click to choose several')}")
        return None


def _empty(section: int) -> list[Source]:
    kind, _label, none, _icon = SECTIONS[section]
    return [Source("none", f"{kind}: none", _(none))]


def _rows(section: int, keys: Iterable[str], counted: Mapping[str, int]) -> list[Source]:
    kind, icon = ("outlet", "tag")[section], SECTIONS[section][3]
    order = sorted(keys, key=lambda key: (not key, key.casefold(), key))
    return [Source(kind, key, key or _("No outlet"), icon, counted.get(key, 0)) for key in order] or _empty(
        section
    )


def _spoken(source: Source) -> str:
    if source.kind in ("heading", "none"):
        return source.label
    return f"{source.label}, {plural('{n} document', '{n} documents', source.count)}"


def narrowed(query: Query, source: Source, several: bool) -> dict[str, Any]:
    """Return what choosing a row changes in the query.

    A shelf takes the place of another; "All documents" also lets go of outlets and tags. An outlet
    or tag takes the place of the others of its kind, or with ``several`` joins or leaves them; the
    only one chosen is let go.
    """
    if source.kind == "shelf":
        if source.key == "all":
            return {"shelf": "all", "outlets": frozenset(), "tags": frozenset()}
        return {"shelf": source.key}
    kind = "outlets" if source.kind == "outlet" else "tags"
    chosen: frozenset[str] = getattr(query, kind)
    only = frozenset({source.key})
    if several:
        return {kind: chosen ^ only}
    return {kind: frozenset() if chosen == only else only}

"""The tree of the side panel: groups, their entries, and what an entry opens to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefreader.ui.adding import LINES, Wanted, dragged
from briefreader.ui.models.entries import Entry, Group
from briefreader.ui.models.entries_details import Detail

Index = QModelIndex | QPersistentModelIndex
Explain = Callable[[Entry], tuple[Detail, ...]]

_BITS = 24
_GROUP = (1 << _BITS) - 1


def wanted_of(entry: Entry) -> list[Wanted]:
    """Return what an entry stands for when it is put into a briefing."""
    if entry.kind == "note" or not entry.facts:
        return [Wanted("annotation", entry.document, entry.key)]
    fact = entry.facts[0]
    return [Wanted("fact", fact.document, fact.key)]


class EntriesModel(QAbstractItemModel):
    """Groups, entries and details as a tree of three levels.

    The internal id of a group's row is 0, of an entry its group's number from 1 on; that of a detail
    has its entry's number from 1 on above the group's. Details are asked for when an entry is opened.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: list[Group] = []
        self._explain: Explain | None = None
        self._details: dict[int, tuple[Detail, ...]] = {}

    def show(self, groups: Sequence[Group], explain: Explain | None = None) -> None:
        """Show other groups; ``explain`` returns what an entry opens to."""
        self.beginResetModel()
        self.groups = list(groups)
        self._explain = explain
        self._details = {}
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        """Return the entry at an index; None for a heading or a detail."""
        if not index.isValid() or not 0 < index.internalId() <= _GROUP:
            return None
        return self.groups[index.internalId() - 1].entries[index.row()]

    def detail(self, index: Index) -> Detail | None:
        """Return the detail at an index; None for a heading or an entry."""
        if not index.isValid() or index.internalId() <= _GROUP:
            return None
        return self._of(index.internalId())[index.row()]

    def owner(self, index: Index) -> Entry | None:
        """Return the entry at an index or above it; None for a heading."""
        return self.entry(self.parent(index) if self.detail(index) is not None else index)

    def group(self, index: Index) -> Group | None:
        """Return the group whose heading stands at an index; None for an entry."""
        if not index.isValid() or index.internalId() != 0:
            return None
        return self.groups[index.row()]

    def find(self, key: str) -> QModelIndex:
        """Return the index of the entry that a fact's key or an annotation's id belongs to."""
        for number, group in enumerate(self.groups):
            for row, entry in enumerate(group.entries):
                if key in entry.keys:
                    return self.createIndex(row, 0, number + 1)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a row."""
        above = QModelIndex() if parent is None else parent
        if column != 0 or not 0 <= row < self.rowCount(above):
            return QModelIndex()
        if not above.isValid():
            return self.createIndex(row, 0, 0)
        if above.internalId() == 0:
            return self.createIndex(row, 0, above.row() + 1)
        return self.createIndex(row, 0, self._below(above))

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """Return the heading of an entry, or the entry of a detail."""
        if index is None or not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        group, entry = index.internalId() & _GROUP, index.internalId() >> _BITS
        return self.createIndex(entry - 1, 0, group) if entry else self.createIndex(group - 1, 0, 0)

    def hasChildren(self, parent: Index | None = None) -> bool:
        """Tell whether there is anything below, without making the details."""
        entry = self.entry(parent) if parent is not None else None
        return self._opens(entry) if entry is not None else self.rowCount(parent) > 0

    def rowCount(self, parent: Index | None = None) -> int:
        """Count headings, a heading's entries or an entry's details."""
        if parent is None or not parent.isValid():
            return len(self.groups)
        if parent.internalId() == 0:
            return len(self.groups[parent.row()].entries)
        if parent.internalId() > _GROUP or not self._opens(self.entry(parent)):
            return 0
        return len(self._of(self._below(parent)))

    def columnCount(self, parent: Index | None = None) -> int:
        """Count columns: always one."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says; the delegate paints from the entry itself."""
        if not index.isValid():
            return None
        spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        group = self.group(index)
        if group is not None:
            return f"{group.title} ({len(group.entries)})" if spoken else None
        row = self.detail(index) or self.entry(index)
        assert row is not None
        if spoken:
            return row.words
        return row if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let entries be dragged, into a briefing for instance."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.entry(index) is not None else flags

    def mimeTypes(self) -> list[str]:
        """Return the forms in which entries are dragged."""
        return [LINES, "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return what is dragged: facts and marks, and their words for other programs."""
        entries = [entry for index in indexes if (entry := self.entry(index)) is not None]
        return dragged(
            [each for entry in entries for each in wanted_of(entry)],
            "\n\n".join(entry.text or entry.headline for entry in entries),
        )

    def _opens(self, entry: Entry | None) -> bool:
        return entry is not None and self._explain is not None and bool(entry.facts)

    @staticmethod
    def _below(entry: Index) -> int:
        """Return the internal id of an entry's details."""
        return ((entry.row() + 1) << _BITS) | int(entry.internalId())

    def _of(self, id: int) -> tuple[Detail, ...]:
        if id not in self._details:
            assert self._explain is not None
            entry = self.groups[(id & _GROUP) - 1].entries[(id >> _BITS) - 1]
            self._details[id] = self._explain(entry)
        return self._details[id]

"""The outline of a briefing as a tree: its title block, its sections, the lines in them, its sources."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from briefreader.domain.outline import Line, Outline, Part
from briefreader.i18n import _, in_context, plural
from briefreader.ui.adding import LINES, wanted_in
from briefreader.ui.models.outline_words import KINDS, change_of, spoken_line, words_of

Index = QModelIndex | QPersistentModelIndex

HEAD, SOURCES = "head", "sources"
"""What stands for an id of the rows for the title block and for the sources."""
OWN = "application/x-briefreader-outline+json"
"""Ids of lines, or of one section, that are being moved within the outline."""
_MOST = 400  # code points of a line that the outline has room for; the text has them all
_ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Row:
    """A row: ``id`` is that of a line or section, or HEAD or SOURCES; ``line`` is None but for lines."""

    id: str
    icon: str
    words: str
    part: Part | None = None
    line: Line | None = None
    change: str = ""
    faults: int = 0

    @property
    def proposed(self) -> int:
        """Return how many proposals are not accepted yet, here or below."""
        if self.line is not None:
            return int(self.line.proposed)
        return sum(line.proposed for line in self.part.lines) if self.part is not None else 0

    def looks_like(self, other: Row) -> bool:
        """Tell whether another row shows the same: of a line, whatever the rest of its section says."""
        if self.line is None or other.line is None:
            return self == other
        return (self.line, self.words, self.change, self.faults) == (
            other.line, other.words, other.change, other.faults,
        )  # fmt: skip


class OutlineModel(QAbstractItemModel):
    """A picture of an outline: two levels, the internal id of a line being its section's row from 1 on.

    It changes nothing itself: what is dropped is told by ``moved`` and ``dropped``.
    """

    moved = Signal(object, str, int)
    """Ids of lines (or of one section, with no section to go to), the section, and the place in it."""
    dropped = Signal(object, str, int)
    """What was dragged from elsewhere (adding.Wanted), the section, and the place in it (-1: its end)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tops: list[Row] = []
        self._below: list[list[Row]] = []
        self.outline: Outline | None = None

    # -- what is shown ----------------------------------------------------------------------------

    def show(
        self,
        outline: Outline | None,
        changes: Mapping[str, str] | None = None,
        faults: Mapping[str, int] | None = None,
    ) -> bool:
        """Show an outline; return whether its rows are others than before, not only what they say."""
        tops, below = _rows(outline, changes or {}, faults or {})
        same = [row.id for row in tops] == [row.id for row in self._tops]
        same = same and [[r.id for r in rows] for rows in below] == [
            [r.id for r in rows] for rows in self._below
        ]
        self.outline = outline
        if not same:
            self.beginResetModel()
            self._tops, self._below = tops, below
            self.endResetModel()
            return True
        before, self._tops, self._below = (self._tops, self._below), tops, below
        for number, (old, new) in enumerate(zip(before[0], tops, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, 0))
            for place, (was, now) in enumerate(zip(before[1][number], below[number], strict=True)):
                if not was.looks_like(now):
                    at = self.index(place, 0, self.index(number, 0))
                    self.dataChanged.emit(at, at)
        return False

    def row(self, index: Index) -> Row | None:
        """Return the row at an index."""
        if not index.isValid():
            return None
        above = index.internalId()
        return self._below[above - 1][index.row()] if above else self._tops[index.row()]

    def find(self, id: str) -> QModelIndex:
        """Return the index of a line, a section, HEAD or SOURCES."""
        for number, top in enumerate(self._tops):
            if top.id == id:
                return self.createIndex(number, 0, 0)
            for place, row in enumerate(self._below[number]):
                if row.id == id:
                    return self.createIndex(place, 0, number + 1)
        return QModelIndex()

    # -- what Qt asks -----------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a row."""
        above = QModelIndex() if parent is None else parent
        if column != 0 or not 0 <= row < self.rowCount(above):
            return QModelIndex()
        return self.createIndex(row, 0, above.row() + 1 if above.isValid() else 0)

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """Return the section of a line."""
        if index is None or not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Count sections, or the lines of one."""
        if parent is None or not parent.isValid():
            return len(self._tops)
        return 0 if parent.internalId() else len(self._below[parent.row()])

    def columnCount(self, parent: Index | None = None) -> int:
        """Count columns: always one."""
        return 1

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """Return what a row says; the delegate paints from the row itself."""
        row = self.row(index)
        if row is None:
            return None
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            return spoken(row) if role == _ROLE.AccessibleTextRole else row.words
        return row if role == _ROLE.UserRole else None

    # -- dragging ---------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let lines and sections be dragged, and things be dropped on sections and between lines."""
        flags, row = super().flags(index), self.row(index)
        if row is None:
            return flags | Qt.ItemFlag.ItemIsDropEnabled  # between sections
        if row.part is not None:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
            if row.line is None:
                flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Take copies, from elsewhere, and moves."""
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return what can be dropped here."""
        return [OWN, LINES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return what is dragged: lines, or else one section, and their words."""
        rows = [row for index in sorted(indexes, key=_place) if (row := self.row(index)) is not None]
        lines = [row for row in rows if row.line is not None]
        taken = lines or [row for row in rows if row.part is not None][:1]
        data = QMimeData()
        data.setData(OWN, json.dumps([row.id for row in taken]).encode())
        data.setText("\n".join(row.words for row in taken))
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Take lines into sections, and sections between sections."""
        ids = moved_in(data)
        if ids and self.outline is not None and self.outline.part(ids[0]) is not None:
            return not parent.isValid() and row >= 0
        return (bool(ids) or data.hasFormat(LINES)) and self._target(row, parent) is not None

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell what was dropped; whoever has the outline changes it."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        ids = moved_in(data)
        if ids and self.outline is not None and self.outline.part(ids[0]) is not None:
            self.moved.emit(ids, "", max(0, row - 1))  # the title block stands before the sections
            return False
        target = self._target(row, parent)
        assert target is not None
        part, place = target
        if ids:
            self.moved.emit(ids, part.id, place if place >= 0 else len(part.lines))
        else:
            self.dropped.emit(wanted_in(data), part.id, place)
        return False  # else the view would remove rows of its own accord

    def _target(self, row: int, parent: Index) -> tuple[Part, int] | None:
        """Return the section and the place in it that a drop means; -1 for its end."""
        at = self.row(parent)
        if at is not None:
            return (at.part, row) if at.part is not None and at.line is None else None
        if row > 0 and row - 1 < len(self._tops) and (above := self._tops[row - 1].part) is not None:
            return above, -1  # below the last line of a section
        return None


def moved_in(data: QMimeData) -> list[str]:
    """Return the ids of what is being moved within the outline."""
    if not data.hasFormat(OWN):
        return []
    try:
        found = json.loads(bytes(data.data(OWN).data()))
    except ValueError:
        return []
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def _place(index: QModelIndex) -> tuple[int, int]:
    above = index.internalId()
    return (above - 1, index.row()) if above else (index.row(), -1)


def spoken(row: Row) -> str:
    """Return a row as a screen reader says it: what it is, what it says, and its badges."""
    if row.line is not None:
        said = [spoken_line(row.line), change_of(row.change)]
    elif row.part is not None:
        said = [
            _("Section: {title}").format(title=row.words),
            plural("{n} line", "{n} lines", len(row.part.lines)),
        ]
        if row.proposed:
            said.append(plural("{n} proposal", "{n} proposals", row.proposed))
    else:
        said = [row.words]
    if row.faults:
        said.append(plural("{n} remark of the check", "{n} remarks of the check", row.faults))
    return ". ".join(each for each in said if each)


def _rows(
    outline: Outline | None, changes: Mapping[str, str], faults: Mapping[str, int]
) -> tuple[list[Row], list[list[Row]]]:
    if outline is None:
        return [], []
    tops = [Row(HEAD, "file-text", _("Title and details"), faults=faults.get(HEAD, 0))]
    below: list[list[Row]] = [[]]
    for part in outline.parts:
        tops.append(Row(part.id, "list-details", part.title, part, faults=faults.get(part.id, 0)))
        below.append(list(_lines(part, changes, faults)))
    tops.append(Row(SOURCES, "books", in_context("in an outline", "Sources")))
    below.append([])
    return tops, below


def _lines(part: Part, changes: Mapping[str, str], faults: Mapping[str, int]) -> Iterable[Row]:
    for line in part.lines:
        icon = KINDS[line.kind][0]
        words = words_of(line)
        words = words if len(words) <= _MOST else words[:_MOST].rstrip() + "…"
        yield Row(line.id, icon, words, part, line, changes.get(line.id, ""), faults.get(line.id, 0))

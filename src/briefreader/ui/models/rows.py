"""Rows of plain words under headings, for the tables in dialogs; each row stands for a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefreader.domain.folding import fold
from briefreader.ui.plain import plain_tooltip

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TableRow:
    """A value and what its cells say; numbers stand at the right."""

    value: object
    cells: tuple[str | int, ...]


class RowsModel(QAbstractTableModel):
    """Shows rows, those that have all of some words."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._all: list[tuple[str, TableRow]] = []
        self._words: list[str] = []
        self.rows: list[TableRow] = []

    def show(self, rows: Sequence[TableRow]) -> None:
        """Show other rows; what narrows them stays."""
        self._all = [(fold(" ".join(map(str, row.cells))), row) for row in rows]
        self._take()

    def narrow(self, words: str) -> None:
        """Show only the rows that have all of these words."""
        self._words = fold(words).split()
        self._take()

    def _take(self) -> None:
        self.beginResetModel()
        self.rows = [row for said, row in self._all if all(word in said for word in self._words)]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(self._headings)

    def headerData(  # noqa: D102
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._headings):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and self.rows:
            return _alignment(self.rows[0].cells[section])
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        cell = self.rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings[index.column()]}: {cell}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(str(cell))
        return _alignment(cell) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _alignment(cell: str | int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if isinstance(cell, int) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter

"""Rows that name an action: what it does, where it is found, its keys; and the search among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from briefreader.domain.folding import WORD, fold

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action as a list shows it.

    ``place`` is the menu or view that has it, ``more`` is searched but not shown, ``note`` is said
    after the keys; where ``able`` is false it says why it cannot be done now.
    """

    name: str
    text: str
    place: str
    keys: str = ""
    note: str = ""
    able: bool = True
    more: str = ""

    @property
    def spoken(self) -> str:
        """Return the row as it is read out."""
        return ", ".join(each for each in (self.text, self.place, self.keys, self.note) if each)


def find_rows(rows: Sequence[ActionRow], words: str, recent: Sequence[str] = ()) -> list[ActionRow]:
    """Return the rows that hold all the words, in any order and without regard to case and accents.

    First comes what is called so, then what has the words in its own text, at the beginning of words;
    of equals, what was used last, the rest in its order.
    """
    wanted = fold(words).split()
    used = {name: number for number, name in enumerate(recent)}
    found = []
    for number, row in enumerate(rows):
        fit = _fit(row, wanted)
        if fit is not None:
            found.append((fit, used.get(row.name, len(used)), number, row))
    return [row for _fit, _used, _number, row in sorted(found, key=lambda each: each[:3])]


def _fit(row: ActionRow, wanted: Sequence[str]) -> int | None:
    """Return how well a row fits, 0 the best; None if a word is not in it."""
    text = fold(row.text)
    if any(word not in f"{text} {fold(row.place)} {fold(row.keys)} {fold(row.more)}" for word in wanted):
        return None
    begun = WORD.findall(text)
    if all(any(each.startswith(word) for each in begun) for word in wanted):
        return 0 if len(begun) == len(wanted) or not wanted else 1
    return 2 if all(word in text for word in wanted) else 3


class ActionRows(QAbstractListModel):
    """The rows that were found."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.rows: list[ActionRow] = []

    def show(self, rows: Sequence[ActionRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == Qt.ItemDataRole.UserRole else None

"""A table of words that are only to be read, as dialogs show it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget


def listed(
    name: str, headings: Sequence[str], rows: Sequence[Sequence[str]], parent: QWidget | None = None
) -> QTableWidget:
    """Return a table that shows rows of words; a screen reader hears the name."""
    table = QTableWidget(len(rows), len(headings), parent)
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(headings))
    left = Qt.AlignmentFlag.AlignLeft
    table.horizontalHeader().setDefaultAlignment(left | Qt.AlignmentFlag.AlignVCenter)
    # Not once: how wide the columns are, and so how high the rows, is known only when it is shown.
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.verticalHeader().hide()
    table.setWordWrap(True)
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    for row, words in enumerate(rows):
        for column, text in enumerate(words):
            item = QTableWidgetItem(text)
            item.setTextAlignment(left | Qt.AlignmentFlag.AlignTop)
            table.setItem(row, column, item)
    return table

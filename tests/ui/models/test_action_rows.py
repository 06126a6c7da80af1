"""Rows that name actions, and the search among them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from briefreader.ui.models.action_rows import ActionRow, ActionRows, find_rows

ROWS = (
    ActionRow("export", "Export briefing…", "File", "Ctrl+E", more="Export a briefing as PDF"),
    ActionRow("find", "Find in article…", "Edit", "Ctrl+F"),
    ActionRow("notes", "To the notes", "Go"),
    ActionRow("café", "Étoile du café", "Passage"),
    ActionRow("undo", "Undo", "Edit", "Ctrl+Z", "There is nothing to undo.", able=False),
)


def names(words: str, *recent: str) -> list[str]:
    return [row.name for row in find_rows(ROWS, words, recent)]


def test_words_are_found_in_any_order_without_case_and_accents() -> None:
    assert names("BRIEF exp") == ["export"]
    assert names("cafe etoile") == ["café"]
    assert names("pdf") == ["export"]
    assert names("ctrl+z") == ["undo"]
    assert names("edit") == ["find", "undo"]
    assert names("xylophone") == []


def test_what_begins_a_word_of_the_text_comes_first() -> None:
    rows = [ActionRow("a", "Unfind", ""), ActionRow("b", "x", "Find"), ActionRow("c", "Go find", "")]
    rows.append(ActionRow("d", "Find…", ""))
    assert [row.name for row in find_rows(rows, "find")] == ["d", "c", "a", "b"]


def test_what_was_used_last_comes_first() -> None:
    assert names("", "notes", "find") == ["notes", "find", "export", "café", "undo"]
    assert names("edit", "undo") == ["undo", "find"]


def test_a_row_is_read_out_whole(qapp: QApplication) -> None:
    model = ActionRows()
    QAbstractItemModelTester(model)
    model.show(ROWS)
    index = model.index(4, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Undo, Edit, Ctrl+Z, There is nothing to undo."
    assert index.data() == "Undo"
    assert index.data(Qt.ItemDataRole.UserRole) is ROWS[4]

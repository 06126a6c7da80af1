"""A table of words that are only to be read."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QHeaderView
from pytestqt.qtbot import QtBot

from briefreader.ui.dialogs.listed import listed


def test_words_are_shown_as_they_are_and_cannot_be_edited(qtbot: QtBot) -> None:
    table = listed("Things", ("One", "Two"), [("<b>a</b>", "b"), ("c", "d")])
    qtbot.addWidget(table)
    assert [[table.item(row, column).text() for column in (0, 1)] for row in (0, 1)] == [
        ["<b>a</b>", "b"], ["c", "d"],
    ]  # fmt: skip
    assert [table.horizontalHeaderItem(column).text() for column in (0, 1)] == ["One", "Two"]
    assert table.accessibleName() == "Things"
    assert table.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers


def test_a_row_is_as_high_as_its_words_need_at_the_width_that_is_shown(qtbot: QtBot) -> None:
    table = listed("Things", ("One", "Two"), [("a", "some words that go on for a while " * 3), ("b", "c")])
    qtbot.addWidget(table)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.resize(400, 300)
    table.show()
    qtbot.waitExposed(table)
    narrow = table.rowHeight(0)
    assert narrow > table.rowHeight(1)
    table.resize(1_200, 300)
    qtbot.waitUntil(lambda: table.rowHeight(0) < narrow)
    assert table.rowHeight(0) == table.rowHeight(1)

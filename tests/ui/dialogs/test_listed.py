"""A table of words that are only to be read."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView
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

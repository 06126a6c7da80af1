"""A field and a list: typing narrows, Enter takes, arrows go into the list and out of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefreader.ui.delegates.action_row import ActionRowDelegate
from briefreader.ui.dialogs.choosing import Chooser
from briefreader.ui.models.action_rows import ActionRow, find_rows
from briefreader.ui.theme import Theme

ROWS = tuple(ActionRow(name, name.title(), "Edit") for name in ("undo", "redo", "copy", "find"))
Key = Qt.Key


@pytest.fixture
def chooser(theme: Theme, qtbot: QtBot) -> Chooser:
    made = Chooser(lambda words: find_rows(ROWS, words), ActionRowDelegate(theme), theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    return made


def test_the_first_row_is_chosen_and_enter_takes_it(chooser: Chooser, qtbot: QtBot) -> None:
    taken: list[str] = []
    chooser.taken.connect(lambda row: taken.append(row.name))
    qtbot.keyClicks(chooser.field, "do")
    assert [row.name for row in chooser.rows()] == ["undo", "redo"]
    qtbot.keyClick(chooser.field, Key.Key_Return)
    qtbot.keyClick(chooser.field, Key.Key_Down)
    qtbot.waitUntil(chooser.list.hasFocus)
    qtbot.keyClick(chooser.list, Key.Key_Return)
    assert taken == ["undo", "redo"]


def test_letters_and_up_lead_back_to_the_field(chooser: Chooser, qtbot: QtBot) -> None:
    qtbot.keyClick(chooser.field, Key.Key_Down)
    qtbot.keyClick(chooser.list, Key.Key_C)
    qtbot.waitUntil(chooser.field.hasFocus)
    assert chooser.field.text() == "c" and chooser.row() == ROWS[2]
    chooser.field.clear()
    qtbot.keyClick(chooser.field, Key.Key_Down)
    qtbot.keyClick(chooser.list, Key.Key_Up)
    qtbot.keyClick(chooser.list, Key.Key_Up)
    qtbot.waitUntil(chooser.field.hasFocus)
    assert chooser.row() == ROWS[0]


def test_it_is_said_if_nothing_is_found(chooser: Chooser) -> None:
    assert not chooser.nothing.isVisible()
    chooser.field.setText("xylophone")
    assert chooser.nothing.isVisible() and chooser.row() is None


def test_a_row_stays_chosen_when_the_rows_are_asked_anew(chooser: Chooser) -> None:
    chooser._go(2)
    chooser.show_again()
    assert chooser.row() == ROWS[2]


def test_another_theme_finds_nothing_left_of_a_closed_one(theme: Theme, qtbot: QtBot) -> None:
    made = Chooser(lambda words: find_rows(ROWS, words), ActionRowDelegate(theme), theme)
    with qtbot.waitSignal(made.destroyed):
        made.deleteLater()
    with qtbot.captureExceptions() as raised:
        theme.choose("dark")
    assert raised == []

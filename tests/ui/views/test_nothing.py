"""Where nothing is, it is said why, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefreader.ui.views.nothing import Nothing


def test_the_button_is_there_only_if_it_helps(qtbot: QtBot) -> None:
    done: list[int] = []
    nothing = Nothing("Show all", lambda: done.append(1))
    qtbot.addWidget(nothing)
    nothing.say("Nothing <matches>.")
    assert nothing.label.text() == "Nothing <matches>."
    assert not nothing.button.isVisibleTo(nothing)
    nothing.say("Nothing matches.", offer=True)
    assert nothing.button.isVisibleTo(nothing)
    nothing.button.click()
    assert done == [1]


def test_return_presses_the_button_that_has_the_keyboard(qtbot: QtBot) -> None:
    done: list[int] = []
    nothing = Nothing("Show all", lambda: done.append(1))
    qtbot.addWidget(nothing)
    nothing.say("Nothing.", offer=True)
    other = nothing.add_button("Other", lambda: done.append(2))
    qtbot.keyClick(nothing.button, Qt.Key.Key_Return)
    qtbot.keyClick(other, Qt.Key.Key_Enter)
    assert done == [1, 2]

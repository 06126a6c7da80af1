"""Where nothing is, it is said why, and what can be done."""

from __future__ import annotations

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

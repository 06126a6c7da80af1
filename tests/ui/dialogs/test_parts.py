"""What goes into a proposed briefing: what is ticked from the start, and what is told of it."""

from __future__ import annotations

from dataclasses import fields

from pytestqt.qtbot import QtBot

from briefreader.library.proposing import Choice
from briefreader.ui.dialogs.parts import PartsBoxes


def test_what_is_ticked_goes_in_as_the_command_line_has_it(qtbot: QtBot) -> None:
    parts = PartsBoxes()
    qtbot.addWidget(parts)
    usual = {each.name: each.default for each in fields(Choice)}
    assert parts.chosen() == {name: usual[name] for name in parts.chosen()}
    assert parts.compared
    with qtbot.waitSignal(parts.changed):
        parts.boxes["highlights"].click()
    parts.boxes["compared"].click()
    assert parts.chosen()["highlights"] and not parts.compared

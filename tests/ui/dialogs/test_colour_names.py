"""The window for the names of colours."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import COLOURS
from briefreader.ui.dialogs.colour_names import ColourNamesDialog
from briefreader.ui.theme import Theme


def test_each_colour_has_a_field_that_says_whose_it_is(theme: Theme, qtbot: QtBot) -> None:
    dialog = ColourNamesDialog({"red": "urgent"}, theme)
    qtbot.addWidget(dialog)
    assert list(dialog.names()) == list(COLOURS)
    assert dialog.names() == dict.fromkeys(COLOURS, "") | {"red": "urgent"}
    names = [field.accessibleName() for field in dialog._fields.values()]
    assert names[:2] == ["Name of yellow", "Name of red"] and len(set(names)) == len(COLOURS)

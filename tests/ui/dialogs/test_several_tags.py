"""Tags of several marks at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefreader.ui.dialogs.several_tags import SeveralTagsDialog


def test_it_says_what_is_added_and_what_is_taken_off(qtbot: QtBot) -> None:
    dialog = SeveralTagsDialog("Tags of 2 marks", [("trade", 2), ("x", 1)], ["trade", "x"])
    qtbot.addWidget(dialog)
    assert (dialog.added(), dialog.removed()) == ((), ())
    dialog.field.setText(" #new,  to  verify ,new")
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert (dialog.added(), dialog.removed()) == (("new", "to verify"), ("x",))

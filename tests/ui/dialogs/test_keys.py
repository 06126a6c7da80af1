"""The sheet of keys."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefreader.ui.actions import ACTIONS
from briefreader.ui.dialogs.keys import KeysDialog


def test_every_action_with_a_key_is_there_once(qtbot: QtBot) -> None:
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    assert len(dialog._rows) == sum(1 for spec in ACTIONS if spec.keys)


def test_words_narrow_the_sheet(qtbot: QtBot) -> None:
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._words.setText("UNDO")
    assert [labels[0].text() for _said, labels in dialog._rows if labels[0].isVisible()] == ["Undo"]
    dialog._words.setText("")
    assert all(labels[0].isVisible() for _said, labels in dialog._rows)

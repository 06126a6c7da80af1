"""One thing is asked for, and nothing is taken unsaid."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from briefreader.ui.dialogs.asking import AskDialog, ask


def test_nothing_is_taken_unsaid(qtbot: QtBot) -> None:
    dialog = AskDialog("Dismiss", ["<b>A</b> claim"], "&Reason", save="Dismiss")
    qtbot.addWidget(dialog)
    said: list[str] = []
    ask(dialog, said.append)
    button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    assert button.text() == "Dismiss"
    assert not button.isEnabled()
    dialog.accept()
    assert said == []
    dialog.field.setText("  two   visits ")
    assert button.isEnabled()
    dialog.accept()
    assert said == ["two visits"]


def test_what_it_is_about_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    dialog = AskDialog("Link", [f"<i>passage {n}</i>" for n in range(9)], "&About", "Trade")
    qtbot.addWidget(dialog)
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert shown[0] == "<i>passage 0</i>"
    assert "and 3 more" in shown
    assert dialog.words() == "Trade"
    assert dialog.field.accessibleName() == "About"


def test_of_something_long_the_beginning_is_in_view_and_all_of_it_chosen(qtbot: QtBot) -> None:
    dialog = AskDialog("Link", (), "&Address", "briefreader://" + "a" * 400)
    qtbot.addWidget(dialog)
    assert dialog.field.selectedText() == dialog.words()
    assert dialog.field.cursorPosition() == 0

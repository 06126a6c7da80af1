"""The window that asks why something is not so."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from briefreader.ui.dialogs.reason import REASONS, ReasonDialog


def made(qtbot: QtBot, given: str = "") -> ReasonDialog:
    dialog = ReasonDialog("Reject", "Reject", "<b>trade</b> grew", given=given)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_reason_may_be_left_out(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    assert dialog.reason() == ""
    (done,) = [
        each for each in dialog.findChild(QDialogButtonBox).buttons() if each.text().strip("&") == "Reject"
    ]
    with qtbot.waitSignal(dialog.accepted):
        done.click()


def test_a_usual_reason_is_chosen(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    choice = next(each for each in dialog.findChildren(QRadioButton) if each.text() == REASONS[3])
    choice.setChecked(True)
    assert dialog.reason() == "Found twice"


def test_writing_is_choosing_to_write(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    qtbot.keyClicks(dialog._words, "  it is  a  title ")
    assert dialog.reason() == "it is a title"


def test_what_was_given_before_is_shown(qtbot: QtBot) -> None:
    assert made(qtbot, REASONS[0]).reason() == REASONS[0]
    assert made(qtbot, "My own").reason() == "My own"


def test_the_passage_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    assert "<b>trade</b> grew" in [label.text() for label in made(qtbot).findChildren(QLabel)]

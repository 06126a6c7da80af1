"""The question with which article another one is compared."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox
from pytestqt.qtbot import QtBot

from briefreader.domain.document import Published
from briefreader.library.comparing import Candidate
from briefreader.ui.dialogs.compare import CompareDialog

OTHERS = (
    Candidate("a", "Trade grows", "Belta", Published("2025-12-01", "header"), 3),
    Candidate("b", "Hà Nội receives guests", "VNA", Published("2025-12-02", "header"), 1),
    Candidate("c", "<b>Bold</b>", "", Published(), 0),
)


def test_the_first_is_chosen_and_says_what_it_is(qtbot: QtBot) -> None:
    dialog = CompareDialog(OTHERS)
    qtbot.addWidget(dialog)
    assert dialog.chosen() == "a"
    lines = [dialog.list.item(row).text() for row in range(3)]
    assert lines[0] == "Trade grows\nBelta · 1 Dec 2025 · 3 matters in common"
    assert "1 matter in common" in lines[1]
    assert lines[2].startswith("<b>Bold</b>")


def test_typing_narrows_and_arrows_move(qtbot: QtBot) -> None:
    dialog = CompareDialog(OTHERS)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.words, "ha noi vna")
    assert dialog.chosen() == "b"
    dialog.words.clear()
    qtbot.keyClick(dialog.words, Qt.Key.Key_Down)
    assert dialog.chosen() == "c"
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_where_nothing_matches_nothing_can_be_compared(qtbot: QtBot) -> None:
    dialog = CompareDialog(OTHERS)
    qtbot.addWidget(dialog)
    dialog.words.setText("nowhere")
    assert dialog.chosen() == ""
    button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    assert not button.isEnabled()
    dialog.accept()
    assert dialog.result() != QDialog.DialogCode.Accepted

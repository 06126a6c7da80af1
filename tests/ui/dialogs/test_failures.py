"""The list of articles that could not be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from briefreader.domain.query import Failure
from briefreader.ui.dialogs.failures import FailuresDialog


def test_each_failure_has_its_reason_and_all_can_be_tried_again(qtbot: QtBot) -> None:
    dialog = FailuresDialog([Failure("/x/one.txt", "It is empty."), Failure("/x/two.html", "No text.")])
    qtbot.addWidget(dialog)
    table = dialog.findChild(QTableWidget)
    cells = [[table.item(row, column).text() for column in (0, 1)] for row in (0, 1)]
    assert cells == [["one.txt", "It is empty."], ["two.html", "No text."]]
    with qtbot.waitSignal(dialog.retry_requested) as asked:
        dialog._retry()
    assert asked.args == [[Path("/x/one.txt"), Path("/x/two.html")]]


def test_no_failure_is_said(qtbot: QtBot) -> None:
    dialog = FailuresDialog([])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.findChild(QTableWidget).isVisible()

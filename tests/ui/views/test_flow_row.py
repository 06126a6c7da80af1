"""A row of widgets takes further rows where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefreader.ui.views.flow_row import FlowRow


def test_it_is_as_high_as_its_widgets_need(qtbot: QtBot) -> None:
    row = FlowRow(QMargins(4, 4, 4, 4), 6)
    qtbot.addWidget(row)
    for words in ("Confirm", "Dismiss", "Take back"):
        row.add(QPushButton(words, row))
    row.resize(600, 10)
    row.show()
    high = row.height()
    row.resize(130, 10)
    qtbot.waitUntil(lambda: row.height() > 2 * high)
    buttons = row.findChildren(QPushButton)
    assert all(row.rect().contains(button.geometry()) for button in buttons)

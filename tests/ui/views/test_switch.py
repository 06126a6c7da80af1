"""The switch."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefreader.ui.theme import Theme
from briefreader.ui.views.switch import Switch


def test_a_click_anywhere_on_it_turns_it(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch(theme)
    qtbot.addWidget(switch)
    switch.setText("Undated (3)")
    switch.resize(switch.sizeHint())
    off = switch.grab().toImage()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(switch.width() - 3, 4))
    assert switch.isChecked()
    assert switch.grab().toImage() != off
    found = QAccessible.queryAccessibleInterface(switch)
    assert found.role() == QAccessible.Role.CheckBox
    assert found.text(QAccessible.Text.Name) == "Undated (3)"

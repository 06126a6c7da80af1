"""A field that takes the next key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefreader.ui.dialogs.key_field import KeyField, sequence_of

_Mod = Qt.KeyboardModifier


@pytest.mark.parametrize(
    ("key", "held", "text", "said"),
    [
        (Qt.Key.Key_S, _Mod.NoModifier, "s", "S"),
        (Qt.Key.Key_S, _Mod.ShiftModifier, "S", "Shift+S"),
        (Qt.Key.Key_Question, _Mod.ShiftModifier, "?", "?"),
        (Qt.Key.Key_P, _Mod.ControlModifier | _Mod.ShiftModifier, "\x10", "Ctrl+Shift+P"),
        (Qt.Key.Key_5, _Mod.KeypadModifier, "5", "5"),
        (Qt.Key.Key_Space, _Mod.ShiftModifier, " ", "Shift+Space"),
        (Qt.Key.Key_Delete, _Mod.NoModifier, "\x7f", "Del"),
    ],
)
def test_keys_are_written_as_shortcuts(key: Qt.Key, held: _Mod, text: str, said: str) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, text)
    assert sequence_of(event).toString() == said


def test_it_takes_keys_but_lets_one_go_on(qtbot: QtBot) -> None:
    both = QWidget()
    qtbot.addWidget(both)
    field, other = KeyField(both), QLineEdit(both)
    layout = QVBoxLayout(both)
    layout.addWidget(field)
    layout.addWidget(other)
    both.show()
    both.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    pressed: list[str] = []
    field.pressed.connect(pressed.append)
    qtbot.keyClick(field, Qt.Key.Key_Control)
    qtbot.keyClick(field, Qt.Key.Key_E, _Mod.ControlModifier)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert pressed == ["Ctrl+E"]
    qtbot.waitUntil(other.hasFocus)

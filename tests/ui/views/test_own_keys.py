"""Keys that a view takes before its window does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu, QPushButton, QTableWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefreader.ui.views import own_keys
from briefreader.ui.views.acts import Act
from briefreader.ui.views.own_keys import OwnKeys, fill_menu, offer_menu


class Both(QMainWindow):
    """A window with the keys C, A and D, over a view that has C of its own and keeps A off."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        view = QWidget(self)
        self.button, self.field = QPushButton(view), QLineEdit(view)
        layout = QVBoxLayout(view)
        layout.addWidget(self.button)
        layout.addWidget(self.field)
        self.setCentralWidget(view)
        for key in "CAD":
            QShortcut(QKeySequence(key), self, lambda key=key: self.done.append(f"window {key}"))
        keys = OwnKeys(view)
        keys.add("C", lambda: self.done.append("view C"))
        keys.add("Ctrl+M", lambda: self.done.append("view Ctrl+M"))
        keys.keep_off()


@pytest.fixture
def both(qtbot: QtBot) -> Both:
    made = Both()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.button.setFocus()
    qtbot.waitUntil(made.button.hasFocus)
    return made


def test_a_view_comes_before_its_window(both: Both, qtbot: QtBot) -> None:
    qtbot.keyClick(both.button, Qt.Key.Key_C)
    qtbot.keyClick(both.button, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert both.done == ["view C", "view Ctrl+M"]


def test_what_is_kept_off_does_nothing_and_the_rest_is_the_windows(both: Both, qtbot: QtBot) -> None:
    qtbot.keyClick(both.button, Qt.Key.Key_A)
    qtbot.keyClick(both.button, Qt.Key.Key_D)
    assert both.done == ["window D"]


def test_a_field_takes_its_letters_first(both: Both, qtbot: QtBot) -> None:
    both.field.setFocus()
    qtbot.keyClicks(both.field, "ca")
    assert both.field.text() == "ca"
    assert both.done == []


def test_a_button_and_its_action_in_menus_are_able_together(qtbot: QtBot) -> None:
    view, done = QWidget(), []
    qtbot.addWidget(view)
    act = Act("sort", "Sort & keep", "Ctrl+J", "Sort what is chosen", line_before=True)
    button = OwnKeys(view).button(act, lambda: done.append("sorted"))
    assert button.action.text() == "Sort && keep\tCtrl+J"
    button.setEnabled(False)
    assert not button.action.isEnabled()
    button.setEnabled(True)
    button.action.trigger()
    assert done == ["sorted"]
    menu = QMenu(view)
    fill_menu(menu, [button.action, button.action])
    assert menu.actions()[0].isSeparator()


def test_the_right_button_opens_the_menu_on_a_row(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QMenu] = []
    monkeypatch.setattr(own_keys, "open_menu", lambda menu, _place: opened.append(menu))
    view = QWidget()
    qtbot.addWidget(view)
    table = QTableWidget(3, 1, view)
    view.resize(300, 200)
    view.show()
    action = OwnKeys(view).button(Act("cut", "Cut", "Ctrl+J", "Cut it"), lambda: None).action
    offer_menu(table, [action])
    table.customContextMenuRequested.emit(QPoint(5, table.rowViewportPosition(1) + 5))
    assert action in opened[0].actions()
    assert table.currentRow() == 1

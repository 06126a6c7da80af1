"""The table of actions: every one has a slot, words, and keys of its own."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from briefreader.resources import resource
from briefreader.ui.actions import ACTIONS, MENUS, make_actions, tooltip
from briefreader.ui.theme import Theme


def test_names_and_keys_are_given_once() -> None:
    names = [spec.name for spec in ACTIONS]
    keys = [QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys]
    assert len(names) == len(set(names))
    assert len(keys) == len(set(keys))
    assert all(keys)


def test_every_action_is_in_a_menu_and_has_its_picture() -> None:
    for spec in ACTIONS:
        assert spec.menu in MENUS
        assert not spec.icon or resource(f"icons/{spec.icon}.svg").is_file(), spec.icon


def test_keys_stand_in_the_tooltip() -> None:
    spec = next(each for each in ACTIONS if each.name == "export")
    assert tooltip(spec) == "Export a briefing as PDF (Ctrl+E)"


def test_actions_call_what_is_named_for_them(theme: Theme, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    called: list[object] = []
    slots = {spec.name: lambda *given, name=spec.name: called.append((name, *given)) for spec in ACTIONS}
    actions = make_actions(window, theme, slots)
    assert set(actions) == {spec.name for spec in ACTIONS}
    actions["star"].trigger()
    actions["show_panel"].trigger()
    assert called == [("star",), ("show_panel", False)]
    shown = {action.text() for menu in window.menuBar().actions() for action in menu.menu().actions()}
    assert {actions[spec.name].text() for spec in ACTIONS} <= shown

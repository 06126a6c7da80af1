"""The table of actions: every one has a slot, words, and keys of its own."""

from __future__ import annotations

import ast
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import COLOURS
from briefreader.resources import resource
from briefreader.ui import actions
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
    assert tooltip(spec) == "Export a briefing as PDF, Word document, web page or another file (Ctrl+E)"


def test_every_colour_has_its_key() -> None:
    specs = [spec for spec in ACTIONS if spec.name.startswith("highlight_")]
    assert [spec.name for spec in specs] == [f"highlight_{colour}" for colour in COLOURS]
    assert [spec.keys for spec in specs] == [(str(n),) for n in range(1, len(COLOURS) + 1)]


def test_words_for_translation_are_written_out() -> None:
    tree = ast.parse(Path(actions.__file__).read_text("utf-8"))
    marked = [
        call.args[0]
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "N_"
    ]
    assert len(marked) > len(ACTIONS)
    assert all(isinstance(text, ast.Constant) for text in marked)


def test_actions_call_what_is_named_for_them(theme: Theme, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    called: list[object] = []
    slots = {spec.name: lambda *given, name=spec.name: called.append((name, *given)) for spec in ACTIONS}
    made = make_actions(window, theme, slots)
    assert set(made) == {spec.name for spec in ACTIONS}
    made["star"].trigger()
    made["show_panel"].trigger()
    assert called == [("star",), ("show_panel", False)]
    shown = {action.text() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    assert {made[spec.name].text() for spec in ACTIONS} <= shown

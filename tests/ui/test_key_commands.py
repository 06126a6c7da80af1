"""The window's keys: the palette does things where the keyboard was, and changed keys are seen everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from briefreader.settings import Settings
from briefreader.ui.corpus import Corpus
from briefreader.ui.keymap import WINDOW, Keymap
from briefreader.ui.theme import Theme
from briefreader.ui.window import Window


@pytest.fixture
def own(corpus: Corpus, theme: Theme, tmp_path: Path, qtbot: QtBot) -> Window:
    """Return a window that keeps its keys and what was used last."""
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = Window(corpus, theme, Settings(), kept, Keymap(tmp_path / "keys.toml"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def dialog(window: Window, name: str) -> QDialog:
    (found,) = [each for each in window.findChildren(QDialog) if type(each).__name__ == name]
    return found


def test_the_palette_does_it_where_the_keyboard_was_and_remembers_it(own: Window, qtbot: QtBot) -> None:
    own.dates.setFocus()
    own.reader.text.setFocus()
    qtbot.waitUntil(own.reader.text.hasFocus)
    seen: list[bool] = []
    own.action("keys").triggered.disconnect()
    own.action("keys").triggered.connect(lambda: seen.append(own.reader.text.hasFocus()))
    own.action("palette").trigger()
    chooser = dialog(own, "PaletteDialog").chooser  # type: ignore[attr-defined]
    chooser.field.setText("show all keys")
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: seen == [True])
    assert own.commands.keyboard.recent == ["keys"]
    assert own.kept.value("palette/recent", [], list) == ["keys"]


def test_a_changed_key_counts_and_is_shown_at_once(own: Window, qtbot: QtBot) -> None:
    own.keymap.give(WINDOW, "view_ledger", ["F8"])
    action = own.action("view_ledger")
    assert [each.toString() for each in action.shortcuts()] == ["F8"]
    assert action.toolTip().endswith("(F8)")
    assert own.stage.tabs.tabToolTip(1).endswith("(F8)")
    own.commands.keyboard.sheet()
    said = [labels[1].text() for _said, labels in dialog(own, "KeysDialog")._rows]  # type: ignore[attr-defined]
    assert "F8" in said and "Alt+2" not in said
    own.keymap.reset_all()
    assert action.toolTip().endswith("(Alt+2)")


def test_keys_of_a_view_can_be_changed(own: Window, qtbot: QtBot) -> None:
    own.commands.show_view("ledger")
    view = own.stage.current()
    confirm = view.decisions.buttons[0]  # type: ignore[attr-defined]
    done: list[str] = []
    confirm.setEnabled(True)
    confirm.clicked.disconnect()
    confirm.clicked.connect(lambda: done.append("confirm"))
    own.keymap.give("ledger", "confirm", ["Y"])
    assert confirm.toolTip().endswith("(Y)") and confirm.action.text().endswith("\tY")
    own.view_menu.follow()
    view.words.setFocus()  # type: ignore[attr-defined]
    view.chips.setFocus()  # type: ignore[attr-defined]
    confirm.setFocus()
    qtbot.waitUntil(confirm.hasFocus)
    for key in "CY":
        QTest.keySequence(own.windowHandle(), QKeySequence(key))
    assert done == ["confirm"]


def test_keys_that_are_changed_are_kept(own: Window, tmp_path: Path) -> None:
    own.action("change_keys").trigger()
    changing = dialog(own, "ChangeKeysDialog")
    own.keymap.give(WINDOW, "star", ["Y"])
    assert "Y" in [row.keys for row in changing.chooser.rows()]  # type: ignore[attr-defined]
    changing.reject()
    assert Keymap(tmp_path / "keys.toml").keys(WINDOW, "star") == ("Y",)


def test_a_broken_file_is_told_of(corpus: Corpus, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "keys.toml").write_text("[", encoding="utf-8")
    told: list[str] = []
    corpus.notice.connect(lambda notice: told.append(notice.text))
    window = Window(corpus, theme, Settings(), None, Keymap(tmp_path / "keys.toml"))
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["The file of your keys could not be read; the usual keys are in force."]
    assert QApplication.instance() is not None


def test_other_keys_are_named_wherever_they_are_said(window: Window) -> None:
    window.keymap.give("window", "details", ["Ctrl+9"])
    window.keymap.give("window", "star_document", [])
    window.keymap.give("window", "search", ["Ctrl+8"])
    window.keymap.give("window", "highlight_red", ["Ctrl+7"])
    header = window.reader.header
    assert header.details.toolTip() == "Correct title, outlet and date (Ctrl+9)"
    assert header.star.toolTip() == "Star this article"
    assert window.search.field.placeholderText() == "Search all articles (Ctrl+8)"
    assert window.action("highlight_red").toolTip() == "Highlight in red (Ctrl+7)"
    window.keymap.reset_all()
    assert header.details.toolTip() == "Correct title, outlet and date (F2)"

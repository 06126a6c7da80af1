"""Changing keys."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefreader.ui.dialogs.change_keys import ChangeKeysDialog
from briefreader.ui.keymap import WINDOW, Keymap, bounds
from briefreader.ui.theme import Theme


@pytest.fixture
def keymap(qapp: QApplication) -> Keymap:
    return Keymap()


@pytest.fixture
def dialog(keymap: Keymap, theme: Theme, qtbot: QtBot) -> ChangeKeysDialog:
    made = ChangeKeysDialog(keymap, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: ChangeKeysDialog, scope: str, name: str) -> None:
    number = next(n for n, row in enumerate(dialog.chooser.rows()) if row.name == f"{scope}.{name}")
    dialog.chooser._go(number)


def test_everything_that_can_have_keys_is_listed(dialog: ChangeKeysDialog) -> None:
    assert len(dialog.chooser.rows()) == len(bounds())


def test_a_free_key_is_given_at_once(dialog: ChangeKeysDialog, keymap: Keymap) -> None:
    choose(dialog, WINDOW, "star")
    dialog.press("Ctrl+D")
    assert keymap.keys(WINDOW, "star") == ("Ctrl+D",)
    assert dialog.chosen().name == "star" and dialog.chooser.row().keys == "Ctrl+D"
    assert dialog.chooser.row().note == "changed"
    assert "Ctrl+D" in dialog.says.text() and dialog.back.isEnabled() and dialog.all.isEnabled()


def test_the_other_keys_can_stay(dialog: ChangeKeysDialog, keymap: Keymap) -> None:
    choose(dialog, WINDOW, "star")
    dialog.add.setChecked(True)
    dialog.press("Ctrl+D")
    assert keymap.keys(WINDOW, "star") == ("S", "Ctrl+D")


def test_a_conflict_is_told_before_the_key_is_taken(dialog: ChangeKeysDialog, keymap: Keymap) -> None:
    choose(dialog, WINDOW, "star")
    assert not dialog.take.isVisible()
    dialog.press("N")
    assert keymap.keys(WINDOW, "star") == ("S",)
    assert "“Note”" in dialog.says.text() and dialog.take.isVisible()
    dialog.take.click()
    assert keymap.keys(WINDOW, "star") == ("N",) and keymap.keys(WINDOW, "note") == ()
    assert not dialog.take.isVisible()


def test_going_elsewhere_takes_nothing(dialog: ChangeKeysDialog, keymap: Keymap) -> None:
    choose(dialog, WINDOW, "star")
    dialog.press("N")
    choose(dialog, WINDOW, "tag")
    assert not dialog.take.isVisible() and dialog.field.text() == ""
    dialog.take_over()
    assert not keymap.any_own


def test_a_view_says_what_the_key_means_in_the_window(dialog: ChangeKeysDialog, keymap: Keymap) -> None:
    choose(dialog, "ledger", "confirm")
    assert not dialog.add.isVisible()
    dialog.press("S")
    assert "“Star”" in dialog.says.text() and "Ledger" in dialog.says.text()
    dialog.take.click()
    assert keymap.keys("ledger", "confirm") == ("S",) and keymap.keys(WINDOW, "star") == ("S",)


def test_what_moves_about_is_refused(dialog: ChangeKeysDialog, keymap: Keymap) -> None:
    choose(dialog, WINDOW, "star")
    dialog.press("Down")
    assert "stays" in dialog.says.text() and not keymap.any_own


def test_usual_keys_come_back(dialog: ChangeKeysDialog, keymap: Keymap) -> None:
    choose(dialog, WINDOW, "tag")
    dialog.none.click()
    assert keymap.keys(WINDOW, "tag") == () and not dialog.none.isEnabled()
    dialog.back.click()
    assert keymap.keys(WINDOW, "tag") == ("T",)
    dialog.press("S")
    dialog.take.click()
    choose(dialog, WINDOW, "star")
    assert keymap.keys(WINDOW, "star") == ()
    dialog.reset()
    assert "“Tag”" in dialog.says.text()
    dialog.all.click()
    assert keymap.keys(WINDOW, "star") == ("S",) and not dialog.all.isEnabled()

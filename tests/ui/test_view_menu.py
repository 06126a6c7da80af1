"""What can be done in a view is in a menu while it is in front."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from briefreader.ui.views.acts import VIEW_ACTS
from briefreader.ui.window import Window


@pytest.mark.parametrize("name", VIEW_ACTS)
def test_each_view_has_a_menu_of_what_can_be_done(window: Window, name: str) -> None:
    menu = window.view_menu.menu
    assert not menu.menuAction().isVisible()
    window.stage.show_view(name)
    title, acts = VIEW_ACTS[name]
    assert menu.menuAction().isVisible()
    assert menu.title() == title
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names == [act.name for act in acts]
    window.stage.show_view("articles")
    assert not menu.menuAction().isVisible()


def test_what_a_view_has_taken_the_keys_of_is_not_offered_for_facts(window: Window, qtbot: QtBot) -> None:
    passage = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == "&Passage")
    window.activateWindow()
    ledger = window.stage.show_view("ledger")
    ledger.words.setFocus()  # type: ignore[attr-defined]
    qtbot.waitUntil(ledger.words.hasFocus)  # type: ignore[attr-defined]
    passage.aboutToShow.emit()
    assert not window.action("correct_fact").isEnabled()
    passage.aboutToHide.emit()
    assert window.action("correct_fact").isEnabled()
    window.reader.text.setFocus()
    passage.aboutToShow.emit()
    assert window.action("correct_fact").isEnabled()
    passage.aboutToHide.emit()


def test_whether_something_is_shown_is_seen_in_the_menu(window: Window) -> None:
    assert not window.action("show_panel").isIconVisibleInMenu()
    assert window.action("star").isIconVisibleInMenu()

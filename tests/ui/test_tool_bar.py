"""The tool bar of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolBar, QToolButton

from briefreader.ui.window import Window


def buttons(window: Window) -> dict[str, QToolButton]:
    bar = window.findChild(QToolBar, "tools")
    found = bar.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return {button.defaultAction().objectName(): button for button in found if button.defaultAction()}


def test_every_button_has_a_name_and_does_what_its_action_does(window: Window) -> None:
    found = buttons(window)
    assert {"import_files", "export", "star", "highlight", "underline", "note", "tag", "undo", "redo"} == set(
        found
    )
    assert all(button.accessibleName() for button in found.values())
    assert found["highlight"].menu() is not None


def test_a_button_keeps_its_short_words_when_its_action_changes(window: Window) -> None:
    star = buttons(window)["star"]
    assert star.text() == "Star"
    window.action("star").setText("Star this or that")
    assert star.text() == "Star"


def test_where_the_search_would_have_no_room_the_words_go(window: Window) -> None:
    bar = window.findChild(QToolBar, "tools")
    star = buttons(window)["star"]
    bar.resize(1600, bar.height())
    assert star.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    bar.resize(700, bar.height())
    assert star.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert star.accessibleName() == "Star"
    bar.resize(1600, bar.height())
    assert star.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon

"""A badge is heard as its word, and is gone without one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefreader.ui.theme import Theme
from briefreader.ui.views.badge import Badge


def test_a_badge_says_its_word(theme: Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    badge = Badge(theme, parent)
    badge.say("differ", "Differ")
    narrow = badge.sizeHint().width()
    assert badge.accessibleName() == "Differ"
    assert badge.isVisibleTo(parent)
    badge.say("scope", "Different period or scope")
    assert badge.sizeHint().width() > narrow
    badge.resize(badge.sizeHint())
    assert not badge.grab().isNull()
    badge.say("", "")
    assert not badge.isVisibleTo(parent)

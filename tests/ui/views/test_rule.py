"""A line in the colour of edges."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefreader.ui.theme import Theme
from briefreader.ui.views.rule import Rule


def test_it_follows_the_theme(theme: Theme, qtbot: QtBot) -> None:
    rule = Rule(theme)
    qtbot.addWidget(rule)
    rule.resize(20, 1)
    assert rule.height() == 1
    assert rule.grab().toImage().pixelColor(10, 0) == theme.colour("border")

"""Boxes of choices may be narrower than their words, so that forms fit beside the pages of a briefing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from briefreader.ui.theme import Theme
from briefreader.ui.views.briefing_head import BriefingHead
from briefreader.ui.views.narrow_box import NarrowBox

LONG = "Chicago, the source in full in each note, with whatever else belongs to it"
ROOM = 251  # px of the middle part where it is narrowest


def test_it_is_narrow_and_its_list_is_not(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QComboBox, "showPopup", lambda _self: None)  # a screen is needed for it
    box = NarrowBox()
    qtbot.addWidget(box)
    box.addItem(LONG)
    assert box.minimumSizeHint().width() < 160
    box.resize(box.minimumSizeHint())
    box.showPopup()
    assert box.view().minimumWidth() >= box.fontMetrics().horizontalAdvance(LONG)


def test_the_form_of_a_briefing_fits_where_it_is_narrowest(qtbot: QtBot, theme: Theme) -> None:
    head = BriefingHead(lambda: {"long": LONG})
    qtbot.addWidget(head)
    assert head.minimumSizeHint().width() <= ROOM

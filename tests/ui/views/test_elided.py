"""A label that is cut where it does not fit."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefreader.ui.views.elided import ElidedLabel


def test_words_are_cut_to_the_room_there_is(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.say("Outlet not known · 6 December 2025 · 587 words")
    label.resize(120, 20)
    label.show()
    assert label.text().endswith("…")
    label.resize(900, 20)
    qtbot.waitUntil(lambda: label.text().endswith("587 words"))
    assert label.accessibleName().endswith("587 words")


def test_a_shorter_saying_is_taken_where_the_long_one_has_no_room(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.say("An outlet · 12 August 2027 · 186 words", "An outlet · 12 Aug 2027 · 186 words", "An outlet")
    wide = label.fontMetrics().horizontalAdvance
    for room, shown in (
        (wide("An outlet · 12 August 2027 · 186 words"), "An outlet · 12 August 2027 · 186 words"),
        (wide("An outlet · 12 Aug 2027 · 186 words"), "An outlet · 12 Aug 2027 · 186 words"),
        (wide("An outlet · 12"), "An outlet"),
    ):
        label.resize(room + 1, 20)
        label._fit()
        assert label.text() == shown

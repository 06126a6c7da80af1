"""The map of marks: lanes, places, clicks, and what a screen reader hears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from briefreader.domain.text import Span
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_layers import OWN, Layers
from briefreader.ui.views.reader_marks import Mark, MarkIndex
from briefreader.ui.views.scroll_map import LANES, ScrollMap

MARKS = {
    "person": [Mark(Span(100, 110), "mark.person", "dotted", 1, "")],
    "quote": [Mark(Span(500, 700), "mark.quote", "background", 2, "")],
    OWN: [
        Mark(Span(900, 910), "highlight.red", "background", 3, ""),
        Mark(Span(900, 910), "star", "star", 3, ""),
    ],
}


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> ScrollMap:
    made = ScrollMap(theme)
    qtbot.addWidget(made)
    made.resize(made.width(), 500)
    made.show()
    made.set_length(1000)
    made.set_layers(Layers({kind: MarkIndex(marks) for kind, marks in MARKS.items()}, tuple(MARKS)))
    made.set_hits([Span(300, 305), Span(800, 805)], Span(300, 305))
    return made


def lane(number: int, strip: ScrollMap, place: int) -> QPoint:
    return QPoint(8 + 9 * number, round(strip.y_of(place)))


def ink(strip: ScrollMap, at: QPoint) -> bool:
    """Tell whether something other than the ground is painted around a point."""
    image = strip.grab().toImage()
    ground = strip._theme.colour("surface")
    near = [QPoint(x, y) for x in range(-3, 3) for y in range(-1, 2)]
    return any(image.pixelColor(at + step).rgb() != ground.rgb() for step in near)


def test_places_and_heights_are_each_other_turned_round(strip: ScrollMap) -> None:
    for place in (0, 250, 999):
        assert strip.place_at(strip.y_of(place)) == place
    assert strip.place_at(-50) == 0
    assert strip.place_at(9999) == 999


def test_each_sort_of_mark_is_painted_in_its_own_lane(strip: ScrollMap) -> None:
    for number, place in enumerate((100, 600, 900, 300)):
        painted = [ink(strip, lane(each, strip, place)) for each in range(len(LANES))]
        assert painted == [each == number for each in range(len(LANES))]


def test_a_click_goes_to_the_mark_of_its_lane_else_to_the_place(strip: ScrollMap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.passage_wanted) as told:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=lane(3, strip, 800))
    assert told.args == [Span(800, 805)]
    with qtbot.waitSignal(strip.passage_wanted) as told:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=lane(0, strip, 103))
    assert told.args == [Span(100, 110)]
    with qtbot.waitSignal(strip.place_wanted) as told:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=lane(0, strip, 800))
    assert abs(told.args[0] - 800) <= 2


def test_kinds_that_are_not_shown_are_neither_painted_nor_counted(strip: ScrollMap) -> None:
    assert strip.counts() == {"facts": 1, "quotes": 1, OWN: 1, "hit": 2}
    assert "2 hits" in strip.accessibleDescription() and strip.accessibleName()
    strip.set_layers(strip._layers.only({"quote"}))
    assert strip.counts() == {"facts": 0, "quotes": 1, OWN: 0, "hit": 2}
    assert not ink(strip, lane(0, strip, 100))
    assert strip.passage_at(QPointF(lane(0, strip, 100))) is None


def test_what_is_in_view_has_a_frame(strip: ScrollMap) -> None:
    strip.set_hits([], None)
    assert not ink(strip, lane(3, strip, 210))
    strip.set_seen(Span(150, 250))
    assert ink(strip, lane(3, strip, 210))

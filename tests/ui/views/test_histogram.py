"""The histogram: what its handles choose."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefreader.ui.theme import Theme
from briefreader.ui.views.histogram import DateHistogram

WEEK = {"2025-12-01": 1, "2025-12-03": 1, "2025-12-04": 1, "2025-12-06": 1, "2025": 1}


@pytest.fixture
def histogram(qtbot: QtBot, theme: Theme) -> DateHistogram:
    view = DateHistogram(theme)
    qtbot.addWidget(view)
    view.resize(240, view.sizeHint().height())
    view.set_days(WEEK)
    view.show()
    qtbot.waitExposed(view)
    return view


def place(histogram: DateHistogram, day: date) -> QPoint:
    return QPoint(round(histogram.place_of(day.toordinal())), round(histogram.plot.center().y()))


def drag(histogram: DateHistogram, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(histogram, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 9):
        QTest.mouseMove(histogram, start + (end - start) * step / 8)
    QTest.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=end)


def test_dragging_a_handle_chooses_and_tells_once(qtbot: QtBot, histogram: DateHistogram) -> None:
    told: list[object] = []
    histogram.range_changed.connect(lambda *limits: told.append(limits))
    drag(histogram, place(histogram, date(2025, 12, 1)), place(histogram, date(2025, 12, 4)))
    assert told == [(date(2025, 12, 4), None)]
    drag(histogram, place(histogram, date(2025, 12, 8)), place(histogram, date(2025, 12, 6)))
    assert told[1:] == [(date(2025, 12, 4), date(2025, 12, 5))]


def test_a_pause_in_dragging_tells(qtbot: QtBot, histogram: DateHistogram) -> None:
    start, end = place(histogram, date(2025, 12, 1)), place(histogram, date(2025, 12, 3))
    QTest.mousePress(histogram, Qt.MouseButton.LeftButton, pos=start)
    with qtbot.waitSignal(histogram.range_changed) as told:
        QTest.mouseMove(histogram, end)
    assert told.args == [date(2025, 12, 3), None]
    QTest.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=end)


def test_back_at_its_end_a_handle_is_no_limit(histogram: DateHistogram) -> None:
    drag(histogram, place(histogram, date(2025, 12, 1)), place(histogram, date(2025, 12, 4)))
    drag(histogram, place(histogram, date(2025, 12, 4)), QPoint(-40, 20))
    assert (histogram.since, histogram.until) == (None, None)


def test_handles_do_not_pass_each_other(histogram: DateHistogram) -> None:
    histogram.set_range(None, date(2025, 12, 3))
    drag(histogram, place(histogram, date(2025, 12, 1)), QPoint(400, 20))
    assert histogram.since == date(2025, 12, 3)
    assert histogram.until == date(2025, 12, 3)


def test_dragging_the_range_moves_it(histogram: DateHistogram) -> None:
    histogram.set_range(date(2025, 12, 2), date(2025, 12, 3))
    start = place(histogram, date(2025, 12, 3))
    drag(histogram, start, start + QPoint(round(histogram.plot.width() / 7 * 2), 0))
    assert (histogram.since, histogram.until) == (date(2025, 12, 4), date(2025, 12, 5))


def test_dragging_across_an_unlimited_axis_chooses(histogram: DateHistogram) -> None:
    drag(
        histogram,
        place(histogram, date(2025, 12, 3)) + QPoint(4, 0),
        place(histogram, date(2025, 12, 5)) + QPoint(4, 0),
    )
    assert (histogram.since, histogram.until) == (date(2025, 12, 3), date(2025, 12, 5))


def test_double_click_takes_the_limits_away(histogram: DateHistogram) -> None:
    histogram.set_range(date(2025, 12, 2), date(2025, 12, 3))
    QTest.mouseDClick(histogram, Qt.MouseButton.LeftButton, pos=QPoint(100, 20))
    assert (histogram.since, histogram.until) == (None, None)


def test_a_limit_beyond_the_axis_is_not_lost_by_the_other_handle(histogram: DateHistogram) -> None:
    histogram.set_range(date(2019, 1, 1), None)
    QTest.keyClick(histogram.high, Qt.Key.Key_Left)
    assert (histogram.since, histogram.until) == (date(2019, 1, 1), date(2025, 12, 6))


def test_a_bar_says_its_day_and_count(histogram: DateHistogram) -> None:
    words = histogram.words_at(place(histogram, date(2025, 12, 3)) + QPoint(4, 0))
    assert words.splitlines()[:2] == ["3 Dec 2025", "1 document"]
    assert "month or year" in words


@pytest.mark.parametrize("days", [{}, {"2025": 3}, {"2025-12-01": 1}, {"1600": 1, "2025-01-01": 100_000}])
@pytest.mark.parametrize("width", [60, 176, 900])
def test_it_paints_any_dates_at_any_width(histogram: DateHistogram, days: dict[str, int], width: int) -> None:
    histogram.set_days(days)
    histogram.resize(width, histogram.height())
    image = histogram.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, width, 2) for y in range(image.height())}
    assert len(colours) > 1
    assert histogram.low.isVisible() == bool(days)

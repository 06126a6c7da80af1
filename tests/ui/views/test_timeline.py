"""The timeline: zooming, choosing, what the list shows, and that no date breaks it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefreader.domain.query import Counts
from briefreader.domain.survey import LANES, Moment, Survey
from briefreader.domain.text import Span
from briefreader.library.looking import Listing
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.views import timeline_axis, timeline_layout
from briefreader.ui.views.own_keys import show_keys
from briefreader.ui.views.timeline import TimelineView
from briefreader.ui.views.timeline_frame import Frame, held
from briefreader.ui.views.timeline_layout import Heaps, placed
from briefreader.ui.views.timeline_words import say_heap
from ui.views.dated import SURVEY, many, moment

TODAY = date(2026, 1, 8)


def day(value: str) -> int:
    return date.fromisoformat(value).toordinal()


def put(corpus: Corpus, survey: Survey | None, ids: Sequence[str] | None = None) -> None:
    """Let the corpus have surveyed and listed documents."""
    corpus.survey = survey
    listed = tuple(survey.sources) if ids is None and survey is not None else tuple(ids or ())
    corpus.listing = Listing(corpus.query, listed, Counts())
    if survey is not None:
        corpus.surveyed.emit(survey)
    corpus.listed.emit(corpus.listing)


@pytest.fixture
def view(corpus: Corpus, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> TimelineView:
    monkeypatch.setattr(corpus, "refresh", lambda: None)
    monkeypatch.setattr(corpus.surveys, "want", lambda: None)
    put(corpus, SURVEY)
    made = TimelineView(corpus, theme, today=lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(620, 860)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def heard(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Span | None]]:
    """Return what documents the corpus is asked to open."""
    asked: list[tuple[str, Span | None]] = []
    monkeypatch.setattr(corpus, "open_document", lambda id, span=None: asked.append((id, span)))
    return asked


def labels(view: TimelineView) -> list[str]:
    model = view.list.moments
    return [model.moment(place).label for place in range(model.rowCount())]


def middle(view: TimelineView, lane: str, at: int) -> QPoint:
    frame = view.canvas.frame
    return QPoint(round(frame.place(at)), round(frame.body(lane).bottom() - 4))


def drag(
    view: TimelineView, start: QPoint, end: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    QTest.mousePress(view.canvas, button, pos=start)
    for step in range(1, 7):
        QTest.mouseMove(view.canvas, start + (end - start) * step / 6)
    QTest.mouseRelease(view.canvas, button, pos=end)


# -- what is shown ------------------------------------------------------------------------------------


def test_all_listed_moments_are_in_view_at_first(view: TimelineView) -> None:
    assert len(labels(view)) == 16
    assert "16 moments in view" in view.said.accessibleName()
    assert "1 source without a date" in view.said.accessibleName()
    assert view.canvas.newest == day("2025-12-06")
    assert "8 events" in view.canvas.accessibleDescription()


def test_only_what_is_listed_is_shown_and_the_view_stays(view: TimelineView, corpus: Corpus) -> None:
    before = (view.canvas.low, view.canvas.high)
    put(corpus, SURVEY, ["b", "e"])
    assert {view.list.moments.moment(n).document for n in range(5)} == {"b"}
    assert (view.canvas.low, view.canvas.high) == before
    assert list(view.canvas.others) == [day("2025-01-01"), day("2025-12-01"), day("2025-12-06")]


def test_a_survey_that_comes_while_nobody_looks_is_taken_when_somebody_does(
    view: TimelineView, corpus: Corpus
) -> None:
    view.hide()
    put(corpus, SURVEY, ["c"])
    assert len(labels(view)) == 16
    view.show()
    assert len(labels(view)) == 3


def test_time_runs_from_left_to_right_in_every_layout(view: TimelineView, qapp: QApplication) -> None:
    pictures = []
    for direction in Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight:
        qapp.setLayoutDirection(direction)
        pictures.append(view.canvas.grab().toImage())
    assert pictures[0] == pictures[1]


def test_each_lane_stands_alone_and_planned_events_lie_ahead(view: TimelineView) -> None:
    frame, canvas = view.canvas.frame, view.canvas
    tops = [frame.lane(name).top() for name in LANES]
    assert tops == sorted(tops)
    planned = [row for row in range(16) if canvas.moments.look(row) == "planned"]
    assert planned and canvas.newest is not None
    assert all(frame.place(canvas.moments.firsts[row]) > frame.place(canvas.newest + 1) for row in planned)


@pytest.mark.parametrize("survey", [None, Survey(), Survey(sources=SURVEY.sources)])
def test_without_dates_it_says_what_to_do(view: TimelineView, corpus: Corpus, survey: Survey | None) -> None:
    put(corpus, survey)
    assert view._empty.isVisible()
    assert view._empty.text()


@pytest.mark.parametrize(
    "days",
    [["0001-01-01", "9999-12-31"], ["9999-12-31"], ["0001-01-01"], ["2025-12-03"], ["2025-12-03"] * 3000],
)
@pytest.mark.parametrize("width", [240, 420, 1300])
def test_it_paints_any_dates_at_any_width(
    view: TimelineView, corpus: Corpus, days: list[str], width: int
) -> None:
    moments = tuple(moment("a", lane, each, label="x") for each in days for lane in LANES)
    put(corpus, Survey(moments=moments, sources=SURVEY.sources))
    view.resize(width, 600)
    for act in (view.canvas.fit, lambda: view.canvas.zoom(1e9), lambda: view.canvas.zoom(1e-9)):
        act()
        image = view.canvas.grab().toImage()
        assert len({image.pixelColor(x, y).name() for x in range(0, 200, 2) for y in range(0, 200, 2)}) > 2


def test_the_theme_changes_under_it(view: TimelineView, theme: Theme) -> None:
    light = view.grab().toImage()
    theme.choose("dark")
    assert view.grab().toImage() != light
    theme.choose("light")


# -- moving -------------------------------------------------------------------------------------------


def test_the_wheel_zooms_around_the_pointer(view: TimelineView) -> None:
    canvas = view.canvas
    place = QPointF(400, 100)
    under = canvas.frame.day(400)
    event = QWheelEvent(
        place, canvas.mapToGlobal(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = canvas.high - canvas.low
    QApplication.sendEvent(canvas, event)
    assert canvas.high - canvas.low < before
    assert canvas.frame.day(400) == pytest.approx(under, abs=before / 500)


def test_keys_move_zoom_and_fit(view: TimelineView) -> None:
    canvas = view.canvas
    canvas.setFocus()
    whole = (canvas.low, canvas.high)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.high - canvas.low < whole[1] - whole[0]
    low = canvas.low
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.low > low
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.low == pytest.approx(low)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.low < day("2024-01-01")
    assert canvas.high > day("2026-03-31")


def test_the_keys_that_zoom_can_be_others(view: TimelineView) -> None:
    def keys_of(_view: str, name: str) -> tuple[str, ...]:
        return {"zoom_in": ("Y",), "fit": ("Ctrl+9",)}.get(name, ())

    show_keys(view, "timeline", keys_of)
    canvas = view.canvas
    canvas.setFocus()
    canvas.fit()
    whole = canvas.high - canvas.low
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.high - canvas.low == whole
    QTest.keyClick(canvas, Qt.Key.Key_Y)
    assert canvas.high - canvas.low < whole
    QTest.keyClick(canvas, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert canvas.high - canvas.low == whole
    tips = {name: view._buttons[name].toolTip() for name in ("zoom-in", "zoom-out")}
    assert tips == {"zoom-in": "Zoom in: see less time, larger (Y)", "zoom-out": "Zoom out: see more time"}
    assert view._act["clear"].text().endswith("Esc")  # what moves about stays


def test_plus_zooms_with_shift_and_held_down(view: TimelineView) -> None:
    canvas = view.canvas
    canvas.setFocus()
    widths = [canvas.high - canvas.low]
    for modifiers, again in (
        (Qt.KeyboardModifier.ShiftModifier, False),
        (Qt.KeyboardModifier.NoModifier, True),
    ):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Plus, modifiers, "+", again)
        QApplication.sendEvent(canvas, event)
        widths.append(canvas.high - canvas.low)
    assert widths[0] > widths[1] > widths[2]


def test_the_list_follows_the_view(view: TimelineView, qtbot: QtBot) -> None:
    view.canvas.show_view(day("2025-12-01"), day("2025-12-05"))
    qtbot.waitUntil(lambda: len(labels(view)) == 6)
    assert "Strategic Partnership" not in labels(view)
    assert "7 earlier" in view.said.accessibleName()
    assert "3 later" in view.said.accessibleName()


def test_the_middle_button_or_space_pans(view: TimelineView) -> None:
    canvas = view.canvas
    low = canvas.low
    drag(view, QPoint(400, 100), QPoint(300, 100), Qt.MouseButton.MiddleButton)
    assert canvas.low > low
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    drag(view, QPoint(300, 100), QPoint(400, 100))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.low == pytest.approx(low)
    assert canvas.brush.ranges() == {}
    assert not canvas.space_held


# -- choosing a stretch of time -----------------------------------------------------------------------


def test_a_brush_over_the_publications_filters_the_corpus(view: TimelineView, corpus: Corpus) -> None:
    view.canvas.show_view(day("2025-11-20"), day("2025-12-12"))
    drag(
        view,
        middle(view, "published", day("2025-12-02")) + QPoint(3, 0),
        middle(view, "published", day("2025-12-05")) + QPoint(3, 0),
    )
    assert corpus.query.since == date(2025, 12, 2)
    assert corpus.query.until == date(2025, 12, 5)
    assert view.clear.isVisible() and not view.only.isVisible()
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert not corpus.query.dated
    assert view.canvas.brush.ranges() == {}


def test_the_filter_is_shown_wherever_it_comes_from(view: TimelineView, corpus: Corpus) -> None:
    corpus.filter(since=date(2025, 12, 2))
    low, high = view.canvas.brush.ranges()["published"]
    assert low == day("2025-12-02")
    assert high > day("2900-01-01")
    corpus.filter(since=None)
    assert view.canvas.brush.ranges() == {}


def test_a_brush_over_events_narrows_the_list_alone(view: TimelineView, corpus: Corpus) -> None:
    drag(view, middle(view, "event", day("2026-01-01")), middle(view, "event", day("2026-03-20")))
    assert labels(view) == ["Joint committee meets in Minsk", "Official visit of President To Lam"]
    assert not corpus.query.dated
    assert "2 events" in view.said.accessibleName()
    assert view.only.isVisible()
    view.only.click()
    assert corpus.query.since is not None
    assert abs(corpus.query.since - date(2026, 1, 1)) < timedelta(days=4)
    assert view.canvas.brush.stretch is None


def test_handles_move_the_ends_and_say_where_they_are(view: TimelineView) -> None:
    brush = view.canvas.brush
    brush.choose("event", day("2025-12-01"), day("2026-01-01"), tell=True)
    assert brush.high.isVisible()
    assert brush.high.accessibleName().endswith("31 Dec 2025")
    QTest.keyClick(brush.high, Qt.Key.Key_Right)
    assert brush.stretch is not None and brush.stretch[2] > day("2026-01-01")
    end = brush.stretch[2]
    frame = view.canvas.frame
    place = QPoint(round(frame.place(end)), round(frame.lane("event").center().y()))
    assert brush.handle_at(QPointF(place)) == "high"
    drag(view, place, place + QPoint(-30, 0))
    assert brush.stretch[2] < end
    brush.low.setValue(0)
    assert brush.stretch[1] <= view.canvas.low + 1


def test_keys_choose_a_stretch_in_the_lane_they_are_in(view: TimelineView, corpus: Corpus) -> None:
    canvas = view.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.brush.stretch is not None
    lane, low, high = canvas.brush.stretch
    assert lane == "event"
    assert high - low == 2 * canvas.keys_step()
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.brush.stretch[2] < high
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.brush.stretch is None
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert corpus.query.dated


# -- choosing a moment --------------------------------------------------------------------------------


def test_a_click_in_the_drawing_selects_in_the_list(view: TimelineView) -> None:
    canvas = view.canvas
    lane = canvas.lane("event")
    assert isinstance(lane, list)
    each = next(each for each in lane if canvas.moments.items[each.row].label == "Strategic Partnership")
    from briefreader.ui.views.timeline_paint import sign_box

    place = sign_box(canvas.frame, "event", each).center().toPoint()
    assert canvas.words_at(place).splitlines()[0] == "May 2025 · Event, held"
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert canvas.selected == view.list.current() == each.row


def test_a_click_or_enter_in_the_list_opens_the_passage(
    view: TimelineView, heard: list[tuple[str, Span | None]]
) -> None:
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    assert view.list.current() == 0
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert heard == [("b", Span(30, 50))]
    place = labels(view).index("Ministers sign agreement")
    view.list.clicked.emit(view.list.moments.index(place, 0))
    assert heard[1:] == [("a", None)]


def test_moving_in_the_list_moves_the_drawing_along(view: TimelineView) -> None:
    view.canvas.show_view(day("2026-01-01"), day("2026-02-01"))
    view._pause.stop()
    QTest.keyClick(view.list, Qt.Key.Key_Home)
    assert view.canvas.selected == 0
    assert view.canvas.low < day("2024-12-31")


def test_what_is_chosen_stays_chosen_or_is_given_up(view: TimelineView, qtbot: QtBot) -> None:
    row = view.list.moments.rows[-1]
    view._choose(row)
    view._list()
    assert view.list.current() == row
    view.canvas.show_view(day("2024-01-01"), day("2024-02-01"))
    view._list()
    assert (view.list.current(), view.canvas.selected) == (None, None)


def test_a_moment_stays_chosen_when_the_filter_changes(view: TimelineView, corpus: Corpus) -> None:
    place = labels(view).index("Trade fair in Hanoi")
    view._choose(view.list.moments.rows[place])
    put(corpus, SURVEY, ["b"])
    row = view.list.current()
    assert row is not None and row == view.canvas.selected
    assert view.canvas.moments.items[row].label == "Trade fair in Hanoi"
    put(corpus, SURVEY, ["a"])
    assert (view.list.current(), view.canvas.selected) == (None, None)


def test_a_key_that_nothing_is_known_of_is_let_through(view: TimelineView) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "")
    QApplication.sendEvent(view.canvas, event)
    assert not event.isAccepted()


def test_words_of_an_article_are_never_markup(view: TimelineView) -> None:
    place = labels(view).index("Exhibition <b>Made in Belarus</b>")
    said = view.list.moments.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "<b>Made in Belarus</b>" in said


# -- many ---------------------------------------------------------------------------------------------


def test_many_are_counted_and_a_heap_says_how_many(view: TimelineView, corpus: Corpus) -> None:
    put(corpus, many(5000))
    canvas = view.canvas
    canvas.fit()
    heaps = canvas.lane("event")
    assert isinstance(heaps, Heaps)
    days = sum(sum(each) for each in heaps.days)
    assert days == sum(1 for m in canvas.moments.items if m.lane == "event" and m.first == m.last)
    place = middle(view, "event", day("2022-05-05"))
    assert "events" in canvas.words_at(place)
    row = canvas.row_at(QPointF(place))
    assert row is not None and canvas.moments.items[row].lane == "event"
    before = canvas.high - canvas.low
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert canvas.high - canvas.low < before / 3


def test_a_heap_counts_what_is_planned_and_what_is_vague(view: TimelineView) -> None:
    words = say_heap(view.canvas.moments, "event", day("2026-01-01"), day("2026-04-01")).splitlines()
    assert words == [
        "1 Jan – 31 Mar 2026",
        "1 event",
        "1 of them planned",
        "perhaps 1 more, known less exactly",
    ]


# -- its parts ----------------------------------------------------------------------------------------


def measure(words: str) -> float:
    return 7.0 * len(words)


@pytest.mark.parametrize("days", [4, 20, 90, 400, 3000, 30_000, 3_600_000])
@pytest.mark.parametrize("width", [200, 600, 2000])
def test_labels_of_the_axis_have_room(days: int, width: int) -> None:
    low, high = held(738_000 - days / 2, 738_000 + days / 2)
    found = timeline_axis.scale(low, high, width, measure)
    per_day = width / (high - low)
    assert found.steps
    assert all((each.high - each.low) * per_day >= measure(each.label) for each in found.steps[1:-1])
    assert len(found.fine) <= width
    assert found.steps[0].low <= low and found.steps[-1].high >= min(high, timeline_axis.END - 366)


def test_the_axis_goes_from_days_to_centuries() -> None:
    labels = [
        timeline_axis.scale(738_000, 738_000 + days, 600, measure).steps[1].label
        for days in (10, 300, 900, 200_000)
    ]
    assert labels == ["30", "Aug", "Q4", "2050"]


def test_a_view_of_time_keeps_within_the_calendar() -> None:
    assert held(5, 5) == pytest.approx((3, 7), abs=2.1)
    low, high = held(-1e9, 1e9)
    assert low >= timeline_axis.FIRST and high <= timeline_axis.END


def test_a_frame_finds_its_days_and_lanes() -> None:
    frame = Frame(600, 400, 15, 100, 200)
    assert frame.day(frame.place(150)) == pytest.approx(150)
    assert [frame.lane_at(frame.lane(name).center()) for name in LANES] == list(LANES)
    assert frame.lane_at(QPointF(300, 395)) == ""
    with pytest.raises(KeyError):
        frame.lane("nothing")


def test_signs_never_touch_and_words_stand_beside_them() -> None:
    reach = {n: (n * 6.0, n * 6.0 + 10) for n in range(30)}
    found = placed(range(30), reach.__getitem__, lambda _row: 80.0, 3, 0, 800)
    assert found is not None
    for line in range(3):
        ends = [(each.left, each.right) for each in found if each.line == line]
        assert all(one[1] < other[0] for one, other in itertools.pairwise(ends))
    assert placed(range(30), reach.__getitem__, lambda _row: 80.0, 1, 0, 800) is None
    lone = placed([0], lambda _row: (770.0, 780.0), lambda _row: 80.0, 3, 0, 800)
    assert lone is not None and lone[0].before and lone[0].label + lone[0].room <= 770


def test_a_wide_bar_takes_its_words_in() -> None:
    found = placed([0], lambda _row: (-40.0, 500.0), lambda _row: 80.0, 3, 0, 800)
    assert found is not None
    assert 0 < found[0].label < 20
    assert (
        timeline_layout.placed([0], lambda _r: (0.0, 9.0), lambda _r: 80.0, 3, 0, 800, roomy=False)[0].room
        == 0
    )  # type: ignore[index]


# -- speed is measured in benchmarks/views.py; here it only must not look at each moment ---------------


def test_painting_does_not_look_at_each_moment(view: TimelineView, corpus: Corpus) -> None:
    put(corpus, many(5000))
    view.canvas.fit()
    view.canvas.lane("event")

    class Closed(list):  # type: ignore[type-arg]
        def __iter__(self):  # type: ignore[no-untyped-def]
            raise AssertionError("it went over all moments")

    view.canvas.moments.items = Closed(view.canvas.moments.items)
    view.canvas._renew()
    assert not view.canvas.grab().isNull()


@pytest.mark.parametrize(("gap", "wide", "room"), [(70, 160.0, 0.0), (70, 50.0, 50.0), (100, 160.0, 90.0)])
def test_words_stand_only_where_there_is_room_for_some_of_them(gap: int, wide: float, room: float) -> None:
    reach = [(100.0, 110.0), (110.0 + gap, 120.0 + gap)]
    found = placed(range(2), reach.__getitem__, lambda row: (wide - 1, 1.0)[row], 1, 90, 800)
    assert found is not None
    assert found[0].room == room


def test_what_is_listed_goes_into_the_briefing_without_days_of_publication(
    view: TimelineView, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Sequence[Moment]] = []
    monkeypatch.setattr("briefreader.ui.views.timeline.moments_task", asked.append)
    view.brief()
    listed = [view.list.moments.moment(n) for n in range(view.list.moments.rowCount())]
    assert asked == [[each for each in listed if each.lane != "published"]]
    assert len(asked[0]) < len(listed)

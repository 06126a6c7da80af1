"""Moments by time: counting, finding, and what is said of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from briefreader.domain.survey import LANES, Moment
from briefreader.domain.text import Span
from briefreader.ui.models.moments import (
    LOOKS,
    MomentsModel,
    arranged,
    beginning_first,
    look,
    repeats,
    say,
    say_source,
    say_when,
)
from ui.views.dated import CARDS, MOMENTS, SURVEY, many, moment


def day(value: str) -> int:
    return date.fromisoformat(value).toordinal()


def test_moments_come_in_order_of_time_and_what_has_no_date_is_left_out() -> None:
    odd = (moment("a", "event", "sometime"), moment("a", "event", ""), moment("a", "hearsay", "2025-01-01"))
    found = arranged((*odd, *MOMENTS))
    assert len(found) == len(MOMENTS)
    assert list(found.firsts) == sorted(day(each.first) for each in MOMENTS)
    assert [day(each.last) for each in found.items] == list(found.lasts)
    assert {found.look(row) for row in range(len(found))} == set(LOOKS)
    assert [found.look(row) for row in range(len(found))] == [look(each) for each in found.items]


def test_an_end_before_its_beginning_is_a_single_day() -> None:
    found = arranged([moment("a", "event", "2025-05-09", "2025-05-01")])
    assert (list(found.firsts), list(found.lasts)) == ([day("2025-05-09")], [day("2025-05-09")])
    assert found.count("event", day("2025-05-09"), day("2025-05-10")) == 1


@pytest.mark.parametrize("lane", LANES)
@pytest.mark.parametrize(("low", "high"), [(735000, 736000), (738000, 738000), (738123, 738456), (1, 2)])
def test_counting_and_finding_agree_with_looking_at_each(lane: str, low: int, high: int) -> None:
    found = arranged(many(3000).moments)
    slow = [
        row
        for row in range(len(found))
        if found.firsts[row] <= high and found.lasts[row] >= low and found.items[row].lane == lane
    ]
    assert found.overlapping(low, high, lane) == slow
    assert found.count(lane, low, high + 1) == len(slow)
    assert set(slow) <= set(found.overlapping(low, high))
    assert found.after(high) == sum(1 for first in found.firsts if first > high)


@pytest.mark.parametrize(
    ("precision", "first", "last", "said"),
    [
        ("year", "2025-01-01", "2025-12-31", "2025"),
        ("year", "2025-01-01", "2027-12-31", "2025–2027"),
        ("range", "2025-01-01", "2027-12-31", "2025–2027"),
        ("year", "2025-07-01", "2026-06-30", "1 Jul 2025 – 30 Jun 2026"),
        ("month", "2025-05-01", "2025-06-30", "1 May – 30 Jun 2025"),
        ("quarter", "2025-01-01", "2025-03-31", "Q1 2025"),
        ("quarter", "2025-01-01", "2025-06-30", "1 Jan – 30 Jun 2025"),
        ("decade", "2020-01-01", "2029-12-31", "2020s"),
        ("decade", "2020-01-01", "2039-12-31", "2020–2039"),
        ("day", "2025-05-09", "2025-05-09", "9 May 2025"),
    ],
)  # fmt: skip
def test_a_stretch_is_said_from_its_first_to_its_last_day(
    precision: str, first: str, last: str, said: str
) -> None:
    assert say_when(moment("a", "as of", first, last, precision=precision)) == said


def test_within_keeps_the_order_and_itself_if_nothing_goes() -> None:
    found = arranged(MOMENTS)
    some = found.within({"b"})
    assert [each.document for each in some.items] == ["b"] * 5
    assert list(some.firsts) == sorted(some.firsts)
    assert some.times("as of", "plain").days == [day("2025-10-31")]
    assert found.within([card.id for card in CARDS]) is found
    assert len(found.within(())) == 0


def test_the_middle_share_leaves_far_outliers_out() -> None:
    near = [moment("a", "event", f"2025-05-{n:02}") for n in range(1, 31)]
    found = arranged([moment("a", "event", "0900-01-01"), *near, moment("a", "event", "9000-01-01")])
    assert found.extent() == (day("0900-01-01"), day("9000-01-01"))
    assert found.extent(0.9) == (day("2025-05-01"), day("2025-05-30"))
    assert arranged(()).extent() is None


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (moment("a", "event", "2025-05-09"), "9 May 2025"),
        (moment("a", "event", "2025-05-01", "2025-05-31", precision="month"), "May 2025"),
        (moment("a", "event", "2025-07-01", "2025-09-30", precision="quarter"), "Q3 2025"),
        (moment("a", "event", "2025-01-01", "2025-12-31", precision="year"), "2025"),
        (moment("a", "event", "2020-01-01", "2029-12-31", precision="decade"), "2020s"),
        (moment("a", "event", "2025-11-10", "2025-11-14", precision="range"), "10–14 Nov 2025"),
        (moment("a", "event", "2025-11-10", "2025-11-16", precision="week"), "10–16 Nov 2025"),
        (
            moment("a", "event", "2025-01-01", "2025-12-31", precision="year", inferred=True),
            "about 2025 (inferred)",
        ),
        (moment("a", "event", "2025-05-09", inferred=True), "9 May 2025 (inferred)"),
    ],
)
def test_dates_are_said_with_their_precision(made: Moment, said: str) -> None:
    assert say_when(made) == said


def test_a_moment_is_said_whole() -> None:
    visit = next(each for each in MOMENTS if each.label.startswith("Official"))
    assert say(visit, CARDS[0]) == (
        "March 2026. Event, planned. Official visit of President To Lam. "
        "President Tô Lâm is to pay an official visit in March 2026. "
        "Ministers sign agreement · Belta · 6 Dec 2025"
    )
    out = Moment("e", Span(0, 1), "", "A title", "published", "2025-12-06", "2025-12-06")
    assert say(out, CARDS[0]) == "6 December 2025. Published. A title. Belta · 6 Dec 2025"
    assert say_source(None) == ""


def test_the_list_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = MomentsModel()
    found = arranged(MOMENTS)
    model.show(found, range(len(found)), SURVEY.sources)
    qtmodeltester.check(model)
    assert model.rowCount() == len(MOMENTS)
    assert model.rowCount(model.index(0, 0)) == 0
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).startswith("2024. As of. Trade: $244 million.")


def test_a_date_begins_where_another_one_stood_before() -> None:
    model = MomentsModel()
    found = arranged(MOMENTS)
    model.show(found, range(len(found)), SURVEY.sources)
    assert [model.begins(place) for place in range(3)] == [True, False, True]
    model.show(found, [1, 4], SURVEY.sources)
    assert (model.place_of(4), model.place_of(2), model.place_of(99)) == (1, None, None)


def test_what_begins_in_view_comes_before_what_goes_over_it() -> None:
    decade = moment("a", "as of", "2020-01-01", "2029-12-31", precision="decade")
    season = moment("a", "as of", "2025-03-01", "2025-08-31", precision="range")
    days = [moment("a", "event", day) for day in ("2025-06-02", "2025-06-20")]
    late = moment("a", "as of", "2025-06-10", "2026-06-09", precision="range")
    found = arranged([decade, season, *days, late])
    low, high = (date.fromisoformat(day).toordinal() for day in ("2025-06-01", "2025-06-30"))
    rows = beginning_first(found, found.overlapping(low, high), low)
    assert [found.items[row] for row in rows] == [days[0], late, days[1], season, decade]


def test_copies_of_a_report_are_folded_into_its_first_row() -> None:
    cards = {id: replace(CARDS[0], id=id, origin=origin) for id, origin in zip("abc", "aac", strict=True)}
    made = [replace(moment(id, "event", "2025-06-02"), label="Bridge opened") for id in "abc"]
    found = arranged([*made, moment("b", "event", "2025-06-03")])
    model = MomentsModel()
    model.show(found, range(4), cards)
    assert [model.moment(place).document for place in range(model.rowCount())] == ["a", "c", "b"]
    assert [model.copies(place) for place in range(3)] == [1, 0, 0]
    assert (model.count, model.place_of(1), model.place_of(2)) == (4, 0, 1)
    assert str(model.data(model.index(0, 0))).endswith("and 1 copy")


def test_words_that_say_what_it_is_about_are_not_said_twice() -> None:
    made = replace(moment("a", "event", "2025-06-02"), label="the bridge opened", text="The  bridge opened")
    assert repeats(made)
    assert say(made, None) == "2 June 2025. Event. the bridge opened"

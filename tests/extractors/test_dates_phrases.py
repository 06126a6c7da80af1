"""Fixed phrases that tell a time."""

from __future__ import annotations

import pytest

from extractors.times_of import times


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It is now open.", "now", "PRESENT_REF"),
        ("It rose in recent weeks.", "recent weeks", "PAST_REF"),
        ("It will rise in coming weeks.", "coming weeks", "FUTURE_REF"),
        ("It closes by month-end.", "month-end", "2013-03"),
        ("It closes at year's end.", "year's end", "2013"),
        ("It closed at year-end.", "year-end", "2012"),
        ("He was born in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("It began in two thousand and twelve.", "two thousand and twelve", "2012"),
        ("It fell after the Sept. 11 attacks.", "Sept. 11", "2001-09-11"),
        ("On Black Friday, it rose.", "Black Friday", "2012-11-23"),
        ("On Election Day, it rained.", "Election Day", "2012-11-06"),
        ("On Memorial Day 2012, it rained.", "Memorial Day 2012", "2012-05-28"),
        ("On Presidents Day, it rained.", "Presidents Day", "2013-02-18"),
    ],
)
def test_phrases(text: str, span: str, value: str) -> None:
    assert times(text) == [(span, value)]


def test_words_that_only_look_like_years() -> None:
    assert times("Two thousand and twelve people, nineteen twenty-somethings and five-year plans.") == [
        ("five-year", "P5Y")
    ]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It will grow by year-end 2016.", "year-end 2016", "2016"),
        ("It will open in the new year.", "the new year", "2013"),
        ("Sales in 1H12 were weak.", "1H12", "2012-H1"),
        ("Sales in 3Q11 were weak.", "3Q11", "2011-Q3"),
    ],
)
def test_ends_and_starts_of_years(text: str, span: str, value: str) -> None:
    assert times(text) == [(span, value)]


def test_a_new_year_at_the_end_of_the_old() -> None:
    assert times("It will open in the new year.", "2012-12-20") == [("the new year", "2013")]


@pytest.mark.parametrize(
    ("text", "value"),
    [("At this point nobody knows.", "PRESENT_REF"), ("He came by the other day.", "PAST_REF")],
)
def test_vague_times(text: str, value: str) -> None:
    assert [each for _span, each in times(text)] == [value]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("The bridge will open by mid-year.", "mid-year", "2013"),
        ("Prices had fallen by midyear.", "midyear", "2013"),
        ("The bridge will open by midweek.", "midweek", "2013-W12"),
        ("The mid-year review is out.", "", ""),
    ],
)
def test_the_middle_of_a_unit(text: str, span: str, value: str) -> None:
    assert times(text) == ([(span, value)] if span else [])

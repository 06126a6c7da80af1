"""Units of time near the publication date."""

from __future__ import annotations

import pytest

from extractors.times_of import times


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It rose last year.", "last year", "2012"),
        ("It will rise next month.", "next month", "2013-04"),
        ("It fell earlier this week.", "earlier this week", "2013-W12"),
        ("It ends by the end of the year.", "the end of the year", "2013"),
        ("It fell late last year.", "late last year", "2012"),
        ("It opened over the weekend.", "the weekend", "2013-W11-WE"),
        ("It opened last summer.", "last summer", "2012-SU"),
        ("It opened last March.", "last March", "2012-03"),
        ("It will open next June.", "next June", "2013-06"),
        ("It closes by year-end.", "year-end", "2013"),
    ],
)
def test_units_near_the_publication_date(text: str, span: str, value: str) -> None:
    assert times(text) == [(span, value)]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Profit fell in the third quarter of 2012.", "the third quarter of 2012", "2012-Q3"),
        ("It opens in the last quarter of 2027.", "the last quarter of 2027", "2027-Q4"),
        ("Profit fell in the last half of 2012.", "the last half of 2012", "2012-H2"),
        ("Profit fell in the third quarter.", "the third quarter", "2012-Q3"),
        ("Third-quarter profit fell.", "Third-quarter", "2012-Q3"),
        ("Profit fell in Q3 2012.", "Q3 2012", "2012-Q3"),
        ("Profit fell in the second half of 2012.", "the second half of 2012", "2012-H2"),
        ("Profit fell in the fourth quarter of fiscal 2012.", "the fourth quarter of fiscal 2012", "2012-Q4"),
    ],
)
def test_quarters_and_halves(text: str, span: str, value: str) -> None:
    assert times(text) == [(span, value)]


def test_the_same_quarter_a_year_ago() -> None:
    text = "In the third quarter it fell. In the year-ago quarter it rose."
    assert times(text)[1] == ("the year-ago quarter", "2011-Q3")


def test_a_season_needs_a_cue() -> None:
    assert times("Prices fall and buds spring up; after the fall of Rome, the fall was long.") == []
    assert times("It opened in the fall.") == [("the fall", "2012-FA")]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Over the last year it rose.", "the last year", "P1Y"),
        ("In the past week it fell.", "the past week", "P1W"),
        ("It will change in the next decade.", "the next decade", "P1DE"),
        ("The last week was good.", "The last week", "2013-W11"),
        ("This past week was good.", "This past week", "2013-W11"),
    ],
)
def test_a_stretch_up_to_now_is_a_length(text: str, span: str, value: str) -> None:
    assert times(text) == [(span, value)]


def test_the_quarter_is_the_one_told_or_the_one_reported() -> None:
    assert times("In the quarter, profit fell.") == [("the quarter", "2012-Q4")]
    assert times("In Q3 2011 it rose; for the quarter, costs fell.")[1] == ("the quarter", "2011-Q3")


def test_that_month_and_the_following_are_counted_from_the_month_told() -> None:
    text = "It rained in July 2011. That month 200 died, and the following month 30."
    assert [value for _span, value in times(text)] == ["2011-07", "2011-07", "2011-08"]

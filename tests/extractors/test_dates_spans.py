"""Stretches told by their ends or by what they are part of."""

from __future__ import annotations

import pytest

from extractors.times_of import covered, times


@pytest.mark.parametrize(
    ("text", "span", "first", "last"),
    [
        ("In the week of March 4 it fell.", "the week of March 4", "2013-03-04", "2013-03-10"),
        ("In the week ended March 9 it fell.", "the week", "2013-03-03", "2013-03-09"),
        ("In the year to June 2012 it fell.", "the year", "2011-07-01", "2012-06-30"),
        ("In the quarter ended Sept. 30 it fell.", "the quarter", "2012-07-01", "2012-09-30"),
        ("In the April-June quarter it fell.", "the April-June quarter", "2012-04-01", "2012-06-30"),
        ("It ran in October-January 2012.", "October-January 2012", "2011-10-01", "2012-01-31"),
        ("On March 11 and 12 it fell.", "March 11 and 12", "2013-03-11", "2013-03-12"),
        ("In the last three months of 2012 it fell.", "the last three months of 2012", "2012-10-01",
         "2012-12-31"),
        ("In the final weeks of 2012 it fell.", "the final weeks of 2012", "2012-01-01", "2012-12-31"),
        ("In the first days of May 2012 it fell.", "the first days of May 2012", "2012-05-01", "2012-05-31"),
    ],
)  # fmt: skip
def test_what_stretches_cover(text: str, span: str, first: str, last: str) -> None:
    assert covered(text)[0] == (span, first, last)


def test_a_unit_ended_on_a_day_has_that_days_value() -> None:
    assert times("In the week ended March 9 it fell.")[0] == ("the week", "2013-W10")
    assert times("In the quarter ended Sept. 30 it fell.")[0] == ("the quarter", "2012-Q3")
    assert times("In the third quarter ended Sept. 30, 2010, it fell.")[0] == ("the third quarter", "2010-Q3")


def test_numbers_behind_a_month_are_no_days_where_they_count() -> None:
    assert times("In March 11 and 12 people died.") == [("March 11", "2013-03-11")]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Stocks fell in the week to Wednesday.", "2013-03-14", "2013-03-20"),
        ("Stocks fell in the week ended Sunday.", "2013-03-11", "2013-03-17"),
        ("Stocks will fall in the week ending Tuesday.", "2013-03-20", "2013-03-26"),
    ],
)
def test_a_week_told_by_the_weekday_on_which_it_ends(text: str, first: str, last: str) -> None:
    assert covered(text)[0] == ("the week", first, last)


def test_a_day_of_each_month_is_a_set() -> None:
    assert times("They meet on the last Thursday of every month.") == [
        ("the last Thursday of every month", "P1M")
    ]

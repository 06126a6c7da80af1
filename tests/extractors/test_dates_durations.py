"""How long, how often, and at what time of day."""

from __future__ import annotations

import pytest

from extractors.times_of import covered, times, types


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("A two-day visit began.", "two-day", "P2D"),
        ("It lasted 33 years.", "33 years", "P33Y"),
        ("It took half an hour.", "half an hour", "PT30M"),
        ("It took an hour and a half.", "an hour and a half", "PT1.5H"),
        ("It took six and a half years.", "six and a half years", "P6.5Y"),
        ("It took more than three decades.", "more than three decades", "P3DE"),
        ("It took several months.", "several months", "PXM"),
        ("It went on for weeks.", "weeks", "PXW"),
        ("A 66-year-old man spoke.", "66-year-old", "P66Y"),
        ("She is 25 years old.", "25 years old", "P25Y"),
        ("It needs two more weeks.", "two more weeks", "P2W"),
        ("It needs another year.", "another year", "P1Y"),
        ("It grew over the years.", "the years", "PXY"),
    ],
)
def test_lengths_of_time(text: str, span: str, value: str) -> None:
    assert types(text) == [(span, "DURATION", value)]


@pytest.mark.parametrize(
    ("text", "span", "first", "last"),
    [
        ("Over the past three years it grew.", "the past three years", "2010-03-22", "2013-03-22"),
        ("It will grow in the next six months.", "the next six months", "2013-03-22", "2013-09-22"),
        (
            "In the first nine months of 2025 it grew.",
            "the first nine months of 2025",
            "2025-01-01",
            "2025-09-30",
        ),
        (
            "In the last three months of 2012 it grew.",
            "the last three months of 2012",
            "2012-10-01",
            "2012-12-31",
        ),
        (
            "In the first two months of the year it grew.",
            "the first two months of the year",
            "2013-01-01",
            "2013-02-28",
        ),
    ],
)
def test_lengths_with_an_interval(text: str, span: str, first: str, last: str) -> None:
    assert covered(text) == [(span, first, last)]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("They meet every week.", "every week", "P1W"),
        ("They meet every two years.", "every two years", "P2Y"),
        ("They meet each Monday.", "each Monday", "XXXX-WXX-1"),
        ("They meet on Mondays.", "Mondays", "XXXX-WXX-1"),
        ("They meet annually.", "annually", "P1Y"),
        ("They meet twice a week.", "twice a week", "P1W"),
        ("It pumps 300 barrels a day.", "a day", "P1D"),
    ],
)
def test_sets(text: str, span: str, value: str) -> None:
    assert types(text) == [(span, "SET", value)]


def test_a_newspaper_is_no_frequency() -> None:
    assert types("He wrote for the Daily Mail.") == []


def test_a_score_is_no_time_and_a_bare_second_no_length() -> None:
    assert types("They won 3-2 in the second half; a second chance came.") == []


def test_lengths_told_as_a_range_are_one() -> None:
    assert types("It takes two to three years.") == [("two to three years", "DURATION", "P3Y")]


def test_two_numbers_in_words_are_the_ends_of_a_length() -> None:
    assert types("It takes between six and nine months.") == [("six and nine months", "DURATION", "P9M")]


def test_how_often_in_a_stretch() -> None:
    assert types("They meet twice weekly.") == [("twice weekly", "SET", "P1W")]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("The rain went on all night.", "all night", "P1D"),
        ("He resigned, weeks before an election.", "weeks", "PXW"),
        ("They agreed days after the visit.", "days", "PXD"),
    ],
)
def test_lengths_without_a_number(text: str, span: str, value: str) -> None:
    assert times(text) == [(span, value)]

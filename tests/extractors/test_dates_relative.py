"""Dates counted from another day."""

from __future__ import annotations

import pytest

from extractors.times_of import times


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("He said so on Wednesday.", "Wednesday", "2013-03-20"),
        ("He said so on Friday.", "Friday", "2013-03-22"),
        ("Talks will be held on Monday.", "Monday", "2013-03-25"),
        ("He is scheduled to leave Thursday.", "Thursday", "2013-03-28"),
        ("He left last Friday.", "last Friday", "2013-03-15"),
        ("He returns next Friday.", "next Friday", "2013-03-29"),
        ("They met on Tuesday last week.", "Tuesday last week", "2013-03-12"),
        ("The deadline is Sunday.", "Sunday", "2013-03-24"),
        ("The storm hit late Thursday night.", "late Thursday night", "2013-03-21TNI"),
    ],
)
def test_weekdays_follow_the_tense(text: str, span: str, value: str) -> None:
    assert times(text) == [(span, value)]


def test_a_weekday_ahead_counts_from_the_day_told_before_it() -> None:
    text = "Officials said Wednesday that they would meet Thursday."
    assert times(text) == [("Wednesday", "2013-03-20"), ("Thursday", "2013-03-21")]


def test_without_a_publication_date_nothing_is_guessed() -> None:
    assert times("He left on Wednesday, in March, last year.", "") == [
        ("Wednesday", "XXXX-WXX-3"),
        ("March", "XXXX-03"),
        ("last year", "PAST_REF"),
    ]


def test_without_a_publication_date_the_first_full_date_serves() -> None:
    assert times("Minsk, 4 June 2024. He left yesterday.", "")[1] == ("yesterday", "2024-06-03")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He came the day before yesterday.", ("the day before yesterday", "2013-03-20")),
        ("He leaves the day after tomorrow.", ("the day after tomorrow", "2013-03-24")),
        ("He came after yesterday.", ("yesterday", "2013-03-21")),
    ],
)
def test_days_beyond_yesterday_and_tomorrow(text: str, found: tuple[str, str]) -> None:
    assert times(text)[-1] == found


def test_a_publication_month_is_enough_for_years_and_months_only() -> None:
    assert times("Last year it rose; on Monday it fell.", "2025-05") == [
        ("Last year", "2024"),
        ("Monday", "XXXX-WXX-1"),
    ]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It fell three years ago.", "three years ago", "2010"),
        ("It fell two months ago.", "two months ago", "2013-01"),
        ("It fell ten days ago.", "ten days ago", "2013-03-12"),
        ("It fell a week ago.", "a week ago", "2013-W11"),
        ("It fell several years ago.", "several years ago", "PAST_REF"),
        ("It opens two weeks from now.", "two weeks from now", "2013-W14"),
        ("It opens three days from tomorrow.", "three days from tomorrow", "2013-03-26"),
    ],
)
def test_so_long_ago_or_ahead(text: str, span: str, value: str) -> None:
    assert times(text) == [(span, value)]


def test_later_and_next_count_from_what_was_told() -> None:
    text = (
        "He left on May 5, 2010. Two days later he came. The next day he died. The following year it closed."
    )
    assert [value for _text, value in times(text)] == ["2010-05-05", "2010-05-07", "2010-05-08", "2011"]


def test_a_length_before_an_event_is_only_a_length() -> None:
    assert times("He came ten days before the vote.") == [("ten days", "P10D")]


def test_today_is_a_day_or_these_days() -> None:
    assert times("He said today that it works.") == [("today", "2013-03-22")]
    assert times("Today's vote was close.") == [("Today", "2013-03-22")]
    assert times("Today, the two cities are joined by rail.") == [("Today", "PRESENT_REF")]
    assert times("This is something that is very relevant today.") == [("today", "PRESENT_REF")]


def test_days_beside_today() -> None:
    assert times("He came yesterday evening and leaves tomorrow.") == [
        ("yesterday evening", "2013-03-21TEV"),
        ("tomorrow", "2013-03-23"),
    ]


def test_a_publication_year_is_enough_for_years_only() -> None:
    assert times("It rose last year and fell in October.", "2025") == [
        ("last year", "2024"),
        ("October", "XXXX-10"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The union has called a strike for Monday.", "2013-03-25"),
        ("He declared a morning of silence for Saturday.", "2013-03-23"),
        ("They will pay a premium to Monday’s closing price.", "2013-03-18"),
        ("Ministers will discuss Thursday's attack.", "2013-03-21"),
        ("The cabinet will meet ahead of Thursday's fire drill.", "2013-03-28"),
        ("The talks were called off hours before they were due to start on Thursday.", "2013-03-21"),
        ("The firm agreed to buy its rival on Thursday.", "2013-03-21"),
        ("They agreed to meet on Thursday.", "2013-03-28"),
    ],
)
def test_what_is_arranged_lies_ahead_and_what_is_told_of_lies_behind(text: str, value: str) -> None:
    assert value in [each for _span, each in times(text)]


def test_a_stretch_of_weekdays_ends_after_it_starts() -> None:
    text = "The shop is open from Monday to Friday, and rests from Saturday until Tuesday."
    values = [value for _span, value in times(text)]
    assert values[0] < values[1] and values[2] < values[3]


def test_a_month_earlier_counts_from_the_month_told() -> None:
    text = "The index rose in January, after falling a month earlier."
    assert times(text)[1] == ("a month earlier", "2012-12")
    text = "It fell in January, officials said on Monday. It had risen a month earlier."
    assert times(text)[-1] == ("a month earlier", "2012-12")


def test_what_is_compared_is_not_the_length() -> None:
    assert times("It flew twice as many as a year ago.")[0][0] == "a year ago"
    assert times("It flew as many as three years ago.")[0][0] == "as many as three years ago"


def test_today_that_is_something_is_the_day() -> None:
    assert times("“Today is a great day,” he said.")[0] == ("Today", "2013-03-22")
    assert times("Today there are 300 members.")[0] == ("Today", "PRESENT_REF")


def test_the_day_before_somebody_did_something() -> None:
    text = "He saw Rome on March 3. The day before he had been in Paris."
    assert times(text)[1] == ("The day before", "2013-03-02")

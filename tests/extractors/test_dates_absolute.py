"""Dates that stand on their own."""

from __future__ import annotations

import pytest

from extractors.times_of import covered, times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on 3 December 2025.", [("3 December 2025", "2025-12-03")]),
        ("It opened on December 3, 2025, in rain.", [("December 3, 2025", "2025-12-03")]),
        ("It opened on Wednesday, Dec. 3, 2025.", [("Wednesday, Dec. 3, 2025", "2025-12-03")]),
        ("Signed on the 4th of July, 1976.", [("the 4th of July, 1976", "1976-07-04")]),
        ("Signed on the twenty-first of June 2001.", [("the twenty-first of June 2001", "2001-06-21")]),
        ("Filed 2025-12-03.", [("2025-12-03", "2025-12-03")]),
        ("Filed 2025-12-03T10:15:00Z.", [("2025-12-03T10:15:00Z", "2025-12-03T10:15")]),
        ("Filed 2025/12/03.", [("2025/12/03", "2025-12-03")]),
        ("Due 03.12.2025 in Bern.", [("03.12.2025", "2025-12-03")]),
        ("Due 25/12/2025 in London.", [("25/12/2025", "2025-12-25")]),
        ("Due 12/25/2025 in Boston.", [("12/25/2025", "2025-12-25")]),
    ],
)
def test_reads_full_dates_in_all_orders(text: str, expected: list[tuple[str, str]]) -> None:
    assert times(text) == expected


def test_takes_no_day_that_the_calendar_lacks() -> None:
    assert "2012-02-31" not in dict(times("The form said 31 February 2012 by mistake.")).values()
    assert times("Reached on 30.02.2012.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("May 2025", "2025-05"), ("May of 2025", "2025-05"), ("Sept. 2024", "2024-09"), ("2025-05", "2025-05")],
)
def test_reads_months_with_their_year(text: str, value: str) -> None:
    assert times(f"It began in {text}.") == [(text, value)]


def test_the_edge_of_a_date_belongs_to_its_span() -> None:
    assert times("By the end of 2024 it rose; in early May 2023 it fell; mid-1999 was flat.") == [
        ("the end of 2024", "2024"),
        ("early May 2023", "2023-05"),
        ("mid-1999", "1999"),
    ]


@pytest.mark.parametrize(
    ("text", "span", "value", "first", "last"),
    [
        ("The plan for 2025–2027 stands.", "2025–2027", "2025/2027", "2025-01-01", "2027-12-31"),
        ("The 2011-12 season was long.", "2011-12", "2011/2012", "2011-01-01", "2012-12-31"),
        (
            "Held on 1-3 December 2025.",
            "1-3 December 2025",
            "2025-12-01/2025-12-03",
            "2025-12-01",
            "2025-12-03",
        ),
        (
            "Held December 1–3, 2025.",
            "December 1–3, 2025",
            "2025-12-01/2025-12-03",
            "2025-12-01",
            "2025-12-03",
        ),
        (
            "Held between 12 and 14 March.",
            "12 and 14 March",
            "2013-03-12/2013-03-14",
            "2013-03-12",
            "2013-03-14",
        ),
    ],
)
def test_joins_ranges(text: str, span: str, value: str, first: str, last: str) -> None:
    assert times(text) == [(span, value)]
    assert covered(text) == [(span, first, last)]


def test_the_ends_of_a_spoken_range_are_two_dates() -> None:
    assert times("It ran from May to July 2012.") == [("May", "2012-05"), ("July 2012", "2012-07")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the 1990s", "199"),
        ("the early 1960s", "196"),
        ("the sixties", "196"),
        ("the '80s", "198"),
        ("the 20th century", "19"),
        ("the eighteenth century", "17"),
        ("the summer of 2012", "2012-SU"),
        ("the first week of April 2012", "2012-W14"),
        ("the last day of March 2012", "2012-03-31"),
        ("fiscal year 2012", "2012"),
    ],
)
def test_reads_longer_and_odder_periods(text: str, value: str) -> None:
    assert times(f"It was built in {text}.") == [(text, value)]


def test_four_digits_are_a_year_only_where_the_words_allow_it() -> None:
    assert times("The 2012 election and the class of 1998.") == [("2012", "2012"), ("1998", "1998")]
    assert times("About 2000 workers, 1900 miles, $1999 and 2,012 votes.") == []
    assert times("Call +375 17 2012-30-44.") == []


def test_a_month_that_is_also_a_word_needs_a_cue() -> None:
    assert times("It may march on, said Mrs May.") == []
    assert times("Talks resumed in March.") == [("March", "2013-03")]
    assert times("April Smith met August Jones.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It happened on November 5.", "2012-11-05"),
        ("It will happen on November 5.", "2013-11-05"),
        ("It happened in October.", "2012-10"),
        ("It will be tried in June.", "2013-06"),
        ("It has grown since January.", "2013-01"),
        ("He left on Tuesday, March 5.", "2013-03-05"),
        ("He left in October last year.", "2012-10"),
    ],
)
def test_the_tense_gives_the_year(text: str, value: str) -> None:
    assert [found for _text, found in times(text)] == [value]


def test_the_second_of_two_months_tells_the_year_of_both() -> None:
    assert times("It ran in March or April 2012.") == [("March", "2012-03"), ("April 2012", "2012-04")]
    assert times("It ran from November to January 2013.")[0] == ("November", "2012-11")


def test_a_month_before_a_noun_is_one() -> None:
    assert times("Strong and steady June sales helped.") == [("June", "2012-06")]
    assert times("Last week Theresa May said so.") == [("Last week", "2013-W11")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The strike was called for June 3 after talks failed.", "2013-06-03"),
        ("The judge set the hearing for July 9.", "2013-07-09"),
        ("Unions declared a walkout for Feb. 11.", "2013-02-11"),
        ("Talks in Paris on June 6 were postponed.", "2013-06-06"),
        ("A fair planned for May 2 was scrapped.", "2013-05-02"),
        ("It set a record for May.", "2012-05"),
        ("He was called for duty in June.", "2012-06"),
    ],
)
def test_what_was_arranged_for_a_day_or_called_off(text: str, value: str) -> None:
    assert times(text)[0][1] == value


def test_a_year_until_which_something_lasts_at_least() -> None:
    assert times("He can rule until at least 2030.") == [("2030", "2030")]
    assert times("It was sold to at least 2030 people.") == []

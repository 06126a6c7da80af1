"""Dates as reports tell them: what governs them stands elsewhere in the sentence, or in the one before."""

from __future__ import annotations

import pytest

from extractors.times_of import times


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # a state to come, and what would have been
        ("The bridge will remain closed until May 2.", "May 2", "2013-05-02"),
        ("They averted a walkout that would have started on Monday.", "Monday", "2013-03-18"),
        ("They would have to leave on Monday.", "Monday", "2013-03-25"),
        ("If no buyer is found by Tuesday, it shuts.", "Tuesday", "2013-03-26"),
        # nothing that is past counts from a day to come
        (
            "The flood came on March 12. The road stays shut until April 3. He was found the next day.",
            "the next day",
            "2013-03-13",
        ),
        ("He takes office on January 5, 2014. It was 50 percent, up from 40 two years earlier.",
         "two years earlier", "2011"),
        # a weekday that says which one a day was
        ("It struck before noon on March 2, a Saturday, and killed two.", "Saturday", "2013-03-02"),
        ("They will contest the result of Sunday's vote.", "Sunday", "2013-03-17"),
        # the night before the report
        ("A walkout that began last Monday ended overnight.", "overnight", "2013-03-22TNI"),
        ("Water was back by the weekend.", "the weekend", "2013-W11-WE"),
        ("They will decide before summer.", "summer", "2013-SU"),
        ("Not this month or next, she said.", "next", "2013-04"),
        # figures are reported of what is over
        ("It will report January-February sales in May.", "January-February", "2013-01/2013-02"),
        ("The rains, which run from May to October, are late.", "October", "2013-10"),
        ("They will meet two weeks from Monday.", "two weeks from Monday", "2013-04-08"),
        ("Sales fell in the three months ended Dec. 31 from the previous quarter.", "the previous quarter",
         "2012-Q3"),
        ("They cut the forecast for the year to October.", "October", "2013-10"),
        ("Two died on Tuesday. It will be open from 8 a.m. to 5 p.m. every day.", "8 a.m.",
         "XXXX-XX-XXT08:00"),
        ("Two died on Tuesday. It will be shut at 8 a.m. again.", "8 a.m.", "2013-03-22T08:00"),
        ("It was signed, ending months of dispute.", "months", "PXM"),
        ("The port will take in damaged ships from May 2.", "May 2", "2013-05-02"),
        ("A fair is held on 20 June every year.", "20 June", "XXXX-06-20"),
        ("They stood there from early morning.", "early morning", "2013-03-22TMO"),
        ("It shuts on Monday and reopens on Thursday.", "Thursday", "2013-03-28"),
        ("It has been idle since the last Sunday of February.", "the last Sunday of February", "2013-02-24"),
        ("The race is run on the first Monday in May 2014.", "the first Monday in May 2014", "2014-05-05"),
        ("Trains have been cancelled until Sunday.", "Sunday", "2013-03-24"),
        ("They suspended the strike on Monday until Easter Monday.", "Easter Monday", "2013-04-01"),
        ("The shops open at 9 a.m. on Sunday.", "9 a.m. on Sunday", "2013-03-24T09:00"),
        ("It came two days later than promised.", "two days later", "P2D"),
        ("He was held for one night.", "one night", "P1D"),
        (
            "Sales rose in the quarter ended Feb. 28, from 5 tonnes in the year-ago quarter.",
            "the year-ago quarter",
            "2012-Q1",
        ),
    ],
)  # fmt: skip
def test_a_date_is_read_by_what_governs_it(text: str, words: str, value: str) -> None:
    assert (words, value) in times(text)


def test_early_in_a_year_the_last_quarter_is_the_one_that_nobody_has_reported_on() -> None:
    text = "It now expects a loss for the fourth quarter."
    assert times(text, "2013-02-04")[-1] == ("the fourth quarter", "2012-Q4")
    assert times(text, "2013-06-04")[-1] == ("the fourth quarter", "2013-Q4")


def test_a_holiday_with_an_article_has_been() -> None:
    assert times("It will shut shops after a poor Black Friday.", "2013-02-04") == [
        ("Black Friday", "2012-11-23")
    ]


def test_a_quarter_in_a_row_is_no_quarter_of_a_year() -> None:
    assert times("Sales fell for the fourth quarter in a row.") == []


def test_as_recently_as_is_no_time_of_its_own() -> None:
    assert times("It forecast a profit as recently as March 12.") == [("March 12", "2013-03-12")]

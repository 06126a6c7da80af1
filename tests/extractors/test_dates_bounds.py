"""How fine a date is, and what it implies of the time around it."""

from __future__ import annotations

import pytest

from briefreader.domain.document import Published
from briefreader.extractors._dates import Expression, expressions
from briefreader.extractors._dates_bounds import bound, precision, stretches
from extractors.times_of import PUBLISHED, document


def last(text: str) -> Expression:
    return expressions(document(text))[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left on Wednesday.", "day"),
        ("He left at 2 p.m. on Wednesday.", "day"),
        ("He left last week.", "week"),
        ("He left over the weekend.", "week"),
        ("He left in May.", "month"),
        ("It fell in the third quarter.", "quarter"),
        ("It fell in the second half of 2011.", "half"),
        ("He left in 1999.", "year"),
        ("It was built in the 1920s.", "decade"),
        ("It was built in the 19th century.", "century"),
        ("It covers 2010–2012.", "year"),
        ("He is there now.", "none"),
        ("It took three weeks.", "none"),
        ("They meet every week.", "none"),
    ],
)
def test_precision(text: str, expected: str) -> None:
    assert precision(last(text)) == expected


@pytest.mark.parametrize(
    ("text", "kind", "first", "end"),
    [
        ("It has been shut since 1992.", "since", "1992-01-01", "2013-03-22"),
        ("It is shut until June.", "until", None, "2013-06-30"),
        ("It was shut before May 3, 2012.", "before", None, "2012-05-02"),
        ("It was shut after May 3, 2012.", "after", "2012-05-04", None),
        ("It was shut between 2009 and 2011.", "until", None, "2011-12-31"),
        ("It was shut from 3 May to 4 July 2012.", "until", None, "2012-07-04"),
        ("It was shut from May 2009 until now and to 2014.", None, None, None),
        ("The 65-year-old was hurt.", "born", "1947-03-23", "1948-03-22"),
        ("She is 65 years old.", "born", "1947-03-23", "1948-03-22"),
        ("The firm marks its 50th anniversary this year.", "anniversary", "1963-01-01", "1963-12-31"),
        ("The firm marked its 50th anniversary on Monday.", "anniversary", "1963-03-18", "1963-03-18"),
        ("They marked the 80th anniversary of the end of the war in 1945.", "anniversary", "2025-01-01",
         "2025-12-31"),
        ("They marked the 10th anniversary of the war of March 20, 2003.", "anniversary", "2013-03-20",
         "2013-03-20"),
    ],
)  # fmt: skip
def test_bounds(text: str, kind: str | None, first: str | None, end: str | None) -> None:
    found = bound(text, last(text), Published(PUBLISHED, "given"))
    assert found == ({"kind": kind, "from": first, "to": end} if kind else None)


@pytest.mark.parametrize(
    "text", ["It was shut between 2009 and 2011.", "It was shut from 2009 to 2011.", "From 2009 to May 2011."]
)
def test_the_first_of_two_dates_is_when_it_began(text: str) -> None:
    first = expressions(document(text))[0]
    told = bound(text, first, Published(PUBLISHED, "given"))
    assert told == {"kind": "since", "from": "2009-01-01", "to": None}


@pytest.mark.parametrize("text", ["He came from 2009 and went.", "Between 2009 to 2011.", "It is from May."])
def test_a_date_that_no_second_follows_is_no_first(text: str) -> None:
    assert bound(text, expressions(document(text))[0], Published(PUBLISHED, "given")) is None


def test_a_plain_date_and_an_age_without_a_publication_date_imply_nothing() -> None:
    published = Published(PUBLISHED, "given")
    assert bound("He left in May.", last("He left in May."), published) is None
    assert bound("The 65-year-old left.", last("The 65-year-old left."), Published()) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The 25th anniversary of independence was marked in 2011.", "1986"),
        ("They marked the 35th anniversary of the massacre on June 4.", "1977"),
        ("They will mark the 50th anniversary of the 1963 invasion on July 20.", "1963"),
    ],
)
def test_the_day_on_which_an_anniversary_is_kept_tells_when_it_was(text: str, year: str) -> None:
    found = bound(text, last(text), Published(PUBLISHED, "given"))
    assert found is not None and found["from"] is not None and found["from"].startswith(year)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("It was shut between 2009 and 2011.", ("2009-01-01", "2011-12-31")),
        ("He served from May 2004 to June 2007.", ("2004-05-01", "2007-06-30")),
    ],
)
def test_two_ends_bound_one_stretch(text: str, whole: tuple[str, str]) -> None:
    found = expressions(document(text))
    assert len(found) == 2
    bounds = stretches(text, found)
    assert [(bounds[each.span]["from"], bounds[each.span]["to"]) for each in found] == [whole, whole]


def test_two_dates_that_are_no_ends_bound_nothing() -> None:
    for text in ("It was shut in 2009 and 2011.", "It was shut between 2011 and 2009."):
        assert stretches(text, expressions(document(text))) == {}

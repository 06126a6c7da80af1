"""Tense, and the day that a document speaks from."""

from __future__ import annotations

from datetime import date

import pytest

from briefreader.domain.document import Published
from briefreader.extractors._dates_context import Context, lowered
from extractors.times_of import times


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The council met on @.", "past"),
        ("The council will meet on @.", "future"),
        ("The trial is due to begin on @.", "future"),
        ("It will be held on @.", "future"),
        ("On @, the council met.", "past"),
        ("It rose. The council on @.", ""),
        ("The deadline is @.", "future"),
        ("We are poor @.", "present"),
    ],
)
def test_tense(text: str, tense: str) -> None:
    place = text.index("@")
    assert Context.of(text, Published("2013-03-22", "given")).tense(place, place + 1) == tense


def test_the_base_is_no_finer_than_what_is_known() -> None:
    ctx = Context.of("", Published("2013-03", "inferred"))
    assert ctx.base("day") is None
    assert ctx.base("month") == ctx.base("year") == date(2013, 3, 1)
    assert Context.of("", Published()).base("year") is None


def test_the_first_full_date_becomes_the_anchor_where_there_is_none() -> None:
    ctx = Context.of("", Published())
    ctx.remember(0, "2011")
    assert ctx.base() is None
    ctx.remember(10, "2011-05-06")
    assert ctx.base() == date(2011, 5, 6)


def test_focus_is_the_nearest_day_told_shortly_before() -> None:
    ctx = Context.of("", Published("2013-03-22", "given"))
    ctx.remember(0, "2011-05-06")
    assert ctx.focus(100) == date(2011, 5, 6)
    assert ctx.focus(5000) == date(2013, 3, 22)


def test_lower_case_keeps_every_place() -> None:
    assert len(lowered("İstanbul Friday")) == len("İstanbul Friday")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The dam burst on Monday, officials said on Wednesday. The day before it had rained.",
         "The day before", "2013-03-17"),
        ("Sales rose in January, the most since June 2011. The previous month had been weak.",
         "The previous month", "2012-12"),
        ("The town has been under siege since March 2. On Tuesday 30 people left, more than the day before.",
         "the day before", "2013-03-18"),
        ("A train derailed on Monday, killing two, the mayor said Tuesday. It had left Porto at 6 a.m.",
         "6 a.m.", "2013-03-18T06:00"),
        ("He had resigned on Tuesday. He told a press conference at 9 a.m. that he was tired.",
         "9 a.m.", "2013-03-22T09:00"),
        ("It should open in 2019 and close by the end of next year.", "the end of next year", "2014"),
        ("The port stays closed until at least Monday.", "Monday", "2013-03-25"),
        ("The port is to stay closed; it was closed until Monday.", "Monday", "2013-03-18"),
        ("The club plays its next match at 3 p.m. on Sunday.", "3 p.m. on Sunday", "2013-03-24T15:00"),
        ("A bonus was paid monthly, next on April 2.", "April 2", "2013-04-02"),
    ],
)  # fmt: skip
def test_what_is_said_is_not_when_it_was(text: str, words: str, value: str) -> None:
    assert dict(times(text))[words] == value

"""Tense, and the day that a document speaks from."""

from __future__ import annotations

from datetime import date

import pytest

from briefreader.domain.document import Published
from briefreader.extractors._dates_context import Context, lowered


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

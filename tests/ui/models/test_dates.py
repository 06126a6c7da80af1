"""Dates as people type and read them."""

from __future__ import annotations

from datetime import date

import pytest

from briefreader.domain.document import Published
from briefreader.ui.models.dates import (
    month_name,
    overlapping,
    presets,
    read_day,
    say_limits,
    say_published,
    say_range,
)

TODAY = date(2026, 2, 3)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-2", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12-06", date(2025, 12, 6), date(2025, 12, 6)),
        ("20251206", date(2025, 12, 6), date(2025, 12, 6)),
        ("6 Dec 2025", date(2025, 12, 6), date(2025, 12, 6)),
        ("December 2025", date(2025, 12, 1), date(2025, 12, 31)),
        ("5/6/2025", date(2025, 6, 5), date(2025, 6, 5)),
        ("3 March", date(2026, 3, 3), date(2026, 3, 3)),
        ("May", date(2026, 5, 1), date(2026, 5, 31)),
        ("today", TODAY, TODAY),
        ("Yesterday", date(2026, 2, 2), date(2026, 2, 2)),
        ("  ", None, None),
    ],
)
def test_what_is_typed_is_understood(text: str, since: date | None, until: date | None) -> None:
    assert read_day(text, False, TODAY) == since
    assert read_day(text, True, TODAY) == until


@pytest.mark.parametrize(
    "text", ["soon", "31", "2025-02-30", "2025-13", "10:30", "Monday", "0000", "99999999"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_day(text, False, TODAY)


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (Published("2025-12-06", "header"), "6 Dec 2025"),
        (Published("2025-12", "user"), "Dec 2025"),
        (Published("2025", "inferred"), "c. 2025, inferred"),
        (Published("2025-12-06", "text"), "6 Dec 2025, inferred"),
        (Published(), "no date"),
    ],
)
def test_a_publication_date_says_how_sure_it_is(published: Published, said: str) -> None:
    assert say_published(published) == said


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (Published("2025-12-03", "header"), "3 December 2025"),
        (Published("2025-08", "inferred"), "c. August 2025, inferred"),
        (Published("2025", "inferred"), "c. 2025, inferred"),
        (Published(), "no date"),
    ],
)
def test_in_full_only_the_month_is_said_otherwise(published: Published, said: str) -> None:
    assert say_published(published, full=True) == said


def test_months_are_named_in_full_as_they_are_shortly() -> None:
    assert all(month_name(n, full=True).startswith(month_name(n)) for n in range(1, 13))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2025, 12, 1), date(2025, 12, 1), "1 Dec 2025"),
        (date(2025, 12, 1), date(2025, 12, 6), "1–6 Dec 2025"),
        (date(2025, 12, 1), date(2025, 12, 31), "Dec 2025"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2024, 1, 1), date(2025, 12, 31), "2024–2025"),
        (date(2025, 11, 30), date(2025, 12, 6), "30 Nov – 6 Dec 2025"),
        (date(2024, 12, 30), date(2025, 1, 5), "30 Dec 2024 – 5 Jan 2025"),
    ],
)
def test_ranges_are_said_shortly(first: date, last: date, said: str) -> None:
    assert say_range(first, last) == said


def test_open_limits() -> None:
    assert say_limits(None, None) == "All dates"
    assert say_limits(date(2025, 12, 1), None) == "From 1 Dec 2025"
    assert say_limits(None, date(2025, 12, 1)) == "Until 1 Dec 2025"


def test_presets_of_the_calendar_and_of_the_corpus() -> None:
    named = {each.name: (each.since, each.until) for each in presets(TODAY, date(2025, 12, 6))}
    assert named["All dates"] == (None, None)
    assert named["Last 7 days"] == (date(2026, 1, 28), TODAY)
    assert named["This month"] == (date(2026, 2, 1), date(2026, 2, 28))
    assert named["Newest 7 days"] == (date(2025, 11, 30), date(2025, 12, 6))
    assert named["Newest month"] == (date(2025, 12, 1), date(2025, 12, 31))
    assert not any(each.newest for each in presets(TODAY, None))


def test_a_vague_date_counts_where_it_may_lie() -> None:
    days = {"2025-12-06": 2, "2025": 1, "2024-05": 4}
    assert overlapping(days, date(2025, 12, 1), None) == 3
    assert overlapping(days, None, date(2024, 5, 1)) == 4
    assert overlapping(days, None, None) == 7

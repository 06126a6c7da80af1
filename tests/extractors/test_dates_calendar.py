"""Calendar arithmetic."""

from __future__ import annotations

from datetime import date

import pytest

from briefreader.extractors._dates_calendar import cut, duration, interval, moved


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("day", "2024-12-30"),
        ("week", "2025-W01"),
        ("weekend", "2025-W01-WE"),
        ("month", "2024-12"),
        ("quarter", "2024-Q4"),
        ("year", "2024"),
        ("decade", "202"),
        ("century", "20"),
    ],
)
def test_a_day_is_cut_to_a_unit(unit: str, value: str) -> None:
    assert cut(date(2024, 12, 30), unit) == value


def test_moving_keeps_within_the_calendar() -> None:
    assert moved(date(2024, 1, 31), "month", 1) == date(2024, 2, 29)
    assert moved(date(2024, 1, 31), "year", -5000) == date(1, 1, 1)
    assert moved(date(2024, 1, 31), "day", 1e9) == date(9999, 12, 31)


def test_durations() -> None:
    assert (duration(1.5, "hour"), duration(None, "year"), duration(2, "fortnight")) == (
        "PT1.5H",
        "PXY",
        "P4W",
    )


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-W01", "2024-01-01", "2024-01-07"),
        ("2024-W01-WE", "2024-01-06", "2024-01-07"),
        ("2024-Q3", "2024-07-01", "2024-09-30"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2024-WI", "2024-12-01", "2025-02-28"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2025/2027", "2025-01-01", "2027-12-31"),
        ("2024-05-09T10:00", "2024-05-09", "2024-05-09"),
        ("PRESENT_REF", None, None),
        ("XXXX-WXX-3", None, None),
    ],
)
def test_intervals(value: str, first: str | None, last: str | None) -> None:
    assert interval(value) == (first, last)

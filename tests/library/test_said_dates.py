from __future__ import annotations

from datetime import date

import pytest

from briefreader.library.said_dates import month_name, say_day, say_iso, say_range


@pytest.mark.parametrize(
    ("value", "short", "full"),
    [
        ("2025-12-06", "6 Dec 2025", "6 December 2025"),
        ("2025-05", "May 2025", "May 2025"),
        ("2025", "2025", "2025"),
        ("", "", ""),
    ],
)
def test_dates_are_said_at_their_precision(value: str, short: str, full: str) -> None:
    assert (say_iso(value), say_iso(value, full=True)) == (short, full)


def test_ranges_are_said_shortly() -> None:
    assert say_range(date(2025, 12, 1), date(2025, 12, 6)) == "1–6 Dec 2025"
    assert say_range(date(2025, 1, 1), date(2027, 12, 31)) == "2025–2027"
    assert say_range(date(2025, 5, 1), date(2025, 5, 31)) == "May 2025"
    assert say_day(date(2025, 5, 1)) == "1 May 2025"
    assert month_name(12, full=True) == "December"

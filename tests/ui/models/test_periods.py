"""Periods in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ui.models.periods import say_period


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("", ""),
        ("2024", "2024"),
        ("2025-05", "May 2025"),
        ("2025-05-09", "9 May 2025"),
        ("2025-05-09T20:00", "9 May 2025"),
        ("2025-05-09TMO", "9 May 2025"),
        ("2024-Q3", "Q3 2024"),
        ("2024-H2", "second half of 2024"),
        ("2028-SP", "spring 2028"),
        ("2027-W12", "22–28 Mar 2027"),
        ("202", "2020s"),
        ("2024-01/2024-06-30", "Jan 2024 – 30 Jun 2024"),
        ("2026-01-01/2026-03-31", "1 Jan – 31 Mar 2026"),
        ("2020-01-01/2029-12-31", "2020–2029"),
        ("2024-Q3/2024-Q4", "Q3 2024 – Q4 2024"),
        ("2026/2030", "2026 – 2030"),
        ("P1Y", "1 year"),
        ("P12M", "12 months"),
        ("PT1H", "1 hour"),
        ("P6Y6M", ""),
        ("XXXX-WXX-7", ""),
        ("FUTURE_REF", ""),
        ("2024-13-01", "2024-13-01"),
        ("2025-26", "2025-26"),
        ("2027-W60", ""),
        ("in 2024", "in 2024"),
        ("the first nine months of 2025", "the first nine months of 2025"),
        ("day and/or night", "day and/or night"),
    ],
)
def test_a_period_is_said_in_words(period: str, said: str) -> None:
    assert say_period(period) == said


@given(st.text("0123456789-/PTXYMWDHQS ", max_size=14))
def test_any_period_is_said(period: str) -> None:
    say_period(period)

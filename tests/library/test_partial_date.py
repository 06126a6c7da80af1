"""Dates as people type them."""

from __future__ import annotations

import pytest

from briefreader.library.partial_date import partial_date


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ""), ("2025", "2025"), ("2025-5", "2025-05"), ("2025-05-09", "2025-05-09"),
        (" 2025-12 ", "2025-12"), ("May 2025", "2025-05"), ("9 May 2025", "2025-05-09"),
        ("9/5/2025", "2025-05-09"), ("3.12.2025", "2025-12-03"),
    ],
)  # fmt: skip
def test_a_date_keeps_its_precision(typed: str, meant: str) -> None:
    assert partial_date(typed) == meant


@pytest.mark.parametrize("typed", ["2025-13", "2025-02-30", "yesterday-ish", "May", "9 May", "99999999999"])
def test_what_is_no_date_or_lacks_its_year_is_refused(typed: str) -> None:
    assert partial_date(typed) is None

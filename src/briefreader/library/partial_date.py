"""Dates as people type them, of any precision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime


def partial_date(text: str) -> str | None:
    """Return an ISO date cut to its precision (2025, 2025-05, 2025-05-09); "" for nothing, None for no date.

    What is not ISO 8601 is left to dateutil; a date in figures only is taken as day before month.
    """
    text = text.strip()
    if not text:
        return ""
    parts = text.split("-")
    if all(part.isdigit() for part in parts) and len(parts[0]) == 4 and len(parts) <= 3:
        try:
            date(*[int(part) for part in [*parts, "1", "1"][:3]])
        except ValueError:
            return None
        return "-".join([parts[0], *(part.zfill(2) for part in parts[1:])])
    return _understood(text)


def _understood(text: str) -> str | None:
    """Read the text with two different defaults: what then differs was not said."""
    from dateutil import parser

    parse: Callable[..., datetime] = parser.parse
    try:
        one = parse(text, dayfirst=True, default=datetime(2001, 1, 1))
        other = parse(text, dayfirst=True, default=datetime(2004, 2, 2))
    except (ValueError, OverflowError):
        return None
    if one.year != other.year:
        return None
    if one.month != other.month:
        return f"{one:%Y}"
    return f"{one:%Y-%m}" if one.day != other.day else f"{one:%Y-%m-%d}"

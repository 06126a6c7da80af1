"""Dates as a person says them."""

from __future__ import annotations

import calendar
from datetime import date

from briefreader.i18n import N_, _

_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
_LONG_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


def month_name(month: int, full: bool = False) -> str:
    """Return the short or the full name of a month, 1 to 12."""
    return _((_LONG_MONTHS if full else _MONTHS)[month - 1])


def say_day(day: date, full: bool = False) -> str:
    """Return a day as in "6 Dec 2025", or "6 December 2025" in full."""
    return f"{day.day} {month_name(day.month, full)} {day.year}"


def say_iso(value: str, full: bool = False) -> str:
    """Return an ISO date of any precision as in "6 Dec 2025", "Dec 2025" or "2025"."""
    if len(value) == 10:
        return say_day(date.fromisoformat(value), full)
    if len(value) == 7:
        return f"{month_name(int(value[5:7]), full)} {value[:4]}"
    return value


def say_range(first: date, last: date) -> str:
    """Return a range of days shortly, as in "1–6 Dec 2025", "Dec 2025" or "2025"."""
    if first == last:
        return say_day(first)
    whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole and first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if whole and (first.year, first.month) == (last.year, last.month):
        return f"{month_name(first.month)} {first.year}"
    if first.year != last.year:
        return f"{say_day(first)} – {say_day(last)}"
    if first.month != last.month:
        return f"{first.day} {month_name(first.month)} – {say_day(last)}"
    return f"{first.day}–{say_day(last)}"

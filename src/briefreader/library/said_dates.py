"""Dates as a person says them."""

from __future__ import annotations

import calendar
from datetime import date

from briefreader.i18n import N_, _, in_context

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


def _month_of_day(month: int, full: bool) -> str:
    """Return the name of a month as it stands behind a day; some languages inflect it there."""
    name = (_LONG_MONTHS if full else _MONTHS)[month - 1]
    said = in_context("month of a day", name)
    return month_name(month, full) if said == name else said


def say_day_of_year(day: date, full: bool = False) -> str:
    """Return a day without its year, as in "6 Dec"."""
    return _("{day} {month}").format(day=day.day, month=_month_of_day(day.month, full))


def say_day(day: date, full: bool = False) -> str:
    """Return a day as in "6 Dec 2025", or "6 December 2025" in full."""
    return _("{day} {month} {year}").format(day=day.day, month=_month_of_day(day.month, full), year=day.year)


def say_month(day: date, full: bool = False) -> str:
    """Return the month of a day, as in "Dec 2025" or "December 2025"."""
    return _("{month} {year}").format(month=month_name(day.month, full), year=day.year)


def say_iso(value: str, full: bool = False) -> str:
    """Return an ISO date of any precision as in "6 Dec 2025", "Dec 2025" or "2025"."""
    if len(value) == 10:
        return say_day(date.fromisoformat(value), full)
    if len(value) == 7:
        return say_month(date.fromisoformat(f"{value}-01"), full)
    return value


def say_range(first: date, last: date) -> str:
    """Return a range of days shortly, as in "1–6 Dec 2025", "Dec 2025" or "2025"."""
    if first == last:
        return say_day(first)
    whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole and first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if whole and (first.year, first.month) == (last.year, last.month):
        return say_month(first)
    if first.year != last.year:
        return f"{say_day(first)} – {say_day(last)}"
    if first.month != last.month:
        return f"{say_day_of_year(first)} – {say_day(last)}"
    return f"{first.day}–{say_day(last)}"

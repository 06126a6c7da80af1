"""Dates as a person writes and reads them: said shortly, read leniently, and named ranges."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from briefreader.domain.document import Published
from briefreader.i18n import N_, _
from briefreader.library.partial_date import partial_date
from briefreader.library.said_dates import (
    month_name,
    say_day,
    say_day_of_year,
    say_iso,
    say_month,
    say_range,
)

__all__ = ["month_name", "say_day", "say_day_of_year", "say_iso", "say_month", "say_range"]

_WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")


def say_limits(since: date | None, until: date | None) -> str:
    """Return what a filter of dates lets through, in words."""
    if since is None and until is None:
        return _("All dates")
    if until is None:
        assert since is not None
        return _("From {day}").format(day=say_day(since))
    if since is None:
        return _("Until {day}").format(day=say_day(until))
    return say_range(since, until)


def say_published(published: Published, full: bool = False) -> str:
    """Return a publication date with its precision and certainty, as in "c. 2025, inferred".

    The month is short as in a list, or ``full`` as in a heading; the rest is said alike everywhere.
    """
    if not published.value:
        return _("no date")
    said = say_iso(published.value, full)
    if published.certain:
        return said
    if published.precision == "day":
        return _("{date}, inferred").format(date=said)
    return _("c. {date}, inferred").format(date=said)


def read_partial(text: str, near: date, weekdays: bool = False) -> str | None:
    """Return the ISO date of any precision that a person means, "" for an empty text, None for no date.

    A day without a year is taken in the year of ``near``, with ``weekdays`` the name of one for the last
    such day up to it. ISO 8601 is read as such; in "5/6/2025" the day comes first.
    """
    text = " ".join(text.split())
    back = {_("today").casefold(): 0, _("yesterday").casefold(): 1}
    if weekdays:
        back |= {_(name).casefold(): (near.weekday() - n) % 7 for n, name in enumerate(_WEEKDAYS)}
    if text.casefold() in back:
        return (near - timedelta(days=back[text.casefold()])).isoformat()
    compact = _COMPACT.fullmatch(text)
    value = partial_date("-".join(compact.groups()) if compact else text)
    if value is None and any(letter.isalpha() for letter in text):
        value = partial_date(f"{text} {near.year}")
        value = None if value and len(value) == 4 else value  # it said neither a month nor a year
    return value


def read_day(text: str, end: bool, today: date) -> date | None:
    """Return the day that a person means, or None for an empty text; raise ValueError if it is none.

    A year or a month stands for its first day, or its last with ``end``; otherwise as in ``read_partial``.
    """
    value = read_partial(text, today)
    if value is None:
        raise ValueError(text)
    published = Published(value)
    return published.last if end else published.first


@dataclass(frozen=True, slots=True)
class Preset:
    """A range of dates with a name; ``newest`` tells that it ends with the newest document."""

    name: str
    since: date | None
    until: date | None
    newest: bool = False


def _last_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def presets(today: date, newest: date | None) -> list[Preset]:
    """Return the ranges to offer: by the calendar of today, and back from the newest document."""
    month = today.replace(day=1)
    found = [
        Preset(_("All dates"), None, None),
        Preset(_("Last 7 days"), today - timedelta(days=6), today),
        Preset(_("Last 30 days"), today - timedelta(days=29), today),
        Preset(_("This month"), month, _last_of_month(today)),
        Preset(_("This year"), date(today.year, 1, 1), date(today.year, 12, 31)),
    ]
    if newest is None:
        return found
    back: Callable[[int], date] = lambda days: newest - timedelta(days=days)  # noqa: E731
    return [
        *found,
        Preset(_("Newest 7 days"), back(6), newest, newest=True),
        Preset(_("Newest 30 days"), back(29), newest, newest=True),
        Preset(_("Newest month"), newest.replace(day=1), _last_of_month(newest), newest=True),
        Preset(_("Newest year"), date(newest.year, 1, 1), date(newest.year, 12, 31), newest=True),
    ]


def overlapping(days: dict[str, int], since: date | None, until: date | None) -> int:
    """Return how many documents of these dates (ISO, any precision) can lie within limits."""
    found = 0
    for value, number in days.items():
        published = Published(value)
        first, last = published.first, published.last
        assert first is not None and last is not None
        if (since is None or last >= since) and (until is None or first <= until):
            found += number
    return found

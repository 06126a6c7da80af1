"""Periods in words: ISO 8601, with quarters, seasons and lengths as TIMEX3 writes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from briefreader.i18n import N_, _, plural
from briefreader.ui.models.dates import say_iso, say_range

_SEASONS = {"SP": N_("spring {}"), "SU": N_("summer {}"), "FA": N_("autumn {}"), "WI": N_("winter {}")}
_HALVES = {"1": N_("first half of {}"), "2": N_("second half of {}")}
_LENGTHS: dict[str, Callable[[int], str]] = {
    "Y": lambda n: plural("{n} year", "{n} years", n),
    "M": lambda n: plural("{n} month", "{n} months", n),
    "W": lambda n: plural("{n} week", "{n} weeks", n),
    "D": lambda n: plural("{n} day", "{n} days", n),
    "TH": lambda n: plural("{n} hour", "{n} hours", n),
    "TM": lambda n: plural("{n} minute", "{n} minutes", n),
}
_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?"), lambda m: say_iso(m[0])),
    (re.compile(r"(\d{4}-\d\d-\d\d)T.*"), lambda m: say_iso(m[1])),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda m: _("Q{n} {year}").format(n=m[2], year=m[1])),
    (re.compile(r"(\d{4})-H([12])"), lambda m: _(_HALVES[m[2]]).format(m[1])),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda m: _(_SEASONS[m[2]]).format(m[1])),
    (re.compile(r"(\d{4})-W(\d\d)"), lambda m: _week(int(m[1]), int(m[2]))),
    (re.compile(r"(\d{3})"), lambda m: _("{year}s").format(year=int(m[1]) * 10)),
    (re.compile(r"P(T?)(\d{1,6})([YMWDH])"), lambda m: _LENGTHS[m[1] + m[3]](int(m[2]))),
)
_CODE = re.compile(r"(?=.*[A-Z])(?=.*[X\d])[A-Z\d:./-]+|[A-Z]+_REF")
"""What nobody reads: "XXXX-WXX-7", "P6Y6M"."""


def say_period(period: str) -> str:
    """Return a period (an interval has a slash) in words; a code that has none says nothing.

    What is in words already stays as it is.
    """
    ends = [end for end in period.split("/") if end]
    try:
        if len(ends) == 2 and min(map(len, ends)) == 10:
            return say_range(*map(date.fromisoformat, ends))
    except ValueError:
        pass  # each end for itself
    said = [_said(end) for end in ends]
    if all(said):
        return " – ".join(said)
    return "" if _CODE.fullmatch(period) else period


def _said(part: str) -> str:
    for shape, say in _SHAPES:
        if found := shape.fullmatch(part):
            try:
                return say(found)
            except (ValueError, LookupError):  # a thirteenth month, an hour of months
                return ""
    return ""


def _week(year: int, week: int) -> str:
    monday = date.fromisocalendar(year, week, 1)
    return say_range(monday, monday + timedelta(days=6))

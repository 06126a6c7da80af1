"""Days with a name: their dates, fixed and movable, and the year that is meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

from briefreader.extractors._dates_calendar import cut, moved
from briefreader.extractors._dates_context import Context
from briefreader.extractors._dates_grammar import Hit, Value, iso, leaning
from briefreader.extractors._dates_tokens import WEEKDAYS
from briefreader.i18n import _

_easter: Callable[[int], date] = easter


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth weekday (1 Monday … 7 Sunday) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


HOLIDAYS = {
    "new year's day": (1, 1), "new year’s day": (1, 1), "new year's eve": (12, 31), "new year’s eve": (12,
    31),
    "valentine's day": (2, 14), "valentine’s day": (2, 14), "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25), "boxing day": (12, 26), "halloween": (10, 31), "bastille day": (7, 14),
    "independence day": (7, 4), "may day": (5, 1), "veterans day": (11, 11), "victory day": (5, 9),
    "international women's day": (3, 8), "international women’s day": (3, 8),
    "earth day": (4, 22), "juneteenth": (6, 19), "canada day": (7, 1), "australia day": (1, 26),
    "armistice day": (11, 11), "remembrance day": (11, 11), "all saints' day": (11, 1), "epiphany": (1, 6),
    "st. patrick's day": (3, 17), "st. patrick’s day": (3, 17), "st patrick's day": (3, 17),
    "international workers' day": (5, 1), "groundhog day": (2, 2),
}  # fmt: skip
MOVABLE = (
    "easter sunday", "good friday", "easter monday", "easter", "thanksgiving day", "thanksgiving",
    "labor day", "memorial day", "columbus day", "presidents' day", "presidents day", "presidents’ day",
    "martin luther king day", "martin luther king jr. day", "palm sunday", "ash wednesday", "pentecost",
    "mother's day", "mother’s day", "election day", "black friday", "cyber monday",
)  # fmt: skip


_NTH_WEEKDAYS = {
    "columbus day": (10, 1, 2), "presidents' day": (2, 1, 3), "presidents day": (2, 1, 3),
    "presidents’ day": (2, 1, 3), "martin luther king day": (1, 1, 3),
    "martin luther king jr. day": (1, 1, 3),
    "mother's day": (5, 7, 2), "mother’s day": (5, 7, 2),
}  # fmt: skip
"""Month, weekday and which one of the month."""
_FROM_EASTER = {
    "good friday": -2,
    "easter monday": 1,
    "palm sunday": -7,
    "ash wednesday": -46,
    "pentecost": 49,
}


def holiday(name: str, year: int) -> date:
    """Return the day of a holiday of HOLIDAYS or MOVABLE in a year."""
    if name in HOLIDAYS:
        return date(year, *HOLIDAYS[name])
    if name.startswith("thanksgiving"):
        return _nth_weekday(year, 11, 4, 4)
    if name == "labor day":
        return _nth_weekday(year, 9, 1, 1)
    if name in _NTH_WEEKDAYS:
        return _nth_weekday(year, *_NTH_WEEKDAYS[name])
    if name == "memorial day":
        return max(
            _nth_weekday(year, 5, 1, nth) for nth in (4, 5) if _nth_weekday(year, 5, 1, nth).month == 5
        )
    if name in ("black friday", "cyber monday"):
        return _nth_weekday(year, 11, 4, 4) + timedelta(days=1 if name == "black friday" else 4)
    if name == "election day":
        return _nth_weekday(year, 11, 1, 1) + timedelta(days=1)
    return _easter(year) + timedelta(days=_FROM_EASTER.get(name, 0))


_HOLIDAY_NAMES = "|".join(re.escape(name) for name in sorted([*HOLIDAYS, *MOVABLE], key=len, reverse=True))
HOLIDAY = re.compile(rf"\b(?:{_HOLIDAY_NAMES})\b(?:,? (?P<year>(?:19|20)\d\d)\b)?(?![\w’'-])")
"""A day with a name, with or without its year, in a text in lower case."""


_HAS_BEEN = re.compile(r"\b(?:after|following|despite)\s(?:an?|its|their)\s(?:[a-z-]+\s){1,2}$")
"""What a holiday has been like is known when it is over: "after a weak Black Friday"."""


_STILL_AHEAD = re.compile(r"\b(?:before|ahead of|until|till|by|in time for)\s(?:the\s)?$")
"""What a holiday that comes soon stands behind, whatever the tense: "hoped for a deal before Christmas"."""
_SOON = 45  # days
BESIDE = re.compile(
    r"\bthe (?P<unit>(?:mon|tues|wednes|thurs|fri|satur|sun)day|day|night|week(?:end)?|month) "
    r"(?P<side>before|after|preceding|following) $"
)
"""What counts from the holiday right behind it: "the week before Christmas"; in lower case."""


def beside_holiday(unit: str, side: str, name: str, year: str | None, hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the week before Christmas", "the Friday after Thanksgiving"."""
    told = holiday_value(name, year, hit, ctx)
    if told is None:
        return None
    day, ahead = date.fromisoformat(told.value), side in ("after", "following")
    why = _("Counted from {day}.").format(day=day)
    if unit in WEEKDAYS:
        wanted = WEEKDAYS.index(unit) + 1
        apart = (wanted - day.isoweekday() if ahead else day.isoweekday() - wanted) % 7 or 7
        return Value("DATE", iso(day + timedelta(days=apart if ahead else -apart)), why)
    near = moved(day, "day" if unit == "night" else unit, 1 if ahead else -1)
    if unit == "weekend":  # the one that ends before, or starts after
        apart = (6 - day.isoweekday()) % 7 or 7 if ahead else (day.isoweekday() - 7) % 7 or 7
        near = day + timedelta(days=apart if ahead else -apart)
    if unit == "night":
        return Value("TIME", f"{iso(near)}TNI", why)
    return Value("DATE", cut(near, unit), why)


def holiday_value(name: str, year: str | None, hit: Hit, ctx: Context) -> Value | None:
    """Return the day of a holiday in the year told, or in the nearest one that the tense allows."""
    low = name.lower()
    if year:
        return Value("DATE", iso(holiday(low, int(year))), _("A holiday."))
    base = ctx.base("month")
    if base is None:
        return None
    kept = _HAS_BEEN.search(hit.text, max(0, hit.start - 40), hit.start)
    number, lean = base.year, "past" if kept else leaning(hit, ctx)
    away = (holiday(low, number) - base).days
    if 0 < away <= _SOON and _STILL_AHEAD.search(hit.text, max(0, hit.start - 14), hit.start):
        lean = "future"
    if away > 0 and (lean == "past" or (lean != "future" and away > 120)):
        number -= 1
    elif away < 0 and lean == "future":
        number += 1
    return Value("DATE", iso(holiday(low, number)), _("Counted from {day}.").format(day=ctx.anchor))

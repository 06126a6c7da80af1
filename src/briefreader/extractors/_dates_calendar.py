"""Calendar arithmetic in TimeML values: a day cut to a unit, a unit moved, a value's interval."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

_delta: Any = relativedelta  # dateutil brings no types

CODES = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "weekend": "WE", "fortnight": "W",
    "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip
FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)


def cut(day: date, unit: str) -> str:
    """Return the TimeML value of the unit of time that holds a day."""
    year = f"{day.year:04d}"
    if unit in ("week", "weekend", "fortnight"):
        iso = day.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        return f"{year}-{day.month:02d}"
    if unit == "quarter":
        return f"{year}-Q{(day.month + 2) // 3}"
    if unit == "year":
        return year
    if unit in ("decade", "century", "millennium"):
        return year[: {"decade": 3, "century": 2, "millennium": 1}[unit]]
    return day.isoformat()


def moved(day: date, unit: str, count: float) -> date:
    """Return the day that lies so many units later (earlier if negative); the ends of time hold it."""
    days, months = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit, 0), {
        "month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000,
    }.get(unit, 0)  # fmt: skip
    try:
        if days:
            return day + timedelta(days=round(days * count))
        return day + _delta(months=round(months * count)) if months else day
    except (OverflowError, ValueError):
        return LAST if count > 0 else FIRST


def duration(count: float | None, unit: str) -> str:
    """Return the TimeML value of a duration; None is a number that is not told."""
    if unit == "fortnight" and count is not None:
        count *= 2
    number = "X" if count is None else f"{count:g}" if count < 1e6 else str(int(count))
    return ("PT" if unit in ("hour", "minute", "second") else "P") + number + CODES[unit]


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _span_of(value: str) -> tuple[date, date]:
    """Return first and last day of one plain value; ValueError if it names none."""
    if re.fullmatch(r"\d{1,3}", value):
        size = 10 ** (4 - len(value))
        year = max(1, int(value) * size)
        return date(year, 1, 1), date(int(value) * size + size - 1, 12, 31)
    year, rest = int(value[:4]), value[5:]
    if not rest:
        return date(year, 1, 1), date(year, 12, 31)
    if rest[0] == "W" and rest[1:3].isdigit():
        first = date.fromisocalendar(year, int(rest[1:3]), 6 if rest.endswith("WE") else 1)
        return first, first + timedelta(days=1 if rest.endswith("WE") else 6)
    if rest[0] in "QH":
        size = 3 if rest[0] == "Q" else 6
        last = int(rest[1]) * size
        return date(year, last - size + 1, 1), month_end(year, last)
    if rest in _SEASON_MONTHS:
        start = date(year, _SEASON_MONTHS[rest], 1)
        end = start + _delta(months=2)
        return start, month_end(end.year, end.month)
    if len(rest) == 2:
        return date(year, int(rest), 1), month_end(year, int(rest))
    day = date.fromisoformat(value)
    return day, day


def interval(value: str) -> tuple[str | None, str | None]:
    """Return the first and last day, in ISO 8601, of a TimeML DATE or TIME; None where it tells none."""
    value = value.split("T")[0] if re.match(r"\d{4}-", value) else value
    try:
        if "/" in value:
            start, end = value.split("/")
            return _span_of(start)[0].isoformat(), _span_of(end)[1].isoformat()
        first, last = _span_of(value)
    except (ValueError, IndexError):
        return None, None
    return first.isoformat(), last.isoformat()

"""What an expression of time implies beside its days: how fine it is, what began or ended with it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from briefreader.extractors._dates_calendar import moved
from briefreader.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefreader.domain.document import Published
    from briefreader.domain.text import Span
    from briefreader.extractors._dates import Expression

_PRECISIONS = (
    (r"\d{4}-\d\d-\d\d|\d{4}-W\d\d-\d", "day"),
    (r"\d{4}-W\d\d(?:-WE)?", "week"),
    (r"\d{4}-\d\d", "month"),
    (r"\d{4}-(?:Q\d|SP|SU|FA|WI)", "quarter"),
    (r"\d{4}-H\d", "half"),
    (r"\d{4}", "year"),
    (r"\d{3}", "decade"),
    (r"\d{2}", "century"),
)


Bound = dict[str, str | None]
"""What is said of the time around: ``kind``, ``from``, ``to``."""


def precision(each: Expression) -> str:
    """Return how exactly an expression tells when: "day", "week", "month", "quarter", … or "none"."""
    if each.type not in ("DATE", "TIME"):
        return "none"
    value = each.value.split("T")[0].split("/")[0]
    return next((name for pattern, name in _PRECISIONS if re.fullmatch(pattern, value)), "none")


_SINCE = re.compile(
    r"\b(?:since|starting(?: in| on)?|beginning(?: in| on)?|as of|effective)\s(?:about\s|around\s)?$", re.I
)
_UNTIL = re.compile(r"\b(?:until|till|by|no later than|up to|through|expires?(?: in| on)?)\s$", re.I)
_BEFORE = re.compile(r"\b(?:before|prior to|earlier than|ahead of)\s$", re.I)
_AFTER = re.compile(r"\b(?:after|later than)\s$", re.I)
_ENDS = {"between": "and", "from": "to"}
_FIRST_END = re.compile(r"\b(between|from)\s$", re.I)
_LAST_END = re.compile(r"\b(?i:(between)|from)\s(?=[A-Z\d])(?:(?!and\b|to\b)[\w,]+\s){1,4}(?(1)and|to)\s$")
"""What stands before either end of "between 2019 and 2023"; four words are a date at most."""
_JOINTS = (" and ", " to ")
_AGE = re.compile(r"[- ]olds?$", re.I)
_ANNIVERSARY = re.compile(
    r"\b(?P<nth>\d{1,3})(?:st|nd|rd|th)[- ]anniversary (?:of|since)\s(?:[^.!?;\n]{0,80}\s)?(?:in|of|on)\s$"
)
_ITS_ANNIVERSARY = re.compile(r"\b(?P<nth>\d{1,3})(?:st|nd|rd|th)[- ]anniversary\s(?:(?:on|in)\s)?$")
"""An anniversary that is kept on the day told right behind it: "its 50th anniversary this year"."""
_CELEBRATED = re.compile(r"\b(?:was|were|is|are|be|been)\s(?:marked|celebrated|observed|held|kept)\b")


def is_age(text: str, each: Expression) -> bool:
    """Tell whether an expression is an age in years: "57-year-old", "57 years old"."""
    return each.type == "DURATION" and _AGE.search(each.span.of(text)) is not None


def bound(text: str, each: Expression, published: Published, alive: bool = True) -> Bound | None:
    """Return what an expression says of the time around it, or None.

    ``kind`` is "since", "until", "before", "after", "born" (of an age), "begun" (of the age of what is
    not ``alive``) or "anniversary" (when it is kept, or when that happened which is kept); ``from`` and
    ``to`` are the first and last day that are possible.
    """
    before = text[max(0, each.span.start - 130) : each.span.start]
    day = published.first if published.precision == "day" else None
    if is_age(text, each):
        return _born(text, each, day, alive)
    if each.first is None or each.last is None or each.type not in ("DATE", "TIME"):
        return None
    kept = _ANNIVERSARY.search(before)
    if kept:
        return _kept(each, int(kept["nth"]), published, _CELEBRATED.search(kept[0]) is not None)
    kept = _ITS_ANNIVERSARY.search(before)
    if kept:
        return _kept(each, int(kept["nth"]), published, celebrated=True)
    if _is_first_end(text, each, before):
        return {"kind": "since", "from": each.first, "to": None}
    if _LAST_END.search(before):
        return {"kind": "until", "from": None, "to": each.last}
    if _SINCE.search(before):
        return {"kind": "since", "from": each.first, "to": day.isoformat() if day else None}
    if _UNTIL.search(before):
        return {"kind": "until", "from": None, "to": each.last}
    if _BEFORE.search(before):
        return {"kind": "before", "from": None, "to": _next(each.first, -1)}
    if _AFTER.search(before):
        return {"kind": "after", "from": _next(each.last, 1), "to": None}
    return None


def _is_first_end(text: str, each: Expression, before: str) -> bool:
    """Tell whether an expression is the first of two: "between 2019 and 2023", "from 2019 to 2023"."""
    led = _FIRST_END.search(before)
    return led is not None and bool(
        re.match(rf"\s{_ENDS[led[1].lower()]}\s(?=\d|[A-Z])", text[each.span.end : each.span.end + 6])
    )


def stretches(text: str, found: Sequence[Expression]) -> dict[Span, Bound]:
    """Return, for both ends of each "between 2019 and 2023", the one stretch that they bound."""
    whole: dict[Span, Bound] = {}
    for one, other in pairwise(found):
        if not (one.type == other.type == "DATE" and one.first and other.last and one.first <= other.last):
            continue
        before = text[max(0, other.span.start - 130) : other.span.start]
        opened = _is_first_end(text, one, text[max(0, one.span.start - 130) : one.span.start])
        gap = text[one.span.end : other.span.start]
        if opened and gap in _JOINTS and _LAST_END.search(before):
            bound: Bound = {"kind": "between", "from": one.first, "to": other.last}
            whole |= {one.span: bound, other.span: bound}
    return whole


def _kept(each: Expression, nth: int, published: Published, celebrated: bool) -> Bound:
    """Return the other end of an anniversary: when it is kept, or when that was which is kept.

    A date that is nearer to the publication than half the years between is that of the celebration.
    """
    assert each.first and each.last
    alone = each.first == each.last
    first = int(each.first[:4])
    kept = not celebrated and (published.last is None or 2 * (published.last.year - first) >= nth)
    year = first + (nth if kept else -nth)
    end = f"{year:04d}" + (each.first[4:] if alone else "-12-31")
    return {"kind": "anniversary", "from": end if alone else f"{year:04d}-01-01", "to": end}


_AT_THE_TIME = re.compile(r"\s(?:when\b|at the time\b|back then\b)")
_WAS = re.compile(r"\b(?:was|were)\s(?:[a-z]+\s){0,2}$")
_THEN = re.compile(r"\bthen[\s-]$", re.I)


def _born(text: str, each: Expression, day: date | None, alive: bool) -> Bound | None:
    """Return the days on which somebody of an age in years was born; of an age in the past, None."""
    age = re.fullmatch(r"P(\d{1,3})Y", each.value)
    before = text[max(0, each.span.start - 40) : each.span.start]
    past = _WAS.search(before) and _AT_THE_TIME.match(text, each.span.end)
    if age is None or day is None or past or _THEN.search(before):
        return None
    return born(int(age[1]), day, day, alive=alive)


def born(years: int, first: date, last: date, *, exact: bool = False, alive: bool = True) -> Bound:
    """Return between which days one was born, or begun, who was so many years old on one of some days.

    Where the age was reached on one of these days (``exact``), not only had, they are the birthdays.
    """
    earliest = moved(first, "year", -years) if exact else moved(first, "year", -years - 1) + timedelta(days=1)
    latest = moved(last, "year", -years)
    return {"kind": "born" if alive else "begun", "from": earliest.isoformat(), "to": latest.isoformat()}


def reckoned(words: str, first: date, last: date, implied: Bound) -> str:
    """Say from which day or days an age was counted, and where that leads."""
    day = first.isoformat() if first == last else f"{first}/{last}"
    return _("Counted from {day}.").format(day=day) + f" “{words}” → {implied['from']}/{implied['to']}"


def _next(day: str, steps: int) -> str:
    return moved(date.fromisoformat(day), "day", steps).isoformat()

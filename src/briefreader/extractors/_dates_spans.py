"""Rules for stretches told by their ends or by what they are part of: the week of March 4, April–June,
the quarter ended Sept. 30, the last days of May, the year to March 2013."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefreader.extractors._dates_calendar import cut, duration, month_end, moved
from briefreader.extractors._dates_context import Context
from briefreader.extractors._dates_grammar import DAYS, MONTHS, Hit, Rule, Value, iso, leaning, valid, year_of
from briefreader.extractors._dates_tokens import WEEKDAYS
from briefreader.i18n import _

_CODES = "JanFebMarAprMayJunJulAugSepOctNovDec"
ENDED = re.compile(
    r"(?P<how> (?:that |which )?(?:end(?:ed|ing|s)?(?: in| on)?|to|through|closing|finishing)(?: end-)?) ?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?=[JFMASOND]))?"
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    r"(?: (?P<late>\d{1,2})(?:st|nd|rd|th)?\b(?!\d|[.:]\d))?(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)

_ENDED_DAY = re.compile(
    r" (?:that |which )?(?P<how>end(?:ed|ing|s)?(?: on)?|to|through) (?:last |this )?"
    r"(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! to\b)"
)
"""The end of a week told by its day: "the week to Tuesday"."""


def ends_behind(hit: Hit) -> bool:
    """Tell whether the end of a unit is told right behind it."""
    until = min(len(hit.text), hit.end + 50)
    return bool(ENDED.match(hit.text, hit.end, until)) or (
        hit.tokens[-1].value == "week" and _ENDED_DAY.match(hit.text, hit.end, until) is not None
    )


def _weekday_told(hit: Hit, ctx: Context) -> date | None:
    """Return the last day of "the week to Tuesday": the last Tuesday, of a week that is "ending" the next."""
    match, base = _ENDED_DAY.match(hit.text, hit.end), ctx.base()
    if match is None or base is None:
        return None
    number = [name[: len(match["day"])] for name in WEEKDAYS].index(match["day"].lower()) + 1
    if "ending" in match["how"] and leaning(hit, ctx) == "future":
        return base + timedelta(days=(number - base.isoweekday()) % 7)
    return base - timedelta(days=(base.isoweekday() - number) % 7)


def end_told(hit: Hit, ctx: Context) -> date | None:
    """Return the last day of what "the quarter ended Sept. 30" and its like name behind the unit."""
    match = ENDED.match(hit.text, hit.end, min(len(hit.text), hit.end + 50))
    base = ctx.base("month")
    if match is None or (base is None and match["year"] is None):
        return None
    month = _CODES.index(match["month"]) // 3 + 1
    day = int(match["day"] or match["late"] or 0)
    ahead = "ending" in match["how"] or "ends" in match["how"]
    if match["year"]:
        year = int(match["year"])
    else:
        assert base
        year = base.year
        if (month, day or 1) > (base.month, base.day) and not (ahead and month - base.month < 6):
            year -= 1  # what is reported on is over
    return valid(year, month, day) if day else month_end(year, month)


def ended_unit(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the quarter ended Sept. 30", "the year to March 2013"; None without an end."""
    unit = str(hit.tokens[-1].value)
    last = end_told(hit, ctx) if unit in ("week", "month", "quarter", "year") else None
    if last is None and unit == "week":
        last = _weekday_told(hit, ctx)
    if last is None:
        return None
    first = moved(last + timedelta(days=1), unit, -1)
    why = _("From {first} to {last}.").format(first=first, last=last)
    if unit == "year" and (last.month, last.day) != (12, 31):
        return Value("DURATION", duration(1, unit), why, first, last)
    middle = last - timedelta(days=2 if unit == "week" else 10)
    return Value("DATE", cut(middle, unit), why, first, last)


def _unit_around(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the week of March 4", "the weekend of May 2, 2012"."""
    unit, month, day, year = hit.first("U"), hit.first(*MONTHS), hit.first(*DAYS), hit.first("YR")
    assert unit and month and day
    number = year.value if year else year_of(hit, ctx, month.value, int(day.value))
    found = valid(number, month.value, int(day.value)) if number else None
    if found is None:
        return None
    return Value(
        "DATE", cut(found, str(unit.value)), _("The {unit} of {day}.").format(unit=unit.value, day=found)
    )


def _holds_a_day(hit: Hit) -> bool:
    unit = hit.first("U")
    return unit is not None and unit.value in ("week", "weekend")


def _month_named(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the month of May", "the month of May 2012"."""
    month, year = hit.first(*MONTHS), hit.first("YR")
    assert month
    number = year.value if year else year_of(hit, ctx, month.value, None)
    return Value(
        "DATE", f"{number:04d}-{month.value:02d}" if number else f"XXXX-{month.value:02d}", _("As written.")
    )


def _is_month_named(hit: Hit) -> bool:
    unit = hit.first("U")
    return unit is not None and unit.value == "month"


def _months(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "June–August 1992", "the April-June quarter"."""
    (one, other), year = hit.all(*MONTHS)[:2], hit.first("YR")
    number = year.value if year else year_of(hit, ctx, other.value, None)
    if number is None:
        return Value("DATE", f"XXXX-{one.value:02d}/XXXX-{other.value:02d}", _("No year is told."))
    start = number - (one.value > other.value)
    first, last = date(start, one.value, 1), month_end(number, other.value)
    value = f"{start:04d}-{one.value:02d}/{number:04d}-{other.value:02d}"
    if (one.value % 3, other.value - one.value) == (1, 2) and hit.has("QTR"):
        value = cut(first, "quarter")
    return Value("DATE", value, _("From {first} to {last}.").format(first=first, last=last), first, last)


def _some_days_of(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the last days of March", "the final months of 2012"."""
    unit, number, month = hit.first("US"), hit.first("N2", "NUM"), hit.first(*MONTHS)
    year = hit.first("YR")
    assert unit
    count = float(number.value) if number else None
    value = duration(count, str(unit.value))
    named = year.value if year else year_of(hit, ctx, month.value, None) if month else None
    if named is None:
        return Value("DURATION", value, _("A length of time."))
    whole = (date(named, month.value, 1), month_end(named, month.value)) if month else None
    first, last = whole or (date(named, 1, 1), date(named, 12, 31))
    if count is not None and hit.has("LAST", "FINAL"):
        first = moved(last + timedelta(days=1), str(unit.value), -count)
    elif count is not None:
        last = moved(first, str(unit.value), count) - timedelta(days=1)
    return Value("DURATION", value, _("From {first} to {last}.").format(first=first, last=last), first, last)


def _is_part_of(hit: Hit) -> bool:
    nth = hit.first("ORD", "SEC")
    return nth is None or bool(nth.value == 1)


def _two_days(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "11 and 12 April 2012", "March 11 and 12": one expression for two days."""
    month, year = hit.first(*MONTHS), hit.first("YR")
    assert month
    one, other = (int(token.value) for token in hit.all(*DAYS)[:2])
    number = year.value if year else year_of(hit, ctx, month.value, one)
    if number is None or not 1 <= one < other <= 31:
        return None
    first, last = valid(number, month.value, one), valid(number, month.value, other)
    if not (first and last):
        return None
    return Value("DATE", f"{iso(first)}/{iso(last)}", _("First and last day as written."), first, last)


def _are_days(hit: Hit) -> bool:
    one, other = hit.all(*DAYS)[:2]
    behind = hit.text[hit.end : hit.end + 12]
    ends_in_number = hit.tokens[-1].kind != "YR" and hit.tokens[-1] is other
    return one.value < other.value and not (
        ends_in_number and re.match(r" [a-z]+s\b| people|,\d|\.\d|[:%]", behind)
    )


def _each_month(hit: Hit, ctx: Context) -> Value | None:
    """Return how often "the first Monday of every month" is."""
    return Value("SET", duration(1, str(hit.tokens[-1].value)), _("Again and again."))


RULES = (
    Rule("each month", "THE?(?:NTH|LAST)(?:WD|DAY|U)[OF IN]EVERY UN", _each_month),
    Rule("quarter named", "THE?ANYMON(?:DASH|TO)ANYMON FISCAL?QTR", _months),
    Rule("months", "ANYMON DASH ANYMON(?:COMMA?(?:OF)?YR)?", _months),
    Rule(
        "week of day",
        "THE U(?:OF|[STARTING EDGE]ON?)(?:ANYMON THE?DAY|THE?DAY OF?MONTH)(?:COMMA?YR)?",
        _unit_around,
        _holds_a_day,
    ),
    Rule("month named", "THE U OF ANYMON(?:COMMA?YR)?", _month_named, _is_month_named),
    Rule(
        "days of",
        "THE?(?:NTH|LAST|FINAL)(?:COUNT|VAGUE)?US OF(?:ANYMON YR|MONTH|YR)",
        _some_days_of,
        _is_part_of,
    ),
    Rule("two days", "THE?DAY AND THE?DAY OF?MONTH(?:COMMA?YR)?", _two_days, _are_days),
    Rule("month, two days", "MONTH DAY AND DAY(?:COMMA?YR)?", _two_days, _are_days),
)

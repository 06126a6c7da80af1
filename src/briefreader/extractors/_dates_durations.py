"""Rules for how long and how often: three years, a two-day visit, the first nine months, every week."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefreader.extractors._dates_calendar import duration, moved
from briefreader.extractors._dates_context import Context
from briefreader.extractors._dates_grammar import MONTHS, WEEKDAYS, Hit, Rule, Value
from briefreader.extractors._dates_spans import end_told
from briefreader.i18n import _

_NUMBERED = ("N2", "NUM", "YR")


def _count(hit: Hit) -> float | None:
    """Return how many units are told, None for "several" and the like."""
    number = hit.first(*_NUMBERED)
    if hit.has("VAGUE") and not number:
        return None
    half = 0.5 if hit.has("HALF") else 0.0
    if number:
        return float(number.value) + half
    if half:
        last = hit.tokens[-1].kind == "HALF"
        return 1.5 if last else 0.5
    return 1.0 if hit.tokens[-1].kind in ("U", "QTR") or hit.has("A") else None


_HALVES = {
    "day": ("hour", 12.0), "month": ("day", 15.0), "year": ("month", 6.0), "decade": ("year", 5.0),
    "century": ("year", 50.0),
}  # fmt: skip
"""What half of a unit is, in smaller ones."""


def _unit_of(hit: Hit) -> str:
    token = hit.first("U", "US", "QTR", "QTRS")
    return str(token.value) if token else "second"


def _length(hit: Hit, ctx: Context) -> Value | None:
    unit, count = _unit_of(hit), _count(hit)
    if count is not None and count > 1e7:
        return None
    if unit in _HALVES and hit.has("HALF") and not hit.first(*_NUMBERED) and count == 0.5:
        unit, count = _HALVES[unit]
    elif unit == "hour" and count == 0.5:
        unit, count = "minute", 30.0
    value = duration(count, unit)
    last = end_told(hit, ctx) if count and unit in ("week", "month", "quarter", "year") else None
    if count and last:  # "the six months to 30 September"
        first = moved(last + timedelta(days=1), unit, -count)
        return Value(
            "DURATION", value, _("From {first} to {last}.").format(first=first, last=last), first, last
        )
    return Value("DURATION", value, _("A length of time."))


def _range_length(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "two to three years": the longer length, as the span says both."""
    last = hit.all("N2", "NUM")[1]
    return Value(
        "DURATION", duration(float(last.value), _unit_of(hit)), _("A length of time, at most so long.")
    )


def _is_length_range(hit: Hit) -> bool:
    first, last = hit.all("N2", "NUM")[:2]
    return bool(first.value < last.value <= 10 * first.value + 10) and hit.tokens[-1].kind != "QTR"


def _near_length(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the past three years": a length that ends or starts now."""
    unit, count = _unit_of(hit), _count(hit)
    base = ctx.base(unit)
    value = duration(count, unit)
    if base is None or count is None:
        return Value("DURATION", value, _("A length of time."))
    ahead = hit.has("NEXT", "COMING")
    other = moved(base, unit, count if ahead else -count)
    first, last = (base, other) if ahead else (other, base)
    return Value("DURATION", value, _("From {first} to {last}.").format(first=first, last=last), first, last)


def _first_months(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the first nine months of 2025"."""
    unit, count = _unit_of(hit), _count(hit)
    year, base = hit.first("YR"), ctx.base("year")
    value = duration(count, unit)
    if hit.all("YR") and hit.tokens[-1].kind == "YR":
        number = hit.tokens[-1].value
    elif base is not None and not year:
        number = base.year + (-1 if hit.tokens[-1].kind == "U" and hit.has("PAST") else 0)
        if hit.tokens[-2].kind == "LAST" and hit.tokens[-1].kind == "U":
            number -= 1
    else:
        return Value("DURATION", value, _("A length of time."))
    if count is None or unit not in ("month", "quarter", "week", "day", "year"):
        return Value("DURATION", value, _("A length of time."))
    start, end = date(number, 1, 1), date(number, 12, 31)
    if hit.has("LAST") and not hit.has("ORD", "SEC"):
        first, last = moved(end + timedelta(days=1), unit, -count), end
    else:
        first, last = start, moved(start, unit, count) - timedelta(days=1)
    return Value("DURATION", value, _("From {first} to {last}.").format(first=first, last=last), first, last)


def _is_first_months(hit: Hit) -> bool:
    leading = hit.first("ORD", "LAST", "SEC")
    return leading is not None and (leading.kind == "LAST" or leading.value == 1)


def _is_length(hit: Hit) -> bool:
    """Tell whether an amount of units is a length of time and not part of something else."""
    unit = hit.first("U", "US", "QTR", "QTRS")
    number = hit.first(*_NUMBERED)
    if unit is None or (unit.kind == "US" and hit.has("A") and not hit.has("VAGUE", "HALF")):
        return False
    after = hit.text[hit.end : hit.end + 16]
    if unit.kind in ("QTR", "QTRS") and (
        not number or re.match(r" (?:of|full|a? ?(?:m|b|tr)illion)\b", after)
    ):
        return False
    if unit.value == "second" and unit.kind == "U" and not number:
        return False
    if unit.value == "weekend" and not number:
        return False
    if number and unit.kind == "U" and not hit.has("DASH") and number.value != 1 and not hit.glued():
        return re.match(r"[- ]?(?:old|long)\b|\s[a-z]", after) is not None
    return not (
        number and number.kind == "YR" and hit.text[number.start : number.end].isdigit() and unit.kind == "U"
    )


_NEAR = ("minute", "hour", "day", "week", "month")
_NO_LENGTH = re.compile(r"\b(?:the|these|those|of|[a-z]+ing|in|on|at|\d+)\s$|-$")


def _is_counted_from(hit: Hit, before: str) -> bool:
    """Tell whether units without a number stand before what they count from: "hours after the blast"."""
    return re.match(
        r" (?:before|after)\b", hit.text[hit.end : hit.end + 8]
    ) is not None and not _NO_LENGTH.search(before)


def _is_plural_length(hit: Hit) -> bool:
    """Tell whether "years" without a number is a length: after a word that measures."""
    before = hit.text[max(0, hit.start - 16) : hit.start].lower()
    after = hit.text[hit.end : hit.end + 10].lower()
    if hit.has("VAGUE") or (hit.tokens[0].value in _NEAR and _is_counted_from(hit, before)):
        return True
    return (
        re.search(
            r"\b(?:for|in|within|last|lasted|took|take|spent|after|of|over|ending|ended|following|despite|amid)\s$",
            before,
        )
        is not None
        and not re.match(r" (?:of age|when|that|in which)", after)
        and hit.tokens[0].value in ("minute", "hour", "day", "week", "month", "year", "decade", "century")
    )


_RATED = re.compile(
    r"(?:\b(?:[Oo]nce|[Tt]wice|times)|\d[\w.,]*(?:\s[a-z]+){0,3}s|[$€£]\s?[\d.,]+(?:\s(?:m|b|tr)illion)?"
    r"|percent|%|\b(?:two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|twenty|hundreds?|thousands?"
    r"|dozens?|[mb]illions?)(?:\s[a-z]+){0,3}s|\b(?:dollars|euros|pounds|people|barrels|tonnes|cents))\s$"
)


def _is_rate(hit: Hit) -> bool:
    """Tell whether "a day" says how often: "two million barrels a day", "seven days a week"."""
    if hit.has("ONCE", "TIMES"):
        return True
    before = hit.text[max(0, hit.start - 40) : hit.start]
    if hit.has("PER"):
        unit = hit.first("U")
        return unit is not None and unit.value in ("day", "week", "month", "year") and before[-1:].isspace()
    return _RATED.search(before) is not None and not re.match(
        r"[- ](?:ago|old|later|earlier|after|before|since|in|when)\b", hit.text[hit.end : hit.end + 9]
    )


def _is_long_lasting(hit: Hit) -> bool:
    """Tell whether "month-long", "decades-old" stand alone, not behind a number of their own."""
    return hit.has("LASTING") or hit.text[hit.tokens[0].end : hit.tokens[1].end] == "-"


def _lasting(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "yearlong", "the month-long siege", "decades-old"."""
    token = hit.first("LASTING", "U", "US", "PARTS", "PART")
    assert token
    number = hit.first(*_NUMBERED)
    count = float(number.value) if number else None if token.kind in ("US", "PARTS") else 1.0
    unit = "day" if token.kind in ("PARTS", "PART") else str(token.value)
    return Value("DURATION", duration(count, unit), _("A length of time."))


def _is_one_night(hit: Hit) -> bool:
    """Tell whether "one night" is a length: "for one night", not "one night in May"."""
    number = hit.first("N2")
    one = hit.tokens[-1].value == "NI" and (number is None or number.value == 1)
    return one and hit.text[max(0, hit.start - 4) : hit.start] == "for "


def _is_over_years(hit: Hit) -> bool:
    """Tell whether "the years" is a length: "over the years", "in the months since"."""
    before = hit.text[max(0, hit.start - 10) : hit.start].lower()
    after = hit.text[hit.end : hit.end + 8]
    return re.search(r"\b(?:over|through|in|during|for)\s$", before) is not None and not after.startswith(
        " of "
    )


def _quarter_length(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "a quarter-century", "a quarter of a century"."""
    return Value("DURATION", "P25Y", _("A length of time."))


def _is_of_century(hit: Hit) -> bool:
    return bool(hit.tokens[-1].value == "century")


def _is_all_of(hit: Hit) -> bool:
    return hit.tokens[1].value in ("day", "week", "weekend", "month", "year", "NI")


def _every(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "every two weeks", "each Monday", "every morning"."""
    weekday, part, month = hit.first(*WEEKDAYS), hit.first("PART"), hit.first(*MONTHS)
    if weekday:
        return Value(
            "SET", f"XXXX-WXX-{weekday.value}" + (f"T{part.value}" if part else ""), _("Again and again.")
        )
    if part:
        return Value("SET", f"XXXX-XX-XXT{part.value}", _("Again and again."))
    if month:
        return Value("SET", f"XXXX-{month.value:02d}", _("Again and again."))
    season = hit.first("SEASON")
    if season:
        return Value("SET", f"XXXX-{season.value}", _("Again and again."))
    nth = hit.first("ORD")
    count = 1 if hit.has("ONCE", "TIMES") else _count(hit) or 1
    if hit.has("OTHER", "SEC") or nth:
        count = float(nth.value) if nth else 2
    return Value("SET", duration(count, _unit_of(hit)), _("Again and again."))


def _weekdays(hit: Hit, ctx: Context) -> Value | None:
    token, part = hit.first("WDS", "WD", "US"), hit.first("PARTS")
    assert token
    day = "WE" if token.kind == "US" else token.value
    return Value("SET", f"XXXX-WXX-{day}" + (f"T{part.value}" if part else ""), _("Again and again."))


def _frequency(hit: Hit, ctx: Context) -> Value | None:
    token = hit.first("SET")
    assert token
    return Value("SET", str(token.value), _("Again and again."))


def _is_frequency(hit: Hit) -> bool:
    """Tell whether "daily" and its like are words of time, not part of a name ("Daily Mail")."""
    token = hit.tokens[0]
    word = hit.text[token.start : token.end]
    if not word[0].isupper():
        return True
    after = hit.text[token.end : token.end + 3]
    before = hit.text[max(0, token.start - 2) : token.start]
    return not re.match(r" [A-Z]", after) and (not before.strip() or before[:1] in ".!?\n")


_OF_SOME_YEAR = "(?:(?:OF|IN)(?:THE?FISCAL?U?YR|(?:THE|THIS|LAST|THE PAST|NEXT)FISCAL?U))"
_SOME = "(?:COUNT DASH?AND DASH?A DASH?HALF|A VAGUE OF?|VAGUE OF?|HALF A|A HALF|COUNT AND A HALF|A|COUNT)"

EARLY_RULES = (
    Rule("first months", f"THE?NTH(?:COUNT|VAGUE)DASH?UNS{_OF_SOME_YEAR}?", _first_months, _is_first_months),
    Rule("last months", f"THE?LAST(?:COUNT|VAGUE)UNS{_OF_SOME_YEAR}", _first_months),
    Rule(
        "near length",
        "[THE THIS THAT]?[LAST PAST NEXT COMING](?:A?VAGUE OF?|COUNT AND A HALF|COUNT)?FULL?UNS",
        _near_length,
    ),
    Rule("near count", "(?:THE|THIS)COUNT[PAST COMING]UNS", _near_length),
    Rule("age", "APPROX?COUNT(?:DASH?[U US]DASH?)[OLD LONG]", _length),
    Rule("vague age", "UNIT DASH[OLD LONG]|LASTING", _lasting, _is_long_lasting),
    Rule("nights", "(?:COUNT|VAGUE)PARTS", _lasting, lambda hit: hit.tokens[-1].value == "NI"),
    Rule("one night", "(?:COUNT|A)PART", _lasting, _is_one_night),
    Rule("all day", "ALL[U PART]", _lasting, _is_all_of),
    Rule("how often", "(?:ONCE|COUNT TIMES)(?:A|EVERY|PER)UN", _every, _is_rate),
    Rule("times a week", "(?:ONCE|COUNT TIMES)SET", _frequency),
    Rule("every", "EVERY(?:COUNT|ORD|OTHER|SEC)?(?:UNIT|WEEKDAY PART?|PART|MON|SEASON)", _every),
    Rule("weekdays", "WDS PARTS?", _weekdays),
    Rule("weekday's part", "WD PARTS", _weekdays),
    Rule("frequency", "SET", _frequency, _is_frequency),
)
LATE_RULES = (
    Rule("rate", "[A PER]U", _every, _is_rate),
    Rule(
        "length range",
        "APPROX?THE?(?:N2|NUM)(?:DASH|TO|AND)(?:N2|NUM)DASH?UNIT",
        _range_length,
        _is_length_range,
    ),
    Rule("the length", "APPROX?THE COUNT FULL?UNS", _length, _is_length),
    Rule("quarter-century", "A QTR(?:DASH|OF A)U", _quarter_length, _is_of_century),
    Rule("another length", "ANOTHER(?:COUNT|VAGUE)?UNIT", _length, _is_length),
    Rule("the years", "THE UNS", _length, _is_over_years),
    Rule("length", f"APPROX?{_SOME}FULL?DASH?UNIT(?:AND A HALF)?", _length, _is_length),
    Rule("weekends", "US", _weekdays, lambda hit: hit.tokens[0].value == "weekend"),
    Rule("plural length", "(?:VAGUE OF)?UNS", _length, _is_plural_length),
)

"""Rules for dates that stand on their own: 3 December 2025, May 2025, 2025–2027, the 1990s, Q3 2012."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil import parser

from briefreader.extractors._dates_calendar import cut, month_end, moved
from briefreader.extractors._dates_context import Context
from briefreader.extractors._dates_grammar import (
    DAYS,
    MOD,
    MONTHS,
    WEEKDAYS,
    Hit,
    Rule,
    Value,
    iso,
    valid,
    year_beside,
    year_of,
)
from briefreader.i18n import _

_EACH_YEAR = re.compile(r"\s(?:each|every|of each|of every)\syear\b")


def _day(hit: Hit, ctx: Context) -> Value | None:
    month, day, year, weekday = hit.first(*MONTHS), hit.first(*DAYS), hit.first("YR"), hit.first(*WEEKDAYS)
    assert month and day
    if not 1 <= day.value <= 31:
        return None
    if year:
        found = valid(year.value, month.value, int(day.value))
        return Value("DATE", iso(found), _("As written.")) if found else None
    number = year_of(hit, ctx, month.value, int(day.value), weekday.value if weekday else None)
    number = _of_named_year(hit, ctx, number)
    if _EACH_YEAR.match(hit.text, hit.end):
        return Value("SET", f"XXXX-{month.value:02d}-{int(day.value):02d}", _("Again and again."))
    if number is None:
        return Value("DATE", f"XXXX-{month.value:02d}-{int(day.value):02d}", _("No year is told."))
    found = valid(number, month.value, int(day.value))
    return Value("DATE", iso(found), _counted(ctx, hit)) if found else None


def _of_named_year(hit: Hit, ctx: Context, number: int | None) -> int | None:
    """Return the year of "… last year" behind a day or month, else the number."""
    base = ctx.base("year")
    if base is None or not hit.has("U"):
        return number
    return base.year + (-1 if hit.has("LAST", "PAST") else 1 if hit.has("NEXT", "COMING") else 0)


def _counted(ctx: Context, hit: Hit | None = None) -> str:
    beside = year_beside(hit) if hit else ""
    if beside:
        return _("The year is that of “{text}” behind it.").format(text=beside)
    return _("The year is taken from {day} and the tense.").format(day=ctx.anchor)


def _day_range(hit: Hit, ctx: Context) -> Value | None:
    month, year = hit.first(*MONTHS), hit.first("YR")
    assert month
    first, last = (int(token.value) for token in hit.all(*DAYS)[:2])
    number = year.value if year else year_of(hit, ctx, month.value, first)
    if not (1 <= first < last <= 31):
        return None
    if number is None:
        return Value("DATE", f"XXXX-{month.value:02d}-{first:02d}/XXXX-{month.value:02d}-{last:02d}")
    start, end = valid(number, month.value, first), valid(number, month.value, last)
    if not (start and end):
        return None
    return Value("DATE", f"{iso(start)}/{iso(end)}", _("First and last day as written."), start, end)


def _month(hit: Hit, ctx: Context) -> Value | None:
    month, year = hit.first(*MONTHS), hit.first("YR")
    assert month
    if year:
        return Value("DATE", f"{year.value:04d}-{month.value:02d}", _("As written."))
    number = _of_named_year(hit, ctx, year_of(hit, ctx, month.value, None))
    if number is None:
        return Value("DATE", f"XXXX-{month.value:02d}", _("No year is told."))
    return Value("DATE", f"{number:04d}-{month.value:02d}", _counted(ctx, hit))


def _week_of_month(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the first week of April", "the last day of March 2012"."""
    unit, month, year = hit.first("U"), hit.first(*MONTHS), hit.first("YR")
    nth = hit.first("ORD", "SEC")
    if unit is None or unit.value not in ("week", "day", "weekend"):
        return None
    if month:
        number = year.value if year else year_of(hit, ctx, month.value, None)
        if number is None:
            return None
        first, last = date(number, month.value, 1), month_end(number, month.value)
    else:
        assert year
        first, last = date(year.value, 1, 1), date(year.value, 12, 31)
    if nth and year and not month and unit.value == "week":
        return Value("DATE", f"{year.value}-W{nth.value:02d}", _("As written."))
    # a week at the edge belongs to the month that has most of its days
    within = timedelta(days=3 if unit.value == "week" else 0)
    if nth is None:
        return Value("DATE", cut(last - within, unit.value), _counted(ctx))
    return Value("DATE", cut(moved(first + within, unit.value, nth.value - 1), unit.value), _counted(ctx))


def _weekday_of_month(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the last Sunday of March", "the first Monday in May 2012"."""
    weekday, month, year, nth = hit.first("WD"), hit.first(*MONTHS), hit.first("YR"), hit.first("ORD", "SEC")
    assert weekday and month
    number = year.value if year else year_of(hit, ctx, month.value, None)
    if number is None:
        return None
    end = month_end(number, month.value)
    days = [end.replace(day=each) for each in range(1, end.day + 1)]
    days = [each for each in days if each.isoweekday() == weekday.value]
    index = nth.value - 1 if nth else len(days) - 1
    return Value("DATE", iso(days[index]), _counted(ctx)) if 0 <= index < len(days) else None


def _bare_month(hit: Hit) -> bool:
    """Tell whether a lone month is one: not a modal verb, a surname or a first name."""
    token = hit.tokens[-1]
    word = hit.text[token.start : token.end]
    if not word[0].isupper():
        return False
    previous = re.search(r"([\w’'.-]+)[\s(]*$", hit.text[max(0, hit.start - 30) : hit.start])
    last = previous[1] if previous else ""
    if last.lower() in _MONTH_CUES or last.endswith(("'s", "’s")) or len(hit.tokens) > 1:
        return True
    after = hit.text[token.end : token.end + 12]
    if token.kind == "MAY" or word.lower() in ("april", "june", "august"):
        # a name has a name or a verb beside it; a month has a noun or a mark
        noun = re.match(
            r"\s(?!said|says|was|is|has|had|told|will|on\b|to\b|and\b|who|the\b|i\b|in\b|be\b|not\b)[a-z]{3,}",
            after,
        )
        return not last[:1].isupper() and last != "" and (noun is not None or after[:1] in "-–/")
    return not (last[:1].isupper() and after[:1] == " ")


_MONTH_CUES = frozenset(
    [
        "in", "of", "since", "until", "till", "by", "from", "to", "through", "during", "for", "and",
        "between", "before", "after", "around", "this", "last", "next", "early", "late", "mid", "every",
        "the", "previous", "starting", "beginning", "ending", "or",
        "a", "an", "its", "their", "his", "her", "our",
    ]
)  # fmt: skip


def _numeric(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of 03/12/2025: day first where only that can be, or where dots are used."""
    token = hit.first("NDATE")
    assert token
    a, b, c = (int(part) for part in re.split(r"[/.-]", token.value))
    if a > 31:
        found = valid(a, b, c)
        return Value("DATE", iso(found), _("As written.")) if found and 1000 <= a <= 2150 else None
    if c < 100:
        if "." in token.value:
            return None
        c += 2000 if c < 50 else 1900
    day_first = "." in token.value or a > 12 or _is_near(valid(c, b, a), valid(c, a, b), ctx)
    found = valid(c, b, a) if day_first else valid(c, a, b)
    return (
        Value("DATE", iso(found), _("As written.") if day_first else _("Read as month/day/year."))
        if found
        else None
    )


def _is_near(one: date | None, other: date | None, ctx: Context) -> bool:
    """Tell whether only the first of two days lies within a month of the publication."""
    base = ctx.base()
    if not (one and other and base):
        return False
    return abs(one - base).days <= 31 < abs(other - base).days


def _iso(hit: Hit, ctx: Context) -> Value | None:
    token = hit.first("ISO")
    assert token
    try:
        moment = parser.isoparse(token.value)
    except ValueError:
        return None
    if len(token.value) > 10:
        return Value("TIME", moment.strftime("%Y-%m-%dT%H:%M"), _("As written."))
    return Value("DATE", iso(moment.date()), _("As written."))


def _year(hit: Hit, ctx: Context) -> Value | None:
    token = hit.first("YR", "FY")
    assert token
    return Value("DATE", f"{token.value:04d}", _("As written."))


_NOT_YEAR_BEFORE = re.compile(
    r"(?:[$€£¥#№]|\bNo\.?|\bno\.|\bflight|\bFlight|\bRoute|\broute|\bModel|\bWindows|\bOffice|\bServer|\bVision|\babout|\bnearly|\balmost|"
    r"\bonly|\bthan|\bleast|\bsome|\bkilled|\bto|\btotal of|\bof\W+about)\s*$"
)
_AT_LEAST_TO = re.compile(r"\b(?:until|till|to|through|by|since) at (?:least|latest) $")
"""What a year stands behind though "at least" counts: "until at least 2030"."""
_NOUN_AFTER = re.compile(
    r"[ -](?:[a-z]+[^s\W]s|(?:people|men|women|(?:school)?children|percent|feet|police|troops|staff)|km|kg|m|"
    r"mm|cm|ft|mph|kilomet\w+|met(?:er|re)\b|per cent|mile\b|hp|MW|GW|MB|GB|a\.m|p\.m|million|"
    r"billion|thousand|GMT|UTC|hours)\b"
)
_YEARLY = re.compile(
    r" (?:(?:presidential|general|parliamentary|summer|winter|federal) )?(?:levels|elections?|prices|"
    r"emissions|results|polls|census|sales|figures|earnings|olympics|games)\b",
    re.IGNORECASE,
)
"""What is told of a year: "below 2000 levels", "the 2000 elections"."""
_TIME_WORD = re.compile(
    r"(?:\b(?:in|since|until|till|by|during|of|from|before|after|between|through|and|late|early|mid|year|"
    r"fall|spring|summer|winter|autumn|the|for|around|circa|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]hat|"
    r"[Tt]his)\s|[(–—-]\s?)$"
)


def _is_year(hit: Hit) -> bool:
    """Tell whether four digits are a year, by the words around them."""
    token = hit.first("YR")
    assert token
    if not 1000 <= token.value <= 2100:
        return False
    before, after = hit.text[max(0, hit.start - 16) : hit.start], hit.text[hit.end : hit.end + 24]
    if re.match(r"[-‐‑]\w|[:/]\d", after) and not re.match(r"[-‐‑](?:\d{4}\b|[a-z]{4})", after):
        return False
    counted = _NOUN_AFTER.match(after) is not None and _YEARLY.match(after) is None
    cued = _TIME_WORD.search(before) is not None
    if _AT_LEAST_TO.search(hit.text, max(0, hit.start - 24), hit.start):
        return not counted and token.value >= 1700
    if _NOT_YEAR_BEFORE.search(before):
        return token.value >= 1900 and not counted and before.rstrip().endswith("to")
    if len(hit.tokens) > 1:
        return not counted or token.value % 100 != 0
    if counted:
        return cued and token.value % 100 != 0 and token.value >= 1700
    strong = re.search(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|from)\s$", before) is not None
    return bool(token.value >= (1400 if strong else 1700 if cued else 1900))


def _year_range(hit: Hit, ctx: Context) -> Value | None:
    first, last = hit.all("YR", "N2", "NUM")[:2]
    if _is_iso_month(hit):
        return Value("DATE", f"{first.value}-{int(last.value):02d}", _("As written."))
    end = int(last.value)
    if last.kind != "YR":
        end += first.value // 100 * 100
        if last.end - last.start > 2:
            return None
    if not first.value < end:
        return None
    if hit.has("SLASH") and end == first.value + 1 and last.kind != "YR":
        return Value("DATE", f"{first.value}/{end}", _("A year that spans two."))
    why = _("First and last year as written.")
    return Value("DATE", f"{first.value}/{end}", why, date(first.value, 1, 1), date(end, 12, 31))


def _is_iso_month(hit: Hit) -> bool:
    """Tell whether "2025-05" is a month: it cannot be a range of years."""
    first, last = hit.all("YR", "N2", "NUM")[:2]
    two = last.end - last.start == 2 and hit.text[hit.end - 3] == "-"
    return two and 1 <= last.value <= 12 and last.value <= first.value % 100


def _is_range(hit: Hit) -> bool:
    first, last = hit.all("YR", "N2", "NUM")[:2]
    if hit.glued() and _is_iso_month(hit):
        return not re.match(r"-?\d", hit.text[hit.end : hit.end + 2])
    if (
        not hit.glued()
        or not 1000 <= first.value <= 2100
        or re.match(r"[-–/]\d", hit.text[hit.end : hit.end + 2])
    ):
        return False
    size = last.end - last.start
    return size == 4 or (
        size == 2
        and first.value >= 1800
        and last.value > first.value % 100
        and not (
            hit.has("DASH")
            and last.value <= 12
            and first.value % 100 < last.value
            and re.match(r"-\d", hit.text[hit.end : hit.end + 2])
        )
    )


def _decade(hit: Hit, ctx: Context) -> Value | None:
    token = hit.first("DECADE")
    assert token
    return Value("DATE", f"{token.value:04d}"[:3], _("A decade."))


def _is_decade(hit: Hit) -> bool:
    token = hit.tokens[-1]
    return not hit.text[token.start].isalpha() or hit.has("THE")


def _century(hit: Hit, ctx: Context) -> Value | None:
    number = hit.first("ORD", "SEC")
    assert number
    return Value("DATE", f"{number.value - 1:02d}", _("A century.")) if number.value <= 30 else None


def _is_century(hit: Hit) -> bool:
    return bool(hit.tokens[-1].value == "century")


def _season(hit: Hit, ctx: Context) -> Value | None:
    season, year = hit.first("SEASON"), hit.first("YR")
    assert season and year
    return Value("DATE", f"{year.value}-{season.value}", _("As written."))


def _is_between(hit: Hit) -> bool:
    before = hit.text[max(0, hit.start - 14) : hit.start].lower()
    return before.rstrip().removesuffix(" the").endswith("between")


def _is_year_word(hit: Hit) -> bool:
    unit = hit.first("U")
    return unit is None or unit.value == "year"


def _plain_year(hit: Hit) -> bool:
    return _NOUN_AFTER.match(hit.text[hit.end : hit.end + 24]) is None or hit.tokens[-1].value >= 1900


_WD = "(?:WEEKDAY COMMA?)?"
_NAMED_YEAR = "(?:OF?(?:LAST|NEXT|PAST)U|OF THIS U)"


def _ends_in_year(hit: Hit) -> bool:
    return bool(hit.tokens[-1].value == "year")


def _plain_day(hit: Hit) -> bool:
    """Tell whether month and number make a day: "March 3", not "March 3 percent" or "March 300"."""
    if re.match(
        r"(?:,\d{3}|\.\d|\s?(?:percent|per cent|million|billion)\b)", hit.text[hit.end : hit.end + 10]
    ):
        return False
    month = hit.first(*MONTHS)
    return month is not None and (month.kind != "LOWMON" or hit.first("ORD") is not None or hit.has("YR"))


RULES = (
    Rule("iso", f"{_WD}ISO", _iso),
    Rule("numeric", f"{_WD}NDATE", _numeric),
    Rule("month day range", "ANYMON DAY(?:DASH|TO)DAY(?:COMMA?YR)?", _day_range),
    Rule("day range month", "THE?DAY(?:DASH|TO)THE?DAY OF?ANYMON(?:COMMA?YR)?", _day_range),
    Rule("between days", "DAY AND DAY OF?ANYMON(?:COMMA?YR)?", _day_range, _is_between),
    Rule("month day year", f"{_WD}ANYMON THE?DAY COMMA?(?:OF|IN)?YR", _day),
    Rule("day month year", f"{_WD}THE?DAY DASH?OF?ANYMON[COMMA DASH]?OF?YR", _day),
    Rule("month day named year", f"{_WD}MONTH DAY COMMA?{_NAMED_YEAR}", _day, _ends_in_year),
    Rule("day month named year", f"{_WD}THE?DAY OF?MONTH COMMA?{_NAMED_YEAR}", _day, _ends_in_year),
    Rule("week of month", "THE?(?:NTH|LAST)[U PART]OF(?:MON|MAY)(?:COMMA?YR)?", _week_of_month),
    Rule("weekday of month", "THE?(?:NTH|LAST)WD[OF IN](?:MON|MAY)(?:COMMA?YR)?", _weekday_of_month),
    Rule("week of year", "THE?(?:NTH|LAST)U OF YR", _week_of_month),
    Rule("month year", f"{MOD}ANYMON COMMA?(?:OF|IN)?YR", _month, _plain_year),
    Rule("month named year", f"{MOD}[MON MAY]{_NAMED_YEAR}", _month, _ends_in_year),
    Rule("month day", f"{_WD}ANYMON THE?DAY", _day, _plain_day),
    Rule("day month", f"{_WD}(?:THE?DAY OF|THE?ORD|N2)MONTH", _day, _plain_day),
    Rule("year range", "YR[DASH SLASH][YR N2 NUM]", _year_range, _is_range),
    Rule("fiscal year", f"{MOD}(?:THE?FISCAL DASH?U?YR|THE?YR FISCAL U|FY)", _year, _is_year_word),
    Rule("the year", f"{MOD}THE U OF?YR", _year, _is_year_word),
    Rule("season year", f"{MOD}THE?SEASON OF?YR", _season),
    Rule("decade", "THE?(?:EARLY DASH?)?DECADE", _decade, _is_decade),
    Rule("century", "THE?(?:EARLY DASH?)?(?:ORD|SEC)DASH?[U US]", _century, _is_century),
)


LATE_RULES = (
    Rule("month", f"{MOD}(?:MON|MAY)", _month, _bare_month),
    Rule("year", f"(?:{MOD}|(?:THE?U)|(?:THE?FISCAL U?))YR", _year, _is_year),
)
"""Rules for a lone month or year: they come after those that would take it with its surroundings."""

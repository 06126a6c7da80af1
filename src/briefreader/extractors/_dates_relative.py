"""Rules for days counted from another day: Wednesday, yesterday, two days later, three years ago."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefreader.extractors._dates_calendar import cut, duration, moved
from briefreader.extractors._dates_context import Context
from briefreader.extractors._dates_grammar import WEEKDAYS, Hit, Rule, Value, counted, iso, leaning
from briefreader.extractors._dates_tokens import Token
from briefreader.i18n import _

_NUMBERED = ("N2", "NUM", "YR")


def _rel_day(hit: Hit, ctx: Context) -> Value | None:
    word = hit.first("REL")
    assert word
    base = ctx.base()
    step = {"yesterday": -1, "tomorrow": 1}.get(word.value, 0)
    if word.value == "today" and (base is None or _is_generic(hit, ctx)):
        return Value("DATE", "PRESENT_REF", _("“Today” meaning these days."))
    if base is None:
        return Value(
            "DATE",
            {-1: "PAST_REF", 1: "FUTURE_REF"}.get(step, "PRESENT_REF"),
            _("No publication date is known."),
        )
    day = moved(base, "day", step)
    if word.value == "tonight":
        return Value("TIME", f"{iso(day)}TNI", counted(ctx))
    return Value("DATE", iso(day), counted(ctx))


def _day_beyond(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the day before yesterday" and "the day after tomorrow"."""
    base = ctx.base()
    step = -2 if hit.has("PRIOR") else 2
    if base is None:
        return Value("DATE", "PAST_REF" if step < 0 else "FUTURE_REF", _("No publication date is known."))
    return Value("DATE", iso(moved(base, "day", step)), counted(ctx))


def _is_day_beyond(hit: Hit) -> bool:
    unit, day = hit.first("U"), hit.first("REL")
    beyond = "yesterday" if hit.has("PRIOR") else "tomorrow"
    return unit is not None and unit.value == "day" and day is not None and day.value == beyond


_GENERIC_NEXT = re.compile(
    r"\s*,?\s*(?:[\w’'-]+[\s,]+){0,12}?(?P<verb>(?:is|are|has|have|there|we|you|people|faces?|remains?|"
    r"stands?)\b|will\b|was\b|were\b|said\b|[a-z]{3,}ed\b)",
)


def _is_generic(hit: Hit, ctx: Context) -> bool:
    """Tell whether "today" means these days: it stands with a state in the present tense."""
    if len(hit.tokens) > 1 or re.match(
        r"\s?['’]s\b|\s(?:is|was)\b|,?\swe\s(?:will|[a-z]+ed)\b", ctx.text[hit.end : hit.end + 20]
    ):
        return False
    before, after = ctx.sentence(hit.start, hit.end)
    if re.fullmatch(r"[\"“”‘']*(?:date\s[\d-]+)?", before):
        found = _GENERIC_NEXT.match(after)
        return found is not None and found["verb"] in (
            "is", "are", "has", "have", "there", "we", "you", "people", "face", "faces", "remain",
            "remains", "stands", "stand",
        )  # fmt: skip
    if re.search(
        r"\b(?:said|told|announced|reported|published|later|early|earlier|until|by|from|here|on)\s*$", before
    ):
        return False
    if re.match(r"\s*(?:to\b|is to\b|will\b|that\b|in [A-Z]|at\b|show)", after):
        return False
    return ctx.tense(hit.start, hit.end) == "present"


_APPOSED = re.compile(r"\d(?:st|nd|rd|th)?,?\s[(]?(?:which (?:was|is) )?an?\s$")
_TO_DAY = re.compile(r"day\s(?:to|through|until)\s$")


def _weekday(hit: Hit, ctx: Context) -> Value | None:
    token = hit.first(*WEEKDAYS)
    assert token
    base = ctx.base()
    if base is None:
        return Value("DATE", f"XXXX-WXX-{token.value}", _("No publication date is known."))
    if hit.has("U"):
        week = moved(base, "week", -1 if hit.has("LAST", "PAST") else 1 if hit.has("NEXT", "COMING") else 0)
        return Value("DATE", iso(week + timedelta(days=token.value - week.isoweekday())), counted(ctx))
    beside = ctx.day_told(hit.start) if _APPOSED.search(hit.text, max(0, hit.start - 14), hit.start) else None
    if beside and beside.isoweekday() == token.value:  # "on October 29, a Saturday,"
        return Value("DATE", iso(beside), counted(ctx))
    back = (base.isoweekday() - token.value) % 7
    started = ctx.day_told(hit.start) if _TO_DAY.search(hit.text, max(0, hit.start - 20), hit.start) else None
    if started:  # "from Monday to Friday"
        day = started + timedelta(days=(token.value - started.isoweekday() - 1) % 7 + 1)
        return Value("DATE", iso(day), counted(ctx))
    if hit.has("LAST", "PAST"):
        day = base - timedelta(days=back or 7)
    elif hit.has("NEXT", "COMING"):
        day = base + timedelta(days=7 - back)
    elif back == 0 and leaning(hit, ctx) == "future" and (ctx.day_told(hit.start) or base) > base:
        day = base + timedelta(days=7)
    elif (
        back == 0
        or (leaning(hit, ctx) != "future" and not hit.has("THIS"))
        or (hit.has("THIS") and leaning(hit, ctx) == "past")
    ):
        day = base - timedelta(days=back)
    else:
        # "said Wednesday that they would meet Thursday": the first one after the day just told
        told = ctx.day_told(hit.start)
        after = told if told and told < base and not ctx.told_now(hit.start, hit.end) else base
        day = after + timedelta(days=(token.value - after.isoweekday() - 1) % 7 + 1)
    return Value("DATE", iso(day), counted(ctx))


def _ago(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "three years ago", "a week earlier", "two days later"."""
    unit_token = hit.first("U", "US", "QTR", "QTRS")
    number = hit.first(*_NUMBERED)
    assert unit_token
    unit = str(unit_token.value)
    sign = 1 if hit.has("AFTER", "POST", "NOW") else -1
    count = float(number.value) if number else 1.0 if unit_token.kind in ("U", "QTR") else None
    if hit.has("HALF"):
        count = 0.5 if not number else (count or 0) + 0.5
    if count is None or hit.has("VAGUE"):
        return Value("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", _("Told without a number."))
    if hit.tokens[-1].kind in ("BEFORE", "AFTER") and hit.text.startswith(" than ", hit.end):
        return Value("DURATION", duration(count, unit), _("A length of time."))  # "a day later than planned"
    same = _SAME_YEAR.match(hit.text, hit.end)
    if unit in ("year", "decade") and same:
        return Value("DATE", same[1], _("The year told beside it."))
    told = not hit.has("AGO", "NOW")
    past = told and ctx.tense(hit.start, hit.end) == "past"
    base = ctx.focus(hit.start, past=past) if told and unit in ("day", "week", "month") else ctx.base(unit)
    if told and unit == "month":
        base = ctx.month_told(hit.start) or base
    if told and unit in ("year", "decade"):
        value = ctx.focus_value(hit.start, 120 if sign < 0 else 300, past)
        if value and value[:4].isdigit():
            base = date(int(value[:4]), max(1, int(value[5:7])) if re.match(r"\d{4}-\d\d", value) else 1, 1)
    if unit in ("hour", "minute", "second"):
        return Value("TIME" if base else "DATE", _clock_back(base, sign), counted(ctx))
    if base is None:
        return Value("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", _("No publication date is known."))
    finer = unit
    if count != int(count):
        finer = {"year": "month", "month": "day", "decade": "year", "century": "year"}.get(unit, "day")
    day = moved(base, unit, sign * count)
    return Value(
        "DATE",
        cut(day, "year" if finer == "decade" else finer),
        _("{text} from {day}.").format(text=ctx.text[hit.start : hit.end], day=base),
    )


_SAME_YEAR = re.compile(r",? in ((?:19|20)\d\d)\b(?!-)")


def _clock_back(base: date | None, sign: int) -> str:
    if base is None:
        return "PAST_REF" if sign < 0 else "FUTURE_REF"
    return f"{iso(base)}TXX:XX"


def _sane(hit: Hit) -> bool:
    number = hit.first(*_NUMBERED)
    if hit.has("PRIOR", "POST") and not _follows_nothing(hit):
        return False  # "ten days before the vote" is a length and an event
    return number is None or number.value <= 5000


def _is_about(hit: Hit) -> bool:
    """Tell whether "as many as" belongs to a length: not in "twice as many as a year ago"."""
    word = hit.text[hit.tokens[0].start : hit.tokens[0].end].lower()
    return _sane(hit) and not (word.startswith("as ") and hit.tokens[1].kind == "A")


def _follows_nothing(hit: Hit) -> bool:
    """Tell whether "the year before" ends its phrase, so that it counts from what was told before."""
    after = hit.text[hit.end : hit.end + 10]
    return (
        re.match(r"\s*(?:[.,;:)]|$|when|that was|(?:he|she|they|it|we) (?:had|was|were)\b|\n)", after)
        is not None
    )


def _from_now(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "two weeks from now", "three days from tomorrow"."""
    unit, number, day = hit.first("U", "US", "QTR", "QTRS"), hit.first(*_NUMBERED), hit.first("REL")
    base = ctx.base(str(unit.value)) if unit else None
    if base is None or unit is None or hit.has("VAGUE"):
        return Value("DATE", "FUTURE_REF", _("Told without a day."))
    weekday = hit.first("WD")
    exact = "day" if day or weekday else str(unit.value)
    if weekday:  # "a week from Friday"
        base += timedelta(days=(weekday.value - base.isoweekday() - 1) % 7 + 1)
    base += timedelta(days={"tomorrow": 1, "yesterday": -1}.get(day.value if day else "", 0))
    return Value(
        "DATE", cut(moved(base, str(unit.value), float(number.value) if number else 1), exact), counted(ctx)
    )


def _is_from_day(hit: Hit) -> bool:
    """Tell whether a length counts from a day to come: not in "two days from Monday to Tuesday"."""
    day = hit.tokens[-1].kind == "WD"
    return not day or re.match(r" (?:to|until|through)\b", hit.text[hit.end : hit.end + 9]) is None


def _year_ago(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the year-ago quarter", "the same month last year".

    It is the unit told before, a year earlier ("In the third quarter … the year-ago quarter").
    """
    told = ctx.focus_value(hit.start) or ""
    unit = (
        str(hit.tokens[-1].value) if hit.tokens[-1].kind in ("QTR", "U") and not hit.has("THAT") else "year"
    )
    if hit.has("THAT"):
        unit = str(hit.tokens[2 if hit.has("THE") else 1].value)
    base = ctx.base("year")
    year = hit.first("YR")
    number = year.value if year else int(told[:4]) - 1 if re.match(r"\d{4}", told) else None
    quarter = ctx.told_as(hit.start, r"\d{4}-Q\d") if unit == "quarter" else ""
    if quarter:
        return Value("DATE", f"{year.value if year else int(quarter[:4]) - 1}{quarter[4:]}", counted(ctx))
    if unit == "month" and re.match(r"\d{4}-\d\d", told):
        return Value("DATE", f"{number}{told[4:7]}", counted(ctx))
    if base is None:
        return None
    if unit == "quarter":
        back = moved(date(base.year, base.month, 1), "quarter", -1)
        return Value("DATE", cut(moved(back, "year", -1), "quarter"), counted(ctx))
    return Value("DATE", cut(moved(base, "year", -1), unit), counted(ctx))


def _is_same(hit: Hit) -> bool:
    """Tell whether "the same month last year" is told of a week, month or quarter."""
    unit = hit.first("U", "QTR")
    return unit is not None and unit.value in ("week", "month", "quarter") and _of_a_year(hit.tokens)


def _of_a_year(tokens: tuple[Token, ...]) -> bool:
    return tokens[-1].kind == "YR" or any(token.value == "year" for token in tokens[-2:])


_TITLE_AFTER = re.compile(
    r" (?:Night (?:Live|Lights|Football|Fever)|Times|Mail|Herald|Post|Telegraph|Mirror|Express|Star|Club)\b"
)
_TITLE_BEFORE = re.compile(
    r"(?:\b(?:Mail|Independent|Herald|Scotland) on |\b(?:Bloody|Super|Fat|Ruby|Man) )$"
)
"""What makes a weekday part of a name: "Mail on Sunday", "Bloody Sunday"."""


def _is_weekday(hit: Hit) -> bool:
    token = hit.first(*WEEKDAYS)
    unit = hit.first("U")
    if unit and unit.value != "week":
        return False
    after = hit.text[hit.end : hit.end + 18]
    before = hit.text[max(0, hit.start - 16) : hit.start]
    named = _TITLE_AFTER.match(after) or _TITLE_BEFORE.search(before)
    return token is not None and token.kind == "WD" and not named


def _has_week(hit: Hit) -> bool:
    return bool(hit.tokens[-1].value == "week")


def _is_year_ago(hit: Hit) -> bool:
    unit = hit.first("U")
    return unit is not None and unit.value in ("year", "month", "week")


_AMOUNT = "(?:THE?VAGUE OF?|A VAGUE OF?|HALF A|A HALF|COUNT AND A HALF|COUNT|A)"
_AGO = "DASH?UNIT(?:AND A HALF)?DASH?[AGO BEFORE AFTER PRIOR POST]"

RULES = (
    Rule(
        "same unit of a year",
        "THE?THAT UN(?:A U[BEFORE AGO PRIOR]|(?:OF|IN)?(?:LAST U|THE[PAST]U|YR))",
        _year_ago,
        _is_same,
    ),
    Rule("about ago", f"APPROX {_AMOUNT}{_AGO}", _ago, _is_about),
    Rule("ago", f"{_AMOUNT}{_AGO}", _ago, _sane),
    Rule("vague ago", "UNS(?:AGO|BEFORE|AFTER)", _ago),
    Rule("from now", f"APPROX?{_AMOUNT}UNIT FROM(?:NOW|REL|NEXT?WD)", _from_now, _is_from_day),
    Rule("year-ago", "THE?U DASH[AGO BEFORE](?:QTR|U|PERIOD)?", _year_ago, _is_year_ago),
    Rule("day beyond", "THE?U[PRIOR POST]REL", _day_beyond, _is_day_beyond),
    Rule("the year before", "THE U[BEFORE AFTER PRIOR POST]", _ago, _follows_nothing),
    Rule(
        "weekday of week", "(?:EARLY|BEFORE|AFTER)?WEEKDAY OF?(?:THIS|LAST|NEXT|PAST)U", _weekday, _has_week
    ),
    Rule(
        "week on weekday",
        "(?:THIS|LAST|NEXT)U ON?WEEKDAY",
        _weekday,
        lambda hit: hit.tokens[1].value == "week",
    ),
    Rule(
        "weekday",
        "(?:EARLY|AFTER|BEFORE)?(?:THE?(?:LAST|PAST|NEXT|COMING)|THIS(?:PAST|COMING)?)?WEEKDAY",
        _weekday,
        _is_weekday,
    ),
    Rule("relative day", "(?:EARLY|BEFORE|AFTER)?REL", _rel_day),
)

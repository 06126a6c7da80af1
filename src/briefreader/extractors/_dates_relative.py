"""Rules for dates counted from another day: Wednesday, last year, two days later, the third quarter."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefreader.extractors._dates_calendar import cut, duration, moved
from briefreader.extractors._dates_context import Context
from briefreader.extractors._dates_grammar import MOD, MONTHS, WEEKDAYS, Hit, Rule, Value, iso, leaning
from briefreader.i18n import _

_NUMBERED = ("N2", "NUM", "YR")


def _counted(ctx: Context) -> str:
    return _("Counted from {day}.").format(day=ctx.anchor)


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
        return Value("TIME", f"{iso(day)}TNI", _counted(ctx))
    return Value("DATE", iso(day), _counted(ctx))


_GENERIC_NEXT = re.compile(
    r"\s*,?\s*(?:[\w’'-]+[\s,]+){0,12}?(?P<verb>(?:is|are|has|have|there|we|you|people|faces?|remains?|"
    r"stands?)\b|will\b|was\b|were\b|said\b|[a-z]{3,}ed\b)",
)


def _is_generic(hit: Hit, ctx: Context) -> bool:
    """Tell whether "today" means these days: it stands with a state in the present tense."""
    if len(hit.tokens) > 1 or re.match(r"\s?['’]s\b", ctx.text[hit.end : hit.end + 4]):
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


def _weekday(hit: Hit, ctx: Context) -> Value | None:
    token = hit.first(*WEEKDAYS)
    assert token
    base = ctx.base()
    if base is None:
        return Value("DATE", f"XXXX-WXX-{token.value}", _("No publication date is known."))
    if hit.has("U"):
        week = moved(base, "week", -1 if hit.has("LAST", "PAST") else 1 if hit.has("NEXT", "COMING") else 0)
        return Value("DATE", iso(week + timedelta(days=token.value - week.isoweekday())), _counted(ctx))
    back = (base.isoweekday() - token.value) % 7
    if hit.has("LAST", "PAST"):
        day = base - timedelta(days=back or 7)
    elif hit.has("NEXT", "COMING"):
        day = base + timedelta(days=7 - back)
    elif (
        back == 0
        or (leaning(hit, ctx) != "future" and not hit.has("THIS"))
        or (hit.has("THIS") and leaning(hit, ctx) == "past")
    ):
        day = base - timedelta(days=back)
    else:
        # "said Wednesday that they would meet Thursday": the first one after the day just told
        told = ctx.day_told(hit.start)
        after = told if told and told < base else base
        day = after + timedelta(days=(token.value - after.isoweekday() - 1) % 7 + 1)
    return Value("DATE", iso(day), _counted(ctx))


def _step(hit: Hit) -> int:
    return -1 if hit.has("LAST", "PAST") else 1 if hit.has("NEXT", "COMING") else 0


def _unit(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "last year", "this month", "the following week"."""
    unit = str(hit.tokens[-1].value)
    step = _step(hit)
    if unit == "day" and not hit.has("THE", "THAT", "NEXT"):
        return None
    told = (hit.has("THE") and hit.has("PAST", "COMING", "NEXT")) or hit.has("THAT")
    previous = hit.first("PAST")
    if previous and hit.text[previous.start : previous.end].lower() == "past":
        base = ctx.base(unit)
        return Value(
            "DURATION", duration(1, unit), _counted(ctx), moved(base, unit, -1) if base else None, base
        )
    base = ctx.focus(hit.start) if told and unit in ("day", "week", "month", "weekend") else ctx.base(unit)
    if told and unit in ("year", "decade"):
        value = ctx.focus_value(hit.start)
        base = date(int(value[:4]), 1, 1) if value and value[:4].isdigit() else base
    if base is None:
        return Value(
            "DATE",
            {-1: "PAST_REF", 1: "FUTURE_REF"}.get(step, "PRESENT_REF"),
            _("No publication date is known."),
        )
    if unit == "weekend" and step == 0 and not hit.has("THIS", "THAT"):
        step = -1 if base.isoweekday() < 6 and leaning(hit, ctx) != "future" else 0
    elif unit == "weekend" and step == 0 and base.isoweekday() == 1 and leaning(hit, ctx) == "past":
        step = -1
    if unit in ("hour", "minute", "second"):
        return Value("DURATION", duration(1, unit), _counted(ctx)) if step else None
    return Value("DATE", cut(moved(base, unit, step), unit), _counted(ctx))


def _named_unit(hit: Hit) -> bool:
    """Tell whether "the year" and its like mean the one that is current: only after some words."""
    if hit.has(
        "THIS", "LAST", "PAST", "NEXT", "COMING", "CURRENT", "THAT", "EDGE", "BEFORE", "AFTER", "EARLY"
    ):
        return hit.tokens[-1].kind in ("U", "QTR")
    before = hit.text[max(0, hit.start - 14) : hit.start].lower()
    after = hit.text[hit.end : hit.end + 10].lower()
    if re.match(r"\s(?:of|when|that|since|he|she|they|it|we|i|in which|before|after|ago|\d)\b|-", after):
        return False
    cued = re.search(r"\b(?:of|for|in|during|earlier in|later in|so far|through|throughout|over)\s$", before)
    return hit.tokens[-1].value in ("year", "quarter", "month", "week", "weekend") and cued is not None


def _month_near(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "last March", "next June"."""
    month = hit.first(*MONTHS)
    base = ctx.base("month")
    assert month
    if base is None:
        return Value("DATE", f"XXXX-{month.value:02d}")
    year = base.year
    if hit.has("LAST", "PAST") and month.value >= base.month:
        year -= 1
    if hit.has("NEXT", "COMING") and month.value <= base.month:
        year += 1
    return Value("DATE", f"{year:04d}-{month.value:02d}", _counted(ctx))


def _season_near(hit: Hit, ctx: Context) -> Value | None:
    season = hit.first("SEASON")
    base = ctx.base("month")
    assert season
    if base is None:
        return Value("DATE", f"XXXX-{season.value}")
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season.value]
    year = base.year
    if season.value == "WI" and base.month < 3:
        year -= 1
    running = (
        season.value == "WI" and (base.month < 3 or base.month == 12)
    ) or start <= base.month < start + 3
    if hit.has("LAST", "PAST") and (running or start > base.month):
        year -= 1
    elif hit.has("NEXT", "COMING") and (running or start < base.month):
        year += 1
    elif not hit.has("THIS", "LAST", "NEXT") and start > base.month and leaning(hit, ctx) == "past":
        year -= 1
    return Value("DATE", f"{year:04d}-{season.value}", _counted(ctx))


def _is_season(hit: Hit) -> bool:
    """Tell whether "the fall" and "the spring" are seasons: only with a word that says so."""
    if hit.has("THIS", "LAST", "NEXT", "PAST", "COMING", "EARLY"):
        return True
    before = hit.text[max(0, hit.start - 10) : hit.start].lower()
    after = hit.text[hit.end : hit.end + 4]
    return (
        hit.has("THE")
        and re.search(r"\b(?:in|during|by|since|until|over)\s$", before) is not None
        and after[:4] != " of "
    )


def _quarter(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the third quarter", "the second half of 2013", "Q1 2012"."""
    short, number, year = hit.first("QNUM"), hit.first("ORD", "SEC", "N2"), hit.first("YR")
    letter = "H" if hit.has("HALF") else "Q"
    if short:
        letter, nth = short.value[0], int(short.value[1])
    else:
        nth = int(number.value) if number else 0
    if not 1 <= nth <= (2 if letter == "H" else 4):
        return None
    if year:
        return Value("DATE", f"{year.value}-{letter}{nth}", _("As written."))
    base = ctx.base("month")
    if base is None:
        return Value("DATE", f"XXXX-{letter}{nth}")
    number_of_year = base.year + _step(hit)
    starts = (nth - 1) * (6 if letter == "H" else 3) + 1
    if not hit.has("U") and starts > base.month and leaning(hit, ctx) != "future":
        number_of_year -= 1
    return Value("DATE", f"{number_of_year}-{letter}{nth}", _counted(ctx))


def _is_quarter(hit: Hit) -> bool:
    unit = hit.first("U")
    if unit and unit.value != "year":
        return False
    before = hit.text[max(0, hit.start - 20) : hit.start]
    after = hit.text[hit.end : hit.end + 12]
    sport = re.search(r"\b(?:goal|minute|score)", before) or re.match(
        r"\s(?:goal|of the (?:game|match)|finals?\b|century)", after
    )
    return not sport and (
        not hit.has("HALF") or hit.has("YR", "U") or (hit.tokens[-1].kind == "HALF" and _halves(hit))
    )


def _halves(hit: Hit) -> bool:
    """Tell whether a half without its year is one of a year: of profits, not of a match."""
    return (
        re.match(
            r"[\s-](?:results?|profits?|earnings|net|revenues?|sales|loss|figures)",
            hit.text[hit.end : hit.end + 12],
        )
        is not None
    )


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
    told = not hit.has("AGO", "NOW")
    base = ctx.focus(hit.start) if told and unit in ("day", "week", "month") else ctx.base(unit)
    if told and unit in ("year", "decade"):
        value = ctx.focus_value(hit.start, 120 if sign < 0 else 300)
        if value and value[:4].isdigit():
            base = date(int(value[:4]), max(1, int(value[5:7])) if re.match(r"\d{4}-\d\d", value) else 1, 1)
    if unit in ("hour", "minute", "second"):
        return Value("TIME" if base else "DATE", _clock_back(base, sign), _counted(ctx))
    if base is None:
        return Value("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", _("No publication date is known."))
    finer = (
        {"year": "month", "month": "day", "decade": "year"}.get(unit, "day") if count != int(count) else unit
    )
    day = moved(base, unit, sign * count)
    return Value(
        "DATE",
        cut(day, "year" if finer == "decade" else finer),
        _("{text} from {day}.").format(text=ctx.text[hit.start : hit.end], day=base),
    )


def _clock_back(base: date | None, sign: int) -> str:
    if base is None:
        return "PAST_REF" if sign < 0 else "FUTURE_REF"
    return f"{iso(base)}TXX:XX"


def _sane(hit: Hit) -> bool:
    number = hit.first(*_NUMBERED)
    if hit.has("PRIOR", "POST") and not _follows_nothing(hit):
        return False  # "ten days before the vote" is a length and an event
    return number is None or number.value <= 5000


def _from_now(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "two weeks from now", "three days from tomorrow"."""
    unit, number, day = hit.first("U", "US", "QTR", "QTRS"), hit.first(*_NUMBERED), hit.first("REL")
    base = ctx.base(str(unit.value)) if unit else None
    if base is None or unit is None or hit.has("VAGUE"):
        return Value("DATE", "FUTURE_REF", _("Told without a day."))
    exact = "day" if day else str(unit.value)
    base += timedelta(days={"tomorrow": 1, "yesterday": -1}.get(day.value if day else "", 0))
    return Value(
        "DATE", cut(moved(base, str(unit.value), float(number.value) if number else 1), exact), _counted(ctx)
    )


def _year_ago(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the year-ago quarter": the one of the quarter that was told before."""
    told = ctx.focus_value(hit.start) or ""
    if hit.has("QTR") and re.fullmatch(r"\d{4}-Q\d", told):
        return Value("DATE", f"{int(told[:4]) - 1}{told[4:]}", _counted(ctx))
    base = ctx.base("year")
    unit = str(hit.first("U").value)  # type: ignore[union-attr]
    return Value("DATE", cut(moved(base, unit, -1), unit), _counted(ctx)) if base else None


def _is_weekday(hit: Hit) -> bool:
    token = hit.first(*WEEKDAYS)
    unit = hit.first("U")
    if unit and unit.value != "week":
        return False
    after = hit.text[hit.end : hit.end + 8]
    return token is not None and token.kind == "WD" and not re.match(r" (?:Night Live|Times|Mail)", after)


def _has_week(hit: Hit) -> bool:
    return bool(hit.tokens[-1].value == "week")


def _is_year_ago(hit: Hit) -> bool:
    unit = hit.first("U")
    return unit is not None and unit.value in ("year", "month", "week")


_AMOUNT = "(?:THE?VAGUE OF?|A VAGUE OF?|HALF A|A HALF|COUNT AND A HALF|COUNT|A)"
_OF_YEAR = (
    "(?:(?:OF|IN)?(?:THE?FISCAL?U?YR|(?:THIS|LAST|PAST|NEXT|THE CURRENT|THE PAST)FISCAL?U)|OF?THE FISCAL?U)"
)

QUARTER_RULES = (
    Rule(
        "quarter of year",
        f"{MOD}(?:THE?NTH DASH?FISCAL?[QTR HALF]|QNUM)(?:COMMA|OF)?{_OF_YEAR}",
        _quarter,
        _is_quarter,
    ),
    Rule("year quarter", "YR QNUM|THE?YR NTH DASH?[QTR HALF]", _quarter),
    Rule("quarter", f"{MOD}(?:THE?(?:LAST U)?FISCAL?NTH DASH?FISCAL?[QTR HALF]|QNUM)", _quarter, _is_quarter),
)
RULES = (
    Rule("ago", f"APPROX?{_AMOUNT}DASH?UNIT(?:AND A HALF)?DASH?[AGO BEFORE AFTER PRIOR POST]", _ago, _sane),
    Rule("vague ago", "UNS(?:AGO|BEFORE|AFTER)", _ago),
    Rule("from now", f"APPROX?{_AMOUNT}UNIT FROM[NOW REL]", _from_now),
    Rule("year-ago", "THE?U DASH(?:AGO|BEFORE)(?:QTR|U)?", _year_ago, _is_year_ago),
    Rule("the year before", "THE U[BEFORE AFTER PRIOR POST]", _ago, lambda hit: _follows_nothing(hit)),
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
    Rule(
        "season",
        "(?:EARLY|BEFORE|AFTER)?(?:THE|THIS PAST?|THE?(?:LAST|NEXT|PAST|COMING))?SEASON",
        _season_near,
        _is_season,
    ),
    Rule(
        "near month",
        "(?:EARLY|BEFORE|AFTER)?(?:LAST|NEXT|THIS|THIS PAST|THIS COMING)(?:MON|MAY)",
        _month_near,
    ),
    Rule(
        "near unit",
        f"(?:{MOD}|(?:BEFORE|AFTER|EARLY)IN?)(?:THE?(?:LAST|PAST|NEXT|COMING|CURRENT)|THIS(?:PAST|"
        f"COMING)?|THE?THAT THAT?)FISCAL?UN",
        _unit,
        _named_unit,
    ),
    Rule("the unit", f"{MOD}THE FISCAL?FULL?UN", _unit, _named_unit),
    Rule("edge of unit", "THE?EDGE OF?THE?FISCAL?UN", _unit, lambda hit: _edge(hit)),
)


def _follows_nothing(hit: Hit) -> bool:
    """Tell whether "the year before" ends its phrase, so that it counts from what was told before."""
    return re.match(r"\s*(?:[.,;:)]|$|when|that was|\n)", hit.text[hit.end : hit.end + 10]) is not None


def _edge(hit: Hit) -> bool:
    return hit.tokens[-1].value in ("year", "month", "quarter", "week", "decade", "century")

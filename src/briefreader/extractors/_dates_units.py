"""Rules for units of time near the publication date: last year, this spring, the third quarter."""

from __future__ import annotations

import re
from datetime import date

from briefreader.extractors._dates_calendar import cut, duration, interval, moved
from briefreader.extractors._dates_context import Context
from briefreader.extractors._dates_grammar import MOD, MONTHS, Hit, Rule, Value, counted, leaning, step
from briefreader.extractors._dates_spans import end_told, ended_unit, ends_behind
from briefreader.i18n import _


def _unit(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "last year", "this month", "the following week"."""
    unit = str(hit.tokens[-1].value)
    steps = step(hit)
    if unit == "day" and not hit.has("THE", "THAT", "NEXT"):
        return None
    plain = hit.has("THE") and not steps and not hit.has("CURRENT", "THAT", "THIS", "EDGE")
    ended = ended_unit(hit, ctx) if plain else None
    if ended:
        return ended
    if hit.has("RECENT"):
        return _latest(unit, hit, ctx)
    told = _is_from_told(hit)
    if _is_stretch(hit):
        return _stretch(unit, steps, ctx)
    if unit == "quarter" and not steps and hit.has("THE") and not hit.has("THIS", "CURRENT"):
        return _reported_quarter(hit, ctx)
    if unit == "year" and not steps and _is_reported_year(hit, ctx):
        steps = -1
    past = told and ctx.tense(hit.start, hit.end) == "past"
    base = (
        ctx.focus(hit.start, past=past)
        if told and unit in ("day", "week", "month", "weekend")
        else ctx.base(unit)
    )
    if told and unit == "month" and (hit.has("THAT", "PAST") or _is_told(hit)):
        base = ctx.month_told(hit.start) or base
    if told and unit in ("year", "decade"):
        value = ctx.focus_value(hit.start, past=past)
        base = date(int(value[:4]), 1, 1) if value and value[:4].isdigit() else base
    if told and unit == "quarter" and hit.has("PAST"):
        base = _quarter_told(hit, ctx) or base
    if base is None:
        return Value(
            "DATE",
            {-1: "PAST_REF", 1: "FUTURE_REF"}.get(steps, "PRESENT_REF"),
            _("No publication date is known."),
        )
    if unit == "weekend" and steps == 0 and not hit.has("THIS", "THAT"):
        steps = -1 if base.isoweekday() < 6 and leaning(hit, ctx) != "future" else 0
    elif unit == "weekend" and steps == 0 and base.isoweekday() == 1 and leaning(hit, ctx) == "past":
        steps = -1
    if unit in ("hour", "minute", "second"):
        late = not steps or (hit.has("LAST") and not _is_stretch_cued(hit))  # "at the last minute"
        return None if late else Value("DURATION", duration(1, unit), counted(ctx))
    return Value("DATE", cut(moved(base, unit, steps), unit), counted(ctx))


def _is_from_told(hit: Hit) -> bool:
    """Tell whether a unit counts from what was told before: "the next year", not "the end of next year"."""
    pairs = zip(hit.tokens, hit.tokens[1:], strict=False)
    return hit.has("THAT") or any(
        one.kind == "THE" and other.kind in ("PAST", "COMING", "NEXT") for one, other in pairs
    )


def _quarter_told(hit: Hit, ctx: Context) -> date | None:
    """Return the first day of the quarter told just before, by its name or by the day on which it ended."""
    first = interval(ctx.told_as(hit.start, r"\d{4}-(?:Q[1-4]|03-31|06-30|09-30|12-31)", 120))[0]
    return date.fromisoformat(first) if first else None


def _is_reported_year(hit: Hit, ctx: Context) -> bool:
    """Tell whether "the year" is the one before, reported on in the first months of the next."""
    base = ctx.base("year")
    if base is None or base.month > 3 or ctx.exact == "year" or hit.has("THIS", "THAT", "CURRENT", "EDGE"):
        return False
    before = hit.text[max(0, hit.start - 8) : hit.start].lower()
    plain = re.match(r"\s?(?:[.,;]|$|as a whole)", hit.text[hit.end : hit.end + 12]) is not None
    return before.endswith("for ") and (plain or hit.has("FULL")) and leaning(hit, ctx) == "past"


def _is_stretch(hit: Hit) -> bool:
    """Tell whether "the past year" is a length up to now: "over the last year" is, "last year" is not."""
    past = hit.first("PAST")
    if hit.has("THIS", "THAT"):
        return False
    if past and hit.text[past.start : past.end].lower() == "past":
        return True
    cued = _is_stretch_cued(hit)
    if hit.tokens[-1].kind == "QTR" or (hit.has("COMING") and _is_told(hit)):
        return False  # quarters are those of the calendar; "the following year" is the one after
    return cued and hit.has("THE") and hit.has("LAST", "NEXT", "COMING") and not hit.has("EARLY", "EDGE")


def _is_stretch_cued(hit: Hit) -> bool:
    before = hit.text[max(0, hit.start - 12) : hit.start].lower()
    return re.search(r"\b(?:over|during|for|within|throughout|in)\s$", before) is not None


def _is_told(hit: Hit) -> bool:
    word = hit.first("COMING")
    return word is not None and hit.text[word.start : word.end].lower() in ("following", "subsequent")


def _latest(unit: str, hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the latest quarter", "the latest week": the last one that is over."""
    if unit == "quarter":
        return _reported_quarter(hit, ctx)
    base = ctx.base(unit)
    return Value("DATE", cut(moved(base, unit, -1), unit), counted(ctx)) if base else None


def _stretch(unit: str, steps: int, ctx: Context) -> Value:
    base = ctx.base(unit)
    if base is None:
        return Value("DURATION", duration(1, unit), _("A length of time."))
    first, last = sorted((base, moved(base, unit, steps)))
    return Value("DURATION", duration(1, unit), counted(ctx), first, last)


def _reported_quarter(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the quarter": the one just told, else the last full one, which is reported."""
    told, base = ctx.focus_value(hit.start) or "", ctx.base("quarter")
    if re.fullmatch(r"\d{4}-Q\d", told):
        return Value("DATE", told, _("The quarter told before."))
    if base is None:
        return None
    back = 0 if not hit.has("RECENT") and leaning(hit, ctx) in ("future", "present") else -1
    return Value("DATE", cut(moved(base, "quarter", back), "quarter"), counted(ctx))


def _named_unit(hit: Hit) -> bool:
    """Tell whether "the year" and its like mean the one that is current: only after some words."""
    if hit.has(
        "THIS",
        "LAST",
        "PAST",
        "NEXT",
        "COMING",
        "CURRENT",
        "THAT",
        "EDGE",
        "BEFORE",
        "AFTER",
        "EARLY",
        "RECENT",
    ):
        return hit.tokens[-1].kind in ("U", "QTR")
    before = hit.text[max(0, hit.start - 14) : hit.start].lower()
    after = hit.text[hit.end : hit.end + 10].lower()
    if re.match(r"\s(?:of|when|that|since|he|she|they|it|we|i|in which|before|after|ago|\d)\b|-", after):
        return False
    if ends_behind(hit):
        return hit.tokens[-1].value in ("year", "quarter", "month", "week")
    cued = re.search(r"\b(?:of|for|in|during|earlier in|later in|so far|through|throughout|over)\s$", before)
    if hit.tokens[-1].value == "weekend":
        return cued is not None or re.search(r"\b(?:by|until|before|since|after|at)\s$", before) is not None
    return hit.tokens[-1].value in ("year", "quarter", "month", "week") and cued is not None


_THIS_OR = re.compile(r"\bthis (?P<unit>week|month|quarter|year)\W{0,2}\s(?:or|and|nor)\s(?:the\s)?$")


def _or_next(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "next" in "this year or next"."""
    unit = _THIS_OR.search(hit.text, max(0, hit.start - 24), hit.start)
    assert unit
    base = ctx.base(unit["unit"])
    return Value("DATE", cut(moved(base, unit["unit"], 1), unit["unit"]), counted(ctx)) if base else None


def _is_or_next(hit: Hit) -> bool:
    return _THIS_OR.search(hit.text, max(0, hit.start - 24), hit.start) is not None


def _is_bare_weekend(hit: Hit) -> bool:
    """Tell whether "weekend" stands before a noun as a time of its own: "weekend talks"."""
    token = hit.tokens[0]
    before = hit.text[max(0, hit.start - 12) : hit.start].lower()
    after = hit.text[hit.end : hit.end + 4]
    return (
        token.value == "weekend"
        and re.match(r"\s[a-z]{2}", after) is not None
        and re.search(r"(?:\b(?:a|an|one|every|each|any|long|no|of|holiday|day)\s|-)$", before) is None
    )


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
    return Value("DATE", f"{year:04d}-{month.value:02d}", counted(ctx))


_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _told_season(hit: Hit, ctx: Context, start: int) -> int | None:
    """Return the year of "that fall", "the following spring", by the time told before; None otherwise."""
    following = hit.has("COMING") and _is_told(hit)
    told = re.match(r"(\d{4})(?:-(SP|SU|FA|WI|\d\d))?", ctx.focus_value(hit.start) or "")
    if told is None or not (following or hit.has("THAT")):
        return None
    month = _STARTS.get(told[2]) or int(told[2]) if told[2] else 0
    return int(told[1]) + (1 if following and start <= month else 0)


def _season_near(hit: Hit, ctx: Context) -> Value | None:
    season = hit.first("SEASON")
    base = ctx.base("month")
    assert season
    if base is None:
        return Value("DATE", f"XXXX-{season.value}")
    code, year = str(season.value), base.year
    start = _STARTS[code]
    if season.value == "WI" and base.month < 3:
        year -= 1
    running = (
        season.value == "WI" and (base.month < 3 or base.month == 12)
    ) or start <= base.month < start + 3
    told = _told_season(hit, ctx, start)
    if told:
        year = told
    elif hit.has("LAST", "PAST") and (running or start > base.month):
        year -= 1
    elif hit.has("NEXT", "COMING") and (running or start < base.month):
        year += 1
    elif not hit.has("THIS", "LAST", "NEXT", "PAST") and start > base.month and leaning(hit, ctx) == "past":
        year -= 1
    return Value("DATE", f"{year:04d}-{season.value}", counted(ctx))


_SEASON_ENDS = re.compile(r"\b(?:by|before|after|until|since)\s$")


def _is_season(hit: Hit) -> bool:
    """Tell whether "the fall" and "the spring" are seasons: only with a word that says so."""
    before = hit.text[max(0, hit.start - 10) : hit.start].lower()
    if hit.has("THAT"):  # but not "prices that fall"
        return (
            hit.text[hit.start].isupper()
            or re.search(r"(?:,|\bby|\bin|\buntil|\bsince) $", before) is not None
        )
    if hit.has("THIS", "LAST", "NEXT", "PAST", "COMING", "EARLY"):
        return True
    after = hit.text[hit.end : hit.end + 4]
    if hit.tokens[-1].value in ("SU", "WI") and not hit.has("THE"):
        return (
            _SEASON_ENDS.search(before) is not None
            and re.match(r"[.,;:]|\s(?:and|or|as|if)\b|$", after) is not None
        )
    return (
        hit.has("THE")
        and re.search(r"\b(?:in|during|before|after|by|since|until|over)\s$", before) is not None
        and after[:4] != " of "
    )


def _quarter(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the third quarter", "the second half of 2013", "Q1 2012"."""
    short, number, year = hit.first("QNUM"), hit.first("ORD", "SEC", "N2"), hit.first("YR")
    letter = "H" if hit.has("HALF") else "Q"
    if short:
        letter, nth = short.value[0], int(short.value[1])
    elif year and hit.has("LAST") and number is None:
        nth = 2 if letter == "H" else 4
    else:
        nth = int(number.value) if number else 0
    if not 1 <= nth <= (2 if letter == "H" else 4):
        return None
    if year:
        return Value("DATE", f"{year.value}-{letter}{nth}", _("As written."))
    base = ctx.base("month")
    ended = end_told(hit, ctx)
    if ended and not hit.has("U"):
        return Value("DATE", f"{ended.year}-{letter}{nth}", _("It ended on {day}.").format(day=ended))
    if base is None:
        return Value("DATE", f"XXXX-{letter}{nth}")
    number_of_year = base.year + step(hit)
    starts = (nth - 1) * (6 if letter == "H" else 3) + 1
    if (
        not hit.has("U")
        and starts > base.month
        and (leaning(hit, ctx) != "future" or _is_just_over(hit, letter, nth, base))
    ):
        number_of_year -= 1
    return Value("DATE", f"{number_of_year}-{letter}{nth}", counted(ctx))


def _is_just_over(hit: Hit, letter: str, nth: int, base: date) -> bool:
    """Tell whether the last quarter or half of a year is the one that nobody has reported on yet."""
    return nth == (2 if letter == "H" else 4) and base.month < 3 and not hit.has("EDGE", "EARLY")


def _is_quarter(hit: Hit) -> bool:
    unit = hit.first("U")
    if unit and unit.value != "year":
        return False
    before = hit.text[max(0, hit.start - 20) : hit.start]
    after = hit.text[hit.end : hit.end + 12]
    sport = re.search(r"\b(?:goal|minute|score)", before) or re.match(
        r"\s(?:goal|of the (?:game|match)|finals?\b|century|in a row|running\b)", after
    )
    return not sport and (
        not hit.has("HALF") or hit.has("YR", "U") or (hit.tokens[-1].kind == "HALF" and _halves(hit))
    )


_BUSINESS = re.compile(
    r"\b(?:results?|profits?|earnings|earned|net|revenues?|sales|loss(?:es)?|figures|income|growth|output|exports|"
    r"imports|gdp|turnover|orders|shipments|dividends?|billion|million|bn)\b",
    re.IGNORECASE,
)
_SPORT = re.compile(
    r"\b(?:goals?|minutes?|scor\w+|match|penalt\w+|coach|striker|kick\w*|touchdown|points|halftime|equali\w+)\b",
    re.IGNORECASE,
)


def _halves(hit: Hit) -> bool:
    """Tell whether a half without its year is one of a year: of profits, not of a match."""
    around = hit.text[max(0, hit.start - 90) : hit.end + 90]
    return _BUSINESS.search(around) is not None and _SPORT.search(around) is None


def _edge(hit: Hit) -> bool:
    return hit.tokens[-1].value in ("year", "month", "quarter", "week", "decade", "century")


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
    Rule("last quarter of a year", f"{MOD}THE LAST[QTR HALF][OF IN]THE?YR", _quarter, _is_quarter),
    Rule("year's quarter", "(?:(?:THIS|LAST|NEXT|THE)U|YR)POSS NTH DASH?[QTR HALF]", _quarter, _is_quarter),
    Rule("year quarter", "YR QNUM|THE?YR NTH DASH?[QTR HALF]", _quarter),
    Rule("quarter", f"{MOD}(?:THE?(?:LAST U)?FISCAL?NTH DASH?FISCAL?[QTR HALF]|QNUM)", _quarter, _is_quarter),
)
RULES = (
    Rule(
        "season",
        "(?:EARLY|BEFORE|AFTER)?(?:THE|THE?THAT|THIS PAST?|THE?(?:LAST|NEXT|PAST|COMING))?SEASON",
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
        f"(?:{MOD}|(?:BEFORE|AFTER|EARLY)IN?)(?:THE?(?:LAST|PAST|NEXT|COMING|CURRENT|RECENT)|THIS(?:PAST|"
        f"COMING)?|THE?THAT THAT?)FISCAL?UN",
        _unit,
        _named_unit,
    ),
    Rule("early in the unit", "[EARLY BEFORE AFTER]IN THE UN", _unit),
    Rule("the unit", f"{MOD}THE FISCAL?FULL?UN", _unit, _named_unit),
    Rule("or next", "NEXT", _or_next, _is_or_next),
    Rule("bare weekend", "U", _unit, _is_bare_weekend),
    Rule("edge of unit", "THE?EDGE OF?THE?FISCAL?UN", _unit, _edge),
)

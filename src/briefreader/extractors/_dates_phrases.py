"""Fixed phrases that tell a time: "currently", "the near future", "year-end", "Christmas", years in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefreader.extractors import _dates_holidays, _numbers
from briefreader.extractors._dates_calendar import cut, month_end, moved
from briefreader.extractors._dates_context import Context, lowered
from briefreader.extractors._dates_grammar import Hit, Rule, Value, leaning
from briefreader.extractors._dates_tokens import Token
from briefreader.i18n import _

_PHRASES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\b(?:right now|(?<!from )now(?!-)|nowadays|currently|presently|these days|(?<=\bat "
            r")(?:present|the moment|this moment|this point(?: in time)?|this time))\b",
        ),
        "PRESENT_REF",
    ),
    (
        re.compile(
            r"\b(?:(?:very |more |most )?(?<!until )recently(?! as\b)|lately|(?:the )?(?:more )?recent "
            r"(?:years|months|weeks|days|decades|times)"
            r"|(?<=\bin )the (?:recent |distant |near )?past(?=\s*(?:[.,;:)\"”]|and\b|but\b|to\b|$))|not "
            r"(?:so )?long ago|the other day|(?:long|a long time|some time) ago)\b",
        ),
        "PAST_REF",
    ),
    (
        re.compile(
            r"\b(?:the (?:near|foreseeable|immediate|not[- ]too[- ]distant|distant|very near) future|"
            r"(?<=\bin )the future|(?<=\bin )future(?=\s*[.,;])"
            r"|the (?:time|years|months|weeks|days|decades|period) (?:to come|ahead)|the (?:coming|"
            r"forthcoming|upcoming) (?:period|time)|(?:the )?(?:coming|upcoming) (?:years|months|weeks|days|"
            r"decades))\b",
        ),
        "FUTURE_REF",
    ),
)  # fmt: skip
_UNIT_END = re.compile(
    r"(?=[tym])\b(?:the )?(?P<unit>year|month)(?:[- ]|['’]s[- ])end\b(?! (?:results|report|bonus))"
    r"(?:(?<=year.end) (?:of )?(?P<year>(?:19|20)\d\d)\b)?"
)
"""The end of a unit, in a text in lower case."""
_UNIT_MIDDLE = re.compile(
    r"\bmid-?(?P<unit>year|month|(?<=\bby mid)week|(?<=\bby mid-)week)\b"
    r"(?! (?:results|report|review|session|break|election))"
)
"""The middle of a unit: "by mid-year", in a text in lower case."""
_NEW_YEAR = re.compile(
    r"(?<=\bin )the new year\b(?! ['’]?s?\s?(?:eve|day))|(?<=\bin )the new year\b(?=[.,;]|$)"
)
_SHORT_HALF = re.compile(r"(?<![\w-])(?P<nth>[12](?=H)|[1-4](?=Q))(?P<letter>[HQ])['’]?(?P<year>[0-4]\d)\b")
"""A half or a quarter as analysts write it: "1H24", "3Q23"."""
_ATTACKS = re.compile(r"\b(?:Sept(?:\.|ember)? 11(?=,? (?:terror|attack|hijack))|(?<![\d/])9/11(?![\d/]))")
"""The one day that English names by month and day alone."""
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_BELOW_100 = rf"(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS})"
_YEAR_WORDS = re.compile(
    rf"(?=[sent])(?:\b(?P<century>seventeen|eighteen|nineteen|twenty)[ -]"
    rf"(?P<rest>{_BELOW_100}|(?:oh|hundred)[ -](?:and )?(?:{_ONES}))\b"
    r"(?![ -](?:percent|thousand|hundred|million|year)|-[a-z])"
    rf"|\b(?P<thousand>two thousand(?: and)?[ -](?:{_BELOW_100}|{_ONES}))\b(?= ?(?:[.,;:)]|$)))"
)
"""Years in words, in a text in lower case."""
_SHORT_YEAR = re.compile(
    r"(?=[isfwc])\b(?:in|since|summer of|fall of|winter of|spring of|class of) ['’](?P<year>\d\d)\b(?!s)"
)
"""A year without its century: "in '99"."""
_YEAR_CUE = re.compile(r"\b(?:in|since|until|of|year|from|by) $")
Read = tuple[Hit, Rule]
"""What a rule found, and the rule."""
Build = Callable[[Hit, Context], Value | None]


def phrase_hits(text: str) -> list[Read]:
    """Return the fixed phrases of a text."""
    return [(_hit_at(text, start, end), Rule("phrase", "", build)) for start, end, build in _found(text)]


def _found(text: str) -> Iterator[tuple[int, int, Build]]:
    low = lowered(text)
    for pattern, value in _PHRASES:
        for match in pattern.finditer(low):
            yield *match.span(), _plain(value, _("Told without a day."))
    for match in _ATTACKS.finditer(text):
        yield *match.span(), _plain("2001-09-11", _("The day of the attacks."))
    for match in _UNIT_END.finditer(low):
        if match["year"]:
            yield *match.span(), _plain(match["year"], _("The end of the year."))
        else:
            yield *match.span(), _month_end if match["unit"] == "month" else _year_end
    for match in _UNIT_MIDDLE.finditer(low):
        yield *match.span(), _middle(match["unit"])
    for match in _NEW_YEAR.finditer(low):
        yield *match.span(), _new_year
    for match in _SHORT_HALF.finditer(text):
        yield *match.span(), _plain(f"20{match['year']}-{match['letter']}{match['nth']}", _("As written."))
    for match in _YEAR_WORDS.finditer(low):
        year = _year_in_words(match)
        if year:
            yield *match.span(), _plain(f"{year:04d}", _("As written."))
    for match in _SHORT_YEAR.finditer(low):
        short = int(match["year"])
        yield (
            match.start("year") - 1,
            match.end(),
            _plain(f"{1900 + short + 100 * (short < 40)}", _("As written.")),
        )
    for match in _dates_holidays.HOLIDAY.finditer(low):
        if text[match.start()].isupper():
            name = match[0][: match.start("year") - match.start()].rstrip(" ,") if match["year"] else match[0]
            beside = _dates_holidays.BESIDE.search(low, max(0, match.start() - 24), match.start())
            start = beside.start() if beside else match.start()
            yield start, match.end(), _holiday(name, match["year"], beside)


def _hit_at(text: str, start: int, end: int) -> Hit:
    return Hit((Token("X", start, end),), None, None, text)


def _plain(value: str, why: str) -> Build:
    return lambda hit, ctx: Value("DATE", value, why)


def _holiday(name: str, year: str | None, beside: re.Match[str] | None) -> Build:
    if beside:
        unit, side = beside["unit"], beside["side"]
        return lambda hit, ctx: _dates_holidays.beside_holiday(unit, side, name, year, hit, ctx)
    return lambda hit, ctx: _dates_holidays.holiday_value(name, year, hit, ctx)


def _year_in_words(match: re.Match[str]) -> int | None:
    """Return the year that "nineteen ninety-six" or "two thousand and fifteen" tells."""
    if match["thousand"]:
        if _YEAR_CUE.search(match.string, max(0, match.start() - 8), match.start()) is None:
            return None
        value = _numbers.from_words(match["thousand"])
        return int(value) if value else None
    rest = _numbers.from_words(
        re.sub(r"^(?:oh|hundred)[ -](?:and )?", "", match["rest"], flags=re.IGNORECASE)
    )
    century = _numbers.from_words(match["century"])
    return int(100 * century + rest) if century and rest and 1700 <= 100 * century + rest < 2100 else None


def _year_end(hit: Hit, ctx: Context) -> Value | None:
    base = ctx.base("year")
    if base is None:
        return None
    past = leaning(hit, ctx) == "past" and base.month <= 3
    return Value("DATE", f"{base.year - past:04d}", _("The end of the year."))


def _middle(unit: str) -> Build:
    """Return what tells the unit that "mid-year" is in: the current one, or the next where it is over."""

    def build(hit: Hit, ctx: Context) -> Value | None:
        base = ctx.base(unit)
        if base is None:
            return None
        over = unit == "year" and base.month > 7 and leaning(hit, ctx) == "future"
        return Value(
            "DATE",
            cut(moved(base, unit, 1 if over else 0), unit),
            _("Counted from {day}.").format(day=ctx.anchor),
        )

    return build


def _new_year(hit: Hit, ctx: Context) -> Value | None:
    """Return the year that "the new year" means: the next one, in its first months the current one."""
    base = ctx.base("year")
    if base is None:
        return None
    return Value("DATE", f"{base.year + (base.month > 3):04d}", _("The year that begins."))


def _month_end(hit: Hit, ctx: Context) -> Value | None:
    base = ctx.base("month")
    if base is None:
        return None
    last = month_end(base.year, base.month)
    return Value("DATE", f"{base.year:04d}-{base.month:02d}", _("The end of the month."), last, last)

"""Finds every expression of time in a document, with its TimeML value, interval and arithmetic.

Extents and values follow TimeML (TIMEX3): no leading preposition; determiners, "early", "the end
of", "ago" and "later" belong to the span. Relative expressions count from the day of publication,
never from today. The grammar is in the `_dates_*` modules; docs/notes/dates.md explains it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from briefreader.domain.document import Document
from briefreader.domain.text import Span
from briefreader.extractors import (
    _dates_absolute,
    _dates_durations,
    _dates_holidays,
    _dates_relative,
    _dates_units,
)
from briefreader.extractors._dates_calendar import interval
from briefreader.extractors._dates_context import Context, lowered
from briefreader.extractors._dates_cover import Cover
from briefreader.extractors._dates_grammar import Hit, Rule, Value
from briefreader.extractors._dates_tokens import Token, compile_rule, row, tokens
from briefreader.i18n import _

MINED_NOISE = ("date line", "dateline", "caption")
"""Kinds of noise whose dates count: they say when the document or its picture is from."""

RULES: tuple[Rule, ...] = (
    *_dates_units.QUARTER_RULES,
    *_dates_absolute.RULES,
    *_dates_durations.EARLY_RULES,
    *_dates_relative.RULES,
    *_dates_units.RULES,
    *_dates_durations.TIME_RULES,
    *_dates_absolute.LATE_RULES,
    *_dates_durations.LATE_RULES,
)


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time: where it stands, its TIMEX3 type and value, and the days it covers."""

    span: Span
    type: str
    value: str
    first: str | None = None
    last: str | None = None
    why: str = ""
    weak: bool = False
    alone: str = ""
    """The value of a time of day where no day stands beside it."""


_PHRASES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\b(?:right now|(?<!from )now(?!-)|nowadays|currently|presently|these days|(?<=\bat "
            r")(?:present|the moment|this moment|this point in time|this time))\b",
        ),
        "PRESENT_REF",
    ),
    (
        re.compile(
            r"\b(?:(?:very |more |most )?(?<!until )recently|lately|(?:the )?(?:more )?recent (?:years|"
            r"months|weeks|days|decades|times)"
            r"|(?<=\bin )the (?:recent |distant |near )?past(?=\s*(?:[.,;:)\"”]|and\b|but\b|to\b|$))|not "
            r"(?:so )?long ago|(?:long|a long time|some time) ago)\b",
        ),
        "PAST_REF",
    ),
    (
        re.compile(
            r"\b(?:the (?:near|foreseeable|immediate|not[- ]too[- ]distant|distant|very near) future|"
            r"(?<=\bin )the future|(?<=\bin )future(?=\s*[.,;])"
            r"|the (?:time|years|months|weeks|days|decades|period) (?:to come|ahead)|the (?:coming|"
            r"forthcoming|upcoming) (?:period|time|years|months|weeks|days|decades))\b",
        ),
        "FUTURE_REF",
    ),
)  # fmt: skip


def expressions(document: Document) -> tuple[Expression, ...]:
    """Return every expression of time of a document, in the order of the text, never overlapping."""
    text = document.text
    skipped = Cover(noise.span for noise in document.noise if noise.kind not in MINED_NOISE)
    hits = _phrase_hits(text)
    hits += _rule_hits(text, hits)
    hits = [hit for hit in hits if not skipped.touches(hit[0].start, hit[0].end)]
    hits.sort(key=lambda pair: pair[0].start)
    found = _merged(text, _valued(text, hits, document))
    return tuple(_standing(each) for each in found if not each.weak)


def _standing(each: Expression) -> Expression:
    """Give a time of day that stands alone its day."""
    if not each.alone:
        return each
    first, last = interval(each.alone)
    return replace(each, value=each.alone, alone="", first=first, last=last)


_YEAR_END = re.compile(r"\b(?:the )?year[- ]end\b(?! (?:results|report|bonus))", re.IGNORECASE)
_ATTACKS = re.compile(r"\b(?:Sept(?:\.|ember)? 11(?=,? (?:terror|attack|hijack))|(?<![\d/])9/11(?![\d/]))")
"""The one day that English names by month and day alone."""

_Read = tuple[Hit, Rule]


def _phrase_hits(text: str) -> list[_Read]:
    """Return the fixed phrases ("currently", "the near future", "Christmas")."""
    found: list[_Read] = []
    low = lowered(text)
    for pattern, value in _PHRASES:
        rule = Rule(value, "", lambda hit, ctx, value=value: Value("DATE", value, _("Told without a day.")))  # type: ignore[misc]
        found += [(_hit_at(text, *match.span()), rule) for match in pattern.finditer(low)]
    attack = Rule("attacks", "", lambda hit, ctx: Value("DATE", "2001-09-11", _("The day of the attacks.")))
    found += [(_hit_at(text, *match.span()), attack) for match in _ATTACKS.finditer(text)]
    year_end = Rule("year-end", "", _year_end)
    found += [(_hit_at(text, *match.span()), year_end) for match in _YEAR_END.finditer(text)]
    for match in _dates_holidays.HOLIDAY.finditer(low):
        if not text[match.start()].isupper():
            continue
        name = match[0][: match.start("year") - match.start()].rstrip(" ,") if match["year"] else match[0]
        rule = Rule(
            "holiday",
            "",
            lambda hit, ctx, name=name, year=match["year"]: _dates_holidays.holiday_value(
                name, year, hit, ctx
            ),  # type: ignore[misc]
        )
        found.append((_hit_at(text, *match.span()), rule))
    return found


def _year_end(hit: Hit, ctx: Context) -> Value | None:
    base = ctx.base("year")
    return Value("DATE", f"{base.year:04d}", _("The end of the year.")) if base else None


def _hit_at(text: str, start: int, end: int) -> Hit:
    return Hit((Token("X", start, end),), None, None, text)


def _rule_hits(text: str, phrases: list[_Read]) -> list[_Read]:
    """Return what the rules find; an earlier rule takes its tokens from the later ones."""
    found = tokens(text)
    taken = Cover(Span(hit.start, hit.end) for hit, _rule in phrases)
    classes = row([_hidden(token, taken) for token in found]) if taken else row(found)
    blank = row([Token("X", 0, 0)])
    hits: list[_Read] = []
    for rule in RULES:
        pieces, place = [], 0
        for match in compile_rule(rule.pattern).finditer(classes):
            start, end = match.span()
            hit = Hit(tuple(found[start:end]), None, None, text)
            if start == end or (rule.guard and not rule.guard(hit)):
                continue
            hits.append((hit, rule))
            pieces += [classes[place:start], blank * (end - start)]
            place = end
        if pieces:
            classes = "".join(pieces) + classes[place:]
    return hits


def _hidden(token: Token, taken: Cover) -> Token:
    return replace(token, kind="X") if taken.touches(token.start, token.end) else token


def _valued(text: str, hits: list[_Read], document: Document) -> list[Expression]:
    """Return what each hit means; what is no date after all is left out."""
    ctx = Context.of(text, document.published)
    found: list[Expression] = []
    for hit, rule in hits:
        value = rule.build(hit, ctx)
        if value is None:
            continue
        if value.type == "DATE":
            ctx.remember(hit.start, value.value)
        each = _expression(hit, value, rule.weak)
        if value.type == "TIME" and value.value.startswith("T"):
            each = replace(each, alone=_dated(value.value, hit, ctx))
        found.append(each)
    return found


def _dated(clock: str, hit: Hit, ctx: Context) -> str:
    """Return a time of day with the day that it belongs to, as far as that is known."""
    day = ctx.focus(hit.start, 120)
    return f"{day.isoformat()}{clock}" if day else f"XXXX-XX-XX{clock}"


def _expression(hit: Hit, value: Value, weak: bool) -> Expression:
    first, last = _iso(value.first), _iso(value.last)
    if first is None and last is None and value.type in ("DATE", "TIME"):
        first, last = interval(value.value)
    return Expression(Span(hit.start, hit.end), value.type, value.value, first, last, value.why, weak)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


_JOINT = re.compile(r"\s|,\s|\s(?:at|on|of)\s|,\s(?:at|on)\s|\s(?:at|on)\s(?:about|around)\s", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d|XXXX-WXX-\d|XXXX-\d\d-\d\d")


def _merged(text: str, found: list[Expression]) -> list[Expression]:
    """Join a day and the time beside it into one expression ("2 p.m. on Friday", "Friday night")."""
    joined: list[Expression] = []
    for each in found:
        before = joined[-1] if joined else None
        pair = _pair(text, before, each) if before else None
        if pair:
            joined[-1] = pair
        else:
            joined.append(each)
    return joined


def _pair(text: str, a: Expression, b: Expression) -> Expression | None:
    day, time = (a, b) if b.type == "TIME" else (b, a)
    if (
        time.type != "TIME"
        or not time.value.startswith("T")
        or day.type != "DATE"
        or not _DAY.fullmatch(day.value)
    ):
        return None
    gap = text[a.span.end : b.span.start]
    if not _JOINT.fullmatch(gap) or ("of" in gap and time is b):
        return None
    if time.weak and time is b and gap != " ":
        return None
    if time.weak and time is a and "of" not in gap:
        return None
    span = Span(a.span.start, b.span.end)
    return Expression(span, "TIME", day.value + time.value, day.first, day.last, day.why)

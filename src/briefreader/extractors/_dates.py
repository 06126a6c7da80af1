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
    _dates_hours,
    _dates_relative,
    _dates_spans,
    _dates_units,
)
from briefreader.extractors._dates_calendar import interval
from briefreader.extractors._dates_context import Context
from briefreader.extractors._dates_cover import Cover
from briefreader.extractors._dates_grammar import Hit, Rule, Value
from briefreader.extractors._dates_phrases import Read, phrase_hits
from briefreader.extractors._dates_tokens import Token, compile_rule, row, tokens

MINED_NOISE = ("date line", "dateline", "caption")
"""Kinds of noise whose dates count: they say when the document or its picture is from."""

RULES: tuple[Rule, ...] = (
    *_dates_spans.RULES,
    *_dates_units.QUARTER_RULES,
    *_dates_absolute.RULES,
    *_dates_durations.EARLY_RULES,
    *_dates_relative.RULES,
    *_dates_units.RULES,
    *_dates_hours.RULES,
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


def expressions(document: Document) -> tuple[Expression, ...]:
    """Return every expression of time of a document, in the order of the text, never overlapping."""
    text = document.text
    skipped = Cover(noise.span for noise in document.noise if noise.kind not in MINED_NOISE)
    hits = phrase_hits(text)
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


def _rule_hits(text: str, phrases: list[Read]) -> list[Read]:
    """Return what the rules find; an earlier rule takes its tokens from the later ones."""
    found = tokens(text)
    taken = Cover(Span(hit.start, hit.end) for hit, _rule in phrases)
    classes = row([_hidden(token, taken) for token in found]) if taken else row(found)
    blank = row([Token("X", 0, 0)])
    hits: list[Read] = []
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


def _valued(text: str, hits: list[Read], document: Document) -> list[Expression]:
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


_AGAIN_AND_AGAIN = re.compile(
    r"\s(?:(?:to|until|and|through)\s[\d:]+(?:\s?[ap]\.?m\.?)?,?\s)?(?:each|every)\s(?:day|night|morning|evening|week)\b"
)
"""What makes a time of day one of no day: "from 7 a.m. to 6 p.m. each day"."""


def _dated(clock: str, hit: Hit, ctx: Context) -> str:
    """Return a time of day with the day that it belongs to, as far as that is known."""
    day = ctx.focus(hit.start, 120)
    if hit.has("OVERNIGHT") or ctx.is_said(hit.start):
        day = ctx.base()  # the night before the report; the hour of it
    if day and ctx.anchor and day > ctx.anchor and ctx.tense(hit.start, hit.end) == "past":
        day = ctx.base()  # "… a dividend on May 29. Shares were up by 0930 GMT."
    elif day and ctx.anchor and day < ctx.anchor and ctx.tense(hit.start, hit.end) == "future":
        day = ctx.base()
    if _AGAIN_AND_AGAIN.match(hit.text, hit.end):
        day = None
    return f"{day.isoformat()}{clock}" if day else f"XXXX-XX-XX{clock}"


def _expression(hit: Hit, value: Value, weak: bool) -> Expression:
    first, last = _iso(value.first), _iso(value.last)
    if first is None and last is None and value.type in ("DATE", "TIME"):
        first, last = interval(value.value)
    why = value.why
    if why and first and not hit.text[hit.start : hit.end].startswith(value.value):
        what = value.value if first == last or value.type == "TIME" else f"{first}/{last}"
        why = f"{why} “{hit.text[hit.start : hit.end]}” → {what}"
    return Expression(Span(hit.start, hit.end), value.type, value.value, first, last, why, weak)


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


_LENGTH = re.compile(r"P(T?)(\d+)([YMWDHS])")
_SIZES = "YMWDhms"


def _summed(text: str, a: Expression, b: Expression) -> Expression | None:
    """Join two lengths that are one: "two hours and 30 minutes", "a year and two months"."""
    one, other = _LENGTH.fullmatch(a.value), _LENGTH.fullmatch(b.value)
    if not (one and other) or text[a.span.end : b.span.start] not in (" and ", " ", ", "):
        return None
    first, second = (each[3].lower() if each[1] else each[3] for each in (one, other))
    if (
        not 0 < _SIZES.index(second) - _SIZES.index(first) <= 2
        or text[a.span.start : a.span.end][-1].isdigit()
    ):
        return None
    value = a.value + (b.value[1:] if one[1] != other[1] else b.value[2:] if one[1] else b.value[1:])
    return Expression(Span(a.span.start, b.span.end), "DURATION", value, why=a.why)


def _pair(text: str, a: Expression, b: Expression) -> Expression | None:
    if a.type == b.type == "DURATION":
        return _summed(text, a, b)
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

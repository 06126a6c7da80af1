"""Rules for times of day: 2 p.m., noon, this morning, last night, overnight, the early hours."""

from __future__ import annotations

import re
from datetime import timedelta

from briefreader.extractors._dates_context import Context
from briefreader.extractors._dates_grammar import Hit, Rule, Value
from briefreader.i18n import _


def _clock(hit: Hit, ctx: Context) -> Value | None:
    token = hit.first("CLOCK")
    assert token
    match = re.match(r"(\d{1,2})[:.]?(\d\d)?(?::\d\d)?\s*([aApP])?", token.value)
    assert match
    hour, minute = int(match[1]), int(match[2] or 0)
    if not match[3] and len(token.value) == 4 and token.value.isdigit():
        hour, minute = int(token.value[:2]), int(token.value[2:])
    if match[3]:
        hour = hour % 12 + (12 if match[3] in "pP" else 0)
    return (
        Value("TIME", f"T{hour:02d}:{minute:02d}", _("A time of day.")) if hour < 25 and minute < 60 else None
    )


def _oclock(hit: Hit, ctx: Context) -> Value | None:
    number = hit.first("N2")
    assert number
    return Value("TIME", f"T{int(number.value):02d}:00", _("A time of day.")) if number.value <= 24 else None


def _noon(hit: Hit, ctx: Context) -> Value | None:
    token = hit.first("NOON")
    assert token
    return Value("TIME", str(token.value), _("A time of day."))


def _part(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "this morning", "last night", "the next evening", or the bare part of a day."""
    part = hit.first("PART")
    assert part
    day = ctx.base()
    if hit.has("THAT", "PAST", "COMING", "NEXT"):
        day = ctx.focus(hit.start, past=ctx.tense(hit.start, hit.end) == "past")
    if hit.has("LAST", "PAST") and day:
        day -= timedelta(days=1)
    elif hit.has("NEXT", "COMING") and day:
        day += timedelta(days=1)
    if hit.has("THIS", "LAST", "THAT", "PAST", "COMING", "NEXT"):
        return Value(
            "TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}T{part.value}", _("A part of the day.")
        )
    return Value("TIME", f"T{part.value}", _("A part of the day."))


def _is_told_part(hit: Hit) -> bool:
    """Tell whether a part of a day stands for a time by itself: "in the morning", "at dawn"."""
    before = hit.text[max(0, hit.start - 10) : hit.start].lower()
    if re.match(r"\sof\b", hit.text[hit.end : hit.end + 4]):
        return False
    if re.match(r" (?:trad(?:e|ing)|session)\b", hit.text[hit.end : hit.end + 9]):
        return True
    if hit.has("THE") or hit.has("EARLY"):
        return re.search(r"\b(?:in|during|until|through|by|throughout|from|since)\s$", before) is not None
    return re.search(r"\b(?:at|before|until)\s$", before) is not None


def _early_hours(hit: Hit, ctx: Context) -> Value | None:
    """Return the meaning of "the early hours" of a day, which stands behind it."""
    return Value("TIME", "TMO", _("A part of the day."))


def _are_early_hours(hit: Hit) -> bool:
    return (
        hit.tokens[-1].value == "hour"
        and re.match(r"\sof\s[A-Z\d]", hit.text[hit.end : hit.end + 5]) is not None
    )


def _is_overnight(hit: Hit) -> bool:
    """Tell whether "overnight" is a time, not a kind of loan or stay."""
    return (
        re.match(
            r"[\s-](?:rates?|index|lend|trad|loan|fund|stay|success|deposit|delivery|flight)",
            hit.text[hit.end : hit.end + 10],
        )
        is None
    )


def _overnight(hit: Hit, ctx: Context) -> Value | None:
    return Value("TIME", "TNI", _("A part of the day."))


RULES = (
    Rule("early hours", "THE?EARLY US", _early_hours, _are_early_hours),
    Rule("clock", "CLOCK(?:IN THE PART|ZONE|LP ZONE RP|LOCAL)?", _clock),
    Rule("o'clock", "N2(?:X|POSS)?OCLOCK", _oclock),
    Rule("noon", "NOON", _noon),
    Rule("near part", "(?:EARLY|BEFORE|AFTER)?(?:THIS|LAST|THE?THAT|THE?[PAST COMING NEXT])PART", _part),
    Rule("told part", "THE?EARLY?PART", _part, _is_told_part),
    Rule("overnight", "OVERNIGHT", _overnight, _is_overnight),
    Rule("part of day", "THE?EARLY?PART", _part, weak=True),
)

"""Which time a figure is for: the date right behind it, else the nearest one of its sentence that can be."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors._happenings import of_saying

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from briefreader.extractors._dates import Expression

_BESIDE = re.compile(
    r"(?:\s(?!(?:and|or|but|after|before|when|while|which|who|that|compared|from|to|against|versus|since|as|than)\b)"
    r"[^\W\d_][\w’'-]*){0,6}?\s(?:(?:in|for|during|on|of|at|by|over|as\sof)\s(?:the\s)?)?"
)
"""What stands between a figure and the date right behind it: "million visitors in"."""
_EACH = re.compile(r"(?:\s[^\W\d_][\w’'-]*){0,3}?\s")
_AGAINST = re.compile(r"\b(?:from|against|versus|vs|compared\s(?:with|to)|than)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\s?,?\s?(?:to|from|against|versus|and|(?:compared|up|down)\s(?:with|to|from))\s[^.;]{0,20}"
)
_SINCE = re.compile(r"\bsince\s(?:the\s|about\s)?$", re.IGNORECASE)
_STEPS = 5


def period_value(each: Expression) -> str:
    """Return the value of a date; of a length with known ends these, as in "2024-01/2024-09"."""
    if each.type != "DURATION" or not (each.first and each.last):
        return each.value
    whole = each.first.endswith("-01") and each.last[-2:] in ("28", "29", "30", "31")
    return f"{each.first[:7]}/{each.last[:7]}" if whole else f"{each.first}/{each.last}"


def period(
    span: Span,
    around: Span,
    dates: Sequence[Expression],
    numbers: Sequence[Span] = (),
    text: str = "",
    parse: Doc | None = None,
) -> str:
    """Return the TimeML value of the date that belongs to a figure within its sentence, or "".

    The date right behind it wins, then the nearest; one behind another figure is that figure's, and what the
    figure is compared with has a time of its own ("to $5 million from $4 million in 2011"). Dates and
    ``numbers``, the spans of all figures, are in the order of the text.
    """
    here = bisect_left(numbers, span)
    before = numbers[here - 1] if here else None
    after = numbers[here + 1].start if here + 1 < len(numbers) else around.end
    found = [each for each in _within(dates, around) if _can_be(each, span, text, parse)]
    for each in found:
        if span.end <= each.span.start < after and _is_beside(span, each, text):
            return period_value(each)
    best, distance = "", 10_000
    for each in found:
        gap = max(each.span.start - span.end, span.start - each.span.end)
        if each.type == "SET" or _is_of_another(span, each, before, after, text):
            continue
        if each.span.start >= after:
            gap += 200
        if gap < distance:
            best, distance = period_value(each), gap
    return best


def _within(dates: Sequence[Expression], around: Span) -> list[Expression]:
    first = bisect_left(dates, around.start, key=lambda each: each.span.start)
    last = bisect_left(dates, around.end, key=lambda each: each.span.start)
    return [each for each in dates[first:last] if each.span.end <= around.end]


def _can_be(each: Expression, span: Span, text: str, parse: Doc | None) -> bool:
    """Tell whether a date can be the time of a figure at all.

    Not: a time of day, a length without ends, "annual" and its like, the day on which it is said, what stands
    behind "since", what an aside tells ("the museum, opened in 2013, …").
    """
    if each.value.endswith("_REF") or each.type == "TIME":
        return False
    if each.type == "DURATION" and (each.first is None or each.value[-1] not in "MQ"):
        return False
    if each.type == "SET" and " " not in each.span.of(text):
        return False
    if _SINCE.search(text, max(0, each.span.start - 14), each.span.start):
        return False
    return parse is None or not (of_saying(parse, each.span) or _is_aside(parse, each.span, span))


def _is_beside(span: Span, each: Expression, text: str) -> bool:
    pattern = _EACH if each.type == "SET" else _BESIDE
    return bool(text) and pattern.fullmatch(text, span.end, each.span.start) is not None


def _is_of_another(span: Span, each: Expression, before: Span | None, after: int, text: str) -> bool:
    """Tell whether a date is that of the figure that this one is compared with."""
    if not text:
        return False
    if each.span.start >= after:
        return _AGAINST.search(text, span.end, after) is not None
    if before is None or each.span.end > span.start:
        return False
    if each.span.end <= before.start:
        return _AGAINST.search(text, before.end, span.start) is not None
    return _is_beside(before, each, text) and _OTHER.fullmatch(text, each.span.end, span.start) is not None


def _root(parse: Doc, span: Span) -> Token | None:
    tokens = parse.char_span(span.start, span.end, alignment_mode="expand")
    return tokens.root if tokens is not None and len(tokens) else None


def _is_aside(parse: Doc, date: Span, figure: Span) -> bool:
    """Tell whether a date stands in a clause on something else than the figure and what it counts."""
    token, number = _root(parse, date), _root(parse, figure)
    if token is None or number is None:
        return False
    for _step in range(_STEPS):
        if token.dep_ in ("relcl", "acl"):
            holds = token.left_edge.i <= number.i <= token.right_edge.i
            return not holds and token.head.i not in (number.i, number.head.i)
        if token.head.i == token.i:
            return False
        token = token.head
    return False

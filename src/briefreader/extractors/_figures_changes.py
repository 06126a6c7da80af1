"""Pairs of figures that tell a change, and who said a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors._figures_value import Figure

if TYPE_CHECKING:
    from briefreader.extractors._resolution import Quotation

_FROM = re.compile(r"\bfrom\s(?:an?\s)?$", re.IGNORECASE)
_TO = re.compile(
    r"(?:\s[^.;:\n]{0,40}?)?,?\sto\s(?:(?:an?|about|around|nearly|almost|some|over|just|only|more than)\s)*$"
)
_BACK = re.compile(
    r"(?:\s[^.;:\n]{0,45}?)?,?\s(?:(?:up|down|rising|falling|compared|increased|reduced)\s)?(?:from|with|against)\s"
    r"(?:(?:an?|about|around|nearly|almost|some|over|just|only|more than)\s)*$"
)
_LEVEL = re.compile(
    r"\b(?:to|at|was|were|of|is|are|reached|totall?ed|hit|stood at|came to|earned|lost|posted|reported|up|"
    r"down|or|rose|fell|grew)\s(?:an?\s)?$|[,(]\s?$",
    re.IGNORECASE,
)

_ONCE = re.compile(
    r"\b(?:once|previously|formerly|originally|initially|used to)\s[^.;:,\n]{0,40}$", re.IGNORECASE
)
_GONE_TO = re.compile(
    r"[^.;:\n]*\b(?:risen|rose|rises|surged|soared|jumped|leapt|grown|grew|climbed|increased|expanded|fallen|fell|"
    r"falls|dropped|declined|shrunk|shrank|sunk|sank|plunged|decreased)\sto\s"
    r"(?:(?:an?|about|around|nearly|almost|some|over|just|only|more than)\s)*$"
)


def changes(text: str, found: Sequence[Figure]) -> dict[Span, tuple[float, float]]:
    """Return, for each figure of a pair that tells a change, the value before and the one after.

    "From 7 to 93 percent", "rose to $5 million, up from $4 million a year earlier", "which once came to
    7 percent, has surged to 93 percent".
    """
    pairs: dict[Span, tuple[float, float]] = {}
    for first, second in pairwise(found):
        if (
            first.value is None
            or second.value is None
            or (first.kind, first.unit) != (second.kind, second.unit)
        ):
            continue
        gap = text[first.span.end : second.number.start]
        before = text[max(0, first.span.start - 14) : first.span.start]
        if len(gap) > 75 or first.kind == "count" != second.kind:
            continue
        if _FROM.search(before) and _TO.fullmatch(gap):
            change = (first.value, second.value)
        elif _BACK.fullmatch(gap) and " from " in gap and _LEVEL.search(before):
            change = (second.value, first.value)
        elif _GONE_TO.fullmatch(gap) and _ONCE.search(text[max(0, first.span.start - 60) : first.span.start]):
            change = (first.value, second.value)
        else:
            continue
        pairs[first.span] = pairs[second.span] = change
    return pairs


_NAME_BEHIND = re.compile(
    r"\s(?P<name>(?:[A-Z][\w&.’'-]*)(?:\s[A-Z][\w&.’'-]*){0,3})(?=,?\s(?:said|says|told|reported)\b)"
)


def said_by(span: Span, quotations: Iterable[Quotation], text: str = "") -> str:
    """Return the name of the speaker of the shortest quotation around a figure, or "".

    Of "Italian cable maker X said" it is X, where only the words before the name were taken for the speaker.
    """
    around = [
        each
        for each in quotations
        if each.span.start <= span.start and span.end <= each.span.end and each.speaker is not None
    ]
    closest = min(around, key=lambda each: len(each.span), default=None)
    if closest is None or closest.speaker is None:
        return ""
    if not closest.speaker.name:
        return ""
    behind = _NAME_BEHIND.match(text, closest.speaker.span.end)
    return behind["name"] if behind and closest.speaker.name.split()[-1].islower() else closest.speaker.name

"""Figures: money, percentages, quantities and counts, with what they measure and for which time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.extractors import _figures_context as context
from briefreader.extractors._figures import figures
from briefreader.extractors._figures_changes import changes, said_by
from briefreader.extractors._figures_period import period
from briefreader.extractors._figures_value import Figure
from briefreader.extractors._reading import Reading
from briefreader.i18n import N_, _

NAME, VERSION = "figure", 6
LABEL = N_("Figures")

MINED_NOISE = ("caption",)
"""Kinds of noise whose figures count."""


def extract(reading: Reading) -> Iterator[Fact]:
    """Yield every figure, numbers of dates left out."""
    text, document = reading.text, reading.document
    taken = [each.span for each in reading.dates]
    noises = [noise.span for noise in document.noise if noise.kind not in MINED_NOISE]
    if sum(map(len, noises)) < len(text.strip()):  # else there is nothing that it stands apart from
        taken += noises
    found = figures(text, taken)
    rates = _rate_lines(text, found)
    moves, numbers = changes(text, found), [each.span for each in found]
    said = reading.quotations[0] if found else []
    for each in found:
        if each.span.start in rates:
            continue
        move, speaker = moves.get(each.span), said_by(each.span, said, text)
        more: dict[str, Any] = {"change": {"from": move[0], "to": move[1]}} if move else {}
        if speaker:
            more["said_by"] = speaker
        yield _fact(reading, each, numbers, more)


_WHY = {
    "money": N_("a number with a currency"),
    "percent": N_("a number with a word or sign for percent"),
    "quantity": N_("a number with a unit of measure"),
    "count": N_("a number with what is counted"),
}


def _why(text: str, found: Figure) -> str:
    """Say by what a figure was known, and by which words it is compared."""
    why = _(_WHY[found.kind]) if found.kind in _WHY else ""
    compares = " ".join(text[found.span.start : found.number.start].split())
    return _("{why}; “{words}” compares it").format(why=why, words=compares) if why and compares else why


def _fact(reading: Reading, found: Figure, numbers: list[Span], more: dict[str, Any]) -> Fact:
    text = reading.text
    around = context.sentence(text, found.span.start, found.span.end)
    about = context.measured(text, found.span.start, found.span.end, found.kind)
    if (
        not about
        and found.kind != "count"
        and found.value is not None
        and around.end - around.start > len(found.span) + 12
    ):
        about = context.subject(reading.parse, found.span)
    when = period(found.span, around, reading.dates, numbers, text, reading.parse if reading.dates else None)
    key = _is_key(text, found, about)
    data = {
        "kind": found.kind, "comparator": found.comparator, "measure": about, "period": when, "key": key,
        "to": found.to, "why": _why(text, found),
        "core": {"start": found.number.start, "end": found.number.end}, **more,
    }  # fmt: skip
    return reading.fact(
        "figure",
        found.span,
        amount=found.value,
        unit=found.unit,
        about=about,
        when=when,
        score=_score(found, key),
        data=data,
    )


_RANK = {"money": 0.8, "percent": 0.7, "quantity": 0.6, "count": 0.4}
_OWN = re.compile(r"\b(?:its|their|his|her|our|my|your|the|these|those|both|all|between)\s$", re.IGNORECASE)


def _is_key(text: str, found: Figure, about: str) -> bool:
    """Tell whether a figure is worth showing by itself.

    Not: a small count, a count that only points back ("the two countries", "its 280 million
    people"), an idiom or proverb in quotation marks, a figure without a number.
    """
    if (
        found.value is None
        or _in_saying(text, found.span)
        or _PROVERB.search(text, max(0, found.span.start - 40), found.span.end + 30)
    ):
        return False
    if found.kind == "count" and found.value >= 1 and _is_of_harm(text, found.span):
        return True
    background = _OWN.search(text[max(0, found.span.start - 10) : found.span.start])
    if found.kind == "count":
        if not about or (
            background
            and (found.value < 10 or background[0].strip().lower() in ("its", "their", "his", "her"))
        ):
            return False
        return found.value >= 10
    if found.kind == "quantity":
        return found.value > 1 and not (
            background and background[0].strip().lower() in ("its", "their", "his", "her")
        )
    return True


_HARMED = (
    r"(?:killed|kills|killing|wounded|wounding|injured|injuring|injures|hurt|dead|died|arrested|arresting|"
    r"detained|detaining|kidnapped|abducted|executed|missing|beheaded|shot dead)"
)
_HARM_BEFORE = re.compile(
    rf"\b{_HARMED}\s(?:(?:at least|about|some|another|up to|more than)\s)?$", re.IGNORECASE
)
_HARM_BEHIND = re.compile(
    r"(?:\s(?:of them|others|more|other|[a-z]+s|people|men|women|children|police))?\s"
    r"(?:(?:was|were|are|is|has been|have been|had been|had|remain|remained)\s)?"
    rf"(?:(?:also|feared|reported)\s)?{_HARMED}\b"
)
"""What was done to a few people: a small number tells much there."""
_PROVERB = re.compile(
    r"\bworth a thousand words\b|\ba thousand (?:times|cuts|apologies)\b|"
    r"\ba million (?:times|reasons|miles)\b|"
    r"\bworth two in the bush\b|\b(an? \w+) \w+ed is \1 \w+ed\b",
    re.IGNORECASE,
)


def _is_of_harm(text: str, span: Span) -> bool:
    """Tell whether a count is of people killed, injured, arrested or missing."""
    return (
        _HARM_BEFORE.search(text, max(0, span.start - 40), span.start) is not None
        and re.match(r"\s[a-z]|[.,;]", text[span.end : span.end + 2]) is not None
    ) or _HARM_BEHIND.match(text, span.end, span.end + 60) is not None


def _in_saying(text: str, span: Span) -> bool:
    """Tell whether a figure stands in a short stretch in quotation marks without a noun behind it."""
    opening = max(text.rfind(mark, max(0, span.start - 60), span.start) for mark in '"“')
    if opening < 0 or "\n" in text[opening : span.start]:
        return False
    closing = re.compile(r"[\"”]").search(text, span.end, span.end + 60)
    return (
        closing is not None
        and closing.start() - opening < 60
        and not re.match(r"\s?[a-z%$]{3}", text[span.end : span.end + 5])
    )


def _score(found: Figure, key: bool) -> float:
    return round(_RANK[found.kind] + (0.2 if key else -0.3) - (0.1 if found.value is None else 0), 3)


def _rate_lines(text: str, found: list[Figure]) -> set[int]:
    """Return the starts of figures that fill lines of a table of rates: two or more such lines on end."""
    alone: list[tuple[int, int, int]] = []
    for each in found:
        start = text.rfind("\n", 0, each.span.start) + 1
        end = text.find("\n", each.span.end)
        end = len(text) if end < 0 else end
        if end - start <= len(each.span) + 4 and not re.search(
            r"\w", text[start : each.span.start] + text[each.span.end : end]
        ):
            alone.append((start, end, each.span.start))
    rates: set[int] = set()
    for (_start, end, first), (start, _end, second) in pairwise(alone):
        if not text[end:start].strip() and start - end < 4:
            rates |= {first, second}
    return rates

"""When an undated document was published: inferred from what it says, never from a clock or a file's time.

Only what the text states counts, in this order: an anniversary of a known event together with the
latest date spoken of as past; a year into which the latest past and the earliest coming date both fall.
Otherwise only a bound is known, which is told as the reason why there is no date: a past date in the
first lines may be that of a birth. The precision is that of the argument: a year, or a month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefreader.domain.document import Document, Published
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.library._history import EVENTS

VERSION = 2

_AROUND = 320
_EXPLICIT = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_RANGE = re.compile(r"\d{4}\s?[-–]\s?\Z")
_COMING = re.compile(
    r"\b(?:scheduled|upcoming|forthcoming|plan(?:s|ned|ning)?|expect(?:s|ed)?|set to|due to|aims?|targets?"
    r"|goals?|next|by|until|till|through|as early as|no later than|ahead of|starting|beginning|from|covering"
    r"|for the period|forecast(?:s|ed)?|projected|deadline|vision|strategy|roadmap|programme for|term)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:will|would|shall|could|may|might)\b")  # "May" is a month
_SURELY_COMING = re.compile(
    r"\b(?:will (?:be|take|host|hold|begin|start|open)|(?:is|are|was|were) (?:scheduled|due|set) (?:for|to)"
    r"|upcoming)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|has|have|took|held|met|said|began|became|won|went|came|made|gave|saw|fell|rose|"
    r"grew|led|left|brought|built|sent|spoke|told|paid|ran|stood|sold|bought|lost|found|put|set"
    r"|[a-z]{2,}(?<!ne)(?<!inde)(?<!exce)ed)\b",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th)[\s-]{1,3}anniversary\s{1,3}(?:of|since)\s{1,3}(?=([^.!?;\n]{3,120}))"
    r"|\b(\d{1,3})\s{1,3}years\s{1,3}(?:after|since|from|have passed since)\s{1,3}(?=([^.!?;\n]{3,120}))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A date that the text names with its year: the first day it can mean, its value and its place."""

    first: date
    value: str
    span: Span


def infer(analysis: Analysis) -> Published:
    """Return the date that the text lets one conclude, or no date with the bound that is known."""
    document = analysis.document
    named = [mention for fact in analysis.facts if (mention := _named(document, fact))]
    past = [mention for mention in named if _is_past(document.text, mention.span)]
    latest = max(past, key=lambda mention: (mention.first, len(mention.value)), default=None)
    return _from_anniversary(document, latest) or _from_both_sides(document, named, latest) or _bound(latest)


def _named(document: Document, fact: Fact) -> _Mention | None:
    """Return a date fact as a mention if its year is written out."""
    start = fact.data.get("from")
    if fact.kind != "date" or not start or not _EXPLICIT.fullmatch(fact.when) or document.is_noise(fact.span):
        return None
    if fact.when[:4] not in fact.text or _RANGE.search(document.text[: fact.span.start][-8:]):
        return None
    try:
        return _Mention(date.fromisoformat(str(start)), fact.when, fact.span)
    except ValueError:
        return None


def _is_past(text: str, span: Span) -> bool:
    """Tell whether a date is spoken of as past: its sentence has a past verb, and nothing points ahead."""
    before, after = _sentence(text, span)
    said = f"{before} {after}"
    if _COMING.search(before[-60:]) or _SURELY_COMING.search(said) or _MODAL.search(said):
        return False
    return bool(_PAST.search(before) or _PAST.search(after))


def _sentence(text: str, span: Span) -> tuple[str, str]:
    """Return what stands before and after a span in its sentence."""
    before = re.split(r"[.!?]\s|\n", text[max(0, span.start - _AROUND) : span.start])[-1]
    after = re.split(r"[.!?](?:\s|$)|\n", text[span.end : span.end + _AROUND])[0]
    return before, after


def _anniversaries(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the years that anniversaries of known events fall in, with the words that say so."""
    for match in _ANNIVERSARY.finditer(document.text):
        span = Span(*match.span())
        if document.is_noise(span):
            continue
        before, _after = _sentence(document.text, span)
        if _SURELY_COMING.search(before) or re.search(
            r"\b(?:next|will|ahead of|upcoming)\b", before, re.IGNORECASE
        ):
            continue
        count, event = int(match[1] or match[3]), match[2] or match[4]
        for pattern, year in EVENTS:
            if named := pattern.match(event):
                end = match.start(2 if match[1] else 4) + named.end()
                yield year + count, document.text[match.start() : end]
                break


def _from_anniversary(document: Document, latest: _Mention | None) -> Published | None:
    years = dict(_anniversaries(document))
    # Two anniversaries may not contradict each other, nor a date that is already past.
    if len(years) != 1:
        return None
    year, words = next(iter(years.items()))
    if latest is not None and not 0 <= year - latest.first.year <= 2:
        return None
    reason = _("The text speaks of the “{words}”, which was in {year}.").format(words=words, year=year)
    return Published(str(year), "inferred", f"{reason} {_not_before(latest)}".strip())


def _from_both_sides(document: Document, named: list[_Mention], latest: _Mention | None) -> Published | None:
    """Return the year into which the latest past and the earliest coming date both fall."""
    if latest is None or len(latest.value) < 7:
        return None
    coming = [each for each in named if len(each.value) >= 7 and _is_coming(document.text, each.span)]
    earliest = min(coming, key=lambda each: each.first, default=None)
    if earliest is None or earliest.first <= latest.first or earliest.first.year != latest.first.year:
        return None
    reason = _("After {past}, of which the text speaks as past, and before {coming}, which is still to come.")
    told = reason.format(past=latest.span.of(document.text), coming=earliest.span.of(document.text))
    return Published(str(latest.first.year), "inferred", told)


def _is_coming(text: str, span: Span) -> bool:
    before, after = _sentence(text, span)
    return bool(_SURELY_COMING.search(before[-120:] + " " + after[:40]))


def _bound(latest: _Mention | None) -> Published:
    return Published("", "none", _not_before(latest))


def _not_before(latest: _Mention | None) -> str:
    if latest is None:
        return ""
    return _("Not before {date}, of which it speaks as past.").format(date=latest.value)

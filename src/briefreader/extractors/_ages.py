"""Bare ages ("aged 63", "Ana Lima, 51,"): they are no time expressions in TimeML, but they tell a birth.

"57-year-old" and "57 years old" are expressions of time of their own (`_dates_durations`). An age counts
from the day of publication unless the sentence says that it is of another day; where it does not say of
which, the age tells nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _numbers
from briefreader.extractors._ages_whose import is_alive_before, names_somebody
from briefreader.extractors._dates_bounds import Bound, born, reckoned
from briefreader.extractors._dates_context import Context
from briefreader.extractors._dates_cover import Cover

if TYPE_CHECKING:
    from briefreader.extractors._dates import Expression
    from briefreader.extractors._reading import Reading

OLDEST = 115
"""Beyond this nobody's age is told, and a bare number is something else."""
_N = rf"(?:\d{{1,3}}|{_numbers.WORD_NUMBER})"
_NO_MORE = (
    r"(?![\w%+]|[-–—/:]\d|\.\d|,\d|[-–— ](?:to|through|plus|months?|weeks?|days?|percent|per cent)\b"
    r"| (?:and|or) (?:over|above|under|older|younger|up|more|below|upwards?)\b|[- ]years? (?:in|of|ago)\b)"
)
"""What an age does not stand before: "aged 18 to 24", "aged 65 and over", "aged 18 months"."""
_NEXT = rf"(?:, (?:and |or )?| and | or ){_N}"
_AGED = re.compile(rf"\baged (?P<ages>{_N}(?:{_NEXT})*)(?!{_NEXT}){_NO_MORE}", re.IGNORECASE)
_AT_AGE = re.compile(rf"\bat (?:the )?age (?:of )?(?P<ages>{_N}){_NO_MORE}", re.IGNORECASE)
_TURNED = re.compile(rf"\bturn(?:s|ed|ing)? (?P<ages>{_N})\b", re.IGNORECASE)
_BIRTHDAY = re.compile(r"\b(?P<ages>\d{1,3})(?:st|nd|rd|th) birthday\b", re.IGNORECASE)
_EACH = re.compile(_N, re.IGNORECASE)
_BEHIND_NAME = re.compile(
    r",\s(?P<age>\d{1,3})(?:(?P<stop>[.;])(?=[\s\"”’']|$)|,(?!\s?\d)"
    r"(?!\s(?:[A-Z][\w.’'-]*\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Square|Boulevard)\b))"
)
_NOUN = re.compile(
    r"\b(?:an?|the|his|her|their|its|our|my|whose|another|one) (?:[a-z’'-]+ ){0,3}?(?P<noun>[a-z-]+)(?=, \d)",
    re.IGNORECASE,
)
"""A noun with its article before an age: "his wife, 51,"."""
_BRACKETED = re.compile(r"\s\((?P<age>\d{1,3})\)")
_SCORED = re.compile(
    r"\b(?:points?|goals?|scor(?:e|es|ed|er|ers|ing)|runs|wickets|rebounds|assists|votes|seats|minutes?|"
    r"penalt(?:y|ies)|tries|innings|medals)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:^|\s)(?P<before>(?:(?!and\s|or\s)[\w’'-]+\s){0,2})(?:[a-z-]{3,}s|people|children|women|men)\s$"
)
_SOME = re.compile(
    r"\b(?:the|his|her|their|our|its|these|those|both|\d+|two|three|four|five|six|seven)\s", re.I
)
"""What makes a group of it certain people: "two pupils aged 11", not "for pupils aged 11"."""
_DEATH = re.compile(r"\b(?:di(?:ed|es)|passed away|killed|shot dead|executed|drowned)\b", re.IGNORECASE)
_JUST_DIED = re.compile(r"\b(?:(?:has|have)\s(?:[a-z]+\s)?(?:died|passed away)|dies)\b", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(r"\b(?:and|but|before|after|then|later|who|whose|which|when|while)\b|[;:]")
_RIGHT_BEHIND = re.compile(r",?\s(?:on\s|in\s|at\s)?|\s?\)\s(?:on|in)\s", re.IGNORECASE)
_LAST_WORD = re.compile(r"([\w’'-]+)(?:,\s|\s\(?)$")
_LONG_AGO = 400  # days: what a sentence tells of earlier years before it names somebody's age


@dataclass(frozen=True, slots=True)
class Age:
    """A bare age: the number's place, the years, what it says of the birth, and the reckoning."""

    span: Span
    years: int
    bound: Bound
    why: str


def bare_ages(reading: Reading) -> list[Age]:
    """Return the ages that stand as bare numbers and tell a birth, in the order of the text."""
    return _Ages(reading).found()


class _Ages:
    """The search for ages in one document."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.text = reading, reading.text
        published = reading.document.published
        self.day = published.first if published.precision == "day" else None
        self.dates = [each for each in reading.dates if each.type in ("DATE", "TIME") and each.first]
        self._starts = [each.span.start for each in self.dates]

    @cached_property
    def _context(self) -> Context:
        return Context.of(self.text, self.reading.document.published)

    @cached_property
    def _ends_of_names(self) -> frozenset[int]:
        return frozenset(each.span.end for each in self.reading.mentions if each.kind == "person")

    def _between(self, first: int, last: int) -> list[Expression]:
        """Return the days that are told between two places."""
        return self.dates[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def found(self) -> list[Age]:
        taken = Cover(each.span for each in self.reading.dates)
        noise = Cover(each.span for each in self.reading.document.noise if each.kind != "caption")
        ages: dict[Span, Age] = {}
        for span, days, exact in self._told():
            years = _value(span.of(self.text))
            if not 1 <= years <= OLDEST or days is None:
                continue
            if taken.touches(span.start, span.end) or noise.touches(span.start, span.end):
                continue
            bound = born(years, *days, exact=exact, alive=is_alive_before(self.text, span.start))
            ages.setdefault(span, Age(span, years, bound, reckoned(span.of(self.text), *days, bound)))
        return [ages[span] for span in sorted(ages)]

    def _told(self) -> Iterator[tuple[Span, tuple[date, date] | None, bool]]:
        """Yield each number that is an age, on which days it was had, and whether on the very birthday."""
        for match in _AGED.finditer(self.text):
            if not self._is_of_anybody(match.start()):
                for each in _EACH.finditer(match["ages"]):
                    start = match.start("ages") + each.start()
                    yield Span(start, start + len(each[0])), self._when(match.start(), match.end()), False
        for match in _AT_AGE.finditer(self.text):
            yield Span(*match.span("ages")), self._when(match.start(), match.end(), past=True), False
        for pattern in (_TURNED, _BIRTHDAY):
            for match in pattern.finditer(self.text):
                yield Span(*match.span("ages")), self._right_behind(match.end()), True
        if _BEHIND_NAME.search(self.text) or _BRACKETED.search(self.text):
            yield from ((span, self._now(span.start), False) for span in self._behind_names())

    def _is_of_anybody(self, place: int) -> bool:
        """Tell whether an age is that of a kind of people, not of somebody: "for pupils aged 11"."""
        group = _GROUP.search(self.text, max(0, place - 60), place)
        return group is not None and _SOME.search(group["before"]) is None

    def _behind_names(self) -> Iterator[Span]:
        """Yield the numbers right behind names of people, or nouns for them, that are ages."""
        candidates: list[tuple[Span, tuple[int, int]]] = []
        for mention in self.reading.mentions:
            if mention.kind != "person":
                continue
            full = " " in mention.text
            match = _BEHIND_NAME.match(self.text, mention.span.end)
            if match and match["stop"] and not full:
                match = None
            match = match or (_BRACKETED.match(self.text, mention.span.end) if full else None)
            if match:
                sentence = self._context.bounds(mention.span.start, match.end())
                candidates.append((Span(*match.span("age")), sentence))
        for noun in _NOUN.finditer(self.text):
            match = _BEHIND_NAME.match(self.text, noun.end())
            if match and not match["stop"] and names_somebody(noun["noun"]):
                sentence = self._context.bounds(noun.start(), match.end())
                candidates.append((Span(*match.span("age")), sentence))
        candidates.sort(key=lambda each: each[0].start)
        starts = [span.start for span, _bounds in candidates]
        for span, (first, last) in candidates:
            several = bisect_left(starts, last) - bisect_left(starts, first) > 1
            bracketed = self.text[span.start - 1] == "("
            if not ((several or bracketed) and _SCORED.search(self.text[first:last])):
                yield span

    def _now(self, place: int) -> tuple[date, date] | None:
        """Return the day of publication, unless the sentence speaks of years past before the age is told.

        Of somebody who died it may speak of them behind it, too.
        """
        first, last = self._context.bounds(place, place + 1)
        until = last if _DEATH.search(self.text, first, last) else place
        if self.day is None:
            return None
        told = [_days(each) for each in self._between(first, until)]
        past = any(days and (self.day - days[1]).days > _LONG_AGO for days in told)
        return None if past else (self.day, self.day)

    def _when(self, start: int, end: int, past: bool = False) -> tuple[date, date] | None:
        """Return on which days an age was had: "aged 63", or "at the age of 63" of what was (``past``)."""
        first, last = self._context.bounds(start, end)
        if not past and not _DEATH.search(self.text[first:start]):
            return self._now(start) if self._is_beside_somebody(start) else None
        beside = self._right_behind(end) or self._right_before(first, start)
        if beside:
            return beside
        just_now = _JUST_DIED.search(self.text, first, last) is not None
        return (self.day, self.day) if just_now and self.day else None

    def _is_beside_somebody(self, place: int) -> bool:
        """Tell whether "aged" stands behind who is so old, not behind what one did: "went to sea aged 14"."""
        word = _LAST_WORD.search(self.text, max(0, place - 40), place)
        if word is None or names_somebody(word[1]):
            return word is not None
        return word.end(1) in self._ends_of_names

    def _right_behind(self, end: int) -> tuple[date, date] | None:
        """Return the days of the date that stands right behind a place: "turned 40 last year"."""
        for each in self._between(end, end + 6):
            if _RIGHT_BEHIND.fullmatch(self.text, end, each.span.start):
                return _days(each)
        return None

    def _right_before(self, first: int, start: int) -> tuple[date, date] | None:
        """Return the days of the date told last in the same clause: "died on Tuesday in Rome, aged 63"."""
        before = [each for each in self._between(first, start) if each.span.end <= start]
        if not before:
            return None
        gap = self.text[before[-1].span.end : start]
        plain = len(gap) < 60 and not _OTHER_CLAUSE.search(gap) and "," not in gap.rstrip(" ,(")
        return _days(before[-1]) if plain else None


def _days(each: Expression) -> tuple[date, date] | None:
    if not (each.first and each.last):
        return None
    return date.fromisoformat(each.first), date.fromisoformat(each.last)


def _value(words: str) -> int:
    return int(words) if words.isdigit() else int(_numbers.from_words(words) or 0)

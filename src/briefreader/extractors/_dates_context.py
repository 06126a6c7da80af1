"""What a date's meaning hangs on: the day the document speaks from, the tense, the date before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from briefreader.domain.document import Published
from briefreader.extractors._dates_calendar import interval

_FUTURE = (
    r"(?:will|shall|’ll|'ll|would|must|should|may|might)\s+(?:not\s+|also\s+)*(?:stay|remain|be\s+kept|keep)\s+"
    r"(?:[a-z]+ed|shut|open)|"
    r"(?!(?:would|could|might|should)\s+(?:not\s+)?have\s+(?!to\b))"
    r"(?:will|shall|’ll|'ll|won['’]t|would|must|should|may|might|could|can)\s+(?:not\s+|also\s+|be\s+|"
    r"then\s+)*[a-z]+"
    r"|(?:is|are|was|were)\s+(?:due|scheduled|set|expected|slated|planned|likely|supposed|to|about|"
    r"going)\b(?:\s+to)?(?:\s+be)?(?:\s+[a-z]+)?"
    r"|(?:plans?|planning|hopes?|intends?|expects?|aims?|promised|pledged|vowed|"
    r"agreed(?!\s+to\s+(?:buy|acquire|sell|purchase|merge)\b)|ordered|wants?|set|"
    r"due|scheduled)\s+to\s+(?:be\s+)?[a-z]+"
    r"|(?:was|were|been)\s+(?:moved|postponed|delayed|rescheduled|extended|adjourned|pushed back)\s+"
    r"(?:to|until|till)"
    r"|(?:expects|expect|forecasts|anticipates?|predicts?|foresees?)\b|to\s+be\s+[a-z]+|upcoming|scheduled|deadline|forthcoming|invites?\b|(?<=\s)to\s+(?:begin|start|"
    r"meet|hold|visit|take|open|launch|run|release|publish|announce|vote|discuss|face|play)"
    r"|(?:opens?|closes?)\s+at(?=\s+\d)|resumes?|reopens?|closes|returns|leaves|arrives|retires|debuts|premieres|airs|begin|start|meets?|gathers?|begins|"
    r"starts|opens|launches|kicks off|takes (?:place|effect|office|over)|runs (?:through|until|to)|"
    r"faces|votes|expires|ends|convenes|reconvenes|concludes|unveils|departs|hosts|"
    r"(?:go|goes|head|heads) to|returns? to|(?:holds?|has|have|plays?)\s(?:its|their|the|his|her)\snext"
)
_PAST = (
    r"(?:would|could|might|should)(?:\s+not)?\s+have\s+(?!to\b)(?:been\s+)?[a-z]+|"
    r"said|told|was|were|had|did|began|came|went|took|made|held|met|rose|fell|won|lost|left|gave|got|saw|"
    r"found|sent|led|put|shot|hit|"
    r"became|spoke|wrote|kept|struck|broke|drew|grew|sold|bought|paid|built|cut|ran|set|flew|fought|sank|"
    r"hurt|laid|"
    r"(?!need|hundred|indeed|speed|exceed|proceed|succeed|united|limited|armed)[a-z]{2,}ed"
)
_PRESENT = (
    r"is|are|has|have|(?<=\bit)['’]s|(?<=\bhe)['’]s|(?<=\bthere)['’]s|(?<=\bthat)['’]s|['’]re|['’]ve|does|do|remains?|faces|exceeds?|stands?|says|believes?|continues?|"
    r"needs?|means|lives?|works?|becomes?"
)
_VERB = re.compile(rf"(?:\b|(?=['’]))(?:(?P<future>{_FUTURE})|(?P<past>{_PAST})|(?P<present>{_PRESENT}))\b")
_NOUNS_TOO = re.compile(r"start|meets?|returns|leaves|faces|votes|ends")
_ARTICLE_BEFORE = re.compile(
    r"\b(?:an?\s(?:[\w-]+\s){0,2}(?=start)|(?:an?|the|its|their|his|her|our|this|that|no)\s(?=[a-z]))",
    re.IGNORECASE,
)
_NO_VERB_BEHIND = re.compile(r"(?<![\w’'-])(?:the|an?|its|their|his|our|of|for|with|from|in|fully|newly)\s$")
"""Behind these a word in -ed says what something is like: "will let in vaccinated visitors from May 2"."""
_NO_END = "".join(
    rf"(?<!\b{word})"
    for word in (
        "[A-Z]",
        r"[ap]\.m",
        "Mr",
        "Ms",
        "Mrs",
        "Dr",
        "Gov",
        "Gen",
        "Sen",
        "Rep",
        "Lt",
        "Col",
        "St",
        "Prof",
        "Rev",
    )
)
_SENTENCE_END = re.compile(rf"(?=[.!?]){_NO_END}[.!?][\"”’']?\s+(?=[\"“‘']?[A-Z])|\n")
_ARRANGING = (
    r"\b(?:call(?:s|ed|ing)?|sets?|declar(?:es?|ed|ing)|fix(?:es|ed)?|schedul(?:es?|ed|ing)|plan(?:s|ned)?|"
    r"book(?:s|ed)?|slated|announc(?:es?|ed|ing)|convene[sd]?)"
)
_ARRANGED = re.compile(_ARRANGING + r"\s(?:[^.!?;\n]{0,100}\s)?for\s(?:early\s|late\s)?$")
_ARRANGED_NEXT = re.compile(_ARRANGING + r"\sfor\s(?:early\s|late\s)?$")
"""What lies ahead of the word that arranges it: "called a strike for June 3", "planned for May"."""
_CALLED_OFF = re.compile(
    r"[^.!?;,\n]{0,60}?\b(?:was|were|been)\s(?:then\s|also\s|later\s)?"
    r"(?:postponed|cancell?ed|called off|put off|scrapped|shelved|delayed|suspended)\b"
)
_JUST_BEFORE = re.compile(
    r"\b(?:hours?|minutes?|moments|days?|weeks?|shortly|just)\sbefore\s[^.!?;\n]{0,80}?\b"
    r"(?:was|were|had been)\s(?:due|scheduled|set|supposed|expected|to)\b[^.!?;\n]*$"
)
"""What was to be when something else happened: "called off hours before they were due to start on …"."""
_BASE_FORMS = frozenset(["cut", "set", "put", "hit", "hurt", "led", "shut", "cost", "let"])
_BEFORE, _AFTER = 240, 160
_MERE_END = re.compile(r"\b(?:since|until|till)\s$")
_SAID = re.compile(
    r"\b(?:said|told|announced|reported|confirmed|added)\s(?:(?:in|at|to)\s)?(?:(?!that\b)[\w’']+\s){0,4}?(?:(?:on|at)\s)?"
    r"(?:late\s|early\s)?$"
)
_FULL_DAY = r"\d{4}-\d\d-\d\d"
_SOON = 31  # days: farther from publication than this, a day is not what is reported on


def lowered(text: str) -> str:
    """Return a text in lower case with every place kept (some letters grow in lower case: left alone)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@dataclass
class Context:
    """The state while the dates of a document are read in order.

    ``anchor`` is the day from which relative dates are counted, ``exact`` how exactly it is known
    ("day", "month", "year" or "none"); ``mentions`` holds (place, value) of dates already read.
    """

    text: str
    anchor: date | None
    exact: str
    mentions: list[tuple[int, str]] = field(default_factory=list)
    _stops: list[int] | None = None
    _verbs: list[tuple[int, int, str]] | None = None
    _starts: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, published: Published) -> Context:
        """Start from when a document was published."""
        return cls(text, published.first, published.precision)

    def base(self, unit: str = "day") -> date | None:
        """Return the day to count from, or None if it is not known exactly enough for the unit."""
        fine = {
            "year": ("day", "month", "year"),
            "decade": ("day", "month", "year"),
            "century": ("day", "month", "year"),
        }
        allowed = fine.get(unit, ("day", "month") if unit in ("month", "quarter") else ("day",))
        return self.anchor if self.exact in allowed else None

    def remember(self, place: int, value: str) -> None:
        """Keep a date; where no publication date is known, the first full one becomes the anchor."""
        self.mentions.append((place, value))
        if self.anchor is None and re.match(r"\d{4}-\d\d-\d\d", value):
            self.anchor, self.exact = date.fromisoformat(value[:10]), "day"

    def focus(self, place: int, reach: int = 600, past: bool = False) -> date | None:
        """Return the first day of the nearest dated mention shortly before a place, else the anchor.

        From what is past (``past``) nothing counts from a day to come.
        """
        for value in self._near(place, reach):
            first = interval(value)[0]
            if first and re.match(r"\d{4}-\d\d-\d\d", value):
                if past and self.anchor and first > self.anchor.isoformat():
                    continue
                return date.fromisoformat(first)
        return self.base()

    def _near(self, place: int, reach: int) -> Iterator[str]:
        """Yield the values told before a place, the nearest first, that something may count from.

        Nothing counts from the mere end of a stretch ("the highest since 2012"), nor from the day on which it
        is said what happened on another day of the same sentence.
        """
        for index in range(len(self.mentions) - 1, -1, -1):
            start, value = self.mentions[index]
            if place - start > reach:
                return
            if not (_MERE_END.search(self.text, max(0, start - 12), start) or self._is_said_day(index)):
                yield value

    def _is_said_day(self, index: int) -> bool:
        """Tell whether a day is when somebody says what was on another day of the sentence, told before."""
        start, value = self.mentions[index]
        if index == 0 or self.anchor is None or not self.is_said(start):
            return False
        before, other = self.mentions[index - 1]
        if not (re.fullmatch(_FULL_DAY, value) and re.fullmatch(_FULL_DAY, other)) or value == other:
            return False
        apart = abs((date.fromisoformat(other) - self.anchor).days)
        return apart <= _SOON and before >= self.bounds(start, start + 1)[0]

    def focus_value(self, place: int, reach: int = 300, past: bool = False) -> str | None:
        """Return the value of the nearest mention shortly before a place; ``past`` as for `focus`."""
        for value in self._near(place, reach):
            if re.match(r"\d{4}", value):
                if past and self.anchor and (interval(value)[0] or "") > self.anchor.isoformat():
                    continue
                return value
        return None

    def told_as(self, place: int, shape: str, reach: int = 300) -> str:
        """Return the value of the nearest mention of a shape shortly before a place, or ""."""
        near = (value for start, value in reversed(self.mentions) if place - start <= reach)
        return next((value for value in near if re.fullmatch(shape, value)), "")

    def day_told(self, start: int) -> date | None:
        """Return the last day that was told in the same sentence before a place."""
        first, _last = self.bounds(start, start + 1)
        for place, value in reversed(self.mentions):
            if place < first:
                break
            if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                return date.fromisoformat(value)
        return None

    def sentence(self, start: int, end: int) -> tuple[str, str]:
        """Return the sentence's text before and after a stretch."""
        first, last = self.bounds(start, end)
        return self.text[first:start].strip(), self.text[end:last]

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Return where the sentence around a stretch starts and ends, as far as it is looked at."""
        if self._stops is None:
            self._stops = [match.end() for match in _SENTENCE_END.finditer(self.text)]
        index = bisect_right(self._stops, start)
        first = self._stops[index - 1] if index else 0
        later = bisect_left(self._stops, end + 1)
        last = self._stops[later] if later < len(self._stops) else len(self.text)
        return max(first, start - _BEFORE), min(last, end + _AFTER)

    def _is_verb(self, match: re.Match[str]) -> bool:
        """Tell a verb from a name ("Mohamed", "May") and from a noun ("a bright start")."""
        start = match.start()
        if self.text[start].isupper() and not self.text[start + 1 : start + 2].isupper():
            return False
        if match.lastgroup == "past" and match[0].endswith("ed") and " " not in match[0]:
            return _NO_VERB_BEHIND.search(self.text, max(0, start - 8), start) is None
        if _NOUNS_TOO.fullmatch(match[0]) is None:
            return True
        articles = _ARTICLE_BEFORE.finditer(self.text, max(0, start - 40), start + 5)
        return all(article.end() != start for article in articles)

    def tense(self, start: int, end: int) -> str:
        """Return "past", "future", "present" or "" by the verb nearest to a stretch, before it first.

        A verb before the date in its sentence governs it; with none there, the first one after.
        """
        verb = self._governing(start, end)
        if verb is None:
            return ""
        verb_start, verb_end, kind = verb
        word = self.text[verb_start:verb_end].lower()
        if kind == "present" and 0 <= start - verb_end < 2 and word in ("is", "are"):
            return "future"  # "the deadline is Sunday"
        return kind

    def arranged(self, start: int, end: int, whole: bool) -> bool:
        """Tell whether a date is one that something was arranged for, or of what was called off.

        Of a bare month (not ``whole``) only right behind the verb: "set a record for May" arranges nothing.
        """
        first, last = self.bounds(start, end)
        if (_ARRANGED if whole else _ARRANGED_NEXT).search(self.text, first, start):
            return True
        verb = self._governing(start, end)
        return whole and verb is not None and verb[0] > end and bool(_CALLED_OFF.match(self.text, end, last))

    def just_before(self, start: int, end: int) -> bool:
        """Tell whether a date is when something was due that had not begun when something else happened."""
        first, _last = self.bounds(start, end)
        found = _JUST_BEFORE.search(self.text, first, start)
        return (
            found is not None and re.search(rf"\b(?:{_PAST})\b", self.text[first : found.start()]) is not None
        )

    def month_told(self, place: int, reach: int = 300) -> date | None:
        """Return the first day of the month that was told before a place.

        Days within a week of the publication are passed over for a month: on such a day it is said.
        """
        for value in self._near(place, reach):
            first = interval(value)[0] if re.match(r"\d{4}-(?:\d\d|W\d\d)", value) else None
            if first is None:
                continue
            day = date.fromisoformat(first).replace(day=1)
            near = (
                self.anchor
                and len(value) >= 10
                and abs((date.fromisoformat(value[:10]) - self.anchor).days) < 8
            )
            if not near:
                return day
        return None

    def is_said(self, start: int) -> bool:
        """Tell whether a time is when something is said: "told reporters at 11 a.m."."""
        return _SAID.search(self.text, max(0, start - 60), start) is not None

    def told_now(self, start: int, end: int) -> bool:
        """Tell whether the verb that governs a stretch speaks from publication ("will", "is to")."""
        verb = self._governing(start, end)
        word = self.text[verb[0] : verb[1]].lower() if verb else ""
        return (
            re.match(r"(?:will|shall|won|is|are|plans|hopes|intends|expects|aims|wants)\b|['’]ll", word)
            is not None
        )

    def _governing(self, start: int, end: int) -> tuple[int, int, str] | None:
        """Return the verb that a stretch's tense hangs on: its place, and its tense."""
        if self._verbs is None:
            found = [match for match in _VERB.finditer(lowered(self.text)) if self._is_verb(match)]
            self._verbs = [(match.start(), match.end(), match.lastgroup or "") for match in found]
            self._starts = [match.start() for match in found]
        first, last = self.bounds(start, end)
        index = bisect_left(self._starts, start)
        if index and self._verbs[index - 1][0] >= first:
            verb = self._verbs[index - 1]
            before = self._verbs[index - 2] if index > 1 else None
            if before and before[0] >= first and before[2] == "future" and self._is_joined(verb):
                return before
            return verb
        if index < len(self._verbs) and self._verbs[index][0] < last:
            return self._verbs[index]
        return None

    def _is_joined(self, verb: tuple[int, int, str]) -> bool:
        """Tell whether a verb is an infinitive joined to the one before: "plans to sell it and cut jobs"."""
        word = self.text[verb[0] : verb[1]]
        joined = re.search(r"\b(?:and|or|to)\s$", self.text[max(0, verb[0] - 5) : verb[0]])
        return word in _BASE_FORMS and joined is not None

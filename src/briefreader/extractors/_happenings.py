"""What events and agreements share: the stretch that tells of one, and who, when and where within it.

A stretch starts from a noun ("visit", "agreement") or a verb ("met", "signed") of the parse.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors._dates import Expression
from briefreader.extractors._gazetteer import demonym_country, is_country, listed
from briefreader.extractors._happenings_status import state_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from briefreader.extractors._names import Mention
    from briefreader.extractors._reading import Reading

_DAY_AFTER = re.compile(r" (?:on|in|last|this|next) (?:the )?")
_SAYING = listed(
    """
    said says saying told tells reported reports announced announces added stated confirmed noted
    """
)
_VISITING = listed("visit visits visited visiting tour tours toured touring reach reached leave left")
_PLACING = listed("in at to near off outside")
_ENVOYS = listed(
    """
    ministers minister presidents president leaders leader officials official delegations delegation envoys
    envoy diplomats diplomat negotiators negotiator representatives representative governments government
    ambassadors ambassador chiefs chief heads teams team parliaments parliament premiers premier kings king
    generals troops armies army navies navy forces lawmakers companies experts
    """
)
"""Who acts for a country behind "of" or "from"."""
_UP_TO = re.compile(r"\b(?:until|till|by|through|before|since|after)\s(?:the\s|about\s)?$", re.IGNORECASE)
ATTENDED = re.compile(r"\b(?:during|in the presence of|witnessed by|attended by|on the sidelines of)\b")


def of_saying(doc: Doc, span: Span) -> bool:
    """Tell whether a date is the day on which something was said, not on which it happened."""
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return False
    token: Token = tokens.root
    for _step in range(3):
        if token.tag_.startswith("V"):
            return token.lower_ in _SAYING
        if token.head.i == token.i:
            return False
        token = token.head
    return token.tag_.startswith("V") and token.lower_ in _SAYING


class Scene:
    """The mentions and dates of a document, found by place."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.document = reading.document
        self.doc = reading.parse
        self.mentions = reading.mentions
        days = [each for each in reading.dates if each.type in ("DATE", "TIME") and each.value[:1].isdigit()]
        self.dates = [each for each in days if not of_saying(self.doc, each.span)]
        self._mention_starts = [mention.span.start for mention in self.mentions]
        self._date_starts = [each.span.start for each in self.dates]

    def mentioned(self, span: Span) -> list[Mention]:
        """Return the names within a stretch."""
        low = bisect_left(self._mention_starts, span.start)
        high = bisect_left(self._mention_starts, span.end)
        return [mention for mention in self.mentions[low:high] if mention.span.end <= span.end]

    def dated(self, span: Span) -> list[Expression]:
        """Return the expressions of time within a stretch."""
        low = bisect_left(self._date_starts, span.start)
        high = bisect_left(self._date_starts, span.end)
        return self.dates[low:high]

    def sentence(self, token: Token) -> Span:
        """Return the sentence of a token."""
        sent = token.sent
        return Span(sent.start_char, max(sent.end_char, sent.start_char + 1))

    def span(self, tokens: list[Token]) -> Span | None:
        """Return the stretch of the text that some tokens cover, without loose marks at its edges."""
        words = [t for t in tokens if not t.is_space]
        while words and words[-1].tag_ == "CC":
            words.pop()
        while words and (words[-1].is_punct and words[-1].text not in (")", '"', "”", "%")):
            words.pop()
        while (
            words
            and (words[0].is_punct or words[0].text in ("'s", "’s"))
            and words[0].text not in ("(", '"', "“")
        ):
            words.pop(0)
        if not words:
            return None
        span = Span(self._hyphened(words[0]), words[-1].idx + len(words[-1]))
        return None if self.document.is_noise(span) or "\n" in span.of(self.text) else span

    def _hyphened(self, first: Token) -> int:
        """Return where a stretch starts: "Belarus Strategic Partnership" with "the Việt Nam–" before it."""
        dash = first.i - 1
        if dash < 1 or self.doc[dash].text not in ("-", "–") or self.doc[dash].idx + 1 != first.idx:
            return int(first.idx)
        start = next((m.span.start for m in self.mentions if m.span.end == self.doc[dash].idx), None)
        if start is None:
            return int(first.idx)
        before = self.text[max(0, start - 4) : start].lower()
        return start - 4 if before == "the " else start

    def with_day(self, span: Span) -> Span:
        """Return the stretch with the day that stands right after it: "their meeting" + "on December 3"."""
        after = _DAY_AFTER.match(self.text, span.end)
        if after:
            for each in self.dated(Span(after.end(), after.end() + 1)):
                return Span(span.start, each.span.end)
        return span

    def when(self, span: Span, token: Token) -> str:
        """Return the value of the day within the stretch, else the only one of its sentence."""
        found = self.day(span, token)
        return _day(found.value) if found is not None else ""

    def day(self, span: Span, token: Token) -> Expression | None:
        """Return the date that tells when: the first behind what names the event, else the last before it.

        Not one behind "until" or "since": that is how long it holds.
        """
        inside = [each for each in self.dated(span) if not self._is_bound(each, span.start)]
        if inside:
            behind = [each for each in inside if each.span.start > token.idx]
            return behind[0] if behind else inside[-1]
        around = self.dated(self.sentence(token))
        return around[0] if len(around) == 1 and not self._is_bound(around[0]) else None

    def _is_bound(self, each: Expression, start: int = 0) -> bool:
        """Tell whether "until" or its like stands before a date, from a place on."""
        return _UP_TO.search(self.text, max(start, each.span.start - 14), each.span.start) is not None

    def where(self, span: Span) -> str:
        """Return the last place behind "in", "at", "to" or their like within the stretch, or ""."""
        found = ""
        for mention in self.mentioned(span):
            before = self.text[max(0, mention.span.start - 10) : mention.span.start].lower().split()
            placed = any(word in _PLACING for word in before[-2:]) or before[-1:] == ["visiting"]
            if mention.kind == "place" and (placed or (before and before[-1] in _VISITING)):
                found = mention.name
        return found

    def who(self, span: Span, *more: Span) -> list[str]:
        """Return the people, organisations and acting countries of some stretches, each once."""
        names = [
            m.name
            for part in (span, *more)
            for m in self.mentioned(part)
            if m.kind != "place" or self._acts(m)
        ]
        return list(dict.fromkeys(names))

    def bystanders(self, token: Token) -> list[str]:
        """Return who else is named in a token's sentence, without those who only say what is told."""
        found = self.mentioned(self.sentence(token))
        return list(dict.fromkeys(m.name for m in found if m.kind != "place" and not self._says(m)))

    def _root(self, mention: Mention) -> Token | None:
        tokens = self.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        return tokens.root if tokens is not None and len(tokens) else None

    def _says(self, mention: Mention) -> bool:
        """Tell whether somebody named is who said it: "said X", "according to X"."""
        token = self._root(mention)
        for _step in range(4):
            if token is None or token.head.i == token.i:
                return False
            if token.dep_ in ("nsubj", "nsubjpass"):
                return token.head.lower_ in _SAYING
            if token.dep_ == "pobj" and token.head.head.lower_ == "according":
                return True
            token = token.head
        return False

    def _acts(self, mention: Mention) -> bool:
        """Tell whether a place stands for its government: "Serbia and Kosovo agreed", "talks with Minsk"."""
        token = self._root(mention)
        while token is not None and token.dep_ == "conj" and token.head.tag_.startswith("NN"):
            token = token.head
        if token is None:
            return False
        if token.dep_ == "pobj" and token.head.lower_ in ("of", "from") and token.head.head.lower_ in _ENVOYS:
            token = token.head.head  # "the foreign ministers of Kenya and Uganda met"
        if token.dep_ in ("nsubj", "nsubjpass"):
            return True
        return token.dep_ == "pobj" and token.head.lower_ in ("with", "between", "by", "among")

    def _is_origin(self, token: Token | None, span: Span) -> bool:
        """Tell whether a country only says whence somebody named beside it is: "China's Norvik"."""
        if token is None or token.dep_ not in ("poss", "amod", "compound", "nmod"):
            return False
        head = token.head
        return any(
            (m.kind != "place" or (token.dep_ == "poss" and not is_country(m.text)))
            and m.span.start <= head.idx < m.span.end
            for m in self.mentioned(Span(span.end, head.idx + len(head) + 1))
            if head.idx >= span.end
        )

    def parties(self, *parts: Span) -> list[str]:
        """Return people, organisations and countries of some stretches, demonyms as their countries.

        Not who was there only ("during the visit of X"), nor whence a party is ("China's Norvik").
        """
        names: list[str] = []
        for part in parts:
            there = ATTENDED.search(self.text, part.start, part.end)
            if there and there.start() > part.start:
                part = Span(part.start, there.start())
            found: list[tuple[int, str]] = [
                (m.span.start, m.name)
                for m in self.mentioned(part)
                if m.kind != "place" or self._acts(m) or (is_country(m.text) and self._is_party(m))
            ]
            found += self._peoples(part)
            names += [name for _, name in sorted(found)]
        return list(dict.fromkeys(names))

    def _is_party(self, mention: Mention) -> bool:
        before = self.text[max(0, mention.span.start - 12) : mention.span.start].lower().split()
        return not self._is_origin(self._root(mention), mention.span) and before[-1:] != ["in"]

    def _peoples(self, part: Span) -> list[tuple[int, str]]:
        """Return the countries whose demonyms stand in a stretch, with their places."""
        found, place = [], part.start
        for word in part.of(self.text).split():
            place = self.text.find(word, place)
            own = Span(place, place + len(word))
            country = demonym_country(word.strip(".,;:’'\"()"))
            if country and not any(m.span.start <= place < m.span.end for m in self.mentioned(part)):
                tokens = self.doc.char_span(own.start, own.end, alignment_mode="expand")
                if not self._is_origin(tokens.root if tokens is not None and len(tokens) else None, own):
                    found.append((place, country))
            place += len(word)
        return found


def _day(value: str) -> str:
    """Return a TimeML value without its time of day."""
    return value.partition("T")[0]


def status(
    noun: Token, span: Span, scene: Scene, *, verb: Token | None = None, day: Expression | None = None
) -> str:
    """Return "cancelled", "planned" or "held", after the words of the stretch and the verbs above it.

    A ``day`` after that of publication means "planned" too.
    """
    words = [word.lower().strip(".,;:()\"'") for word in span.of(scene.text).split()]
    return state_of(noun, verb, words, _ahead(day, scene))


def _ahead(day: Expression | None, scene: Scene) -> bool:
    """Tell whether a date lies wholly after the day of publication."""
    published = scene.document.published.value
    first = day.first if day is not None else None
    return bool(published and first and first[: len(published)] > published)

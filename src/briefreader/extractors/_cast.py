"""The people and bodies of one document: their fullest names, their offices, and which words name them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _offices as offices
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._noun_phrases import noun_phrase
from briefreader.extractors._offices import EVENT, GROUP, OFFICE, OTHER, PRONOUN
from briefreader.extractors._offices_beside import offices_beside
from briefreader.extractors._prose import Prose

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefreader.extractors._names import Mention


PERSON, BODY, PLACE = "person", "organisation", "place"
_OPEN_WORDS = frozenset({".", "?", "!", ":", "“", '"', "‘", "'", "«", "„", "—", "–", "-", "•"})
_COMMON = listed(
    """
    nothing everything something anything experience prices rules costs records signs
    """
)
_HONORIFICS = listed(
    """
    Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Sen. Rep. Gov. Gen. Sir Lady Lord Prof. Lt. Col.
    """
)
_FORMER = listed("former then acting retired the outgoing longtime")
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_RELATES = frozenset({"of", "for", "to", "at", "by", "in", "from", "with", "under", "and", "or"})


class Cast:
    """The people and bodies of one document, with their offices."""

    def __init__(self, prose: Prose, mentions: Sequence[Mention]) -> None:
        self.prose = prose
        self.mentions = sorted(mentions, key=lambda each: each.span)
        self._starts = [each.span.start for each in self.mentions]
        self._full = self._fullest()
        self._proper = _proper_words(prose)
        self._common = {token.text for token in prose.words if token.is_lower} | _COMMON
        self._roles: dict[str, list[tuple[int, str]]] = {}
        for mention in self.mentions:
            if mention.kind == PERSON:
                self._collect(mention)

    # -- names

    def _fullest(self) -> dict[str, Mention]:
        """Return for each bearer the mention with the fullest name, short names joined to long ones."""
        people = [each for each in self.mentions if each.kind == PERSON]
        long = [each for each in people if len(each.name.split()) > 1]
        full: dict[str, Mention] = {}
        for each in people:
            best = full.get(each.entity)
            if best is None or len(each.name) > len(best.name):
                full[each.entity] = each
        for entity, each in list(full.items()):
            parts = each.name.split()
            if len(parts) == 1:
                bearers = {other.entity: other for other in long if parts[0] in other.name.split()}
                if len(bearers) == 1:
                    full[entity] = next(iter(bearers.values()))
        return full

    def known(self, mention: Mention) -> Mention:
        """Return the mention that gives a bearer's fullest name."""
        return self._full.get(mention.entity, mention)

    def inside(self, span: Span) -> list[Mention]:
        """Return the mentions that lie in a span or touch it."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        return [each for each in self.mentions[first:last] if each.span.overlaps(span)]

    def before(self, place: int, most: int) -> list[Mention]:
        """Return the last mentions that start before a place, at most so many, the nearest first."""
        n = bisect_left(self._starts, place)
        return self.mentions[max(0, n - most) : n][::-1]

    # -- offices

    def _collect(self, mention: Mention) -> None:
        """Note the offices that stand with a mention: given, before the name, after it behind a comma."""
        mine = self._roles.setdefault(self.known(mention).entity, [])
        given = [mention.role] if mention.role else []
        mine += [(mention.span.start, role) for role in (*given, *offices_beside(self.prose, mention.span))]

    def role(self, entity: str, place: int) -> str:
        """Return the office of a person that stands nearest before a place, else the first."""
        roles = self._roles.get(entity, [])
        before = [role for at, role in roles if at <= place]
        return (before[-1] if before else roles[0][1]) if roles else ""

    def holders(self) -> Iterable[tuple[str, list[tuple[int, str]]]]:
        """Return each person with offices, as entity, with where each office stands and how it is worded."""
        return self._roles.items()

    def offices_of(self, entity: str) -> list[tuple[int, str]]:
        """Return the offices of a person, each with the place where it stands."""
        return self._roles.get(entity, [])

    def person(self, entity: str) -> Mention | None:
        """Return the mention that gives the fullest name of a person."""
        return self._full.get(entity)

    # -- the words that name a speaker

    def nominal(self, head: Token, low: int, high: int) -> Span:
        """Return the noun phrase around its head within two places, with the whole of the names it cuts."""
        span = noun_phrase(self.prose, head, low, high)
        for mention in self.inside(span):
            if mention.span.start >= low and mention.span.end <= high:
                span = Span(min(span.start, mention.span.start), max(span.end, mention.span.end))
        return span

    def bearer(self, span: Span) -> Mention | None:
        """Return the person or body that a noun phrase is about, rather than one it only mentions."""
        found = [each for each in self.inside(span) if each.span.end <= span.end + 2]
        people = [each for each in found if each.kind == PERSON and self._is_bearer(span, each)]
        if people:
            return people[-1]
        bodies = [each for each in found if each.kind != PERSON and each.span.end >= span.end - 1]
        if bodies and self._is_bearer(span, bodies[-1]):
            return bodies[-1]
        return None

    def _is_bearer(self, span: Span, mention: Mention) -> bool:
        text = self.prose.text
        if mention.span.start <= span.start and mention.span.end >= span.end:
            return True
        after = text[mention.span.end : mention.span.end + 2]
        if after in ("'s", "’s"):
            return False
        before = text[span.start : mention.span.start].split()
        while before and (before[-1] in _HONORIFICS or offices.is_office(before[-1])) and len(before) > 1:
            before = before[:-1]
        if before and before[-1].lower() in _RELATES:
            return False
        if before and before[-1].lower() in ("the", "a", "an") and len(before) > 1:
            return False
        rest = text[mention.span.end : span.end].split()
        return (
            not rest
            or rest[0] in (",", "(", "and", "of", "for", "at", "with", "from", "in", "who")
            or rest[0].startswith((",", "("))
        )

    def sort(self, span: Span, head: Token | None) -> str:
        """Return what sort of speaker a noun phrase names."""
        mention = self.bearer(span)
        if mention is not None:
            return mention.kind
        words = span.of(self.prose.text).split()
        head_text = head.text if head is not None else words[-1].strip(",.")
        sort = offices.sort_of_noun(head_text)
        if sort == PRONOUN and len(head_text) > 1 and head_text.isupper():
            return BODY  # WHO, IT
        if head_text.lower() == "those" and head is not None and any(c.dep_ == "relcl" for c in head.rights):
            return GROUP  # "those who say …"
        if sort in (OTHER, EVENT):
            # "one of the officials", "a number of experts", "State Secretary Unknown-Name"
            named = [w.strip(",.'’s") for w in words]
            proper = head is not None and (
                head.tag_ in _NAME_TAGS
                or head_text in self._proper
                or (len(words) == 1 and head_text.lower() not in self._common)
            )
            if proper and head_text[:1].isupper() and sort == OTHER:
                return OFFICE if any(offices.is_office(w) for w in named) else BODY
            if head_text.lower() in ("one", "some", "many", "number", "group", "majority", "dozens", "two"):
                return GROUP
        return sort


def is_title(word: str) -> bool:
    """Tell whether a word before a name can be part of a title: "Rep.", "former President"."""
    large = word[0].isupper() and word[-1] != ","
    return large or word in _HONORIFICS or word in _FORMER or offices.is_office(word)


def _proper_words(prose: Prose) -> set[str]:
    """Return the words that a text writes large within sentences: names, known to the model or not."""
    found = set()
    for token in prose.words:
        text = token.text
        if text[0].isupper() and token.tag_ in _NAME_TAGS and token.i and not token.is_sent_start:
            before = token.doc[token.i - 1]
            if not before.is_space and before.text not in _OPEN_WORDS:
                found.add(text)
    return found

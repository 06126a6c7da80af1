"""The same statement told by several sources: direct in one, reported in another."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from briefreader.domain.fact import Fact
from briefreader.domain.folding import WORD, fold
from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.domain.survey import SourceCard
from briefreader.domain.text import Span
from briefreader.extractors import EMPTY, stem
from briefreader.i18n import _
from briefreader.library.registering import Registered

_ALIKE = 0.5
"""Cosine of the weighted words from which on two quotes are taken for one statement."""

_LEAST = 4
"""How many words two quotes share at least for that; fewer count where the one holds all of the other's."""
_SHORT, _SHORTEST = 3, 2
"""How many words a quote has at least that a longer one holds, and one of the very same words."""
_DAYS = 2
"""How many days apart two sources may tell a short statement."""
_SENTENCE = re.compile(r"[.!?;]\s+|\n")
_NOT = frozenset({"not", "no", "never", "nobody", "nothing", "neither", "nor", "without", "deny", "denied"})


@dataclass(frozen=True, slots=True)
class _Said:
    """A quote as it is compared: its weighted words, those of each sentence, and what would part two."""

    document: str
    weights: Mapping[str, float]
    sentences: tuple[frozenset[str], ...]
    denied: bool
    figures: frozenset[str]
    day: date | None


def claims(
    facts: Iterable[Fact],
    registered: Registered,
    sources: Mapping[str, SourceCard],
    texts: Mapping[str, str],
) -> Iterable[Claim]:
    """Yield a claim for each statement of one person that two documents tell."""
    quotes = [each for each in facts if each.kind == "quote" and each.document in sources and each.about]
    by_speaker: dict[str, list[Fact]] = defaultdict(list)
    for each in quotes:
        by_speaker[speaker_id(each, registered)].append(each)
    words = {id(each): _words(each.text) for each in quotes}
    spread = Counter(word for each in words.values() for word in each)
    for said in by_speaker.values():
        if len({each.document for each in said}) > 1:
            compared = []
            for each in said:
                weights = {w: math.log(1 + len(quotes) / spread[w]) for w in words[id(each)]}
                compared.append(_compared(each, weights, sources[each.document].published.first))
            for group in _alike(compared):
                yield _claim([said[n] for n in group], sources, texts)


def speaker_id(quote: Fact, registered: Registered) -> str:
    """Return the entity that speaks a quote, or its folded name where the register has none."""
    speaker = quote.data.get("speaker") or {}
    start, end = speaker.get("start"), speaker.get("end")
    if start is not None and end is not None:
        entity = registered.register.within(quote.document, Span(start, end), "person")
        if entity is not None:
            return entity.id
    key = str(speaker.get("entity") or "")
    return registered.keys.get(key, key or fold(quote.about))


def _words(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in WORD.findall(fold(text)) if word not in EMPTY and len(word) > 2)


def _compared(quote: Fact, weights: Mapping[str, float], day: date | None) -> _Said:
    words = WORD.findall(fold(quote.text))
    denied = not _NOT.isdisjoint(words) or "n't" in quote.text or "n’t" in quote.text
    figures = frozenset(word for word in words if word[0].isdigit())
    sentences = tuple(_words(each) for each in _SENTENCE.split(quote.text))
    return _Said(quote.document, weights, sentences, denied, figures, day)


class _Kind:
    """Statements in the same words, which are compared with others once for all of them."""

    def __init__(self, said: _Said) -> None:
        self.said = said
        self.kin: list[tuple[_Kind, bool]] = []  # what is one with it, and whether on near days only
        self.members: list[int] = []
        self.alone: list[int] = []  # the members that are in no group


def _alike(compared: Sequence[_Said]) -> list[list[int]]:
    """Return the groups of statements that are one, each in the group of the first that it is one with."""
    kinds: dict[object, _Kind] = {}
    home: dict[int, int] = {}
    groups: dict[int, list[int]] = {}
    for n, each in enumerate(compared):
        kind = _kind_of(each, kinds)
        first, homeless = _partners(each, kind, compared)
        if first >= 0:
            for m in homeless:  # the first among them, if it is in no group
                home[m] = m
                groups[m] = [m]
            home[n] = home[first]
            groups[home[n]].append(n)
        else:
            kind.alone.append(n)
        kind.members.append(n)
    return list(groups.values())


def _kind_of(said: _Said, kinds: dict[object, _Kind]) -> _Kind:
    key = frozenset(said.weights), said.sentences, said.denied, said.figures
    if key not in kinds:
        fresh = kinds[key] = _Kind(said)
        for other in kinds.values():
            for one, with_it in ((fresh, other), (other, fresh))[: 1 if other is fresh else 2]:
                near = _are_one(one.said, with_it.said)
                if near != "never":
                    one.kin.append((with_it, near == "near days"))
    return kinds[key]


def _partners(said: _Said, kind: _Kind, compared: Sequence[_Said]) -> tuple[int, list[int]]:
    """Return the first earlier statement that this is one with, -1 for none, and those without a group.

    The latter are counted among those in groups from now on.
    """

    def fits(m: int, near: bool) -> bool:
        other = compared[m]
        return other.document != said.document and (not near or _are_near(said.day, other.day))

    found: list[int] = []
    homeless: list[int] = []
    for other, near in kind.kin:
        found += islice((m for m in other.members if fits(m, near)), 1)
        taken = [m for m in other.alone if fits(m, near)]
        if taken:
            homeless += taken
            gone = set(taken)
            other.alone = [m for m in other.alone if m not in gone]
    return min(found, default=-1), sorted(homeless)


def _are_near(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) <= _DAYS


def _are_one(one: _Said, other: _Said) -> str:
    """Tell whether two quotes are one statement: alike in many words, or the one within the other.

    The answer is "always", "near days" (if they are of days near each other) or "never".
    """
    if _cosine(one.weights, other.weights) >= _ALIKE:
        return "always"
    short, long = sorted((one, other), key=lambda each: len(each.weights))
    if short.denied != long.denied or not short.figures <= long.figures:
        return "never"
    words = short.weights.keys()
    if len(words) == len(long.weights) >= _SHORTEST:
        within = words == long.weights.keys() and short.figures == long.figures
    else:
        within = len(words) >= _SHORT and any(words <= sentence for sentence in long.sentences)
    return "near days" if within else "never"


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = one.keys() & other.keys()
    if len(shared) < _LEAST:
        return 0.0
    dot = sum(one[word] * other[word] for word in shared)
    return dot / math.sqrt(sum(v * v for v in one.values()) * sum(v * v for v in other.values()))


def _claim(group: Sequence[Fact], sources: Mapping[str, SourceCard], texts: Mapping[str, str]) -> Claim:
    from briefreader.library.ledger import claim_id

    entries = []
    for each in group:
        source = sources[each.document]
        entries.append(
            ClaimEntry(
                each.document,
                each.span,
                each.span,
                each.span.of(texts[each.document]),
                each.text,
                source.origin,
                source.published,
                each.about,
            )
        )
    entries.sort(key=lambda each: (str(each.published.first or "9999"), each.document, each.mark))
    kinds = {str(each.data.get("kind")) for each in group}
    origins = len({each.origin for each in entries})
    if origins < 2:
        verdict, reason = "single", _("Copies of one report tell it.")
    elif kinds == {"direct"}:
        verdict, reason = "agree", _("{n} sources give these words.").format(n=origins)
    else:
        verdict, reason = "agree", _("{n} sources tell it, some in words of their own.").format(n=origins)
    longest = max(group, key=lambda each: (str(each.data.get("kind")) == "direct", len(each.text)))
    said = " ".join(longest.text.split())
    topic = f"{group[0].about}: {said if len(said) <= 80 else said[:80].rsplit(' ', 1)[0] + '…'}"
    return Claim(
        claim_id("statement", entries),
        topic,
        "statement",
        verdict,
        reason,
        tuple(entries),
        parties=(group[0].about,),
    )

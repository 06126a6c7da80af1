"""The same statement told by several sources: direct in one, reported in another."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

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
            for group in _alike(said, compared):
                yield _claim(group, sources, texts)


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


def _alike(said: Sequence[Fact], compared: Sequence[_Said]) -> Iterable[list[Fact]]:
    home: dict[int, int] = {}
    groups: dict[int, list[int]] = {}
    for n in range(len(said)):
        for m in range(n):
            if said[n].document != said[m].document and _are_one(compared[n], compared[m]):
                top = home.setdefault(m, m)
                groups.setdefault(top, [m])
                if n not in home:
                    home[n] = top
                    groups[top].append(n)
    for members in groups.values():
        yield [said[n] for n in members]


def _are_one(one: _Said, other: _Said) -> bool:
    """Tell whether two quotes are one statement: alike in many words, or the one within the other."""
    if _cosine(one.weights, other.weights) >= _ALIKE:
        return True
    short, long = sorted((one, other), key=lambda each: len(each.weights))
    if short.denied != long.denied or not short.figures <= long.figures:
        return False
    if short.day is None or long.day is None or abs((short.day - long.day).days) > _DAYS:
        return False
    words = short.weights.keys()
    if len(words) == len(long.weights) >= _SHORTEST:
        return words == long.weights.keys() and short.figures == long.figures
    return len(words) >= _SHORT and any(words <= sentence for sentence in long.sentences)


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

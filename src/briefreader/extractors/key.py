"""Finds the sentences that say most of what an article is about.

In news the first sentences are hard to beat, so place leads: 1/√rank. Then each sentence is chosen for
what it adds to those chosen before it: words that run through the article, names and figures, words of the
headline. So near-repeats drop out by themselves. Sentences without a finite verb (tickers, captions) are
never chosen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

from briefreader.domain.fact import Fact
from briefreader.domain.folding import words
from briefreader.domain.text import Span
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._reading import Reading
from briefreader.extractors._shortened import shortened
from briefreader.i18n import N_, _

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME, VERSION = "key", 4
LABEL = N_("Key sentences")

FEWEST, MOST, SHARE = 3, 8, 0.2
PLACE, THEMES, HEADLINE, NAMES = 2.0, 0.5, 0.25, 0.1
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_OPENERS = frozenset("\"“”„«»'‘’(")
_STOP = listed(
    """
    a an the of to in on at by for with from and or but is are was were be been being has have had do
    does did it its this that these those he she they his her their them as not no will would can could
    may might i you we who whom which what when where how why than then so s t into over after before
    about up out said says say also more most some any all one two if there here our your my me us him
    while during between both such other
    """
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that can be a key sentence, with its telling words, and the names and figures in it."""

    span: Span
    words: frozenset[str]
    rank: int
    names: frozenset[str]


def extract(reading: Reading) -> Iterator[Fact]:
    """Yield the key sentences, in the order of the text; the score is 1 for the first choice."""
    found = candidates(reading)
    chosen = choose(reading, found, min(MOST, max(FEWEST, round(len(found) * SHARE))))
    for sentence, score, why in sorted(chosen, key=lambda each: each[0].span):
        data = {"kind": "sentence", "why": why}
        short = [[part.start, part.end] for part in shortened(reading.parse, sentence.span)]
        yield reading.fact(NAME, sentence.span, score=score, data={**data, "short": short} if short else data)


def candidates(reading: Reading) -> list[Sentence]:
    """Return the sentences of the article proper that have a finite verb, ranked by their place."""
    heads = [block.span for block in reading.document.blocks if block.kind in ("title", "heading")]
    found: list[Sentence] = []
    mentions = reading.mentions
    starts = [mention.span.start for mention in mentions]
    for sent in reading.parse.sents:
        tokens = [token for token in sent if not token.is_space]
        span = _stretch(reading.text, tokens)
        if span is None or len(tokens) < 5 or not any(token.tag_ in _FINITE for token in tokens):
            continue
        if reading.document.is_noise(span) or any(head.overlaps(span) for head in heads):
            continue
        telling = frozenset(word for word in words(span.of(reading.text)) if len(word) > 1) - _STOP
        if len(telling) < 3:
            continue
        inside = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        names = {mention.entity for mention in inside}
        names |= {token.text for token in tokens if token.like_num}
        found.append(Sentence(span, telling, len(found) + 1, frozenset(names)))
    return found


def choose(reading: Reading, found: list[Sentence], limit: int) -> list[tuple[Sentence, float, str]]:
    """Return the best sentences, best first, each with its score from 1 down and what it rests on."""
    spread = Counter(word for sentence in found for word in sentence.words)
    themes = {word: log((1 + count) / 2) for word, count in spread.items()}
    most = max((_load(sentence, themes, frozenset()) for sentence in found), default=0.0) or 1.0
    headline = _headline(reading)
    chosen: list[tuple[Sentence, float, str]] = []
    said: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    left = list(found)
    while left and len(chosen) < limit:
        scores = []
        for sentence in left:
            parts = {
                N_("early in the article"): PLACE / sqrt(sentence.rank),
                N_("themes of the whole article"): THEMES * _load(sentence, themes, said) / most,
                N_("words of the headline"): HEADLINE * _share(headline, sentence.words),
                N_("names and figures"): NAMES * min(1.0, len(sentence.names - known) / 3),
            }
            scores.append((sum(parts.values()), -sentence.rank, sentence, parts))
        score, _rank, sentence, parts = max(scores, key=lambda each: each[:2])
        chosen.append((sentence, score, _reason(sentence, parts)))
        said |= sentence.words
        known |= sentence.names
        left = [other for other in left if other is not sentence and not _alike(other.words, sentence.words)]
    top = chosen[0][1] if chosen else 1.0
    return [(sentence, round(min(1.0, score / top), 4), why) for sentence, score, why in chosen]


def _reason(sentence: Sentence, parts: dict[str, float]) -> str:
    """Return what speaks most for a sentence; its place only if it is one of the first."""
    order = sorted(parts, key=lambda part: -parts[part])
    return _(order[0] if sentence.rank <= FEWEST else order[1])


def _load(sentence: Sentence, themes: dict[str, float], said: frozenset[str]) -> float:
    """Return how much of the article's themes a sentence adds, long sentences held back."""
    return sum(themes[word] for word in sorted(sentence.words - said)) / sqrt(max(8, len(sentence.words)))


def _headline(reading: Reading) -> frozenset[str]:
    title = reading.document.title if reading.document.title_how != "made" else ""
    return frozenset(words(title)) - _STOP


def _share(headline: frozenset[str], said: frozenset[str]) -> float:
    return len(headline & said) / len(headline) if headline else 0.0


def _stretch(text: str, tokens: list[Token]) -> Span | None:
    """Return the sentence without blanks; a quotation mark that opens before it belongs to it."""
    if not tokens:
        return None
    start, end = int(tokens[0].idx), int(tokens[-1].idx) + len(tokens[-1])
    if start and text[start - 1] in _OPENERS and (start == 1 or text[start - 2].isspace()):
        start -= 1
    while end < len(text) and text[end] in '"”»’' and not text[end].isspace():
        end += 1
    return Span(start, end)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two sentences say nearly the same: most of the shorter one's words are in the other."""
    common = len(one & other)
    return common > 0.65 * min(len(one), len(other)) and common > 3

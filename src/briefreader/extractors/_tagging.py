"""A small sequence tagger that turns what the language model saw into people, organisations and places.

spaCy's model finds names well and types them badly outside of American newswire: to it "Minsk" is an
organisation and "State" (of "Secretary of State") too. This tagger reads the model's own answer, the
words around and the lists of known names, and decides again, token by token, with a first-order
Viterbi search over averaged structured perceptron weights (Collins, 2002). The weights are made by
``benchmarks/train_names.py``; they are numbers in a JSON file, and so can be read.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from briefreader.domain.folding import fold
from briefreader.extractors._gazetteer import gazetteer, place_key
from briefreader.extractors._language import cased_words
from briefreader.extractors._words import (
    COMPANY_ENDS,
    ORGANISATION_NOUNS,
    PERSON_TITLES,
    PLACE_NOUNS,
    SPORT_WORDS,
)
from briefreader.resources import resource

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
WEIGHTS = "gazetteer/names.json"
_SHAPE = re.compile("(.)\\1+")
_SPEAKING = frozenset(["said", "says", "told", "added", "was", "is", "has", "had", "born", "'s", "’s", "who"])


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt: a row of weights for each feature, and from each label to the next."""

    rows: dict[str, int]
    emission: Any
    transition: Any


@cache
def weights() -> Weights:
    """Read the weights, once in a process."""
    import numpy

    stored = json.loads(resource(WEIGHTS).read_text(encoding="utf-8"))
    features = stored["features"]
    emission = numpy.array([*features.values(), [0] * len(LABELS)], dtype=numpy.float32)
    return Weights(
        {name: row for row, name in enumerate(features)},
        emission,
        numpy.array(stored["transition"], dtype=numpy.float32),
    )


def stretches(doc: Doc) -> list[tuple[int, int]]:
    """Return the stretches of tokens that can hold names: around capitals, within a sentence."""
    from spacy.attrs import ENT_IOB, SENT_START

    found: list[tuple[int, int]] = []
    start = last = -1
    marks = doc.to_array([ENT_IOB, SENT_START]).tolist()
    for i, (text, (inside, opens)) in enumerate(zip(cased_words(doc), marks, strict=True)):
        if start >= 0 and (opens == 1 or i - last > 3):
            found.append((start, last + 1))
            start = -1
        head = text[0]
        if head.isupper() or head.isdigit() or (inside in (1, 3) and not text.isspace()):
            if start < 0:
                start = i
            last = i
    if start >= 0:
        found.append((start, last + 1))
    return found


def tag(doc: Doc) -> list[str]:
    """Return the label of each token."""
    import numpy

    learnt = weights()
    labels = ["O"] * len(doc)
    blank = len(learnt.emission) - 1
    for start, end, features in described(doc):
        rows = [[learnt.rows.get(name, blank) for name in names] for names in features]
        scores = numpy.stack([learnt.emission[row].sum(0) for row in rows])
        for place, label in enumerate(best(scores, learnt.transition), start):
            labels[place] = LABELS[label]
        assert end - start == len(features)
    return labels


def best(scores: Any, transition: Any) -> list[int]:
    """Return the best sequence of labels (Viterbi). The last row of the transitions is the start."""
    import numpy

    table = scores[0] + transition[-1]
    back = []
    for row in scores[1:]:
        paths = table[:, None] + transition[:-1]
        back.append(paths.argmax(0))
        table = paths.max(0) + row
    path = [int(numpy.argmax(table))]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def described(doc: Doc) -> list[tuple[int, int, list[list[str]]]]:
    """Return the stretches with the features of each of their tokens."""
    found = stretches(doc)
    context = _Context(doc, found)
    return [
        (start, end, [context.features(i, i == start) for i in range(start, end)]) for start, end in found
    ]


class _Context:
    """What the features of a token are taken from, looked up once for the document."""

    def __init__(self, doc: Doc, found: Sequence[tuple[int, int]]) -> None:
        from spacy.attrs import ENT_IOB, ENT_TYPE, SENT_START, TAG

        rows = doc.to_array([TAG, ENT_TYPE, ENT_IOB, SENT_START]).tolist()
        strings = doc.vocab.strings
        self.words = cased_words(doc)
        self.lower = [fold(word) for word in self.words]
        self.tags = [strings[row[0]] for row in rows]
        self.types = [strings[row[1]] or "-" for row in rows]
        self.begins = ["B" if row[2] == 3 else "I" for row in rows]
        self.starts = {i for i, row in enumerate(rows) if row[3] == 1}
        self.known = _known(self.lower, self.words, found)
        self.small = {word for word in self.words if word.islower()}
        senses: dict[str, Counter[str]] = {}
        for word, kind in zip(self.words, self.types, strict=True):
            if word[0].isupper() and kind != "-":
                senses.setdefault(word, Counter())[kind] += 1
        self.evidence = self._evidence()
        self.sport = "S" if sum(word in SPORT_WORDS for word in self.lower) >= 3 else "-"
        self.sense = {word: counts.most_common(1)[0][0] for word, counts in senses.items()}

    def _evidence(self) -> dict[str, str]:
        """Return what the document says of a word anywhere: after a title or given name, after "in"."""
        found: dict[str, set[str]] = {}
        for i in range(1, len(self.words)):
            if not self.words[i][0].isupper():
                continue
            before = self.lower[i - 1]
            if before in PERSON_TITLES or self.known.get(i - 1) == "g":
                found.setdefault(self.words[i], set()).add("P")
            elif before in ("in", "near", "from"):
                found.setdefault(self.words[i], set()).add("L")
            after = self.lower[i + 1] if i + 1 < len(self.lower) else ""
            if after in _SPEAKING:
                found.setdefault(self.words[i], set()).add("s")
        return {word: "".join(sorted(kinds)) for word, kinds in found.items()}

    def features(self, i: int, opens: bool) -> list[str]:
        """Return the features of a token, as names of weights."""
        word, low, kind, known = self.words[i], self.lower[i], self.types[i], self.known.get(i, "-")
        shape = _shape(word)
        begin = self.begins[i]
        before, after = self._low(i - 1), self._low(i + 1)
        first = i
        while first > 0 and first not in self.starts and self.words[first - 1][0].isupper():
            first -= 1
        evidence = self.evidence.get(word, "-")
        sense = self.sense.get(word, "-")
        initial = "1" if i in self.starts else ""
        noun = _noun(low)
        tag = self.tags[i]
        return [
            "b",
            f"k={kind}{begin}", f"k-1={self._type(i - 1)}/{kind}",
            f"k+1={self._type(i + 1)}/{kind}{begin}", f"w={low}", f"p={low[:3]}", f"s={low[-3:]}",
            f"h={shape}{initial}", f"t={tag}{initial}", f"w-1={before}", f"w+1={after}",
            f"w-2={self._low(i - 2)}/{before}", f"w+2={after}/{self._low(i + 2)}", f"g={known}",
            f"gk={known}/{kind}", f"g-1={self.known.get(i - 1, '-')}/{known}",
            f"g+1={self.known.get(i + 1, '-')}/{known}", f"n={noun}/{kind}", f"n-1={_noun(before)}/{kind}",
            f"n+1={_noun(after)}/{kind}", f"c={sense}/{kind}",
            f"cl={word.lower() in self.small}{shape}{initial}", f"hk={shape}/{kind}{begin}/{tag}",
            f"h-1={self._shape(i - 1)}/{shape}", f"h+1={self._shape(i + 1)}/{shape}",
            f"d={evidence}/{kind}", f"dg={evidence}/{known}",
            f"f={self.known.get(first, '-')}{i - first}/{kind}", f"last={self._last(i)}/{kind}",
            f"x={self.sport}{known}/{kind}", f"x+1={self.sport}{known}/{after}",
            f"x-1={self.sport}{known}/{before}",
            f"xh={self.sport}{self._shape(i - 1)}/{known}/{self._shape(i + 1)}",
            f"wk={low}/{kind}", f"t-1={self._tag(i - 1)}/{tag}", f"t+1={tag}/{self._tag(i + 1)}",
        ]  # fmt: skip

    def _last(self, i: int) -> str:
        """Return what kind of noun ends the run of capitals that the token is in."""
        end = i
        while end + 1 < len(self.words) and end - i < 6 and self.words[end + 1][0].isupper():
            end += 1
        return _noun(self.lower[end])

    def _low(self, i: int) -> str:
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def _type(self, i: int) -> str:
        return self.types[i] if 0 <= i < len(self.types) else ""

    def _tag(self, i: int) -> str:
        return self.tags[i] if 0 <= i < len(self.tags) else ""

    def _shape(self, i: int) -> str:
        return _shape(self.words[i]) if 0 <= i < len(self.words) else ""


@lru_cache(maxsize=8192)
def _shape(word: str) -> str:
    marks = "".join(
        "X" if char.isupper() else "x" if char.isalpha() else "d" if char.isdigit() else char for char in word
    )
    return _SHAPE.sub("\\1", marks)[:6] + ("1" if len(word) == 1 else "")


def _noun(low: str) -> str:
    if low in ORGANISATION_NOUNS:
        return "org"
    if low in COMPANY_ENDS:
        return "firm"
    if low in PLACE_NOUNS:
        return "place"
    if low in PERSON_TITLES:
        return "title"
    return "-"


def _known(low: list[str], words: list[str], found: Sequence[tuple[int, int]]) -> dict[int, str]:
    """Return what the lists of known names say of each token."""
    lists = gazetteer()
    known: dict[int, str] = {}
    for start, end in found:
        i = start
        while i < end:
            length = _longest(low, words, i, end)
            if length:
                key = place_key(" ".join(low[i : i + length]))
                kind = "c" if key in lists.countries else "p" if key in lists.places else "o"
                for place in range(i, i + length):
                    known[place] = kind + ("B" if place == i else "I")
                i += length
                continue
            word = low[i]
            if words[i][0].isupper():
                if word in lists.demonyms:
                    known[i] = "d"
                elif word in lists.given:
                    known[i] = "g"
            i += 1
    return known


def _longest(low: list[str], words: list[str], start: int, end: int) -> int:
    """Return how many tokens from here are a known place or organisation."""
    lists = gazetteer()
    if not words[start][0].isupper() or low[start] not in lists.heads:
        return 0
    for length in range(min(lists.longest, end - start), 0, -1):
        key = _joined(low, start, start + length)
        if key in lists.places or key in lists.organisations:
            return length
    return 0


def _joined(low: list[str], start: int, end: int) -> str:
    text = " ".join(low[start:end])
    return text.replace(" - ", "-").replace(" – ", "-").replace(" 's", "'s").replace(" ,", ",")

"""Whether two names can be of one person, from the names alone.

Words are romanised and aligned whatever their order. Patronymics and middle names may be left out, given
names have variants (``resources/gazetteer/variants.txt``), initials stand for words. The rule tells the
most that had to be allowed for the names to be one:

* sure, a score of 0.9 and more: "same words", "order", "diacritics" (also another script),
  "transliteration", "given name variant", "patronymic";
* likely, 0.7 to 0.89: "middle name", "generation" (Junior, or not), "initials", and "order" where both words
  are given names;
* for a person to judge, below 0.7: "spelling", where letters differ as they do in slips.

A short form ("Lukashenko" of "Alexander Lukashenko") is "different" here: whose it is, the document tells.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from briefreader.domain.folding import fold
from briefreader.domain.spelling import (
    Likeness,
    chance,
    evidence,
    family_key,
    romanised,
    sounds,
    spelling_likeness,
)
from briefreader.resources import resource

__all__ = [
    "SURE", "Likeness", "conflicting", "family_key", "generations", "person_likeness", "romanised",
    "spelling_likeness", "telling_letters",
]  # fmt: skip

SURE = 0.9
"""From this score on a register may join two full names without further evidence."""

_THRESHOLD = 0.4
# Learnt by benchmarks/train_spellings.py --persons; what each tells is in pair_evidence.
_LEARNT = {
    "": 5.85, "wrong": -1.25, "worst": -1.63, "conflicts": 0.58, "exact": -3.44, "extra": -0.22,
    "unlike": -0.52,
}  # fmt: skip

_SCORES = {
    "same words": 1.0, "diacritics": 0.98, "order": 0.97, "transliteration": 0.93, "given name variant": 0.92,
    "patronymic": 0.91, "middle name": 0.82, "generation": 0.8, "initials": 0.75, "spelling": 0.6,
}  # fmt: skip
RULED = frozenset([*_SCORES.values(), 0.0, 0.2])
"""The scores that a rule gives; all others were learnt."""
_CHINESE = re.compile("[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W_]+(?:['’ʼʻ`][^\W_]+)*")
_TITLES = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "sheikh", "shaikh", "haji", "hajji",
     "mullah", "sa", "hon"]
)  # fmt: skip
_AFTER = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_SONS = frozenset(["bin", "ben", "ibn", "bint", "binti"])
_JOINED = frozenset(["al", "el", "ul", "as", "ad", "ash", "ar", "at", "an", "abu", "abou"])
_BELARUSIAN = ("ou", "eu", "au")
_SMALL = frozenset(
    ["de", "la", "le", "du", "del", "della", "di", "da", "do", "dos", "das", "van", "von", "der", "den",
     "ter", "ten", "zu", "y", "e"]
)  # fmt: skip
_PATRONYMIC = re.compile(
    "[a-z]{2}(?:[oeayi]v(?:i|y)(?:ch|c)|[oeayi]v?na|ovych|ivna|yivna|inichna|ichna|[nzklm]ich|oglu|ogly|uly|kyzy)$"
)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two words that stand for each other: by which rule, and how many letters are wrong."""

    rule: str
    wrong: float
    length: int
    places: tuple[int, int] = (0, 0)
    unlike: float = 0.0

    @property
    def share(self) -> float:
        """Return how much of the longer word is wrong."""
        return self.wrong / self.length


@lru_cache(maxsize=8192)
def person_likeness(left: str, right: str) -> Likeness:
    """Tell whether two names, with titles or without, can be of one person; order and case do not count."""
    one, other = _words(left), _words(right)
    if not one or not other or conflicting(left, right):
        return Likeness(False, 0.0, "different")
    if _CHINESE.search(left) and _CHINESE.search(right) and fold(left) != fold(right):
        return Likeness(False, 0.2, "different")  # other characters, even if they are read alike
    if len(one) > len(other):
        one, other = other, one
    rule = _whole(left, right) or _rule(one, other, aligned_words(one, other))
    if rule not in ("", "different") and generations(left) != generations(right):
        rule = min(rule, "generation", key=_SCORES.__getitem__)
    if rule == "order" and len(one) == 2 and "," not in left + right and _both_given(one):
        return Likeness(True, 0.75, rule)
    if rule:
        return Likeness(rule != "different", _SCORES.get(rule, 0.2), rule)
    told = pair_evidence(left, right)
    score = 1 / (1 + math.exp(-sum(_LEARNT[name] * value for name, value in told.items())))
    if score < _THRESHOLD:
        return Likeness(False, round(score, 4), "different")
    return Likeness(True, round(min(score, 0.69), 4), "spelling")


@lru_cache(maxsize=65536)
def word_keys(name: str) -> frozenset[str]:
    """Return what the spellings of each word of a name share, without titles.

    Two names of which neither has all keys of the other are never alike by a rule that is sure, unless one
    is written as one word: a register compares a hundred thousand pairs by this alone.
    """
    return frozenset(_word_key(word) for word in _words(name))


def _word_key(word: str) -> str:
    given = _variants().get(word) or _variants_by_sound().get(sounds(word), word)
    return sounds(_unstressed(family_key(given)))


def pair_evidence(left: str, right: str) -> dict[str, float]:
    """Return what tells for or against two names being slips of one, where no rule decides."""
    one, other = sorted((_words(left), _words(right)), key=len)
    pairs = aligned_words(one, other)
    letters = sum(pair.length for pair in pairs)
    return {
        "": 1.0,
        "wrong": min(6.0, sum(pair.wrong for pair in pairs)),
        "worst": max(pair.share for pair in pairs),
        "conflicts": float(sum(pair.share > 0.5 for pair in pairs)),
        "exact": sum(pair.length for pair in pairs if not pair.wrong) / letters,
        "extra": min(2.0, float(len(other) - len(one))),
        "unlike": max(pair.unlike for pair in pairs),
    }


def aligned_words(one: tuple[str, ...], other: tuple[str, ...]) -> list[_Pair]:
    """Return each word of the shorter name with the word of the longer that it is nearest to."""
    every = [_pair(a, b, (i, j)) for i, a in enumerate(one) for j, b in enumerate(other)]
    every.sort(key=lambda pair: (pair.share, abs(pair.places[0] - pair.places[1]), pair.places))
    pairs: list[_Pair] = []
    for pair in every:
        if all(pair.places[0] != kept.places[0] and pair.places[1] != kept.places[1] for kept in pairs):
            pairs.append(pair)
    return pairs


@lru_cache(maxsize=8192)
def _pair(a: str, b: str, places: tuple[int, int]) -> _Pair:
    length = max(len(a), len(b))
    if a == b:
        return _Pair("same words", 0, length, places)
    if min(len(a), len(b)) == 1:
        return _Pair("initials", 0, 1, places) if a[0] == b[0] else _Pair("different", 3, 3, places, 1)
    if family_key(a) == family_key(b) or (length > 3 and sounds(a) == sounds(b)) or _one_is_belarusian(a, b):
        return _Pair("transliteration", 0, length, places)
    if _variants().get(a, a) == _variants().get(b, b):
        return _Pair("given name variant", 0, length, places)
    return _Pair("", min(4, _slips(a, b)), length, places, 1 - chance(evidence(a, b)))


def _one_is_belarusian(a: str, b: str) -> bool:
    """Tell whether one is the other as Belarusian writes it, by ear: Ryzhenkov and Ryzhankou."""
    ends = a.endswith(_BELARUSIAN), b.endswith(_BELARUSIAN)
    return ends[0] != ends[1] and _unstressed(family_key(a)) == _unstressed(family_key(b))


def _unstressed(key: str) -> str:
    """Return the key of a family name in -ov with one vowel for those that Belarusian spells otherwise."""
    return re.sub("[aeo]", "a", key) if key.endswith(("ov", "ev")) else key


def _slips(a: str, b: str) -> int:
    """Return the letters that are wrong, one more or missing, or changed with their neighbour (OSA)."""
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y)))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                row[j] = min(row[j], before[j - 2] + 1)
        before, last = last, row
    return last[-1]


def _whole(left: str, right: str) -> str:
    """Return the rule by which two names have all their letters in common, or ""."""
    plain, plain_right = _words(left), _words(right)
    one, other = " ".join(left.lower().split()), " ".join(right.lower().split())
    if one == other:
        return "same words"
    glued = "".join(plain_right)
    if "".join(plain) == glued:
        return "same words" if one.isascii() and other.isascii() else "diacritics"
    turned = {"".join((*plain[i:], *plain[:i])) for i in range(len(plain))}
    if glued in turned or {"".join((*plain_right[i:], *plain_right[:i])) for i in range(len(plain_right))} & {
        "".join(plain)
    }:
        return "order"
    return ""


def _rule(one: tuple[str, ...], other: tuple[str, ...], pairs: list[_Pair]) -> str:
    """Return the weakest rule by which each word has its like, "different", or "" if letters have to tell."""
    if len(one) == 1 and len(other) > 1 and len(one[0]) < 12:
        return "different"
    rules = {pair.rule for pair in pairs}
    if "" in rules or "different" in rules:
        return ""
    if not any(pair.length > 1 for pair in pairs):
        return "different"
    left_out = _left_out(other, pairs)
    if left_out == "different":
        return left_out
    found = [*rules - {"same words"}, *filter(None, [left_out])]
    if [p.places for p in sorted(pairs, key=lambda p: p.places)] != sorted(p.places for p in pairs):
        found.append("order")
    if not found:
        return "order"
    return min(found, key=_SCORES.__getitem__)


def _left_out(other: tuple[str, ...], pairs: list[_Pair]) -> str:
    """Return the rule by which words of the longer name may be missing from the other."""
    matched = {pair.places[1] for pair in pairs}
    extra = [word for i, word in enumerate(other) if i not in matched]
    if not extra:
        return ""
    fathers = [i for i, word in enumerate(other) if _PATRONYMIC.search(word)]
    if len(extra) == 1 and _PATRONYMIC.search(extra[0]) and len(other) == 3:
        return "patronymic"
    # "Alexander Volfovich" is not "Neverovsky Alexander Volfovich": there it is the patronymic.
    if len(other) == 3 and len(fathers) == 1 and fathers[0] in matched:
        return "different"
    return "middle name"


@lru_cache(maxsize=8192)
def conflicting(left: str, right: str) -> bool:
    """Tell whether names are of two people by their own words: Junior and Senior, "George W." and "H. W."."""
    after = generations(left), generations(right)
    if after[0] and after[1] and after[0] != after[1]:
        return True
    (one, others), (other, words) = _initials(left), _initials(right)
    if others != words:
        return False  # "J. Smith": the letter stands for another name than that of "John K. Smith"
    short, long = sorted((one, other), key=len)
    return not long.startswith(short)


@lru_cache(maxsize=8192)
def generations(name: str) -> frozenset[str]:
    """Return which of a family's bearers of one name this is: "jr", "sr", "iii"; mostly nothing."""
    words = re.findall(r"\w+", fold(name))
    return frozenset(_AFTER[word] for word in words[1:] if word in _AFTER)


def telling_letters(name: str) -> str:
    """Return what parts a name from others of the same family and given name: "hw", "jr", or nothing."""
    return _initials(name)[0] + "".join(sorted(generations(name)))


def _initials(name: str) -> tuple[str, int]:
    """Return the letters that stand alone in a name, and how many names stand in full."""
    words = _words(name)
    return "".join(word for word in words if len(word) == 1), sum(len(word) > 1 for word in words)


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name in plain letters without titles; "bin Salman" is one word, "al-Sisi" too."""
    words: list[str] = []
    held = ""
    for raw in _WORD.findall(name):
        word = re.sub("[^a-z0-9]", "", romanised(raw).replace("`", ""))
        if not word or ((word in _TITLES or word in _AFTER) and len(name.split()) > 2):
            continue
        if word in _SONS:
            held = "bin "
        elif word in _JOINED or word in _SMALL:
            continue
        else:
            words.append(held + word)
            held = ""
    return tuple(words) or tuple(re.findall("[a-z0-9]+", romanised(name)))


def _both_given(words: tuple[str, ...]) -> bool:
    return all(word in _given() for word in words)


@cache
def _variants() -> dict[str, str]:
    return {word: line.split()[0] for line in _lines("variants.txt") for word in line.split()}


@cache
def _variants_by_sound() -> dict[str, str]:
    return {sounds(word): first for word, first in _variants().items() if len(word) > 3}


@cache
def _given() -> frozenset[str]:
    return frozenset(word for line in _lines("given.txt") for word in line.lower().split())


def _lines(name: str) -> list[str]:
    text = resource("gazetteer").joinpath(name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]

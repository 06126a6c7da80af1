"""Whether two words can be spellings of one name: Lukashenko and Lukashenka, Müller and Mueller.

The letters of both words are aligned by a weighted edit distance (Wagner and Fischer, 1974), and the
places where they differ are told by names, such as "v/w" or "^kh/h". What each is worth was learnt by
``benchmarks/train_spellings.py`` (logistic regression) and is kept in ``resources/gazetteer/spellings.json``:
numbers beside names, which can be read.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from briefreader.domain.folding import fold
from briefreader.resources import resource

WEIGHTS = "gazetteer/spellings.json"
THRESHOLD = 0.4
"""From this score on two spellings count as one name; a register over many documents should ask for more."""

_VOWELS = frozenset("aeiouyj")
_CLASSES = ("bp", "vwfb", "ckqgx", "szcx", "dt", "gjh", "hx", "mn", "lr", "jyi", "wu", "vu")
_CLASS_OF = {frozenset((a, b)) for group in _CLASSES for a in group for b in group if a != b}
_MARKS = re.compile(r"[\W\d_]+")
_SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("sh", "s"), ("ch", "c"), ("cz", "c"), ("zh", "z"),
    ("kh", "h"), ("ph", "f"), ("th", "t"), ("gh", "g"), ("ck", "k"), ("qu", "k"), ("q", "k"), ("w", "v"),
    ("x", "ks"), ("tz", "ts"), ("oo", "u"), ("ou", "u"), ("ee", "i"), ("c", "k"), ("z", "s"),
)  # fmt: skip

_ENDINGS = tuple(
    (re.compile(ending + "$"), new)
    for ending, new in (
        ("(?:iy|yy|ii|ij|yi|y|i|j)", "y"), ("enka", "enko"), ("ou", "ov"), ("eu", "ev"), ("off", "ov"),
        ("eff", "ev"),
    )
)  # fmt: skip
_FOLDS = (
    ("kh", "h"), ("x", "ks"), ("yo", "e"), ("ye", "e"), ("ie", "e"), ("zh", "j"), ("w", "v"), ("ph", "f"),
    ("ck", "k"), ("tch", "ch"), ("tz", "ts"),
)  # fmt: skip
_DOUBLE = re.compile("([^aeiou])\\1")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two names can be of one bearer, how surely from 0 to 1, and by which rule."""

    same: bool
    score: float
    rule: str


@lru_cache(maxsize=8192)
def romanised(text: str) -> str:
    """Return a name in plain small Latin letters, whatever its script."""
    folded = fold(text)
    if folded.isascii():
        return folded
    from anyascii import anyascii

    return fold(anyascii(folded))


@lru_cache(maxsize=8192)
def family_key(word: str) -> str:
    """Return what all spellings of a family name share: Lukashenko and Lukashenka, Yefimov and Efimov."""
    key = romanised(word).replace("'", "").replace("-", "")
    for old, new in _FOLDS:
        key = key.replace(old, new)
    for pattern, new in _ENDINGS:
        if len(key) > 4 and pattern.search(key):
            key = pattern.sub(new, key)
            break
    return _DOUBLE.sub("\\1", key)


@lru_cache(maxsize=8192)
def spelling_likeness(left: str, right: str) -> Likeness:
    """Tell whether two words can be spellings of one name.

    The rule is "same words", "diacritics" (also another script), "transliteration", "spelling" or
    "different".
    """
    if fold(left) == fold(right):
        return Likeness(True, 1.0, "same words" if left.lower() == right.lower() else "diacritics")
    if romanised(left) == romanised(right):
        return Likeness(True, 0.98, "diacritics")
    score = chance(evidence(left, right))
    if family_key(left) == family_key(right):
        return Likeness(True, max(0.9, round(score, 4)), "transliteration")
    return Likeness(score >= THRESHOLD, round(score, 4), "spelling" if score >= THRESHOLD else "different")


def chance(told: dict[str, float]) -> float:
    """Return the chance, from 0 to 1, that what was told of two words is of spellings of one name."""
    known = _weights()
    total = sum(known.get(name, 0.0) * value for name, value in told.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def _weights() -> dict[str, float]:
    stored: dict[str, float] = json.loads(resource(WEIGHTS).read_text(encoding="utf-8"))
    return stored


def evidence(left: str, right: str) -> dict[str, float]:
    """Return what tells for or against two words being one name, each by its name with its amount."""
    one, other = sorted((_letters(left), _letters(right)))
    columns = aligned(one, other)
    told: dict[str, float] = {"": 1.0}
    cost = sum(each[2] for each in columns)
    length = max(len(one), len(other), 1)
    told["cost"] = cost
    told["cost per letter"] = cost / length
    told["letters"] = length / 10
    told["difference of length"] = abs(len(one) - len(other))
    plain, plain_other = _plain(one), _plain(other)
    told["same sounds"] = float(sounds(plain) == sounds(plain_other))
    told["same consonants"] = float(_bones(plain) == _bones(plain_other))
    told["same beginning"] = _beginning(plain, plain_other) / length
    told["same end"] = _beginning(plain[::-1], plain_other[::-1]) / length
    told["same first letter"] = float(plain[:1] == plain_other[:1])
    runs = _runs(columns)
    told[f"runs {min(len(runs), 4)}"] = 1.0
    for run in runs:
        for name in _told_of(columns, *run):
            told[name] = told.get(name, 0.0) + 1.0
    for a, b, _ in columns:
        if a != b and _plain(a) == _plain(b):
            told["marks"] = 1.0
    return told


def _told_of(columns: list[tuple[str, str, float]], start: int, end: int) -> list[str]:
    one = _plain("".join(a for a, _, _ in columns[start:end]))
    other = _plain("".join(b for _, b, _ in columns[start:end]))
    pair = "/".join(sorted((one, other)))
    before = _plain(columns[start - 1][0]) if start else "^"
    after = _plain(columns[end][0]) if end < len(columns) else "$"
    where = "^" if start == 0 else "$" if end == len(columns) else "-"
    told = [pair, where + pair, f"{before}({pair})", f"({pair}){after}", f"run {where}{min(end - start, 4)}"]
    kinds = "".join(sorted(("v" if set(x) <= _VOWELS else "c") if x else "0" for x in (one, other)))
    told.append(f"kind {where}{kinds}")
    raw = "/".join(sorted("".join(c[n] for c in columns[start:end]) for n in (0, 1)))  # type: ignore[misc]
    if not raw.isascii():
        told.append(raw)
    return told


def _runs(columns: list[tuple[str, str, float]]) -> list[tuple[int, int]]:
    """Return the stretches where the words differ in more than marks."""
    runs: list[tuple[int, int]] = []
    for i, (a, b, _) in enumerate(columns):
        if _plain(a) != _plain(b):
            if runs and runs[-1][1] == i:
                runs[-1] = (runs[-1][0], i + 1)
            else:
                runs.append((i, i + 1))
    return runs


def aligned(one: str, other: str) -> list[tuple[str, str, float]]:
    """Return the letters side by side with what each difference costs; "" where one has none."""
    rows, cols = len(one) + 1, len(other) + 1
    best = [[0.0] * cols for _ in range(rows)]
    for i in range(1, rows):
        best[i][0] = best[i - 1][0] + _gap(one, i - 1)
    for j in range(1, cols):
        best[0][j] = best[0][j - 1] + _gap(other, j - 1)
    for i in range(1, rows):
        for j in range(1, cols):
            best[i][j] = min(
                best[i - 1][j - 1] + _swap(one[i - 1], other[j - 1]),
                best[i - 1][j] + _gap(one, i - 1),
                best[i][j - 1] + _gap(other, j - 1),
            )
    return _traced(one, other, best)


def _traced(one: str, other: str, best: list[list[float]]) -> list[tuple[str, str, float]]:
    columns: list[tuple[str, str, float]] = []
    i, j = len(one), len(other)
    while i or j:
        here = best[i][j] - 1e-9
        if i and j and best[i - 1][j - 1] + (cost := _swap(one[i - 1], other[j - 1])) <= here + 2e-9:
            i, j = i - 1, j - 1
            columns.append((one[i], other[j], cost))
        elif i and best[i - 1][j] + (cost := _gap(one, i - 1)) <= here + 2e-9:
            i -= 1
            columns.append((one[i], "", cost))
        else:
            j -= 1
            columns.append(("", other[j], _gap(other, j)))
    return columns[::-1]


@lru_cache(maxsize=8192)
def _swap(a: str, b: str) -> float:
    if a == b:
        return 0.0
    plain, plain_b = _plain(a), _plain(b)
    if plain == plain_b:
        return 0.05
    pair = frozenset((plain, plain_b))
    if pair in _CLASS_OF:
        return 0.5
    if pair <= _VOWELS:
        return 0.5
    return 1.1


def _gap(word: str, i: int) -> float:
    letter = _plain(word[i])
    if (i and _plain(word[i - 1]) == letter) or (i + 1 < len(word) and _plain(word[i + 1]) == letter):
        return 0.2
    if letter == "h":
        return 0.4
    return 0.6 if letter in _VOWELS else 0.75


def _letters(word: str) -> str:
    """Return the small letters of a word, with their marks; other scripts than Latin romanised."""
    small = unicodedata.normalize("NFC", word.lower())
    if any(ord(char) > 0x24F and char.isalpha() and not 0x1E00 <= ord(char) < 0x1F00 for char in small):
        small = romanised(small)
    return _MARKS.sub("", small)


@lru_cache(maxsize=8192)
def _plain(letters: str) -> str:
    return romanised(letters)


@lru_cache(maxsize=8192)
def sounds(plain: str) -> str:
    """Return plain small letters as they roughly sound, so that usual romanisations come together."""
    for old, new in _SOUNDS:
        plain = plain.replace(old, new)
    plain = re.sub("[iyj]+", "i", plain)
    plain = re.sub(r"(.)\1+", r"\1", plain)
    return plain.replace("h", "") or plain


def _bones(plain: str) -> str:
    heard = sounds(plain)
    return heard[:1] + re.sub("[aeiou]", "", heard[1:])


def _beginning(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count

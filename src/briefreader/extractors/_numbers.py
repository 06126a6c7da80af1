"""Numbers as people write them: digits with separators, words, and scale words."""

from __future__ import annotations

import re

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

WORDS: dict[str, int] = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
SCALES: dict[str, float] = {
    "dozen": 12, "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9,
    "trillion": 1e12, "quadrillion": 1e15,
    "k": 1e3, "mn": 1e6, "mln": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
FRACTIONS: dict[str, float] = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}

_ORDINAL_ONES = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
]  # fmt: skip
ORDINALS: dict[str, int] = {word: value for value, word in enumerate(_ORDINAL_ONES, 1)} | {
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip

_SMALL = "|".join(sorted(WORDS, key=len, reverse=True))
_POWERS = "hundred|thousand|million|billion|trillion|dozen"
_AND = "|".join(
    [rf"(?<={power}) and " for power in _POWERS.split("|")]
    + [rf"(?<={ten}) and (?=(?:{'|'.join(_ONES[1:10])})\b)" for ten in _TENS]
)
"""The "and" within one number: "two hundred and six", "twenty and four"; "six and nine" are two."""
WORD_NUMBER = (
    rf"\b(?:half a dozen|a (?=(?:{_POWERS})\b)(?:{_POWERS})|{_SMALL}|dozen)\b"
    rf"(?:(?:-| |{_AND})(?:{_SMALL}|{_POWERS})\b)*"
)
"""A pattern of a cardinal in words; use with re.IGNORECASE."""

FIRST_LETTERS = "".join(
    sorted({letter for word in [*WORDS, "a", "dozen", "half"] for letter in word[0] + word[0].upper()})
)
"""The letters that a cardinal in words can start with."""

DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""A pattern of a number in digits, with commas between groups."""

LONGEST = 24
"""Digits beyond this many are no figure that anybody reads: identifiers, noise."""


def from_digits(text: str) -> float | None:
    """Return the value of digits with commas, or None if they are too many or not well grouped."""
    plain = text.replace(",", "")
    if not plain or len(plain) > LONGEST:
        return None
    try:
        return float(plain)
    except ValueError:
        return None


def from_words(text: str) -> float | None:
    """Return the value of a cardinal in words ("two hundred and fifty"), or None.

    Words that do not make one number together ("nineteen seventy", "two three") give None.
    """
    if text.lower().strip() == "half a dozen":
        return 6.0
    total = current = 0.0
    last = ""
    for word in re.split(r"[\s-]+", text.lower().strip()):
        if word in ("a", "and", ""):
            continue
        if word in WORDS:
            value = WORDS[word]
            if last == "ones" or (last == "tens" and not 0 < value < 10):
                return None
            current += value
            last = "tens" if value >= 20 else "ones"
        elif word in SCALES:
            scale = SCALES[word]
            if scale == 100 or word == "dozen":
                current = (current or 1) * scale
            else:
                total += (current or 1) * scale
                current = 0.0
            last = ""
        else:
            return None
    return total + current


def mixed(text: str) -> float:
    """Return the value of a number with a fraction: "3 1/2", "1-1/2", "3½", "1/4"."""
    total = 0.0
    for piece in re.split(r"[ -]", text):
        if "/" in piece:
            over, under = piece.split("/")
            total += int(over) / int(under)
        elif piece[-1] in FRACTIONS:
            total += float(piece[:-1] or 0) + FRACTIONS[piece[-1]]
        else:
            total += float(piece)
    return total


def ordinal(text: str) -> int | None:
    """Return the value of an ordinal in digits or words ("3rd", "twenty-first"), or None."""
    low = text.lower()
    digits = re.match(r"\d{1,4}", low)
    if digits:
        return int(digits[0])
    value = 0
    for word in re.split(r"[\s-]+", low):
        if word in WORDS:
            value += WORDS[word]
        elif word in ORDINALS:
            value += ORDINALS[word]
        else:
            return None
    return value or None

"""Letters without case and diacritics: the one folding of index, query and highlight.

"to lam" finds "To Lâm", "da" finds "Đà". Compatibility decomposition takes most marks off; the
letters that Unicode does not decompose are in a table of their own.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WHOLE = {
    "đ": "d", "ð": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ı": "i",
    "ŋ": "n", "ĸ": "k", "ŧ": "t", "ƒ": "f", "ə": "e", "ς": "σ", "ʻ": "", "ʼ": "", "’": "'", "‘": "'",
    "\u00ad": "", "\u200c": "", "\u200d": "", "\u2060": "",  # within words, and invisible
}  # fmt: skip
_TABLE = str.maketrans(_WHOLE)
_OTHERS = re.compile(r"[^\x00-\x7f]+")

WORD = re.compile(r"\w+")
"""A word of a folded text."""


def fold(text: str) -> str:
    """Return the text in small letters without diacritics; its length may differ."""
    text = text.lower()
    return text if text.isascii() else _OTHERS.sub(_folded_run, text)


def _folded_run(match: re.Match[str]) -> str:
    return "".join(map(_fold_char, match.group()))


@lru_cache(maxsize=8192)
def _fold_char(char: str) -> str:
    """Return one character folded; what it becomes never depends on its neighbours."""
    # Compatibility forms such as ℋ and ™ are decomposed to capitals, hence the second lower().
    plain = unicodedata.normalize("NFKD", char.lower()).lower()
    return "".join(each for each in plain if not unicodedata.combining(each)).translate(_TABLE)


def fold_map(text: str) -> tuple[str, list[int]]:
    """Return the folded text, and for each of its characters the place in the text it comes from.

    The list has one more entry than the folded text: the length of the text.
    """
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for match in _OTHERS.finditer(text):
        pieces.append(text[done : match.start()].lower())
        places.extend(range(done, match.start()))
        for place, char in enumerate(match.group(), match.start()):
            folded = _fold_char(char)
            pieces.append(folded)
            places.extend([place] * len(folded))
        done = match.end()
    pieces.append(text[done:].lower())
    places.extend(range(done, len(text) + 1))
    return "".join(pieces), places


def words(text: str) -> list[str]:
    """Return the folded words of a text, in order."""
    return WORD.findall(fold(text))

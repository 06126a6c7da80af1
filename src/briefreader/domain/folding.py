"""Letters without case and diacritics: the one folding of index, query and highlight.

"to lam" finds "To Lâm", "da" finds "Đà". Compatibility decomposition takes most marks off; the
letters that Unicode does not decompose are in a table of their own.
"""

from __future__ import annotations

import re
import unicodedata

_WHOLE = {
    "đ": "d", "ð": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ı": "i",
    "ŋ": "n", "ĸ": "k", "ŧ": "t", "ƒ": "f", "ə": "e", "ʻ": "", "ʼ": "", "’": "'", "‘": "'",
}  # fmt: skip
_TABLE = str.maketrans(_WHOLE)
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670\u20d0-\u20ff]"
)
_WORD = re.compile(r"\w+", re.UNICODE)


def fold(text: str) -> str:
    """Return the text in small letters without diacritics; its length may differ."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.lower())).translate(_TABLE)


def fold_map(text: str) -> tuple[str, list[int]]:
    """Return the folded text, and for each of its characters the place in the text it comes from.

    The list has one more entry than the folded text: the length of the text.
    """
    if text.isascii():
        return text.lower(), list(range(len(text) + 1))
    pieces: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        folded = fold(char)
        pieces.append(folded)
        places.extend([place] * len(folded))
    places.append(len(text))
    return "".join(pieces), places


def words(text: str) -> list[str]:
    """Return the folded words of a text, in order."""
    return _WORD.findall(fold(text))

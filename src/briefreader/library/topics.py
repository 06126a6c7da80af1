"""What several quotes are about: each is put under a word that it shares with others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefreader.domain.folding import WORD, fold
from briefreader.extractors import EMPTY, stem

_SHORTEST = 4  # letters
_LEAST = 2  # quotes that a topic has
_MANY = 6  # from so many quotes on, a word that more than half of them have tells none apart


def topics(texts: Sequence[str]) -> list[str]:
    """Return for each text the word that it is put under, as its first text has it; "" for none.

    That is the telling word that it shares with the most others, the earlier of two. Forms of a word and
    words that sources use for one another count as one.
    """
    told = [_telling(text) for text in texts]
    counts = Counter(key for words in told for key in words)
    most = len(texts) // 2 if len(texts) >= _MANY else len(texts)
    chosen = [
        max(
            (key for key in words if _LEAST <= counts[key] <= most),
            key=lambda key: counts[key],
            default="",
        )
        for words in told
    ]
    sizes = Counter(chosen)
    printed: dict[str, str] = {}
    for key, words in zip(chosen, told, strict=True):
        if key:
            printed.setdefault(key, words[key])
    return [printed[key] if key and sizes[key] >= _LEAST else "" for key in chosen]


def _telling(text: str) -> dict[str, str]:
    """Return the telling words of a text as printed, each by its stem, in order."""
    found: dict[str, str] = {}
    for match in WORD.finditer(text):
        word = fold(match[0])
        if len(word) >= _SHORTEST and word not in EMPTY and not word.isdigit():
            found.setdefault(stem(word), match[0])
    return found

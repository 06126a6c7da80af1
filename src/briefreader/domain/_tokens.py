"""A text as words and marks, in a form in which spelling by another convention makes no difference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

# Scripts that are written without spaces: each letter counts by itself, else a whole clause were one word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_UNSEEN = "\u00ad\u200b-\u200d\u2060"  # hyphens and joiners that are not seen
_LETTER = rf"[^\W_{_UNSPACED}]"
_TOKEN = re.compile(rf"[{_UNSPACED}]|{_LETTER}(?:[{_UNSEEN}]*{_LETTER})*|[^\w\s{_UNSEEN}]|_")
_HIDDEN = re.compile(f"[{_UNSEEN}]")
_SAME = str.maketrans({**dict.fromkeys('‘’‚‛“”„‟«»‹›`´′″"', "'"), **dict.fromkeys("‐‑‒–—―−", "-"), "…": "."})


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of a text: what each is known by, and where it starts and ends."""

    keys: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.keys)

    def cut(self, lo: int, hi: int) -> Tokens:
        """Return those from one number up to another."""
        return Tokens(self.keys[lo:hi], self.starts[lo:hi], self.ends[lo:hi])

    def length(self, lo: int, hi: int) -> int:
        """Return how many letters these have."""
        return sum(len(key) for key in self.keys[lo:hi])


def tokens_of(text: str) -> Tokens:
    """Return the words and marks of a text, with places of the text as it is."""
    composed, at = _composed(text)
    found = [(match.group(), *match.span()) for match in _TOKEN.finditer(composed)]
    keys = [_key(word) for word, _start, _end in found]
    if at is None:
        return Tokens(keys, [each[1] for each in found], [each[2] for each in found])
    return Tokens(keys, [at[each[1]] for each in found], [at[each[2]] for each in found])


@lru_cache(maxsize=65_536)
def _key(word: str) -> str:
    plain = unicodedata.normalize("NFKC", _HIDDEN.sub("", word)).casefold()
    return unicodedata.normalize("NFC", plain).translate(_SAME)


def _composed(text: str) -> tuple[str, list[int] | None]:
    """Return a text with letter and accents as one character, and where each stood (None: as they are)."""
    if unicodedata.is_normalized("NFC", text):
        return text, None
    edges = [n for n, letter in enumerate(text) if not _leans(letter)]
    if not edges or edges[0]:
        edges.insert(0, 0)
    edges.append(len(text))
    pieces: list[str] = []
    at: list[int] = []
    for start, end in pairwise(edges):
        piece = text[start:end] if end - start == 1 else unicodedata.normalize("NFC", text[start:end])
        pieces.append(piece)
        # Where an accent stays by itself, it stands where its letter does: a place is never between them.
        at += [start] * len(piece)
    at.append(len(text))
    return "".join(pieces), at


def _leans(letter: str) -> bool:
    """Tell whether a character makes one with the one before it."""
    return unicodedata.combining(letter) != 0 or "\u1160" <= letter <= "\u11ff"

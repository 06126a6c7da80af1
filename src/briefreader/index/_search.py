"""What the user typed into a search box, taken apart: there is no syntax that can be wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefreader.domain.folding import words as folded_words

# A stretch in quotation marks (the last one may not be closed yet) or one without spaces, each with
# a minus before it or not. All kinds of double quotation marks count.
_PART = re.compile(r'(-?)(?:["“”„«»]([^"“”„«»]*)(["“”„«»]|$)|([^\s"“”„«»]+))')

LONGEST = 100
"""The longest word, in letters, that counts as begun: the index refuses to look for much longer ones."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words that must occur one after the other: a phrase, or a single word.

    ``begun`` says that the last of them may be the beginning of a word, ``excluded`` that documents
    with them are left out.
    """

    words: tuple[str, ...]
    begun: bool = False
    excluded: bool = False


def parse(typed: str) -> tuple[Part, ...]:
    """Return the parts of a search; the last word typed counts as begun unless a phrase closed it.

    Where a word is longer than any language has them, all are whole words.
    """
    parts: list[Part] = []
    for match in _PART.finditer(typed):
        minus, phrase, closing, word = match.groups()
        excluded = bool(minus) and (match.start() == 0 or typed[match.start() - 1].isspace())
        found = tuple(folded_words(phrase if phrase is not None else word))
        if not found:
            continue
        begun = not excluded and not closing and not _PART.search(typed, match.end())
        begun = begun and all(len(each) <= LONGEST for each in found)
        part = Part(found, begun, excluded)
        if part not in parts:
            parts.append(part)
    return tuple(parts)

"""Where a text holds the words of a search."""

from __future__ import annotations

from collections import defaultdict

from briefreader.domain.folding import WORD, fold_map
from briefreader.domain.text import Span
from briefreader.index._search import Part, parse


def spans(text: str, words: str) -> list[Span]:
    """Return the places of the words of a search, in order; overlapping ones are joined.

    A word that is only begun is marked whole, and a phrase from its first word to its last. Where the
    words stand together as they were typed, only these places count: "to lam" means the man, and not
    every "to".
    """
    wanted = [part for part in parse(words) if not part.excluded]
    if not wanted:
        return []
    folded, places = fold_map(text)
    tokens = [(match.group(), match.start(), match.end()) for match in WORD.finditer(folded)]
    found: list[tuple[int, int]] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    for n, (word, _start, _end) in enumerate(tokens):
        by_word[word].append(n)
    said = [word for word, _start, _end in tokens]
    together = Part(tuple(word for part in wanted for word in part.words), begun=wanted[-1].begun)
    if any(_occurs(together, said, n) for n in _starts(together, by_word)):
        wanted = [together]
    for part in wanted:
        for n in _starts(part, by_word):
            if _occurs(part, said, n):
                last = tokens[n + len(part.words) - 1]
                found.append((places[tokens[n][1]], places[last[2]]))
    return _joined(text, found)


def _starts(part: Part, by_word: dict[str, list[int]]) -> list[int]:
    first = part.words[0]
    if part.begun and len(part.words) == 1:
        return [n for word, at in by_word.items() if word.startswith(first) for n in at]
    return by_word.get(first, [])


def _occurs(part: Part, said: list[str], n: int) -> bool:
    here = said[n : n + len(part.words)]
    if len(here) < len(part.words) or tuple(here[:-1]) != part.words[:-1]:
        return False
    return here[-1].startswith(part.words[-1]) if part.begun else here[-1] == part.words[-1]


def _joined(text: str, found: list[tuple[int, int]]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(found):
        if joined and start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, max(end, start + 1)))
    return joined

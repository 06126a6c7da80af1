"""Two texts side by side: which words of the one are those of the other, and where the wording is the same.

Words are compared, not letters: punctuation and line ends make no difference, capitals do. Words that
stand once only on each side are matched first, in runs and then alone (Cohen, "The patience diff", 2010);
what lies between them is compared word by word where it is short. So the work grows with the length of the
texts, however long they are.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

_LETTER = r"[^\W\u3040-\u30ff\u3400-\u9fff]|[\u0300-\u036f]"
_WORD = re.compile(
    rf"(?:{_LETTER})+(?:[.,'’‑-](?:{_LETTER})+)*"
    r"|[^\s.,;:!?…'\"“”„‘’«»‹›()\[\]{}/–—‑*_#|-]"
)
"""A word or number with what holds its parts together, or a sign that means something: €, %, 中."""

_RUNS = (6, 1)
"""How many words are matched at once: first long runs, which are hardly ever the same by chance."""
_MOST = 40_000
"""How large a stretch is compared word by word: the words of the one side times those of the other."""
_CHANCE = 3
"""How many words in a row may be the same by chance between larger differences."""
_RUN = 4
"""How many words in a row two passages share where they have something of their wording in common."""
_CROWD = 12
"""In how many passages of one text a run of words stands at most: in more it is a formula."""

Indices = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words on each side: the same ones, or what differs; one side may be empty.

    ``one`` and ``other`` are numbers of words, the second is that behind the last.
    """

    same: bool
    one: Indices
    other: Indices


@dataclass(frozen=True, slots=True)
class Alike:
    """Two passages that share much of their wording, by their numbers; ``share`` is of the shorter one."""

    one: int
    other: int
    share: float


def words(text: str) -> list[Indices]:
    """Return where the words of a text start and end: as plain pairs, of which many are soon made."""
    return [match.span() for match in _WORD.finditer(text)]


def key(word: str) -> str:
    """Return what makes two words the same: neither the form of an accent nor that of an apostrophe."""
    return word if word.isascii() else unicodedata.normalize("NFC", word).replace("’", "'").replace("‑", "-")


def aligned(one: Sequence[str], other: Sequence[str]) -> tuple[Piece, ...]:
    """Return the pieces of two rows of words, in order: every word is in exactly one of them."""
    matched = _matched(one, other)
    return tuple(_joined(_without_chance(_pieces(matched, len(one), len(other)))))


def alike(one: Sequence[Sequence[str]], other: Sequence[Sequence[str]], least: float = 0.5) -> list[Alike]:
    """Return for each passage of the one text the passage of the other with most of its wording, if any.

    Where they stand does not matter. No passage of the other text is taken twice.
    """
    holding: dict[tuple[str, ...], list[int]] = defaultdict(list)
    runs_of = [frozenset(_runs(each, _RUN)) for each in other]
    for number, runs in enumerate(runs_of):
        for run in runs:
            holding[run].append(number)
    found: list[Alike] = []
    sizes = [len(runs) for runs in runs_of]
    for number, passage in enumerate(one):
        runs = frozenset(_runs(passage, _RUN))
        shared = Counter(n for run in runs for n in holding.get(run, ())[:_CROWD])
        own = len(runs)
        for place, count in shared.items():  # many, where a text repeats itself
            share = count / (own if own < sizes[place] else sizes[place])
            if share >= least:
                found.append(Alike(number, place, share))
    return _best(found)


def _best(found: Iterable[Alike]) -> list[Alike]:
    taken_one: set[int] = set()
    taken_other: set[int] = set()
    kept = []
    for each in sorted(found, key=lambda each: (-each.share, each.one, each.other)):
        if each.one not in taken_one and each.other not in taken_other:
            taken_one.add(each.one)
            taken_other.add(each.other)
            kept.append(each)
    return sorted(kept, key=lambda each: each.one)


# -- matching ------------------------------------------------------------------------------------------


def _matched(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of words that are the same, rising on both sides."""
    matched: list[tuple[int, int]] = []
    ask: list[tuple[int, int, int, int, int]] = [(0, len(one), 0, len(other), 0)]
    while ask:
        low, high, from_, to, level = ask.pop()
        while low < high and from_ < to and one[low] == other[from_]:
            matched.append((low, from_))
            low, from_ = low + 1, from_ + 1
        while low < high and from_ < to and one[high - 1] == other[to - 1]:
            high, to = high - 1, to - 1
            matched.append((high, to))
        if low == high or from_ == to:
            continue
        anchors: list[tuple[int, int]] = []
        while level < len(_RUNS) and not anchors:
            anchors = _anchors(one, other, (low, high), (from_, to), _RUNS[level])
            level += not anchors
        if anchors:
            ask += _between(anchors, (low, high), (from_, to), level)
            matched += anchors
        elif (high - low) * (to - from_) <= _MOST:
            matched += _compared(one, other, (low, high), (from_, to))
    return sorted(matched)


def _between(
    anchors: Sequence[tuple[int, int]], one: Indices, other: Indices, level: int
) -> Iterator[tuple[int, int, int, int, int]]:
    """Yield what lies before, between and behind matched words."""
    low, from_ = one[0], other[0]
    for place, there in (*anchors, (one[1], other[1])):
        if low < place and from_ < there:
            yield low, place, from_, there, level
        low, from_ = place + 1, there + 1


def _anchors(
    one: Sequence[str], other: Sequence[str], within: Indices, there: Indices, length: int
) -> list[tuple[int, int]]:
    """Return where runs of words stand that each side has once only, as far as they rise on both."""
    mine, theirs = _once(one, within, length), _once(other, there, length)
    pairs = sorted((place, theirs[run]) for run, place in mine.items() if run in theirs)
    return _rising(pairs)


def _once(row: Sequence[str], within: Indices, length: int) -> dict[tuple[str, ...], int]:
    places: dict[tuple[str, ...], int] = {}
    for place, run in enumerate(_runs(row[within[0] : within[1]], length), within[0]):
        places[run] = -1 if run in places else place
    return {run: place for run, place in places.items() if place >= 0}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest choice of pairs that rises on the other side too."""
    tops: list[int] = []  # the least last value of a rising row of each length
    ends: list[int] = []
    before: list[int] = []
    for number, (_place, value) in enumerate(pairs):
        length = bisect_left(tops, value)
        before.append(ends[length - 1] if length else -1)
        if length == len(tops):
            tops.append(value)
            ends.append(number)
        else:
            tops[length], ends[length] = value, number
    row = []
    number = ends[-1] if ends else -1
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]


def _compared(
    one: Sequence[str], other: Sequence[str], within: Indices, there: Indices
) -> Iterator[tuple[int, int]]:
    matcher = SequenceMatcher(None, one[within[0] : within[1]], other[there[0] : there[1]], autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            yield within[0] + block.a + step, there[0] + block.b + step


def _runs(row: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(islice(row, n, None) for n in range(length)), strict=False)


# -- from matched words to pieces ----------------------------------------------------------------------


def _pieces(matched: Iterable[tuple[int, int]], one: int, other: int) -> Iterator[Piece]:
    place = there = 0
    start: tuple[int, int] | None = None  # where the run of matched words began that is going on
    for here, over in (*matched, (one, other)):
        if start is not None and (here, over) != (place, there):
            yield Piece(True, (start[0], place), (start[1], there))
            start = None
        if (here, over) != (place, there):
            yield Piece(False, (place, here), (there, over))
        if (here, over) == (one, other):
            if start is not None:
                yield Piece(True, (start[0], here), (start[1], over))
            return
        start = start or (here, over)
        place, there = here + 1, over + 1


def _without_chance(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Let a few words that are the same between larger differences count as a part of these."""
    row = list(pieces)
    for number, piece in enumerate(row):
        if piece.same and 0 < number < len(row) - 1:
            length = piece.one[1] - piece.one[0]
            if length <= _CHANCE and length < min(_size(row[number - 1]), _size(row[number + 1])):
                yield Piece(False, piece.one, piece.other)
                continue
        yield piece


def _size(piece: Piece) -> int:
    """Return how many words the side with fewer has: beside an insertion nothing is the same by chance."""
    return min(piece.one[1] - piece.one[0], piece.other[1] - piece.other[0])


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in pieces:
        if last is not None and last.same == piece.same:
            last = Piece(last.same, (last.one[0], piece.one[1]), (last.other[0], piece.other[1]))
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last

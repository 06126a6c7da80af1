"""Finding a marked passage again in a text that has changed, or saying that it cannot be found.

First the very words are looked for. Where they are gone, words and marks are compared instead of letters
and spaces: rare words that the passage and its surroundings share with the text say where to look, and there
both are laid side by side at the least cost. A place counts only if it is good enough by itself and clearly
better than any other; where the surroundings have closed up, the passage was taken out. Rather nothing
than a guess: a mark on other words would say that a source says what it does not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from briefreader.domain._aligning import Pairs, align
from briefreader.domain._tokens import Tokens, tokens_of
from briefreader.domain.text import CONTEXT, Anchor, Span

THERE, SPELT, MOVED, CHANGED = "there", "spelt", "moved", "changed"

_MOST_PLACES = 6  # places looked at closely
_WORTH = 0.2  # the least share of the best place's votes that makes another worth a look
_COMMON = 200  # words that stand in the text more often than this say nothing about a place
_LONG = 100  # words: what is longer is not laid beside the text as a whole
_SEAM = 10  # letters on each side by which closed-up surroundings are known
_MARGIN = 0.12
_BACK = 0.02  # how much better the way back must fit the passage than anything else in the old text
_WIDE = 160  # letters around a passage by which its old place is told from others like it
_TELLING = 40  # letters: no second sentence of so many is to be expected
_AROUND = 0.4  # the share of the surroundings that makes a place the same place
_WELL_AROUND = 0.75  # the share from which on the surroundings alone say where to look
_LIKE, _MORE_LIKE, _MOST_LIKE = 0.5, 0.65, 0.85  # how much of the words is the same, the less is around them


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a passage is now, and how it was found.

    ``how`` is THERE (the very words in their surroundings), SPELT (the same words; only spaces, quotation
    marks, capitals or the coding of letters differ), MOVED (the same words in other surroundings) or CHANGED
    (the words differ). ``same`` and ``around`` are the shares of its words and surroundings found again.
    """

    span: Span
    how: str
    same: float = 1.0
    around: float = 1.0

    @property
    def sure(self) -> bool:
        """Tell whether nobody needs to look at it."""
        return self.how == THERE


class Places:
    """The places of passages in one text; what makes that quick is made once, when it is first needed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[Anchor, Placed | None] = {}
        self._made: _Indexed | None = None

    def place(self, anchor: Anchor) -> Placed | None:
        """Return where the passage of an anchor is, or None rather than a guess."""
        if anchor not in self._known:
            self._known[anchor] = self._placed(anchor)
        return self._known[anchor]

    def leads_to(self, anchor: Anchor, here: Span, lead: float) -> bool:
        """Tell whether a passage here is more like an anchor than any other is, by at least so much."""
        pattern = _Pattern.of(anchor)
        found = self._found(pattern, beside=True)
        ours = max((each for each in found if each.span.overlaps(here)), key=pattern.worth, default=None)
        others = [each for each in found if not each.span.overlaps(here)]
        return ours is not None and not any(_rivals(pattern, ours, each, lead) for each in others)

    def _placed(self, anchor: Anchor) -> Placed | None:
        span = anchor.find(self._text)
        if span is not None:
            around = anchor.agreement(self._text, span)
            if around >= _AROUND:
                return Placed(span, THERE, 1.0, around)
        pattern = _Pattern.of(anchor)
        found = self._found(pattern)
        best = _best(pattern, found)
        # The very words elsewhere count only if nothing much like them stands in the old surroundings.
        if span is not None and (not found or (best is not None and best.span.overlaps(span))):
            return Placed(span, MOVED, 1.0, around)
        if best is None or not pattern.accepts(best):
            return None
        if best.same < 1.0 and self._index.closed_up(pattern):
            return None
        how = CHANGED if best.same < 1.0 else SPELT if best.around >= _AROUND else MOVED
        return Placed(best.span, how, best.same, best.around)

    def _found(self, pattern: _Pattern, beside: bool = False) -> list[_Found]:
        """Return what is worth a thought; with ``beside``, also what stands right beside something better."""
        if not pattern.high:
            return []
        tokens, found = self._index.tokens, []
        for lo, hi in self._index.windows(pattern):
            each = _look(pattern, tokens, lo, hi)
            found.append(each)
            if beside and each is not None:
                start, end = (
                    bisect_left(tokens.starts, each.span.start),
                    bisect_left(tokens.starts, each.span.end),
                )
                found += [_look(pattern, tokens, lo, start), _look(pattern, tokens, end, hi)]
        return [each for each in found if each is not None]

    @property
    def _index(self) -> _Indexed:
        if self._made is None:
            self._made = _Indexed.of(self._text)
        return self._made


@lru_cache(maxsize=8)
def places(text: str) -> Places:
    """Return the places in a text; those of the texts that were asked for last are kept."""
    return Places(text)


def place(anchor: Anchor, text: str) -> Placed | None:
    """Return where the passage of an anchor is in a text, and how it was found; None rather than a guess."""
    if anchor.stands_in(text):  # as nearly always: what makes the rest quick need not be made
        return Placed(anchor.span, THERE)
    return places(text).place(anchor)


def place_after(anchor: Anchor, old: str, new: str) -> Placed | None:
    """Return what ``place`` does for the text that has taken the place of another, which is at hand.

    The way back must lead to the passage, too: if something else in the old text is more like what was found,
    with much of what is around it, then it is that, and the passage itself is gone.
    """
    here, placed = place(anchor, old), place(anchor, new)
    if here is None or placed is None:
        return placed
    # What is close by tells most; where that is the same, what is farther off decides.
    near, wide = Anchor.on(new, placed.span), Anchor.on(new, placed.span, _WIDE)
    whole = wide.before + wide.exact + wide.after
    for words, at in ((whole, here.span.start - len(wide.before)), (wide.exact, here.span.start)):
        if old.startswith(words, max(at, 0)) and old.count(words) == 1:
            return placed
    back = places(old)
    sure = back.leads_to(near, here.span, -_BACK) and back.leads_to(wide, here.span, _BACK)
    return placed if sure else None


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The words of an anchor with its surroundings; ``start`` and ``end`` bound those of the passage."""

    tokens: Tokens
    start: int
    end: int
    at: Span  # of the passage, in the pattern's own text

    @classmethod
    def of(cls, anchor: Anchor) -> _Pattern:
        """Make the pattern of an anchor; words that its surroundings cut in two are left out."""
        tokens = tokens_of(anchor.before + anchor.exact + anchor.after)
        at = Span(len(anchor.before), len(anchor.before) + len(anchor.exact))
        first = 1 if len(anchor.before) >= CONTEXT and tokens.ends and tokens.ends[0] <= at.start else 0
        last = len(tokens)
        if len(anchor.after) >= CONTEXT and tokens.starts and tokens.starts[-1] >= at.end:
            last -= 1
        tokens = tokens.cut(first, max(first, last))
        start = sum(1 for end in tokens.ends if end <= at.start)
        end = sum(1 for begin in tokens.starts if begin < at.end)
        return cls(tokens, start, max(start, end), at)

    @property
    def high(self) -> int:
        """Return how many words the passage has."""
        return self.end - self.start

    @property
    def letters(self) -> int:
        """Return how many letters the passage has."""
        return self.tokens.length(self.start, self.end)

    @property
    def surroundings(self) -> int:
        """Return how many letters its surroundings have."""
        return self.tokens.length(0, self.start) + self.tokens.length(self.end, len(self.tokens))

    def worth(self, found: _Found) -> float:
        """Return which share of all letters was found again at a place."""
        around = self.surroundings
        return (found.same * self.letters + found.around * around) / (self.letters + around)

    def accepts(self, found: _Found) -> bool:
        """Tell whether a place is good enough: the less is around it, the more of its words must be there."""
        if found.around >= _WELL_AROUND and found.same >= _LIKE:
            return True
        if found.around >= _AROUND and found.same >= (_MORE_LIKE if self.letters >= _TELLING / 2 else 1.0):
            return True
        return found.same >= _MOST_LIKE and self.letters >= _TELLING and found.spelling_only


@dataclass(frozen=True, slots=True)
class _Found:
    """A place that was looked at: the shares of words and surroundings found again there."""

    span: Span
    same: float
    around: float
    spelling_only: bool


@dataclass(frozen=True, slots=True)
class _Indexed:
    """The words of a text, and where each stands."""

    tokens: Tokens
    where: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, text: str) -> _Indexed:
        """Make the index of a text."""
        tokens = tokens_of(text)
        where: dict[str, list[int]] = defaultdict(list)
        for n, key in enumerate(tokens.keys):
            where[key].append(n)
        return cls(tokens, where)

    def windows(self, pattern: _Pattern) -> Iterator[tuple[int, int]]:
        """Yield where it is worth looking closely, best first: rare words vote for its start."""
        high = len(pattern.tokens)
        size = max(8, high // 3)
        votes: dict[int, float] = defaultdict(float)
        for n, key in enumerate(pattern.tokens.keys):
            there = self.where.get(key, ())
            if len(there) <= _COMMON:
                for place in there:
                    votes[(place - n) // size] += 1 / len(there)
        both = {bin: votes[bin] + votes.get(bin + 1, 0.0) for bin in list(votes)}
        ranked = sorted(both, key=lambda bin: (-both[bin], bin))
        taken: list[int] = []
        for bin in ranked:
            if len(taken) == _MOST_PLACES or both[bin] < _WORTH * both[ranked[0]]:
                return
            if all(abs(bin - other) > 1 for other in taken):
                taken.append(bin)
                lo, hi = bin * size - size, (bin + 2) * size + high + max(size, 12)
                yield max(0, lo), min(len(self.tokens), hi)

    def closed_up(self, pattern: _Pattern) -> bool:
        """Tell whether what was before and after the passage now stands side by side somewhere."""
        keys = pattern.tokens.keys
        before, after = keys[: pattern.start], keys[pattern.end :]
        if min(sum(map(len, before)), sum(map(len, after))) < _SEAM:
            return False
        seam = [*before, *after]
        own = self.tokens.keys
        return any(
            list(own[place - len(before) + 1 : place + len(after) + 1]) == seam
            for place in self.where.get(before[-1], ())
        )


def _best(pattern: _Pattern, found: Sequence[_Found]) -> _Found | None:
    """Return the best of the places, if no other is nearly as good."""
    ranked = sorted(found, key=pattern.worth, reverse=True)
    if not ranked:
        return None
    best = ranked[0]
    others = (pattern.worth(each) for each in ranked[1:] if not each.span.overlaps(best.span))
    return best if pattern.worth(best) - max(others, default=0.0) >= _MARGIN else None


def _rivals(pattern: _Pattern, ours: _Found, other: _Found, lead: float) -> bool:
    """Tell whether another place is nearly as good, or has more of the words and some of the surroundings.

    Many words that are all the same need no surroundings.
    """
    if pattern.worth(other) > pattern.worth(ours) - lead:
        return True
    telling = other.same == 1.0 and pattern.letters >= _TELLING
    return other.same > ours.same + _BACK and (telling or other.around >= _AROUND / 2)


def _look(pattern: _Pattern, tokens: Tokens, lo: int, hi: int) -> _Found | None:
    """Lay a pattern beside a part of the text and return where its passage is there, if it is."""
    window = tokens.cut(lo, hi)
    own = pattern.tokens
    pairs = _aligned(pattern, window)
    inner = [pair for pair in pairs if pattern.start <= pair[0] < pattern.end]
    if not inner:
        return None
    first, last = _edges(pattern, pairs, inner)
    kept = sum(same * (len(own.keys[i]) + len(window.keys[j])) for i, j, same in inner)
    same = kept / (pattern.letters + window.length(first, last + 1))
    outer = sum(same * len(own.keys[i]) for i, _j, same in pairs if not pattern.start <= i < pattern.end)
    around = outer / pattern.surroundings if pattern.surroundings else same
    span = Span(*_places(pattern, window, inner, first, last))
    return _Found(span, min(same, 1.0), around, _spelling_only(pattern, window, inner, first, last))


def _aligned(pattern: _Pattern, window: Tokens) -> Pairs:
    """Lay a pattern beside a window; of a long one every stretch that is the same is taken as it is."""
    keys = pattern.tokens.keys
    if len(keys) <= _LONG:
        return align(keys, window.keys)
    blocks = SequenceMatcher(None, keys, window.keys, autojunk=False).get_matching_blocks()
    pairs: Pairs = []
    row = column = 0
    for block in blocks:
        if pairs and block.size and min(block.a - row, block.b - column) > 0:
            between = (
                align(keys[row : block.a], window.keys[column : block.b]) if block.a - row < _LONG else []
            )
            pairs += [(row + i, column + j, same) for i, j, same in between]
        pairs += [(block.a + n, block.b + n, 1.0) for n in range(block.size)]
        row, column = block.a + block.size, block.b + block.size
    return pairs


def _edges(pattern: _Pattern, pairs: Pairs, inner: Pairs) -> tuple[int, int]:
    """Return the first and last word of the passage in the window.

    Words put in place of its first or last ones belong to it where the surroundings begin right beside them.
    """
    match = {i: j for i, j, _same in pairs}
    first, last = inner[0][1], inner[-1][1]
    if pattern.start not in match and pattern.start - 1 in match:
        first = match[pattern.start - 1] + 1
    if pattern.end - 1 not in match and pattern.end in match:
        last = match[pattern.end] - 1
    return first, last


def _places(pattern: _Pattern, window: Tokens, inner: Pairs, first: int, last: int) -> tuple[int, int]:
    """Return where the passage starts and ends; within a word only where it did and the word is the same."""
    start, end = window.starts[first], window.ends[last]
    own = pattern.tokens
    (i, j, same), (k, m, alike_) = inner[0], inner[-1]
    if j == first and same == 1.0 and own.starts[i] < pattern.at.start:
        start += pattern.at.start - own.starts[i]
    if m == last and alike_ == 1.0 and own.ends[k] > pattern.at.end:
        end -= own.ends[k] - pattern.at.end
    return start, max(end, start + 1)


def _spelling_only(pattern: _Pattern, window: Tokens, inner: Pairs, first: int, last: int) -> bool:
    """Tell whether words are at most spelt otherwise: none is added, left out or another, and no number."""
    own = pattern.tokens.keys
    words = [n for n in range(pattern.start, pattern.end) if own[n].isalnum()]
    theirs = [n for n in range(first, last + 1) if window.keys[n].isalnum()]
    if not {i for i, _j, _same in inner} >= set(words) or not {j for _i, j, _same in inner} >= set(theirs):
        return False
    return all(
        same == 1.0 or not any(letter.isdigit() for letter in own[i] + window.keys[j]) for i, j, same in inner
    )

"""Two articles side by side: passages that correspond, how much is the same, and which words differ."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefreader.domain.document import Document, Published
from briefreader.domain.folding import WORD, fold
from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.domain.query import Query
from briefreader.domain.register import ENTITY_KINDS
from briefreader.domain.survey import Survey
from briefreader.domain.text import Span
from briefreader.library import surveying
from briefreader.library.aligning import Indices, Piece, aligned, alike, key, words
from briefreader.library.workspace import Progress, Workspace

MOST_CANDIDATES = 5_000
_TELLING = 5  # words in a row that are hardly the same by chance
_COPIED = 0.5  # share of the words of the shorter article in such rows, from which on it is a near-copy
_KINDS = (*ENTITY_KINDS, "quote", "claim", "figure", "date", "event", "agreement")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages that correspond: ``topics`` are what both speak of, none where only the wording is alike.

    ``verdict`` is how they compare, as that of a claim: "matter" if that is not known of these two alone,
    "wording" without a claim.
    """

    one: Span
    other: Span
    topics: tuple[str, ...] = ()
    verdict: str = "wording"

    def turned(self) -> Pair:
        """Return the pair with its sides exchanged."""
        return Pair(self.other, self.one, self.topics, self.verdict)


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that differ: ``one`` or ``other`` is None where the words stand on the other side only.

    ``one_at`` and ``other_at`` are where it is on each side in any case.
    """

    one: Span | None
    other: Span | None
    one_at: int
    other_at: int

    def turned(self) -> Difference:
        """Return the difference with its sides exchanged."""
        return Difference(self.other, self.one, self.other_at, self.one_at)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two documents compare. ``share`` is the share of their words that both have in the same order.

    Differences and steps are there for near-copies only: a step is a place of the one text and the place
    of the other that is beside it, in rising order. ``languages`` tells that they are in two languages.
    """

    one: str
    other: str
    share: float = 0.0
    near: bool = False
    pairs: tuple[Pair, ...] = ()
    differences: tuple[Difference, ...] = ()
    steps: tuple[tuple[int, int], ...] = ()
    languages: bool = False

    def turned(self) -> Comparison:
        """Return the same comparison seen from the other side."""
        pairs = sorted((each.turned() for each in self.pairs), key=lambda each: (each.one, each.other))
        return Comparison(
            self.other, self.one, self.share, self.near, tuple(pairs),
            tuple(each.turned() for each in self.differences),
            tuple((there, here) for here, there in self.steps), self.languages,
        )  # fmt: skip

    def beside(self, place: int) -> int | None:
        """Return the place of the other text beside a place of the one; None if they are no near-copies."""
        if not self.steps:
            return None
        number = bisect_right(self.steps, place, key=lambda step: step[0])
        here, there = self.steps[number - 1] if number else (0, 0)
        if number < len(self.steps):
            ahead, beyond = self.steps[number]
            return there + round((place - here) * (beyond - there) / max(1, ahead - here))
        return there + place - here


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that another one can be compared with; ``shared`` counts the matters both speak of."""

    id: str
    title: str
    outlet: str
    published: Published
    shared: int


def compare(
    workspace: Workspace, one: str, other: str, survey: Survey | None, progress: Progress | None = None
) -> Comparison | None:
    """Return how two documents compare; None if one of them is no longer there.

    How the two compare is found out for these two alone: in a survey of all articles a third one may be what
    they agree with. What only the survey finds, because a third one joins it, comes to that.
    """
    documents = list(workspace.store.documents(list(dict.fromkeys((one, other)))))
    found = {each.id: each for each in documents}
    if one not in found or other not in found:
        return None
    if one == other:
        return compared(found[one], found[other], ())
    if progress is not None:
        progress(0, 2, "")
    facts = workspace.store.facts([one, other], _KINDS)
    own = surveying.surveyed(documents, facts, workspace.store.decisions())
    more = survey.claims_within([one]) if survey is not None else ()
    return compared(found[one], found[other], (*own.ledger.claims, *more))


def candidates(workspace: Workspace, id: str, survey: Survey | None = None) -> list[Candidate]:
    """Return what a document can be compared with: first what it has most in common with, then the newest."""
    shared: Counter[str] = Counter()
    for claim in survey.claims_within([id]) if survey else ():
        shared.update(claim.documents)
    ids = [each for each in workspace.store.ids(Query(order="newest")) if each != id][:MOST_CANDIDATES]
    found = [
        Candidate(row.id, row.title, row.outlet, row.published, shared[row.id])
        for row in workspace.store.rows(ids)
    ]
    return sorted(found, key=lambda each: -each.shared)


def compared(one: Document, other: Document, claims: Iterable[Claim]) -> Comparison:
    """Return how two documents compare, by their words and by the claims that both speak of.

    Of passages of which several claims speak, the claims of these two documents alone count.
    """
    mine, theirs = _said(one), _said(other)
    keys = [key(one.text[start:end]) for start, end in mine]
    keys_there = [key(other.text[start:end]) for start, end in theirs]
    pieces = aligned(keys, keys_there)
    same = sum(each.one[1] - each.one[0] for each in pieces if each.same)
    total = len(mine) + len(theirs)
    near = _near(pieces, min(len(mine), len(theirs)))
    pairs = (
        () if one.id == other.id else tuple(_pairs(one, other, claims, (mine, theirs), (keys, keys_there)))
    )
    return Comparison(
        one.id, other.id, 2 * same / total if total else 1.0, near, tuple(pairs),
        tuple(_differences(pieces, mine, theirs)) if near else (),
        tuple(_steps(pieces, mine, theirs)) if near else (),
        bool(one.language and other.language and one.language != other.language),
    )  # fmt: skip


def _said(document: Document) -> list[Indices]:
    """Return where the words of a document stand that belong to what it says: no date lines, no captions."""
    if not document.noise:
        return words(document.text)
    noise = sorted(each.span for each in document.noise)
    ends = list(accumulate((each.end for each in noise), max))
    kept = []
    for start, end in words(document.text):
        number = bisect_right(ends, start)
        if number == len(noise) or noise[number].start >= end:
            kept.append((start, end))
    return kept


def _near(pieces: Sequence[Piece], shorter: int) -> bool:
    lengths = [each.one[1] - each.one[0] for each in pieces if each.same]
    telling = sum(each for each in lengths if each >= min(_TELLING, shorter))
    return shorter > 0 and telling >= _COPIED * shorter


def _differences(
    pieces: Iterable[Piece], mine: Sequence[Indices], theirs: Sequence[Indices]
) -> Iterator[Difference]:
    for piece in pieces:
        if not piece.same:
            one, one_at = _stretch(piece.one, mine)
            other, other_at = _stretch(piece.other, theirs)
            yield Difference(one, other, one_at, other_at)


def _stretch(numbers: Indices, row: Sequence[Indices]) -> tuple[Span | None, int]:
    """Return where words stand, and where that is even if there are none: behind the word before."""
    first, end = numbers
    if first < end:
        return Span(row[first][0], row[end - 1][1]), row[first][0]
    return None, row[first - 1][1] if first else (row[0][0] if row else 0)


def _steps(
    pieces: Iterable[Piece], mine: Sequence[Indices], theirs: Sequence[Indices]
) -> Iterator[tuple[int, int]]:
    for piece in pieces:
        if piece.same:
            yield mine[piece.one[0]][0], theirs[piece.other[0]][0]
            yield mine[piece.one[1] - 1][1], theirs[piece.other[1] - 1][1]


# -- passages that correspond -----------------------------------------------------------------------------


def _pairs(
    one: Document,
    other: Document,
    claims: Iterable[Claim],
    said: tuple[Sequence[Indices], Sequence[Indices]],
    keys: tuple[Sequence[str], Sequence[str]],
) -> list[Pair]:
    told: dict[tuple[Span, Span], Pair] = {}
    for claim in sorted(claims, key=lambda each: len(each.documents)):
        if claim.verdict == "scope" or claim.decision == "dismissed":
            continue  # nothing that corresponds
        alone = len(claim.documents) == 2
        for mine, theirs in _entries(claim, one.id, other.id):
            known = told.get((mine.span, theirs.span))
            if known is None:
                verdict = claim.verdict if alone else "matter"
                told[mine.span, theirs.span] = Pair(mine.span, theirs.span, (claim.topic,), verdict)
            elif alone:
                topics = tuple(dict.fromkeys((*known.topics, claim.topic)))
                verdict = claim.verdict if known.verdict != "differ" else "differ"
                told[mine.span, theirs.span] = Pair(mine.span, theirs.span, topics, verdict)
    pairs = list(told.values())
    blocks, blocks_there = _passages(one, said[0], keys[0]), _passages(other, said[1], keys[1])
    for each in alike([row for _span, row in blocks], [row for _span, row in blocks_there]):
        pair = Pair(blocks[each.one][0], blocks_there[each.other][0])
        if not any(pair.one.contains(by.one) and pair.other.contains(by.other) for by in told.values()):
            pairs.append(pair)
    return sorted(pairs, key=lambda each: (each.one, each.other))


def _passages(
    document: Document, said: Sequence[Indices], keys: Sequence[str]
) -> list[tuple[Span, Sequence[str]]]:
    """Return the blocks of a document that say anything, each with its words."""
    starts = [start for start, _end in said]
    found = []
    for block in document.blocks:
        first, end = bisect_left(starts, block.span.start), bisect_left(starts, block.span.end)
        if first < end:
            found.append((Span(said[first][0], said[end - 1][1]), keys[first:end]))
    return found


def _entries(claim: Claim, one: str, other: str) -> Iterator[tuple[ClaimEntry, ClaimEntry]]:
    """Yield what the two documents say of a claim, each passage with the one that is most like it."""
    mine = [each for each in claim.entries if each.document == one]
    theirs = [each for each in claim.entries if each.document == other]
    ranked = sorted(
        ((_likeness(here, there), -n, -m) for n, here in enumerate(mine) for m, there in enumerate(theirs)),
        reverse=True,
    )
    taken: set[int] = set()
    taken_there: set[int] = set()
    for _like, n, m in ranked:
        if -n not in taken and -m not in taken_there:
            taken.add(-n)
            taken_there.add(-m)
            yield mine[-n], theirs[-m]


def _likeness(one: ClaimEntry, other: ClaimEntry) -> tuple[bool, int]:
    shared = set(WORD.findall(fold(one.text))) & set(WORD.findall(fold(other.text)))
    return _value(one) == _value(other), len(shared)


def _value(entry: ClaimEntry) -> str:
    return entry.day or " ".join(fold(entry.value).split())

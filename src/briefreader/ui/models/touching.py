"""What a survey of the corpus knows of a passage: found at once, however many claims there are."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property

from briefreader.domain.ledger import Claim
from briefreader.domain.register import Entity
from briefreader.domain.survey import FigureRow, Moment, Survey
from briefreader.domain.text import Span

_Found = tuple[int, int, int]  # where words stand, and the number of a claim that rests on them


class _Marks:
    """The words of one document on which claims rest, in their order."""

    def __init__(self, found: list[_Found], claims: tuple[Claim, ...]) -> None:
        self._found, self._claims = sorted(found), claims
        self._longest = max((end - start for start, end, _number in self._found), default=0)

    def on(self, span: Span) -> tuple[Claim, ...]:
        if not self._found:
            return ()
        first = bisect_left(self._found, (span.start - self._longest, 0, 0))
        last = bisect_left(self._found, (span.end, 0, 0), first)
        numbers = {number for _start, end, number in self._found[first:last] if end > span.start}
        return tuple(self._claims[number] for number in sorted(numbers))


class Touching:
    """The way from a passage to what the survey says of it; without a survey it says nothing."""

    def __init__(self, survey: Survey | None = None) -> None:
        self._survey = survey or Survey()
        self._marks: dict[str, _Marks] = {}
        self._origins: dict[str, int] = {}

    def claims(self, document: str, span: Span) -> tuple[Claim, ...]:
        """Return the claims that rest on a passage, in the ledger's order."""
        if document not in self._marks:
            found = self._found.get(document, [])
            self._marks[document] = _Marks(found, self._survey.ledger.claims)
        return self._marks[document].on(span)

    def origins(self, claim: Claim) -> int:
        """Return how many independent origins speak of a claim; counted once, since many facts ask."""
        if claim.id not in self._origins:
            self._origins[claim.id] = claim.origins
        return self._origins[claim.id]

    def bearer(self, document: str, span: Span | None, id: str = "") -> Entity | None:
        """Return whom exactly this stretch names, else the bearer with this id."""
        named = self._survey.register.at(document, span) if span is not None else None
        return named or self._survey.register.entity(id)

    def figure(self, key: str) -> FigureRow | None:
        """Return the figure with a fact's key."""
        return self._figures.get(key)

    def moment(self, key: str) -> Moment | None:
        """Return the moment with a fact's key."""
        return self._moments.get(key)

    @cached_property
    def _found(self) -> dict[str, list[_Found]]:
        # All in one go: a claim of a hundred sources would be gone through for each of them.
        found: dict[str, list[_Found]] = defaultdict(list)
        for number, claim in enumerate(self._survey.ledger.claims):
            for entry in claim.entries:
                found[entry.document].append((entry.mark.start, entry.mark.end, number))
        return found

    @cached_property
    def _figures(self) -> dict[str, FigureRow]:
        return {each.key: each for each in self._survey.figures if each.key}

    @cached_property
    def _moments(self) -> dict[str, Moment]:
        return {each.key: each for each in self._survey.moments if each.key}

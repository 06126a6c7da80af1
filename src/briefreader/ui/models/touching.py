"""What a survey of the corpus knows of a passage: found at once, however many claims there are."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from briefreader.domain.ledger import Claim
from briefreader.domain.register import Entity
from briefreader.domain.survey import FigureRow, Moment, Survey
from briefreader.domain.text import Span

_ANYWHERE = Span(0, 2**62)


class _Marks:
    """The words of one document on which claims rest, in their order."""

    def __init__(self, document: str, claims: tuple[Claim, ...]) -> None:
        self._found = sorted(
            (entry.mark.start, entry.mark.end, number)
            for number, claim in enumerate(claims)
            for entry in claim.entries
            if entry.document == document
        )
        self._claims = claims
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

    def claims(self, document: str, span: Span) -> tuple[Claim, ...]:
        """Return the claims that rest on a passage, in the ledger's order."""
        if document not in self._marks:
            every = self._survey.ledger.touching(document, _ANYWHERE)
            self._marks[document] = _Marks(document, every)
        return self._marks[document].on(span)

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
    def _figures(self) -> dict[str, FigureRow]:
        return {each.key: each for each in self._survey.figures if each.key}

    @cached_property
    def _moments(self) -> dict[str, Moment]:
        return {each.key: each for each in self._survey.moments if each.key}

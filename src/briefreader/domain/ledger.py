"""The ledger: what several sources say of one matter, side by side, and how it compares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefreader.domain.document import Published
from briefreader.domain.text import Span

VERDICTS = ("differ", "agree", "rounding", "refines", "scope", "linked", "single")
"""Contradiction; agreement; agreement within rounding; one makes the other more exact or moves it on;
another period or scope, so no contradiction; brought together by hand, not compared; one source only."""

CLAIM_KINDS = ("figure", "date", "title", "agreement", "plan", "office", "statement")


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """What one source says: ``span`` is the passage, ``mark`` the words in it that carry the value.

    ``text`` is the passage verbatim, ``value`` the compared value as printed, ``origin`` the
    independent origin of the source (copies of one wire report have the same), ``published`` when
    the source came out. ``day`` is the day or interval that the words mean (ISO 8601, an interval with a
    slash) where days are compared, else empty.
    """

    document: str
    span: Span
    mark: Span
    text: str
    value: str
    origin: str
    published: Published
    speaker: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One matter on which sources can be compared.

    ``period`` is ISO 8601 (an interval with a slash) or empty. ``degree`` of a difference is "minor"
    or "major". ``reason`` says in words why the verdict is what it is. ``decision`` is "", "confirmed",
    "dismissed" or "linked" (by a person), ``note`` what that person wrote, ``decision_id`` the record.
    Entries come by date of publication; ``named`` are the places among them, from 0, of those that the
    reason speaks of, in its order.
    """

    id: str
    topic: str
    kind: str
    verdict: str
    reason: str
    entries: tuple[ClaimEntry, ...]
    period: str = ""
    degree: str = ""
    parties: tuple[str, ...] = ()
    decision: str = ""
    note: str = ""
    decision_id: str = ""
    named: tuple[int, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """Return the documents that speak of it, each once, in the order of the entries."""
        return tuple(dict.fromkeys(entry.document for entry in self.entries))

    @property
    def origins(self) -> int:
        """Return how many independent origins speak of it: copies of one report count once."""
        return len({entry.origin for entry in self.entries})


class Ledger:
    """All claims of a corpus: differences first, then what most origins speak of."""

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        self.claims = tuple(claims)
        self._by_document: dict[str, list[Claim]] = {}
        for claim in self.claims:
            for document in claim.documents:
                self._by_document.setdefault(document, []).append(claim)

    def claim(self, id: str) -> Claim | None:
        """Return the claim with an id."""
        return next((each for each in self.claims if each.id == id), None)

    def touching(self, document: str, span: Span) -> tuple[Claim, ...]:
        """Return the claims that rest on a passage, by the words that carry the value."""
        return tuple(
            claim
            for claim in self._by_document.get(document, ())
            if any(entry.document == document and entry.mark.overlaps(span) for entry in claim.entries)
        )

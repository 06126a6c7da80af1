"""A survey: what is known over the whole corpus, as the ledger, timeline, people and figures show it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from briefreader.domain.document import Published
from briefreader.domain.ledger import Claim, Ledger
from briefreader.domain.register import Register
from briefreader.domain.text import Span

LANES = ("published", "event", "as of")
"""The three meanings of a date: when a source came out, when something happened or is to happen, and
the day on which a statement holds."""


@dataclass(frozen=True, slots=True)
class SourceCard:
    """What the views show of a document; ``origin`` is its independent origin."""

    id: str
    title: str
    outlet: str
    published: Published
    origin: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or stretch of time that a source speaks of.

    ``first`` and ``last`` are ISO dates, ``precision`` one of day, week, month, quarter, year, decade,
    range; ``lane`` is one of LANES; ``status`` of an event is held, planned or cancelled. ``label`` is
    what it is about, ``text`` the passage verbatim, ``key`` the fact's key ("" for a publication).
    """

    document: str
    span: Span
    text: str
    label: str
    lane: str
    first: str
    last: str
    precision: str = "day"
    status: str = ""
    inferred: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with all that makes it comparable; ``value`` is as printed, ``sentence`` verbatim.

    ``amount`` is in ``unit`` (ISO 4217 code, %, plain name, "" for a count); ``to`` is the upper end of a
    range. ``first`` and ``last`` are the ISO dates of its period, ``period`` that as told. ``topic``
    is the same for figures of one measure. ``claim`` is the id of its claim in the ledger, or "".
    ``corrected`` tells that a person put another value in the place of the printed one.
    """

    document: str
    span: Span
    value: str
    sentence: str
    kind: str
    measure: str
    topic: str
    amount: float | None
    unit: str = ""
    comparator: str = ""
    to: float | None = None
    period: str = ""
    first: str = ""
    last: str = ""
    speaker: str = ""
    claim: str = ""
    key: str = ""
    corrected: bool = False


@dataclass(frozen=True)
class Survey:
    """Everything at one mark of the store. ``within`` narrows it to a filtered list of documents."""

    register: Register = field(default_factory=Register)
    ledger: Ledger = field(default_factory=Ledger)
    moments: tuple[Moment, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    sources: Mapping[str, SourceCard] = field(default_factory=dict)
    left_out: int = 0
    """How many documents of the corpus were not looked at because there are too many."""

    def claims_within(self, documents: Collection[str]) -> tuple[Claim, ...]:
        """Return the claims that some of these documents speak of, whole: a difference needs both sides."""
        wanted = documents if isinstance(documents, set | frozenset) else frozenset(documents)
        return tuple(claim for claim in self.ledger.claims if any(each in wanted for each in claim.documents))

    def within(self, documents: Collection[str]) -> Survey:
        """Return the moments and figures of these documents; register and ledger stay whole."""
        wanted = documents if isinstance(documents, set | frozenset) else frozenset(documents)
        return replace(
            self,
            moments=tuple(each for each in self.moments if each.document in wanted),
            figures=tuple(each for each in self.figures if each.document in wanted),
        )

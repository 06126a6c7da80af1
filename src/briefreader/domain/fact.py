"""A fact: a span of a document and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from briefreader.domain.document import Document
from briefreader.domain.text import Span

FACT_KINDS = (
    "key", "quote", "figure", "date", "event", "agreement", "person", "organisation", "place", "unattributed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that an extractor found: always a span of its document, ``text`` being what it says.

    ``kind`` is one of FACT_KINDS: "key" is a key sentence, "unattributed" a stretch in quotation
    marks that is nobody's speech. The typed places are what the views read:

    - ``when``: ISO 8601 or TimeML value (a date's value; an event's day; a figure's period).
    - ``amount`` and ``unit``: a number and its unit (ISO 4217 code, "%", "km", "" for a count).
    - ``about``: the name it is about: a quote's speaker, a figure's measure, a name's full form.
    - ``score``: rank among facts of its kind, higher first.
    - ``data``: anything more, as JSON values; the keys of each kind are in docs/notes/facts.md.
    """

    document: str
    kind: str
    span: Span
    text: str
    when: str = ""
    amount: float | None = None
    unit: str = ""
    about: str = ""
    score: float = 0.0
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Return an identifier that is the same after the same analysis."""
        return f"{self.document}:{self.kind}:{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with all that was found in it."""

    document: Document
    facts: tuple[Fact, ...] = ()

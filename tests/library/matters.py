"""Claims and a survey made by hand, for tests of briefings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefreader.domain.document import Document
from briefreader.domain.ledger import Claim, ClaimEntry, Ledger
from briefreader.domain.register import Register
from briefreader.domain.survey import SourceCard, Survey
from briefreader.domain.text import Span


def place(owner: Document, words: str) -> Span:
    """Return where some words stand in a document."""
    start = owner.text.index(words)
    return Span(start, start + len(words))


def entry(
    owner: Document, words: str, passage: str = "", origin: str = "", value: str = "", **values: Any
) -> ClaimEntry:
    """Return what a document says of a matter: the words that carry the value, in their passage."""
    mark = place(owner, words)
    span = place(owner, passage) if passage else mark
    return ClaimEntry(
        owner.id, span, mark, span.of(owner.text), value or words, origin or owner.id, owner.published,
        **values,
    )  # fmt: skip


def claim(id: str, verdict: str, *entries: ClaimEntry, kind: str = "figure", **values: Any) -> Claim:
    """Return a claim about trade."""
    return Claim(id, values.pop("topic", "Trade"), kind, verdict, f"Reason of {id}.", entries, **values)


def surveyed(documents: Sequence[Document], *claims: Claim, **values: Any) -> Survey:
    """Return a survey of documents, each an origin of its own unless the claims say otherwise."""
    known = {each.document: each.origin for made in claims for each in made.entries}
    cards = {
        each.id: SourceCard(each.id, each.title, each.outlet, each.published, known.get(each.id, each.id))
        for each in documents
    }
    return Survey(values.pop("register", Register()), Ledger(claims), sources=cards, **values)

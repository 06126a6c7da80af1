"""Rows of the table of figures: each figure with its measure, period, speaker and claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefreader.domain.fact import Fact
from briefreader.domain.ledger import Claim, Ledger
from briefreader.domain.survey import FigureRow
from briefreader.domain.text import Span
from briefreader.library.judging import is_other


def rows(facts: Sequence[Fact], ledger: Ledger, texts: Mapping[str, str]) -> tuple[FigureRow, ...]:
    """Return the figures that say what they measure, by topic, period and document."""
    claims = {
        (fact.document, fact.span): fact
        for fact in facts
        if fact.kind == "claim" and fact.data["family"] == "figure"
    }
    of_ledger: dict[tuple[str, Span], Claim] = {}
    for claim in reversed(ledger.claims):
        if claim.kind == "figure":
            for entry in claim.entries:
                of_ledger[entry.document, entry.mark] = claim
    quotes: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind == "quote" and fact.about:
            quotes[fact.document].append(fact)
    found = []
    for fact in facts:
        if fact.kind == "figure" and fact.amount is not None and fact.about and not fact.data.get("noise"):
            place = _found(fact)
            told, compared = claims.get((fact.document, place)), of_ledger.get((fact.document, place))
            if fact.data.get("key") or told is not None:
                found.append(_row(fact, told, compared, quotes[fact.document], texts[fact.document]))
    return tuple(
        sorted(found, key=lambda each: (each.topic, each.unit, each.first, each.document, each.span))
    )


def _found(fact: Fact) -> Span:
    found = fact.data.get("found")
    return Span(*found) if found else fact.span


def _row(
    fact: Fact, claim_fact: Fact | None, claim: Claim | None, quotes: Sequence[Fact], text: str
) -> FigureRow:
    told = claim_fact.data if claim_fact is not None else {}
    passage = Span(*told["passage"]) if "passage" in told else fact.span
    speaker = str(fact.data.get("said_by") or "") or _speaker(fact, quotes)
    measure = " ".join(fact.about.split())
    topic = claim.topic if claim is not None else measure[:1].upper() + measure[1:]
    to = fact.data.get("to")
    value = str(fact.data.get("value") or fact.text)
    by_hand = is_other(value, fact.text, passage.of(text))
    return FigureRow(
        fact.document, fact.span, value, passage.of(text),
        str(fact.data.get("kind") or "count"), measure, topic, fact.amount, fact.unit,
        str(fact.data.get("comparator") or ""), float(to) if to is not None else None, fact.when,
        str(told.get("first") or ""), str(told.get("last") or ""), speaker,
        claim.id if claim is not None else "", fact.key, by_hand,
    )  # fmt: skip


def _speaker(fact: Fact, quotes: Sequence[Fact]) -> str:
    holding = [each for each in quotes if each.span.contains(fact.span)]
    return min(holding, key=lambda each: len(each.span)).about if holding else ""

"""The public format of register and ledger as one JSON object; docs/notes/ledger-format.md describes it."""

from __future__ import annotations

from typing import Any

from briefreader.domain.ledger import Claim
from briefreader.domain.register import Entity, Place
from briefreader.domain.survey import Survey

FORMAT = 1
"""The version of the format: it grows when a key changes its meaning or goes, not when one is added."""


def record(survey: Survey) -> dict[str, Any]:
    """Return the record of a survey; every value is one that JSON has, spans count code points."""
    return {
        "format": FORMAT,
        "documents": [
            {
                "id": card.id,
                "title": card.title,
                "source": card.outlet,
                "published": card.published.value or None,
                "inferred": bool(card.published.value) and not card.published.certain,
                "origin": card.origin,
            }
            for card in survey.sources.values()
        ],
        "entities": [_entity(each) for each in survey.register.entities],
        "claims": [_claim(each) for each in survey.ledger.claims],
        "left_out": survey.left_out,
    }


def _place(place: Place) -> dict[str, Any]:
    return {"document": place.document, "start": place.span.start, "end": place.span.end}


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "country": entity.country or None,
        "decided": entity.decided,
        "variants": [
            {
                "text": each.text,
                **_place(each.place),
                "count": each.count,
                "rule": each.rule,
                "joined": each.joined,
            }
            for each in entity.variants
        ],
        "offices": [
            {
                "title": each.title,
                **_place(each.place),
                "documents": list(each.documents),
                "since": each.since or None,
                "until": each.until or None,
            }
            for each in entity.offices
        ],
        "mentions": [_place(each) for each in entity.mentions],
        "apart": [{"name": each.name, "entity": each.entity or None} for each in entity.apart],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "topic": claim.topic,
        "kind": claim.kind,
        "period": claim.period or None,
        "parties": list(claim.parties),
        "verdict": claim.verdict,
        "degree": claim.degree or None,
        "reason": claim.reason,
        "origins": claim.origins,
        "decision": claim.decision or None,
        "note": claim.note or None,
        "named": list(claim.named),
        "entries": [
            {
                "document": each.document,
                "start": each.span.start,
                "end": each.span.end,
                "text": each.text,
                "mark": {"start": each.mark.start, "end": each.mark.end},
                "value": each.value,
                "origin": each.origin,
                "published": each.published.value or None,
                "speaker": each.speaker or None,
                "day": each.day or None,
            }
            for each in claim.entries
        ],
    }

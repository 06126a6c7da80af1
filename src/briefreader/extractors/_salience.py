"""How much a document is about somebody or something: mentions counted, and where the first one stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import log
from typing import Any

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.extractors._names import Mention
from briefreader.extractors._reading import Reading

FIRST = 400
"""The place, in code points, at which a first mention weighs half as much as at the start."""
EARLY, HEADLINE = 2.0, 0.6
"""What a first mention at the very start weighs, and one in the headline."""


def weights(mentions: Iterable[Mention], headline: Span | None = None) -> dict[str, float]:
    """Return the weight of each entity.

    It is log(1 + mentions) + EARLY / (1 + first place / FIRST), and HEADLINE for a first mention there.
    """
    count: dict[str, int] = {}
    first: dict[str, int] = {}
    for mention in mentions:
        count[mention.entity] = count.get(mention.entity, 0) + 1
        first[mention.entity] = min(mention.span.start, first.get(mention.entity, mention.span.start))
    return {
        entity: log(1 + n)
        + EARLY / (1 + first[entity] / FIRST)
        + (HEADLINE if headline and headline.start <= first[entity] < headline.end else 0.0)
        for entity, n in count.items()
    }


def named(reading: Reading, kind: str) -> Iterator[Fact]:
    """Yield the mentions of one kind as facts."""
    headline = next((block.span for block in reading.document.blocks if block.kind == "title"), None)
    weight = weights(reading.mentions, headline)
    for mention in reading.mentions:
        if mention.kind == kind:
            data: dict[str, Any] = {
                "entity": mention.entity,
                "name": mention.name,
                "role": mention.role or None,
                "rule": mention.rule,
                "evidence": [mention.evidence.start, mention.evidence.end] if mention.evidence else None,
            }
            if kind == "place":
                data["country"] = mention.country
            score = round(weight[mention.entity], 4)
            yield reading.fact(kind, mention.span, about=mention.name, score=score, data=data)

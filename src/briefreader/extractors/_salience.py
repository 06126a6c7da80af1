"""How much a document is about somebody or something: mentions counted, and where the first one stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import log

from briefreader.domain.fact import Fact
from briefreader.extractors._names import Mention
from briefreader.extractors._reading import Reading

FIRST = 250
"""The place, in code points, at which a first mention weighs half as much as at the start."""


def weights(mentions: Iterable[Mention]) -> dict[str, float]:
    """Return the weight of each entity: log(1 + mentions) + 1 / (1 + first place / FIRST)."""
    count: dict[str, int] = {}
    first: dict[str, int] = {}
    for mention in mentions:
        count[mention.entity] = count.get(mention.entity, 0) + 1
        first[mention.entity] = min(mention.span.start, first.get(mention.entity, mention.span.start))
    return {entity: log(1 + n) + 1 / (1 + first[entity] / FIRST) for entity, n in count.items()}


def named(reading: Reading, kind: str) -> Iterator[Fact]:
    """Yield the mentions of one kind as facts."""
    weight = weights(reading.mentions)
    for mention in reading.mentions:
        if mention.kind == kind:
            data = {
                "entity": mention.entity,
                "name": mention.name,
                "role": mention.role or None,
                "rule": mention.rule,
            }
            score = round(weight[mention.entity], 4)
            yield reading.fact(kind, mention.span, about=mention.name, score=score, data=data)

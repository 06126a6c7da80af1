"""How much a document is about somebody."""

from __future__ import annotations

from briefreader.domain.text import Span
from briefreader.extractors._names import Mention
from briefreader.extractors._salience import weights


def mention(entity: str, start: int) -> Mention:
    return Mention(Span(start, start + 4), "person", entity, entity, entity, rule="")


def test_mentions_and_an_early_place_count() -> None:
    found = weights(
        [mention("often", 500), mention("often", 900), mention("once", 500), mention("early", 10)]
    )
    assert found["often"] > found["once"]
    assert found["early"] > found["once"]


def test_the_headline_counts_more_than_the_same_place_without_it() -> None:
    alone = weights([mention("a", 10)])
    assert weights([mention("a", 10)], Span(0, 40))["a"] > alone["a"]
    assert weights([mention("a", 50)], Span(0, 40)) == weights([mention("a", 50)])

"""The extractor of dates."""

from __future__ import annotations

from briefreader.extractors import date
from briefreader.extractors._reading import Reading
from extractors.times_of import document


def test_yields_facts_with_value_and_interval() -> None:
    (fact,) = date.extract(Reading(document("It was signed in May 2025.")))
    assert (fact.kind, fact.text, fact.when) == ("date", "May 2025", "2025-05")
    assert fact.data["type"] == "DATE"
    assert (fact.data["from"], fact.data["to"]) == ("2025-05-01", "2025-05-31")
    assert fact.data["why"]


def test_a_told_day_ranks_above_a_vague_now() -> None:
    now, day = date.extract(Reading(document("It is now open, since 3 May 2012.")))
    assert day.score > now.score

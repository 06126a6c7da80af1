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


def test_the_reason_of_a_month_that_has_the_year_of_the_next() -> None:
    first, second = date.extract(Reading(document("From April to June 2011 it rained.")))
    assert (first.when, second.when) == ("2011-04", "2011-06")
    assert "June 2011" in first.data["why"]
    assert first.data["bound"] == {"kind": "between", "from": "2011-04-01", "to": "2011-06-30"}

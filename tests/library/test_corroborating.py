"""How many independent sources say the same, and the digit that speaks for."""

from __future__ import annotations

import pytest

from briefreader.domain.document import Document
from briefreader.domain.ledger import Claim, ClaimEntry, Ledger
from briefreader.domain.outline import Grade, Outline
from briefreader.library import corroborating, lining, outlining
from library.composed import document
from library.matters import claim, entry, place, surveyed

ONE = document("one", "Trade was $3 million in 2024, Ann said.", "2025-01-01")
TWO = document("two", "Trade was $3 million.", "2025-01-02")
COPY = document("copy", "Trade was $3 million, a paper said.", "2025-01-03")
OTHER = document("other", "Trade was $5 million.", "2025-01-04")
MORE = document("more", "Trade was $5 million, too.", "2025-01-05")
EVERY = (ONE, TWO, COPY, OTHER, MORE)


def said(owner: Document, **values: str) -> ClaimEntry:
    return entry(owner, "$5 million" if "$5" in owner.text else "$3 million", **values)


AGREE = claim("c", "agree", said(ONE), said(TWO), said(COPY, origin="two"))
DIFFER = claim("c", "differ", said(ONE), said(TWO), said(OTHER))


def test_copies_of_one_report_count_once() -> None:
    assert corroborating.independent(AGREE, "one", place(ONE, "$3 million")) == 2


def test_where_sources_differ_those_count_that_say_the_same() -> None:
    assert corroborating.independent(DIFFER, "one", place(ONE, "$3 million")) == 2
    assert corroborating.independent(DIFFER, "other", place(OTHER, "$5 million")) == 1
    assert corroborating.independent(DIFFER, "more", place(MORE, "$5 million")) == 0


def test_a_fact_has_the_claim_of_its_kind_that_shares_most_with_it() -> None:
    statement = claim("s", "agree", entry(ONE, "Trade was $3 million in 2024"), kind="statement")
    year = claim("y", "single", entry(ONE, "2024"))
    ledger = Ledger([statement, year, AGREE])
    span = place(ONE, "$3 million in 2024")
    assert corroborating.claim_of(ledger, "one", span, "figure") is AGREE
    assert corroborating.claim_of(ledger, "one", span, "quote") is statement
    assert corroborating.claim_of(ledger, "one", span, "key") is None
    assert corroborating.claim_of(ledger, "two", span, "date") is None


def test_what_a_person_dismissed_is_no_difference() -> None:
    span = place(ONE, "$3 million")
    assert corroborating.differing(Ledger([DIFFER]), "one", span) == (DIFFER,)
    dismissed = claim("c", "differ", said(ONE), said(OTHER), decision="dismissed")
    assert corroborating.differing(Ledger([dismissed]), "one", span) == ()
    assert corroborating.differing(Ledger([AGREE]), "one", span) == ()


def test_origins_are_those_of_the_survey_or_of_the_documents_alone() -> None:
    assert corroborating.origins_of([TWO, COPY], surveyed(EVERY, AGREE))["copy"] == "two"
    long = " ".join(f"word{n}" for n in range(40))
    first, second = document("a", long, "2025-01-01"), document("b", f"{long} end", "2025-01-02")
    found = corroborating.origins_of([second, first, ONE], surveyed([ONE]))
    assert found["a"] == found["b"] == "a" and found["one"] == "one"


def citing(owner: Document, words: str) -> Outline:
    line = lining.from_passage(owner, place(owner, words))
    return outlining.with_lines(outlining.blank("full", ""), [line])


@pytest.mark.parametrize(
    ("made", "owner", "digit", "reason"),
    [
        (claim("c", "agree", said(ONE), said(TWO)), ONE, "2", "One other independent source says the same."),
        (claim("c", "agree", said(ONE), said(TWO), said(OTHER)), ONE, "1", "the same on 1 matter."),
        (DIFFER, ONE, "3", "says the same. Independent sources say otherwise on 1 matter."),
        (claim("c", "differ", said(ONE), said(OTHER)), ONE, "4", "otherwise on 1 matter."),
        (claim("c", "differ", said(ONE), said(OTHER), said(MORE)), ONE, "5", "otherwise on 1 matter."),
        (claim("c", "single", said(ONE)), ONE, "6", "No independent source"),
        (claim("c", "agree", said(TWO), said(COPY, origin="two")), TWO, "6", "No independent source"),
        (claim("c", "differ", said(ONE), said(OTHER), decision="dismissed"), ONE, "6", "No independent"),
        (claim("c", "scope", said(ONE), said(TWO)), ONE, "6", "No independent source"),
    ],
)
def test_credibility_follows_what_independent_sources_say(
    made: Claim, owner: Document, digit: str, reason: str
) -> None:
    survey = surveyed(EVERY, made)
    found = corroborating.suggested_credibility(owner.id, citing(owner, "$3 million"), survey)
    assert found.digit == digit and reason in found.reason


def test_credibility_is_about_what_the_source_is_cited_for() -> None:
    survey = surveyed(EVERY, claim("c", "agree", said(ONE), said(TWO), said(OTHER)))
    assert corroborating.suggested_credibility("one", citing(ONE, "Ann said"), survey).digit == "6"


def test_credibility_never_follows_the_letter() -> None:
    survey, outline = surveyed(EVERY, DIFFER), citing(ONE, "$3 million")
    found = {
        corroborating.suggested_credibility(
            "one", outlining.graded(outline, "one", Grade(letter, digit)), survey
        )
        for letter in "AF"
        for digit in "16"
    }
    assert len(found) == 1

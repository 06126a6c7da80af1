from __future__ import annotations

from names_of import read

from briefreader.extractors import agreement


def agreements(text: str):
    return list(agreement.extract(read(text, published="2025-12-03")))


def test_what_was_signed_by_whom_and_when():
    (fact,) = agreements("Belarus and Vietnam signed a protocol on security in Hanoi on 2 December 2025.")
    assert fact.when == fact.data["signed"] == "2025-12-02"
    assert fact.data["parties"][:2] == ["Belarus", "Vietnam"]
    assert fact.data["what"].startswith("a protocol on security")
    assert fact.data["status"] == "signed"


def test_demonyms_are_parties():
    (fact,) = agreements("Belarusian and Vietnamese delegations signed documents on cooperation in science.")
    assert fact.data["parties"] == ["Belarus", "Vietnam"]
    assert fact.data["what"] == "documents on cooperation in science"


def test_passive():
    (fact,) = agreements("A document on strategic partnership was signed in May 2025.")
    assert fact.text == "A document on strategic partnership was signed in May 2025"
    assert fact.when == "2025-05"


def test_the_years_that_a_plan_covers_are_not_its_signature():
    facts = agreements("They will implement the Strategic Partnership and the 2026–2028 cooperation roadmap.")
    plan = next(fact for fact in facts if "roadmap" in fact.text)
    assert plan.text == "the 2026–2028 cooperation roadmap"
    assert plan.data["signed"] is None


def test_named_partnerships_with_both_sides():
    (fact,) = agreements("They will build on the Việt Nam–Belarus Strategic Partnership.")
    assert fact.text == "the Việt Nam–Belarus Strategic Partnership"
    assert fact.data["parties"] == ["Việt Nam", "Belarus"]


def test_documents_in_general_are_no_agreement():
    assert agreements("With some clarifications of documents, plans and statements they can go on.") == []

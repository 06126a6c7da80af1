from __future__ import annotations

import pytest
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
    assert fact.data["why"] == "“protocol” names an agreement"


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


def agreement_of(text: str):
    (fact,) = agreements(text)
    return fact.data


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The pandemic treaty has not yet been ratified by the United States.", "planned"),
        ("They are negotiating a fisheries agreement, which may be signed in April.", "planned"),
        ("The EU and Chile may sign a trade pact in June.", "planned"),
        ("Rwanda and Burundi are to sign a peace accord in Luanda on March 18.", "planned"),
        ("Peru and Chile did not sign the treaty.", "planned"),
        ("Serbia terminated its contract with Norvik two months ago.", "cancelled"),
        ("Ethiopia suspended its port agreement with Somaliland on May 3.", "cancelled"),
        ("Ukraine rejected a minerals deal with Washington.", "cancelled"),
        ("The United States withdrew from the INF Treaty in 2019.", "cancelled"),
        ("Norway and Poland signed a gas treaty in 2019.", "signed"),
    ],
)
def test_what_has_become_of_it(text, status):
    data = agreement_of(text)
    assert data["status"] == status
    assert (data["signed"] is None) == (status != "signed")


def test_the_day_of_signing_is_not_the_day_until_it_holds():
    text = (
        "Engie and Belgium finalised an agreement on 21 July to extend two reactors by 10 years, until 2035."
    )
    assert agreement_of(text)["signed"] == "2025-07-21"


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The trade agreement between Vietnam and the EU entered into force on 1 August 2020.", "2020-08-01"),
        ("The contract between Gazprom and Naftogaz, in force since 2018, runs until 2040.", "2018"),
        ("The Paris Agreement took effect in November 2016.", "2016-11"),
        ("The agreement is expected to enter into force in early 2027.", "2027"),
        ("The customs treaty between Peru and Chile is in force.", True),
        ("Iran and Russia signed a treaty in 2020; it comes into force after ratification.", None),
        ("The trade agreement between Peru and Chile will enter into force.", None),
    ],
)
def test_since_when_it_is_in_force(text, force):
    assert agreement_of(text)["force"] == force


def test_parties_are_not_whence_they_are_nor_who_was_there():
    assert agreement_of("Serbia signed a contract with China's Huawei in 2020.")["parties"] == [
        "Serbia",
        "Huawei",
    ]
    text = (
        "Russia and Iran signed a treaty on 17 January during President Masoud Pezeshkian's visit to Moscow."
    )
    assert agreement_of(text)["parties"] == ["Russia", "Iran"]


def test_capitals_and_pronouns_as_parties():
    data = agreement_of("Canada suspended the softwood accord it signed with Washington in 2006.")
    assert data["parties"] == ["Canada", "Washington"]
    assert (data["signed"], data["status"]) == ("2006", "cancelled")


def test_its_name_has_no_day_and_no_place():
    data = agreement_of("Iran and Russia signed a 20-year partnership treaty on 17 January in Moscow.")
    assert data["what"] == "a 20-year partnership treaty"


def test_what_was_agreed_without_a_document():
    data = agreement_of("Volvo agreed to buy Nokia for $2.75 billion.")
    assert data["parties"] == ["Volvo", "Nokia"]
    assert data["status"] == "agreed"
    assert agreements("He agreed to buy bread.") == []


def test_what_somebody_was_asked_to_sign_is_not_signed():
    (fact,) = agreements("Poland asked Peru to sign the treaty.")
    assert fact.data["status"] == "planned"


def test_a_relative_clause_does_not_part_a_document_from_its_verb():
    (fact,) = agreements("The pact, which has not entered into force, was signed by 50 states.")
    assert fact.text == "The pact, which has not entered into force, was signed by 50 states"
    assert (fact.data["status"], fact.data["force"]) == ("signed", None)


@pytest.mark.parametrize(
    ("text", "what", "signed", "due"),
    [
        ("Peru and Chile will sign a treaty on copper next month.", "a treaty on copper", None, "2026-01"),
        ("Peru and Chile signed a treaty on copper last Friday.", "a treaty on copper", "2025-11-28", None),
        ("Peru and Chile agreed to sign a mining pact in 2027.", "a mining pact", None, "2027"),
    ],
)
def test_its_name_has_no_day_at_its_end_and_a_plan_is_due(text, what, signed, due):
    (fact,) = agreements(text)
    assert (fact.data["what"], fact.data["signed"], fact.data["due"]) == (what, signed, due)
    assert fact.when == (signed or due)


@pytest.mark.parametrize(
    ("behind", "force"),
    [
        ("It took effect on August 1.", "2025-08-01"),
        ("The treaty entered into force on 1 August 2025.", "2025-08-01"),
        ("The new agreement will come into force next year.", "2026"),
        ("It is not yet in force.", None),
        ("He took effect on August 1.", None),
    ],
)
def test_the_next_sentence_may_tell_since_when_it_is_in_force(behind, force):
    assert agreement_of("Peru and Chile signed a treaty on copper in May 2025. " + behind)["force"] == force

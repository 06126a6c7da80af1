"""What sources agree and differ on: the matters of the seeds, and stories of our own."""

from __future__ import annotations

import pytest

from briefreader.domain.annotation import Edit
from briefreader.domain.decision import Decision, Passage
from briefreader.domain.ledger import Claim
from briefreader.domain.text import Anchor
from library.told_of import article, compared, seeds, short, survey_of


def of_seeds(kind: str, *words: str) -> list[Claim]:
    """Return the claims of a kind that rest on a passage with all of these words."""
    ledger = survey_of(*seeds()).ledger
    return [
        claim
        for claim in ledger.claims
        if claim.kind == kind and all(any(word in each.text for each in claim.entries) for word in words)
    ]


def values(claim: Claim) -> set[tuple[str, str]]:
    names = short(seeds())
    return {(names[each.document], " ".join(each.value.split())) for each in claim.entries}


def test_every_entry_is_verbatim() -> None:
    texts = {each.document.id: each.document.text for each in seeds()}
    for claim in survey_of(*seeds()).ledger.claims:
        for entry in claim.entries:
            assert entry.text == entry.span.of(texts[entry.document])
            assert entry.span.contains(entry.mark)


def test_trade_of_2024_differs_a_little() -> None:
    (claim,) = of_seeds("figure", "$244 million")
    assert (claim.verdict, claim.degree, claim.period) == ("differ", "minor", "2024")
    assert values(claim) == {("003", "$244 million"), ("001", "over $245 million")}
    assert "0.41 %" in claim.reason
    named = [claim.entries[place].value for place in claim.named]
    assert sorted(named, key=claim.reason.index) == named
    assert set(named) == {"$244 million", "over $245 million"}


def test_consultations_were_reported_before_the_day_that_another_source_gives() -> None:
    (claim,) = of_seeds("date", "bilateral consultations were held", "held on December 2")
    assert (claim.verdict, claim.degree) == ("differ", "minor")
    assert {number for number, _value in values(claim)} >= {"001", "004"}
    assert "1 Dec 2025" in claim.reason
    assert "2 Dec 2025" in claim.reason


def test_a_visit_of_two_days_is_seen_on_three_and_called_official_and_working() -> None:
    (claim,) = of_seeds("title", "two-day official visit")
    assert claim.verdict == "differ"
    assert {("000", "The two-day official visit"), ("001", "The working visit")} <= values(claim)
    assert "from 1 Dec 2025 to 3 Dec 2025" in claim.reason
    assert "official and working" in claim.reason


def test_two_direct_flights_are_laid_side_by_side() -> None:
    (claim,) = of_seeds("plan", "direct flight", "Phu Quoc")
    assert claim.verdict == "differ"
    assert {number for number, _value in values(claim)} == {"002", "003"}
    assert "two links" in claim.reason


def test_tractors_move_on_from_a_project_to_a_year() -> None:
    (claim,) = of_seeds("plan", "tractors")
    assert claim.verdict == "refines"
    assert {number for number, _value in values(claim)} == {"000", "003"}
    assert "2026" in claim.reason


def test_the_strategic_partnership_is_of_may_2025_in_three_sources() -> None:
    (claim,) = of_seeds("agreement", "strategic partnership was signed")
    assert (claim.verdict, claim.period) == ("agree", "2025-05")
    assert {number for number, value in values(claim) if value == "May 2025"} == {"000", "001", "004"}
    assert claim.origins >= 3


def test_no_false_alarm_on_the_seeds() -> None:
    """Only the four matters that differ do; plan and roadmap, and the four Alexanders, are not among them."""
    differing = [each for each in survey_of(*seeds()).ledger.claims if each.verdict == "differ"]
    assert len(differing) == 4
    for claim in survey_of(*seeds()).ledger.claims:
        told = {each.text for each in claim.entries}
        assert not (any("2025–2027" in text for text in told) and any("2026–2028" in text for text in told))


FIGURES = [
    ("The ministry said exports of Kenya totalled $6.2 billion in 2025.",
     "Exports of Kenya reached 6.2 billion dollars in 2025, officials said.", "agree", ""),
    ("The ministry said exports of Kenya totalled $6.2 billion in 2025.",
     "Exports of Kenya reached $6.17 billion in 2025, officials said.", "rounding", ""),
    ("The ministry said exports of Kenya totalled $6.2 billion in 2025.",
     "Exports of Kenya reached $7.9 billion in 2025, officials said.", "differ", "major"),
    ("The ministry said exports of Kenya totalled $6.2 billion in 2025.",
     "Exports of Kenya reached $5.4 billion in 2024, officials said.", "scope", ""),
    ("The ministry said exports of Kenya totalled over $6.2 billion in 2025.",
     "Exports of Kenya reached $6.3 billion in 2025, officials said.", "agree", ""),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "verdict", "degree"), FIGURES)
def test_figures_compare_by_what_their_words_allow(one: str, other: str, verdict: str, degree: str) -> None:
    (claim,) = compared(article("a", one), article("b", other))
    assert (claim.kind, claim.verdict, claim.degree) == ("figure", verdict, degree)


APART = [
    ("Exports of Kenya totalled $6.2 billion in 2025.", "Imports of Kenya totalled $9.1 billion in 2025."),
    ("Exports of Kenya totalled $6.2 billion in 2025.", "Exports of Ghana totalled $9.1 billion in 2025."),
    ("Exports of Kenya rose 5 percent in 2025.", "Exports of Kenya made up 12 percent of output in 2025."),
    ("Unemployment in Kenya fell to 5 percent in 2025.", "Inflation in Kenya fell to 7 percent in 2025."),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_measures_and_other_parties_are_not_compared(one: str, other: str) -> None:
    assert compared(article("a", one), article("b", other)) == []


def test_a_later_count_of_victims_is_no_contradiction() -> None:
    early = article("a", "The earthquake in Izmir killed 12 people, officials in Turkey said.", "2026-03-09")
    late = article("b", "The earthquake in Izmir has killed 31 people, Turkey said.", "2026-03-11")
    (claim,) = [each for each in compared(early, late) if each.kind == "figure"]
    assert claim.verdict == "refines"
    same_day = article("c", "The earthquake in Izmir has killed 31 people, Turkey said.", "2026-03-09")
    (claim,) = [each for each in compared(early, same_day) if each.kind == "figure"]
    assert claim.verdict == "differ"


def test_copies_of_one_report_are_one_source() -> None:
    text = (
        "Exports of Kenya totalled $6.2 billion in 2025, the ministry said on Tuesday after a long meeting "
        "with traders in Nairobi, who had asked for lower fees at the port and a better road to the border."
    )
    claims = survey_of(article("a", text), article("b", text + " More soon.")).ledger.claims
    (claim,) = [each for each in claims if each.kind == "figure"]
    assert (claim.origins, claim.verdict) == (1, "single")


def test_the_same_statement_direct_and_reported_is_linked() -> None:
    direct = article(
        "a", "“Kenya will build two new ports on the northern coast,” said minister Anna Keller."
    )
    told = article(
        "b", "Minister Anna Keller said Kenya would build two ports on the northern coast by 2030."
    )
    claims = [each for each in compared(direct, told) if each.kind == "statement"]
    assert [each.verdict for each in claims] == ["agree"]
    assert {each.speaker for each in claims[0].entries} == {"Anna Keller"}


def test_two_portfolios_of_one_minister_differ_and_short_forms_do_not() -> None:
    one = article("a", "Foreign Minister Anna Keller of Norway arrived in Nairobi.")
    other = article("b", "Defence Minister Anna Keller of Norway arrived in Nairobi.")
    assert [each.verdict for each in compared(one, other) if each.kind == "office"] == ["differ"]


# -- clauses that name nobody ---------------------------------------------------------------------

_ABOUT = "The Northern Rivers Agency works in Sudan with the Blue Nile Trust. "
"""What two reports of one matter have in common."""


def dates_of(one: str, other: str, published: str = "2026-03-12") -> list[tuple[str, str]]:
    articles = article("a", _ABOUT + one), article("b", _ABOUT + other, published)
    return [(each.verdict, each.reason) for each in compared(*articles) if each.kind == "date"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The outbreak was declared on 9 January.", "The epidemic was declared on 14 January."),
        ("The dam was breached on 2 March.", "The old dam was breached on 5 March."),
    ],
)
def test_one_thing_that_happened_on_two_days_differs(one: str, other: str) -> None:
    ((verdict, reason),) = dates_of(one, other)
    assert verdict == "differ"
    assert reason.startswith("One source says")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The first case was registered on 3 March.", "The second case was registered on 8 March."),
        (
            "The gate was opened on 2 March. The gate was opened again on 6 March.",
            "The gate was opened on 9 March.",
        ),
        ("The dam will be closed on 2 April.", "The dam was closed on 5 March."),
        ("The dam in Kosti was breached on 2 March.", "The dam in Sennar was breached on 5 March."),
        ("The outbreak was declared on 9 January.", "The curfew was declared on 14 January."),
    ],
)
def test_other_things_of_a_kind_are_no_contradiction(one: str, other: str) -> None:
    assert "differ" not in [verdict for verdict, _reason in dates_of(one, other)]


def test_a_clause_of_one_source_alone_is_no_claim() -> None:
    alone = survey_of(article("a", _ABOUT + "The outbreak was declared on 9 January.")).ledger
    assert [each for each in alone.claims if each.kind == "date"] == []


# -- small counts, and figures of long ago --------------------------------------------------------


def figures_of(one: str, other: str, published: str = "2026-03-12") -> list[str]:
    articles = article("a", _ABOUT + one), article("b", _ABOUT + other, published)
    return [each.verdict for each in compared(*articles) if each.kind == "figure"]


def test_small_counts_differ_where_the_reports_came_out_together() -> None:
    one = "The council seized six boats."
    other = "Seven boats were handed back to the council."
    assert figures_of(one, other) == ["differ"]
    assert "differ" not in figures_of(one, other, "2026-04-20")


def test_a_figure_that_the_other_source_has_too_is_never_set_against_another() -> None:
    one = "The trust pays 40 million euros for the canal works."
    other = (
        "The trust pays 55 million euros for the canal works. The agency lends 40 million euros for roads."
    )
    assert "differ" not in figures_of(one, other)
    assert figures_of(one, other.split(". ")[0] + ".") == ["differ"]


def test_a_figure_of_a_past_year_is_not_compared_with_one_of_now() -> None:
    one = "National turnout was 39.4 percent. Turnout: 39.4 percent."
    other = "National turnout was 39.4 percent. In 2022 national turnout was still 44.1 percent."
    assert "differ" not in figures_of(one, other)


# -- offices --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Joan Reed, Finance Minister of Norway, spoke.", "Deputy Finance Minister Joan Reed spoke.", True),
        ("Vice Admiral Joan Reed spoke.", "Rear Admiral Joan Reed spoke.", True),
        ("Lieutenant General Joan Reed spoke.", "Major General Joan Reed spoke.", True),
        ("Joan Reed, director of the museum, spoke.", "Joan Reed, curator of the museum, spoke.", True),
        ("Foreign Minister Joan Reed of Norway spoke.", "Minister Joan Reed of Norway spoke.", False),
        ("General Joan Reed spoke.", "Lieutenant General Joan Reed spoke.", False),
    ],
)
def test_offices_that_exclude_each_other(one: str, other: str, differ: bool) -> None:
    claims = [each for each in compared(article("a", one), article("b", other)) if each.kind == "office"]
    assert ("differ" in [each.verdict for each in claims]) is differ
    assert claims


# -- what a person decides --------------------------------------------------------------------------


def decided(claim: Claim, act: str, **values: object) -> Decision:
    passages = tuple(Passage(each.document, Anchor(each.span, each.text)) for each in claim.entries)
    return Decision(
        "d1", act, claim.kind, passages, values=values, reason="because", created="2026", revision=1
    )


def test_a_decision_on_a_claim_holds_over_another_analysis() -> None:
    (claim,) = of_seeds("figure", "$244 million")
    dismissed = decided(claim, "dismiss")
    ledger = survey_of(*seeds(), decisions=[dismissed]).ledger
    (again,) = [each for each in ledger.claims if each.id == claim.id]
    assert (again.decision, again.note, again.decision_id) == ("dismissed", "because", "d1")
    assert again.verdict == "differ"  # what was found is still told
    assert Edit(None, dismissed).document in {each.document.id for each in seeds()}


def test_passages_are_linked_by_hand() -> None:
    (claim,) = of_seeds("figure", "$244 million")
    link = decided(claim, "link", topic="Trade")
    (linked,) = [
        each for each in survey_of(*seeds(), decisions=[link]).ledger.claims if each.verdict == "linked"
    ]
    assert (linked.topic, linked.decision, len(linked.entries)) == ("Trade", "linked", 2)


SHORT_STATEMENTS = [
    (
        "“A ceasefire is within reach,” Anna Keller said.",
        "Anna Keller said that a ceasefire was “within reach”.",
    ),
    ("“The talks have failed,” Anna Keller said.", "Anna Keller said the talks had failed."),
    (
        "Anna Keller said the bridge would reopen in spring.",
        "“The old bridge near the market will reopen in spring, and the town will pay,” Anna Keller said.",
    ),
]


@pytest.mark.parametrize(("one", "other"), SHORT_STATEMENTS)
def test_a_short_statement_is_linked_if_the_other_holds_all_of_it(one: str, other: str) -> None:
    found = compared(article("a", one), article("b", other))
    assert [each.verdict for each in found if each.kind == "statement"] == ["agree"]


APART_STATEMENTS = [
    ("Anna Keller said a ceasefire was within reach.", "Anna Keller said a ceasefire was not within reach."),
    ("Anna Keller said a ceasefire was within reach.", "Peter Brandt said a ceasefire was within reach."),
    (
        "Anna Keller said the harbour would open on Friday.",
        "Anna Keller said the harbour would open on Sunday.",
    ),
    ("Anna Keller said the bridge would reopen.", "Anna Keller said the road would reopen."),
    ("Anna Keller said 40 farmers left.", "Anna Keller said 60 farmers left."),
    (
        "Anna Keller said farmers want bridges.",
        "“The farmers are tired. They want rest. Bridges are for later,” Anna Keller said.",
    ),
]


@pytest.mark.parametrize(("one", "other"), APART_STATEMENTS)
def test_short_statements_that_differ_in_a_word_are_not_linked(one: str, other: str) -> None:
    found = compared(article("a", one), article("b", other))
    assert [each for each in found if each.kind == "statement"] == []


def test_a_short_statement_of_another_week_is_another_one() -> None:
    early = article("a", "Anna Keller said a ceasefire was within reach.", "2026-03-02")
    late = article("b", "Anna Keller said a ceasefire was “within reach”.", "2026-03-09")
    assert [each for each in compared(early, late) if each.kind == "statement"] == []

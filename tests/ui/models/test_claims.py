"""Which claims are shown, in what order, and what they say."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from briefreader.domain.document import Published
from briefreader.domain.ledger import VERDICTS
from briefreader.ui.delegates.signs import ROLES
from briefreader.ui.models.claims import (
    SHELVES,
    VERDICT_WORDS,
    ClaimFilter,
    ClaimRole,
    ClaimsModel,
    ClaimTable,
    decision_words,
    say_sources,
    say_values,
    spoken,
    verdict_words,
)
from ui.matters import (
    CLAIMS,
    DISMISSED,
    LINKED,
    PARTNERSHIP,
    PROTOCOL,
    TALKS,
    TRADE,
    TURNOVER,
    VISIT,
    many_claims,
)

TABLE = ClaimTable(CLAIMS)
EVERY = range(len(CLAIMS))


def ids(wanted: ClaimFilter, table: ClaimTable = TABLE) -> list[str]:
    return [claim.id for claim in table.chosen(range(len(table.claims)), wanted)]


def test_single_sources_and_what_was_dismissed_are_left_out_at_first() -> None:
    assert ids(ClaimFilter()) == ["visit", "trade", "partnership", "rounded", "talks", "turnover"]


def test_a_shelf_holds_its_verdicts_and_dismissed_claims_have_their_own() -> None:
    assert ids(ClaimFilter(frozenset({"agree"}))) == ["partnership", "rounded"]
    assert ids(ClaimFilter(frozenset({"dismissed"}))) == ["dismissed"]
    assert TABLE.counted(EVERY) == {
        "differ": 2, "agree": 2, "refines": 1, "scope": 1, "linked": 0, "single": 1, "dismissed": 1,
    }  # fmt: skip


def test_words_are_looked_for_in_topic_values_and_passages() -> None:
    assert ids(ClaimFilter(words="hanoi")) == []
    assert ids(ClaimFilter(words="ha noi")) == ["talks"]
    assert ids(ClaimFilter(words="245 trade")) == ["trade"]
    assert ids(ClaimFilter(words="lukashenko")) == []


def test_the_newest_come_first_if_asked() -> None:
    undated = replace(
        TRADE, id="undated", entries=tuple(replace(each, published=Published()) for each in TRADE.entries)
    )
    table = ClaimTable((undated, TALKS, VISIT))
    assert ids(ClaimFilter(order="newest"), table) == ["visit", "talks", "undated"]
    half = replace(TRADE, id="half", entries=(TRADE.entries[1], undated.entries[0]))
    assert ids(ClaimFilter(order="newest"), ClaimTable((undated, half))) == ["half", "undated"]


def test_what_is_kept_stays_in_its_place() -> None:
    assert ids(ClaimFilter(kept=frozenset({"dismissed"})))[:4] == [
        "visit",
        "trade",
        "dismissed",
        "partnership",
    ]


def test_a_claim_is_within_documents_if_one_of_its_sources_is() -> None:
    found = [CLAIMS[n].id for n in TABLE.within(["alliance"])]
    assert found == ["trade", "turnover"]
    assert TABLE.within([]) == []


def test_values_stand_side_by_side_as_printed() -> None:
    assert say_values(TRADE) == "“$244 million” ≠ “over $245 million”"
    assert say_values(TALKS) == "“Wednesday” → “December 3”"
    assert say_values(TURNOVER) == "“$244 million” · “2025 will exceed”"


def test_what_was_linked_by_hand_is_shown_and_says_so_once() -> None:
    table = ClaimTable((LINKED,))
    assert ids(ClaimFilter(), table) == ["linked"]
    assert table.counted([0])["linked"] == 1
    assert verdict_words(LINKED) == "Linked by hand"
    assert decision_words(LINKED) == ""
    assert spoken(LINKED).count("inked by hand") == 1


def test_every_verdict_has_words_a_shelf_and_a_sign() -> None:
    shelved = {verdict: shelf.sign for shelf in SHELVES for verdict in shelf.verdicts}
    assert set(VERDICT_WORDS) == set(VERDICTS) == set(shelved)
    assert set(VERDICTS) | set(shelved.values()) <= set(ROLES)


def test_copies_of_one_report_count_once() -> None:
    assert say_sources(PARTNERSHIP) == "3 sources, 2 independent"
    assert say_sources(TRADE) == "2 independent sources"
    assert say_sources(PROTOCOL) == "1 source"


def test_verdicts_and_decisions_have_words() -> None:
    assert verdict_words(TRADE) == "Differ, minor"
    assert verdict_words(replace(TRADE, degree="")) == "Differ"
    assert verdict_words(TURNOVER) == "Different period or scope"
    assert decision_words(DISMISSED) == "Dismissed"
    assert decision_words(TRADE) == ""


def test_a_row_speaks() -> None:
    assert spoken(TRADE) == (
        "Differ, minor. Trade between Belarus and Vietnam. $244 million differs from over $245 million. "
        "2 independent sources. 2024"
    )


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = ClaimsModel()
    qtmodeltester.check(model)
    model.show(CLAIMS)
    qtmodeltester.check(model)
    index = model.index(1, 0)
    assert index.data() == TRADE.topic
    assert index.data(ClaimRole) is TRADE
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == spoken(TRADE)
    assert "≠" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert model.row_of("talks") == 5
    assert model.row_of("nothing") is None
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Claim"


def test_a_hundred_thousand_claims_are_narrowed_at_once() -> None:
    claims = many_claims(100_000)
    table, documents = ClaimTable(claims), [f"d{n}" for n in range(0, 1_000, 2)]
    model = ClaimsModel()
    table.chosen(table.within(documents), ClaimFilter(words="x", order="newest"))  # what is made once
    start = process_time()
    places = table.within(documents)
    table.counted(places)
    model.show(table.chosen(places, ClaimFilter(words="trade viet", order="newest")))
    assert process_time() - start < 0.3
    assert model.rowCount() > 1_000

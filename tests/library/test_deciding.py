"""Decisions as edits: on facts, names and claims, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefreader.domain.annotation import Edit, undone
from briefreader.domain.decision import Decision
from briefreader.domain.document import Document, Published, lines
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.domain.register import Entity, Place, Variant
from briefreader.domain.text import Span
from briefreader.library import annotating, deciding, judging
from briefreader.library.workspace import Workspace, open_workspace

TEXT = "Tô Lâm met Volfovich. Trade was $244 million, To Lam said."
QUOTE = Fact("d", "quote", Span(22, 44), TEXT[22:44], about="To Lam")
HERE, THERE = Place("d", Span(0, 6)), Place("d", Span(46, 52))
LAM = Entity("e", "person", "Tô Lâm", (Variant("Tô Lâm", HERE), Variant("To  Lam", THERE)), (), (HERE, THERE))
VOLFOVICH = Entity("v", "person", "Volfovich")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "w.briefreader") as made:
        document = Document("d", TEXT, lines(TEXT), title="D", sha256="d", reader="text/1")
        made.store.add([Analysis(document, (QUOTE,))], "test/1")
        yield made


def stored(workspace: Workspace) -> list[Decision]:
    return workspace.store.decisions()


def now(workspace: Workspace) -> Fact:
    return judging.facts_of(workspace, ["d"])[0]


def do(workspace: Workspace, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    annotating.apply(workspace, edits)
    return edits


def made(edits: tuple[Edit, ...]) -> Decision:
    (edit,) = edits
    assert edit.before is None
    assert isinstance(edit.after, Decision)
    return edit.after


def test_a_decision_rests_on_the_words_and_says_who_made_it(workspace: Workspace) -> None:
    decision = made(deciding.on_fact(workspace, QUOTE, "reject", "A title", "Tester"))
    assert (decision.act, decision.kind, decision.reason, decision.author) == (
        "reject", "quote", "A title", "Tester",
    )  # fmt: skip
    assert (decision.document, decision.passages[0].anchor.exact) == ("d", "Trade was $244 million")
    assert decision.created == decision.changed != ""


def test_a_second_decision_takes_the_place_of_the_first(workspace: Workspace) -> None:
    do(workspace, deciding.on_fact(workspace, QUOTE, "accept"))
    do(workspace, deciding.on_fact(workspace, now(workspace), "reject", "Said twice"))
    assert [(each.act, each.revision) for each in stored(workspace)] == [("reject", 2)]


def test_a_correction_keeps_what_an_earlier_one_said(workspace: Workspace) -> None:
    do(workspace, deciding.on_fact(workspace, QUOTE, "correct", speaker="Tô Lâm"))
    do(workspace, deciding.on_fact(workspace, now(workspace), "correct", start=32, end=44))
    assert stored(workspace)[0].values == {"speaker": "Tô Lâm", "start": 32, "end": 44}
    assert (now(workspace).text, now(workspace).about) == ("$244 million", "Tô Lâm")
    do(workspace, deciding.on_fact(workspace, now(workspace), "accept"))
    assert stored(workspace)[0].values == {}


def test_a_fact_can_be_left_to_the_machine_again(workspace: Workspace) -> None:
    assert deciding.on_fact(workspace, QUOTE, "") == ()
    do(workspace, deciding.on_fact(workspace, QUOTE, "correct", start=32, end=44))
    do(workspace, deciding.on_fact(workspace, now(workspace), ""))
    assert stored(workspace) == []
    assert now(workspace) == QUOTE


def test_every_decision_can_be_undone(workspace: Workspace) -> None:
    first = do(workspace, deciding.on_fact(workspace, QUOTE, "accept"))
    second = do(workspace, deciding.on_fact(workspace, now(workspace), "correct", speaker="He"))
    annotating.apply(workspace, undone(second))
    assert now(workspace).data["judged"] == "accepted"
    annotating.apply(workspace, undone(first))
    assert now(workspace) == QUOTE


def test_names_are_known_by_their_folded_spellings(workspace: Workspace) -> None:
    decision = made(deciding.merge([LAM, VOLFOVICH], "Tester"))
    assert (decision.act, decision.kind, decision.names) == ("merge", "person", ("to lam", "volfovich"))
    apart = made(deciding.never([LAM, VOLFOVICH]))
    assert (apart.names, apart.bearers) == (("to lam", "volfovich"), (("to lam",), ("volfovich",)))
    renamed = made(deciding.rename(LAM, "  President  Tô Lâm "))
    assert (renamed.names, renamed.values) == (("to lam",), {"name": "President Tô Lâm"})


def test_a_renamed_bearer_is_known_by_what_the_articles_call_it() -> None:
    renamed = replace(VOLFOVICH, name="The State Secretary", variants=(Variant("Volfovich", HERE),))
    assert made(deciding.never([LAM, renamed])).bearers == (
        ("to lam",), ("the state secretary", "volfovich"),
    )  # fmt: skip


def test_a_spelling_or_some_mentions_become_a_bearer_of_their_own(workspace: Workspace) -> None:
    by_name = made(deciding.split_variant(LAM, LAM.variants[1]))
    assert (by_name.act, by_name.names, by_name.passages) == ("split", ("to lam",), ())
    by_place = made(deciding.split_mentions(workspace, LAM, [THERE], "The other Lam"))
    assert (by_place.passages[0].anchor.exact, by_place.values["name"]) == ("To Lam", "The other Lam")


def test_all_decisions_on_a_name_are_taken_back_together(workspace: Workspace) -> None:
    do(workspace, deciding.merge([LAM, VOLFOVICH]))
    do(workspace, deciding.rename(LAM, "Lam"))
    do(workspace, deciding.on_fact(workspace, QUOTE, "accept"))
    do(workspace, deciding.undone_on_names(workspace, LAM))
    assert [each.act for each in stored(workspace)] == ["accept"]


def claim(**values: str) -> Claim:
    entry = ClaimEntry("d", Span(22, 44), Span(32, 44), TEXT[22:44], "$244 million", "d", Published())
    return Claim("c", "Trade", "figure", "differ", "They differ.", (entry,), **values)


def test_claims_are_confirmed_dismissed_and_left_again(workspace: Workspace) -> None:
    dismissed = made(do(workspace, deciding.on_claim(workspace, claim(), "dismiss", "Other years")))
    assert (dismissed.act, dismissed.reason, dismissed.values) == (
        "dismiss", "Other years", {"topic": "Trade"},
    )  # fmt: skip
    do(workspace, deciding.on_claim(workspace, claim(decision_id=dismissed.id), "confirm"))
    assert [each.act for each in stored(workspace)] == ["confirm"]
    do(workspace, deciding.on_claim(workspace, claim(decision_id=dismissed.id), ""))
    assert stored(workspace) == []
    assert deciding.on_claim(workspace, claim(), "") == ()


def test_passages_are_linked_by_hand_and_the_link_outlives_a_dismissal(workspace: Workspace) -> None:
    linked = made(do(workspace, deciding.link(workspace, [HERE, THERE], " One  man ")))
    assert (linked.act, len(linked.passages), linked.values) == ("link", 2, {"topic": "One man"})
    do(workspace, deciding.on_claim(workspace, claim(decision_id=linked.id), "dismiss"))
    assert {each.act for each in stored(workspace)} == {"link", "dismiss"}

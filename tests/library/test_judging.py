"""Facts as a person has judged them, over every new analysis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefreader.domain.document import Document, lines
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.text import Span
from briefreader.library import annotating, deciding, judging
from briefreader.library.workspace import Workspace, open_workspace

TEXT = (
    "Trade exceeded $245 million in 2024, the minister said. Alexander Volfovich arrived on an official "
    "visit. “We trust one another,” he said. Volfovich thanked To Lam."
)
LATER = "Updated on Friday.\n" + TEXT


def fact(kind: str, words: str, text: str = TEXT, **values: Any) -> Fact:
    start = text.index(words)
    return Fact("d", kind, Span(start, start + len(words)), words, **values)


def found(text: str = TEXT) -> tuple[Fact, ...]:
    return (
        fact("figure", "$245 million", text, amount=245e6, unit="USD", about="trade", score=3.0),
        fact("figure", "2024", text, amount=2024.0, score=1.0, data={"key": False}),
        fact("person", "Alexander Volfovich", text, about="Alexander Volfovich", data={"entity": "p:v"}),
        fact("quote", "We trust one another,", text, about="he",
             data={"kind": "direct", "speaker": {"start": 1, "end": 3, "name": "he", "entity": None}}),
        fact("date", "2024", text, when="2024",
             data={"from": "2024-01-01", "to": "2024-12-31", "bound": {"kind": "since"}}),
    )  # fmt: skip


def put(workspace: Workspace, text: str = TEXT, facts: tuple[Fact, ...] | None = None) -> None:
    document = Document("d", text, lines(text), title="D", sha256=str(len(text)), reader="text/1")
    workspace.store.add([Analysis(document, found(text) if facts is None else facts)], "test/1")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "w.briefreader") as made:
        put(made)
        yield made


def the(workspace: Workspace, kind: str) -> Fact:
    return next(each for each in judging.facts_of(workspace, ["d"], [kind]))


def judge(workspace: Workspace, kind: str, act: str, **values: Any) -> None:
    annotating.apply(workspace, deciding.on_fact(workspace, the(workspace, kind), act, **values))


def test_without_decisions_facts_are_the_machines(workspace: Workspace) -> None:
    assert judging.facts_of(workspace, ["d"]) == workspace.store.facts(["d"])


def test_a_rejected_fact_is_marked_and_no_longer_stands(workspace: Workspace) -> None:
    judge(workspace, "quote", "reject", reason="A title")
    quote = the(workspace, "quote")
    assert (quote.data["judged"], quote.data["reason"]) == ("rejected", "A title")
    assert quote not in judging.standing(judging.facts_of(workspace, ["d"]))


def test_other_kinds_at_the_same_place_are_left_alone(workspace: Workspace) -> None:
    judge(workspace, "date", "reject")
    year = judging.facts_of(workspace, ["d"], ["figure"])[1]
    assert (year.text, "judged" in year.data) == ("2024", False)


def test_a_correction_changes_what_the_views_read(workspace: Workspace) -> None:
    start = TEXT.index("exceeded")
    values = {"start": start, "end": start + len("exceeded $245 million"), "value": "over $245 million"}
    judge(workspace, "figure", "correct", **values, amount=245.5e6, about="mutual trade")
    figure = the(workspace, "figure")
    assert (figure.text, figure.amount, figure.unit) == ("exceeded $245 million", 245.5e6, "USD")
    assert (figure.about, figure.data["value"]) == ("mutual trade", "over $245 million")
    assert figure.data["found"] == [TEXT.index("$245"), TEXT.index("$245") + 12]
    assert deciding.found_at(figure) == found()[0].span


def test_how_a_figure_is_compared_can_be_corrected(workspace: Workspace) -> None:
    judge(workspace, "figure", "correct", comparator="~")
    put(workspace)  # kept over a new analysis
    assert the(workspace, "figure").data["comparator"] == "~"
    judge(workspace, "figure", "correct", comparator="=", to=246e6)
    figure = the(workspace, "figure")
    assert (figure.data["comparator"], figure.amount, figure.data["to"]) == ("=", 245e6, 246e6)


@pytest.mark.parametrize(
    ("value", "other"),
    [("Over  $245\nmillion", False), ("trade came to over $245 million", False), ("$245 million", True),
     ("about $245 million", True)],
)  # fmt: skip
def test_a_value_is_other_than_printed_if_words_of_it_are_not_there_or_are_left_out(
    value: str, other: bool
) -> None:
    assert judging.is_other(value, "over $245 million", "Trade came to over $245 million.") is other


def test_a_corrected_date_stands_for_other_days(workspace: Workspace) -> None:
    judge(workspace, "date", "correct", when="2024-02")
    date = the(workspace, "date")
    assert (date.when, date.data["from"], date.data["to"]) == ("2024-02", "2024-02-01", "2024-02-29")
    assert "bound" not in date.data  # it was reckoned from what the machine had read
    judge(workspace, "date", "correct", when="2023/2024-03")
    date = the(workspace, "date")
    assert (date.data["from"], date.data["to"]) == ("2023-01-01", "2024-03-31")
    judge(workspace, "date", "correct", when="P1Y")
    assert the(workspace, "date").data["from"] is None


def test_a_speaker_put_in_is_the_one_whom_others_of_that_name_are(workspace: Workspace) -> None:
    judge(workspace, "quote", "correct", speaker="Alexander Volfovich")
    quote = next(each for each in judging.facts_of(workspace, ["d"]) if each.kind == "quote")
    assert (quote.about, quote.data["speaker"]["entity"]) == ("Alexander Volfovich", "p:v")
    judge(workspace, "quote", "correct", speaker="Somebody else")
    quote = next(each for each in judging.facts_of(workspace, ["d"]) if each.kind == "quote")
    assert quote.data["speaker"] == {"start": None, "end": None, "name": "Somebody else", "entity": None}


def test_a_name_put_in_leaves_its_bearer(workspace: Workspace) -> None:
    judge(workspace, "person", "correct", about="Pavel Volfovich")
    person = the(workspace, "person")
    assert (person.about, person.data["entity"], person.data["name"]) == (
        "Pavel Volfovich", None, "Pavel Volfovich",
    )  # fmt: skip


@pytest.mark.parametrize("act", ["accept", "reject", "correct"])
def test_decisions_are_kept_when_the_article_is_analysed_again(workspace: Workspace, act: str) -> None:
    values = {"speaker": "Alexander Volfovich"} if act == "correct" else {}
    judge(workspace, "quote", act, **values)
    before = the(workspace, "quote")
    put(workspace)
    assert the(workspace, "quote") == before


def test_a_decision_moves_with_its_passage(workspace: Workspace) -> None:
    start = TEXT.index("We trust")
    judge(workspace, "quote", "correct", start=start, end=start + 8, speaker="Alexander Volfovich")
    put(workspace, LATER)
    quote = the(workspace, "quote")
    assert (quote.text, quote.about) == ("We trust", "Alexander Volfovich")
    assert quote.span.start == start + 19


def test_a_fact_whose_edges_a_new_version_sets_otherwise_is_known_again(workspace: Workspace) -> None:
    judge(workspace, "quote", "reject")
    trimmed = tuple(
        replace(each, span=Span(each.span.start, each.span.end - 1), text=each.text[:-1])
        if each.kind == "quote" else each for each in found()
    )  # fmt: skip
    put(workspace, TEXT, trimmed)
    assert the(workspace, "quote").data["judged"] == "rejected"


def test_the_fact_at_the_very_place_comes_before_one_that_lies_around_it(workspace: Workspace) -> None:
    inner, outer = fact("event", "arrived on an official"), fact("event", "arrived on an official visit")
    put(workspace, TEXT, (outer, inner))
    annotating.apply(workspace, deciding.on_fact(workspace, inner, "reject"))
    judged = {each.text: each.data.get("judged") for each in judging.facts_of(workspace, ["d"])}
    assert judged == {outer.text: None, inner.text: "rejected"}


@pytest.mark.parametrize(("act", "left"), [("accept", 1), ("correct", 1), ("reject", 0)])
def test_what_the_machine_no_longer_finds_a_person_upholds(workspace: Workspace, act: str, left: int) -> None:
    values = {"speaker": "Alexander Volfovich"} if act == "correct" else {}
    judge(workspace, "quote", act, **values)
    put(workspace, TEXT, ())
    upheld = judging.facts_of(workspace, ["d"])
    assert [each.text for each in upheld] == ["We trust one another,"] * left
    assert all(each.data["by_hand"] for each in upheld)
    judged = [each.about for each in upheld]
    assert judged == (["Alexander Volfovich"] if act == "correct" else [""] * left)


def test_a_decision_waits_for_a_passage_that_is_gone(workspace: Workspace) -> None:
    judge(workspace, "quote", "accept")
    put(workspace, "Nothing of all that is said any more.", ())
    assert judging.facts_of(workspace, ["d"]) == []
    put(workspace)
    assert the(workspace, "quote").data["judged"] == "accepted"


def test_a_fact_below_the_limit_does_not_pass_for_one_that_is_gone(workspace: Workspace) -> None:
    second = judging.facts_of(workspace, ["d"], ["figure"])[1]
    annotating.apply(workspace, deciding.on_fact(workspace, second, "accept"))
    first, low = judging.facts_of(workspace, ["d"], ["figure"], limit=1)
    assert "judged" not in first.data
    assert (low.data["judged"], low.amount, "by_hand" in low.data) == ("accepted", 2024.0, False)

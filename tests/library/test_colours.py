"""Names of colours: kept as decisions, one for each colour, and shown with the colour's own name."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from briefreader.domain.annotation import COLOURS, Annotation, undone
from briefreader.domain.decision import NAME_COLOUR, Decision
from briefreader.library import annotating, colours, exchanging
from briefreader.library.workspace import Workspace, open_workspace


def name(workspace: Workspace, **wanted: str) -> int:
    edits = colours.name_colours(workspace.store.decisions(), wanted, "Tester")
    annotating.apply(workspace, edits)
    return len(edits)


def test_every_colour_has_its_own_sign_and_words() -> None:
    assert [colours.sign(each) for each in COLOURS] == list("12345678")
    assert len({colours.own_name(each) for each in COLOURS}) == len(COLOURS)
    assert colours.sign("") == ""


def test_a_name_stands_before_the_colours_own() -> None:
    names = {"yellow": "to verify"}
    assert colours.called("yellow", names) == "to verify (yellow)"
    assert colours.called("red", names) == "red"


def test_a_mark_is_said_in_words() -> None:
    mark = Annotation("1", "a", None, starred=True, colour="yellow", underline="red", note="n")
    said = colours.said(mark, {"yellow": "to verify"})
    assert said == "Starred, Highlighted: to verify (yellow), Underlined: red"


def test_a_name_is_given_changed_and_taken_back(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w.briefreader") as workspace:
        assert name(workspace, yellow=" to  verify ", red="") == 1
        assert colours.colour_names(workspace) == {"yellow": "to verify"}
        assert name(workspace, yellow="to verify") == 0
        assert name(workspace, yellow="doubtful", green="done") == 2
        assert colours.colour_names(workspace) == {"yellow": "doubtful", "green": "done"}
        assert len(workspace.store.decisions()) == 2
        assert name(workspace, yellow="") == 1
        assert colours.colour_names(workspace) == {"green": "done"}


def test_naming_is_undone(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w.briefreader") as workspace:
        name(workspace, blue="first")
        edits = colours.name_colours(workspace.store.decisions(), {"blue": "second", "grey": "old"})
        annotating.apply(workspace, edits)
        annotating.apply(workspace, undone(edits))
        assert colours.colour_names(workspace) == {"blue": "first"}


def test_names_go_with_the_decisions_to_another_workspace(tmp_path: Path) -> None:
    with (
        open_workspace(tmp_path / "a.briefreader") as one,
        open_workspace(tmp_path / "b.briefreader") as other,
    ):
        name(one, orange="trade 😀")
        told = [json.loads(json.dumps(exchanging.record(each))) for each in one.store.decisions()]
        other.store.apply(exchanging.missing(other, map(exchanging.decision, told)))
        assert colours.colour_names(other) == {"orange": "trade 😀"}


def test_of_two_names_of_one_colour_the_last_counts_and_one_stays() -> None:
    old = Decision(
        "1", NAME_COLOUR, values={"colour": "red", "name": "old"}, changed="2026-01-01T00:00:00+00:00"
    )
    new = replace(old, id="2", values={"colour": "red", "name": "new"}, changed="2026-02-01T00:00:00+00:00")
    assert colours.names_in([new, old]) == {"red": "new"}
    edits = colours.name_colours([new, old], {"red": "third"})
    assert [(edit.before.id, edit.after and edit.after.values["name"]) for edit in edits] == [  # type: ignore[union-attr]
        ("1", None), ("2", "third"),
    ]  # fmt: skip
    assert [edit.after for edit in colours.name_colours([new, old], {"red": ""})] == [None, None]


def test_a_decision_on_no_colour_of_ours_names_nothing() -> None:
    strange = Decision("1", NAME_COLOUR, values={"colour": "ultraviolet", "name": "x"})
    assert colours.names_in([strange, Decision("2", NAME_COLOUR)]) == {}

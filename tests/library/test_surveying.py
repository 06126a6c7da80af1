"""The survey as a whole: moments, figures, sources; and corrections carried into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefreader.domain.annotation import Edit, Status
from briefreader.domain.decision import Decision, Passage
from briefreader.domain.errors import Cancelled
from briefreader.domain.ledger import Ledger
from briefreader.domain.query import Query
from briefreader.domain.register import Register
from briefreader.domain.survey import Survey
from briefreader.domain.text import Anchor
from briefreader.library import _surveys_kept, surveying
from briefreader.library.pipeline import ANALYSER
from briefreader.library.workspace import Workspace, open_workspace
from library.told_of import article, seeds, short, survey_of


def test_moments_keep_publication_event_and_as_of_apart() -> None:
    names = short(seeds())
    moments = survey_of(*seeds()).moments
    published = {names[each.document]: each for each in moments if each.lane == "published"}
    assert published["000"].first == published["000"].last == "2025-12-06"
    assert published["003"].inferred
    assert not published["004"].inferred
    consultation = [
        each for each in moments if "security consultation" in each.label and each.lane == "event"
    ]
    assert [(each.first, each.precision, each.status) for each in consultation] == [
        ("2025-12-02", "day", "held")
    ]
    tractors = [each for each in moments if "tractors" in each.label and each.lane == "event"]
    assert [(each.first, each.last, each.status) for each in tractors] == [
        ("2026-01-01", "2026-12-31", "planned")
    ]
    assert [each.first for each in moments] == sorted(each.first for each in moments)


def test_figures_have_measure_period_speaker_and_claim() -> None:
    survey = survey_of(*seeds())
    (row,) = [each for each in survey.figures if each.value == "over $245 million"]
    assert (row.amount, row.unit, row.comparator, row.period) == (245_000_000, "USD", ">", "2024")
    assert (row.first, row.last, row.speaker) == ("2024-01-01", "2024-12-31", "Alexander Volfovich")
    claim = survey.ledger.claim(row.claim)
    assert claim is not None
    assert claim.verdict == "differ"
    assert {each.topic for each in survey.figures if each.claim == row.claim} == {row.topic}


def on(document: str, text: str, words: str, act: str, kind: str, **values: object) -> Decision:
    start = text.index(words)
    from briefreader.domain.text import Span

    passage = Passage(document, Anchor.on(text, Span(start, start + len(words))))
    return Decision("d", act, kind, (passage,), values=values, revision=1)


ONE = "The ministry said exports of Kenya totalled $6.2 billion in 2025."
OTHER = "Exports of Kenya reached $7.9 billion in 2025, officials said."


def test_a_rejected_figure_goes_from_the_ledger_and_a_corrected_one_is_compared_as_corrected() -> None:
    a, b = article("a", ONE), article("b", OTHER)
    rejected = on("b", OTHER, "$7.9 billion", "reject", "figure")
    claims = survey_of(a, b, decisions=[rejected]).ledger.claims
    assert {each.verdict for each in claims if each.kind == "figure"} == {"single"}
    corrected = on("b", OTHER, "$7.9 billion", "correct", "figure", amount=6.2e9, value="$6.2 billion")
    claims = survey_of(a, b, decisions=[corrected]).ledger.claims
    assert [each.verdict for each in claims if each.kind == "figure"] == ["agree"]


def test_amounts_of_one_flow_in_two_years_are_of_different_periods() -> None:
    a = article("a", "Exports of Kenya to Uganda reached $6.2 billion in 2025.")
    b = article("b", "Exports of Kenya to Uganda stood at $5.4 billion in 2024.")
    (claim,) = [each for each in survey_of(a, b).ledger.claims if each.kind == "figure"]
    assert (claim.verdict, "2024, 2025" in claim.reason) == ("scope", True)


@pytest.mark.parametrize(
    ("values", "verdict"),
    [({"comparator": "≤"}, "agree"), ({"comparator": ">"}, "differ"), ({"comparator": "="}, "differ"),
     ({"amount": 6e9, "to": 8e9}, "agree"), ({"amount": 7e9, "to": 8e9}, "differ")],
)  # fmt: skip
def test_figures_are_compared_by_the_comparator_that_a_person_set(
    values: dict[str, object], verdict: str
) -> None:
    a, b = article("a", ONE), article("b", OTHER)
    corrected = on("b", OTHER, "$7.9 billion", "correct", "figure", value="up to $7.9 billion", **values)
    survey = survey_of(a, b, decisions=[corrected])
    assert [each.verdict for each in survey.ledger.claims if each.kind == "figure"] == [verdict]
    row = next(each for each in survey.figures if each.document == "b")
    assert (row.comparator, row.to) == (values.get("comparator", "="), values.get("to"))
    assert (row.value, row.corrected) == ("up to $7.9 billion", True)
    assert not next(each for each in survey.figures if each.document == "a").corrected


def test_a_workspace_is_surveyed_and_can_be_cancelled(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w.briefreader") as workspace:
        assert surveying.survey(workspace).ledger.claims == ()
        workspace.store.add(seeds(), ANALYSER)
        survey = surveying.survey(workspace)
        assert set(survey.sources) == {each.document.id for each in seeds()}
        assert survey.left_out == 0
        assert any(each.verdict == "differ" for each in survey.ledger.claims)

        def cancel(_done: int, _total: int, _note: str) -> None:
            raise Cancelled

        workspace.store.add(seeds()[:1], ANALYSER)
        with pytest.raises(Cancelled):
            surveying.survey(workspace, cancel)


def test_the_oldest_are_left_out_where_there_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surveying, "MOST_DOCUMENTS", 2)
    with open_workspace(tmp_path / "w.briefreader") as workspace:
        workspace.store.add(seeds(), ANALYSER)
        survey = surveying.survey(workspace)
    assert (len(survey.sources), survey.left_out) == (2, 3)
    assert max(each.published.value for each in survey.sources.values()) == "2025-12-06"


# -- keeping the last one -------------------------------------------------------------------------


def same(one: Survey, other: Survey) -> bool:
    """Tell whether two surveys hold the same."""
    plain = (replace(each, register=Register(), ledger=Ledger()) for each in (one, other))
    alike = (one.register.entities, one.ledger.claims) == (other.register.entities, other.ledger.claims)
    first, second = (vars(each) | {"register": None, "ledger": None} for each in plain)
    return alike and first == second


@pytest.fixture
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Workspace, list[int]]]:
    """Return a workspace of the seeds, and a list that grows with each survey that is made."""
    made: list[int] = []
    plain = surveying.surveyed

    def surveyed(*given: object) -> object:
        made.append(1)
        return plain(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(surveying, "surveyed", surveyed)
    with open_workspace(tmp_path / "w.briefreader") as workspace:
        workspace.store.add(list(seeds()), ANALYSER)
        yield workspace, made


def test_a_survey_is_made_once(counted: tuple[Workspace, list[int]], tmp_path: Path) -> None:
    workspace, made = counted
    first = surveying.survey(workspace)
    id = workspace.store.ids(Query())[0]
    workspace.store.apply([Edit(None, Status(id, read=True, starred=True, revision=1))])
    assert same(surveying.survey(workspace), first)
    workspace.close()
    with open_workspace(tmp_path / "w.briefreader") as again:
        assert same(surveying.survey(again), first)
    assert len(made) == 1


def test_a_survey_is_made_anew_when_what_it_rests_on_is_another(
    counted: tuple[Workspace, list[int]],
) -> None:
    workspace, made = counted
    store = workspace.store
    first, second = store.ids(Query())[:2]
    surveying.survey(workspace)
    store.apply([Edit(None, Status(first, outlet="Another", revision=1))])
    assert surveying.survey(workspace).sources[first].outlet == "Another"
    store.apply([Edit(None, Status(second, published="2020", revision=1))])
    assert surveying.survey(workspace).sources[second].published.value == "2020"
    store.add([seeds()[0]], ANALYSER)
    surveying.survey(workspace)
    decision = Decision("d", "never", names=("a", "b"), revision=1)
    store.apply([Edit(None, decision)])
    surveying.survey(workspace)
    store.apply([Edit(decision, None)])
    surveying.survey(workspace)
    assert len(made) == 6


@pytest.mark.parametrize("rubbish", [b"", b"x", b"\x00\x00\x00\x01\x01", b"\xff\xff\xff\xff"])
def test_rubbish_in_the_cache_is_no_survey(counted: tuple[Workspace, list[int]], rubbish: bytes) -> None:
    workspace, made = counted
    first = surveying.survey(workspace)
    place = _surveys_kept._place(workspace.store)
    place.write_bytes(_surveys_kept.state(workspace.store) + rubbish)
    assert same(surveying.survey(workspace), first)
    assert len(made) == 2


def test_where_nothing_can_be_kept_it_is_made_each_time(
    counted: tuple[Workspace, list[int]], own_folders: Path
) -> None:
    workspace, made = counted
    (own_folders / "cache").write_text("a file where the folder should be")
    assert same(surveying.survey(workspace), surveying.survey(workspace))
    assert len(made) == 2

"""The survey as a whole: moments, figures, sources; and corrections carried into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader.domain.decision import Decision, Passage
from briefreader.domain.errors import Cancelled
from briefreader.domain.text import Anchor
from briefreader.library import surveying
from briefreader.library.pipeline import ANALYSER
from briefreader.library.workspace import open_workspace
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

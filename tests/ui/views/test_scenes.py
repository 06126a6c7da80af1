"""Every view over the articles opens, is named, and shows what the survey found."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from briefreader.ui.actions import ACTIONS
from briefreader.ui.window import Window
from library.told_of import seeds


@pytest.fixture
def surveyed(window: Window, qtbot: QtBot) -> Window:
    """Return the window over the seeds with their facts."""
    corpus = window.corpus
    corpus.jobs.call(lambda workspace: workspace.store.add(seeds(), "test/1"), done=corpus.imported)
    corpus.surveys.want()
    with qtbot.waitSignal(corpus.surveyed, timeout=30_000):
        corpus.jobs.drain()
    return window


@pytest.mark.parametrize("name", ["ledger", "timeline", "people", "figures"])
def test_each_view_opens_with_the_survey(surveyed: Window, name: str, qtbot: QtBot) -> None:
    surveyed.action(f"view_{name}").trigger()
    view: Any = surveyed.stage.current()
    assert surveyed.stage.name == name
    assert view.isVisible()
    surveyed.corpus.jobs.drain()
    model = view.list.model() if hasattr(view, "list") else view.table.model()
    qtbot.waitUntil(lambda: model.rowCount() > 2, timeout=10_000)


def test_every_view_has_an_action_with_a_key(window: Window) -> None:
    keys = {spec.name: spec.keys for spec in ACTIONS}
    assert all(keys[f"view_{name}"] for name in window.stage.names)


def test_a_claim_of_the_panel_is_shown_in_the_ledger(surveyed: Window) -> None:
    survey = surveyed.corpus.survey
    assert survey is not None
    claim = next(each for each in survey.ledger.claims if each.verdict == "differ")
    surveyed.panel.claim_requested.emit(claim.id)
    assert surveyed.stage.name == "ledger"
    view: Any = surveyed.stage.current()
    assert [each.id for each in view.chosen] == [claim.id]

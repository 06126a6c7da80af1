"""One survey at a time, kept fresh, and what is said while there is none."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from briefreader.domain.errors import WorkspaceError
from briefreader.ui.corpus import Corpus, Notice
from ui.articles import Fill


def test_a_survey_is_told_of_when_it_begins_and_when_it_is_there(
    corpus: Corpus, fill: Fill, qtbot: QtBot
) -> None:
    fill()
    assert corpus.surveys.pending
    with qtbot.waitSignals([corpus.surveying, corpus.surveyed, corpus.surveys.settled], order="strict"):
        corpus.surveys.want()
    assert corpus.survey is not None and not corpus.surveys.pending
    assert len(corpus.survey.sources) == 5


def test_a_survey_that_fails_says_so_and_can_be_tried_again(
    corpus: Corpus, fill: Fill, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill()
    notices: list[Notice] = []
    corpus.notice.connect(notices.append)
    with monkeypatch.context() as broken:
        broken.setattr("briefreader.library.surveying.survey", _refuse)
        with qtbot.waitSignal(corpus.surveys.settled):
            corpus.surveys.want()
        assert corpus.surveys.failed and not corpus.surveys.pending
    assert [notice.text for notice in notices] == ["The sources could not be compared.", "The disk is full."]
    assert corpus.surveys.say("Comparing …") == "The sources could not be compared."
    assert notices[0].act is not None
    with qtbot.waitSignal(corpus.surveyed):
        notices[0].act()
    assert not corpus.surveys.failed
    assert corpus.surveys.say("Comparing …") == "Comparing …"


def _refuse(_workspace: object, _progress: object) -> None:
    raise WorkspaceError("The disk is full.")

"""Asking what a briefing is proposed from; what is compared over the sources is waited for."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from briefreader.domain.outline import Outline
from briefreader.ui.corpus import Corpus
from briefreader.ui.dialogs.briefing_from import BriefingFromDialog
from ui.articles import Fill
from ui.matters import DOCUMENTS, SURVEY


def test_it_waits_for_the_comparison(
    corpus: Corpus, fill: Fill, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus.surveys, "want", lambda: None)
    fill(*DOCUMENTS)
    dialog = BriefingFromDialog(corpus, "Title", "us-letter")
    qtbot.addWidget(dialog)
    made: list[Outline] = []
    dialog.proposed.connect(made.append)
    dialog.template.setCurrentIndex(dialog.template.findData("full"))
    dialog.accepted_box.setChecked(True)
    dialog.propose()
    corpus.jobs.drain()
    assert made == []
    corpus.survey = SURVEY
    corpus.surveyed.emit(SURVEY)
    corpus.jobs.drain()
    assert (made[0].title, made[0].paper, made[0].template) == ("Title", "us-letter", "full")
    differences = next(part for part in made[0].parts if part.kind == "differences")
    assert differences.lines and not any(line.proposed for line in differences.lines)


def test_it_does_not_wait_for_a_comparison_that_fails(
    corpus: Corpus, fill: Fill, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise OSError("The disk is full.")

    monkeypatch.setattr("briefreader.library.surveying.survey", refuse)
    monkeypatch.setattr(corpus, "report", lambda _error: None)
    fill(*DOCUMENTS)
    dialog = BriefingFromDialog(corpus, "Title", "a4")
    qtbot.addWidget(dialog)
    made: list[Outline] = []
    dialog.proposed.connect(made.append)
    dialog.propose()
    qtbot.waitUntil(lambda: dialog._says.text() == "The sources could not be compared.")
    assert dialog._ok.isEnabled()
    dialog.parts.boxes["compared"].setChecked(False)
    dialog.propose()
    corpus.jobs.drain()
    assert made[0].title == "Title"

"""A line in the text of a briefing: what it shows and what it tells."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefreader.domain.outline import Line
from briefreader.library import outlining
from briefreader.ui.corpus import Corpus
from briefreader.ui.models.citations import Citations
from briefreader.ui.theme import Theme
from briefreader.ui.views.evidence_block import SourceButton
from briefreader.ui.views.line_card import LineCard
from ui.articles import Fill
from ui.briefs import passage, quote, sentence


@pytest.fixture
def citations(corpus: Corpus, fill: Fill) -> Citations:
    fill()
    made = Citations(corpus)
    made.want([passage(), passage(1)])
    corpus.jobs.drain()
    return made


def card(line: Line, citations: Citations, theme: Theme, qtbot: QtBot) -> LineCard:
    made = LineCard(line, theme, citations)
    qtbot.addWidget(made)
    made.resize(460, 300)
    made.show()
    return made


def said(made: LineCard) -> list[str]:
    return [
        label.accessibleName() or label.text() for label in made.findChildren(QLabel) if label.isVisible()
    ]


def test_a_sentence_without_citation_is_visibly_an_assessment(
    citations: Citations, theme: Theme, qtbot: QtBot
) -> None:
    made = card(sentence(), citations, theme, qtbot)
    assert "Assessment: nothing is cited for it" in said(made)
    made.show_line(replace(sentence(cited=True), id=made.line.id))
    assert "Assessment: nothing is cited for it" not in said(made)
    assert made.field.words()[1] == (0,)


def test_evidence_is_verbatim_with_its_source_and_a_comment(
    citations: Citations, theme: Theme, qtbot: QtBot, corpus: Corpus
) -> None:
    made = card(quote(), citations, theme, qtbot)
    assert {"A Minister", "“The delegation arrived in the capital”"} <= set(said(made))
    source = made.findChild(SourceButton)
    assert source is not None and "Belta" in source.accessibleName()
    with qtbot.waitSignal(corpus.passage_requested):
        source.click()
    with qtbot.waitSignal(made.written) as told:
        qtbot.keyClicks(made.field, "so?")
    assert told.args == [made.line.id, "so?", ()]


def test_a_proposal_is_accepted_by_its_button(citations: Citations, theme: Theme, qtbot: QtBot) -> None:
    made = card(quote(proposed=True), citations, theme, qtbot)
    with qtbot.waitSignal(made.wanted) as told:
        made.accept.click()
    assert told.args == [made.line.id, "accept"]
    made.show_line(replace(made.line, proposed=False), "new", ("Something is wrong.",))
    assert not made.accept.isVisible()
    assert {"New since the last export", "Something is wrong."} <= set(said(made))


def test_a_judgement_has_its_confidence_in_fields_of_its_own(
    citations: Citations, theme: Theme, qtbot: QtBot
) -> None:
    made = card(outlining.line("judgement", "It is likely."), citations, theme, qtbot)
    assert made.confidence is not None and made.basis is not None
    with qtbot.waitSignal(made.valued) as told:
        made.confidence.setFocus()
        qtbot.keyClick(made.confidence, Qt.Key.Key_Down)
        made.confidence.activated.emit(made.confidence.currentIndex())
    assert told.args == [made.line.id, "confidence", "high"]
    with qtbot.waitSignal(made.valued) as told:
        qtbot.keyClicks(made.basis, "x")
    assert told.args == [made.line.id, "basis", "x"]

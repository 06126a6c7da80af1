"""The text of a section: one card for each line, in the order of the lines, whatever comes and goes."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from briefreader.library import outlining
from briefreader.ui.corpus import Corpus
from briefreader.ui.models.citations import Citations
from briefreader.ui.theme import Theme
from briefreader.ui.views.briefing_text import BriefingText
from ui.briefs import quote, sentence

LINES = tuple(quote(n % 2) if n % 3 else sentence(f"Sentence {n}.") for n in range(40))


@pytest.fixture
def text(corpus: Corpus, theme: Theme, qtbot: QtBot) -> BriefingText:
    made = BriefingText(theme, Citations(corpus))
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    return made


def shown(text: BriefingText) -> list[str]:
    """Return the ids of the cards from the top down; none may lie over another."""
    cards = sorted(text.cards.items(), key=lambda each: each[1].y())
    for (_id, above), (_other, below) in itertools.pairwise(cards):
        assert above.geometry().bottom() < below.geometry().top()
        assert above.height() >= cast(QVBoxLayout, above.layout()).minimumSize().height()
    return [id for id, _card in cards]


def test_cards_come_a_few_at_a_time_and_in_their_order(text: BriefingText, qtbot: QtBot) -> None:
    part = outlining.part("quotes", lines=LINES)
    text.show_part(part)
    assert 0 < len(text.cards) < len(LINES)
    qtbot.waitUntil(lambda: len(text.cards) == len(LINES))
    qtbot.waitUntil(lambda: shown(text) == [each.id for each in LINES])
    fresh = sentence("In between.")
    changes = (
        LINES[::-1],
        (*LINES[:5], fresh, *LINES[5:]),
        LINES[3:20],
        (LINES[7], *LINES[:7]),
        (),
        LINES[:2],
    )
    for lines in changes:
        text.show_part(replace(part, lines=lines))
        assert set(text.cards) == {each.id for each in lines}
        qtbot.waitUntil(lambda lines=lines: shown(text) == [each.id for each in lines])  # type: ignore[misc]

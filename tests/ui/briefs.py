"""Lines and briefings made up for the tests of the window."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefreader.domain.decision import Passage
from briefreader.domain.outline import CITED, Line, Outline
from briefreader.domain.text import Anchor, Span
from briefreader.library import outlining
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.views.briefing import BriefingView
from ui.articles import ARTICLES

STAMP = "2026-11-27T08:00:00+00:00"
WORDS = "The delegation arrived in the capital"


def passage(article: int = 0, words: str = WORDS) -> Passage:
    """Return a passage of one of ARTICLES."""
    document = ARTICLES[article]
    start = document.text.index(words)
    return Passage(document.id, Anchor.on(document.text, Span(start, start + len(words))))


def quote(article: int = 0, proposed: bool = False) -> Line:
    """Return a quote."""
    return outlining.line("quote", "", [passage(article)], proposed, speaker="A Minister", form="direct")


def sentence(text: str = "Trade grew.", cited: bool = False) -> Line:
    """Return a sentence of the author's."""
    text = text[:-1] + CITED + text[-1] if cited else text
    return outlining.line("text", text, [passage()] if cited else [])


def briefing(*lines: Line, title: str = "Visits") -> Outline:
    """Return a briefing with these lines, each in its home."""
    return outlining.with_lines(outlining.blank("full", STAMP, title), lines)


def shown_view(corpus: Corpus, theme: Theme, qtbot: QtBot, outline: Outline) -> BriefingView:
    """Return a view that shows a briefing, which the workspace then has."""
    made = BriefingView(corpus, theme)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    corpus.briefings.take(outline)
    corpus.jobs.drain()
    return made

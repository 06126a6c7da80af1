"""The search field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.views.search import SearchField
from ui.articles import Fill


def field(corpus: Corpus, theme: Theme, qtbot: QtBot) -> SearchField:
    made = SearchField(corpus, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_typing_searches_best_match_first(corpus: Corpus, fill: Fill, theme: Theme, qtbot: QtBot) -> None:
    fill()
    found = field(corpus, theme, qtbot)
    qtbot.keyClicks(found.field, "trade")
    qtbot.waitUntil(lambda: corpus.listing.ids == ("b",))
    assert corpus.query.order == "relevance"


def test_escape_ends_the_search_and_brings_the_order_back(
    corpus: Corpus, fill: Fill, theme: Theme, qtbot: QtBot
) -> None:
    fill()
    corpus.filter(order="oldest")
    found = field(corpus, theme, qtbot)
    qtbot.keyClicks(found.field, "trade")
    qtbot.waitUntil(lambda: corpus.query.words == "trade")
    qtbot.keyClick(found.field, Qt.Key.Key_Escape)
    assert (corpus.query.words, corpus.query.order) == ("", "oldest")
    corpus.jobs.drain()
    assert len(corpus.listing.ids) == 5


def test_the_field_follows_a_filter_set_elsewhere(corpus: Corpus, theme: Theme, qtbot: QtBot) -> None:
    found = field(corpus, theme, qtbot)
    corpus.filter(words="security")
    assert found.field.text() == "security"


def test_a_passage_is_looked_for_as_a_phrase(corpus: Corpus, fill: Fill, theme: Theme, qtbot: QtBot) -> None:
    fill()
    found = field(corpus, theme, qtbot)
    found.look_for("Security talks")
    corpus.jobs.drain()
    assert found.field.text() == '"Security talks"'
    assert corpus.listing.ids == ("c",)

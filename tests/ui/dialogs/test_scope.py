"""Which articles are exported."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefreader.ui.corpus import Corpus
from briefreader.ui.dialogs.scope import ScopeBox
from ui.articles import Fill


def made(corpus: Corpus, qtbot: QtBot) -> ScopeBox:
    box = ScopeBox(corpus)
    qtbot.addWidget(box)
    return box


def test_the_listed_the_open_or_all(corpus: Corpus, fill: Fill, qtbot: QtBot) -> None:
    fill()
    corpus.filter(outlets=frozenset({"Belta"}))
    corpus.open_document("b")
    corpus.jobs.drain()
    box = made(corpus, qtbot)
    assert set(box.ids() or ()) == {"a", "e"}
    box.setCurrentIndex(box.findData("open"))
    assert box.ids() == ("b",)
    box.setCurrentIndex(box.findData("all"))
    assert box.ids() is None


def test_without_an_open_article_it_is_not_offered(corpus: Corpus, qtbot: QtBot) -> None:
    assert made(corpus, qtbot).findData("open") == -1

"""Commands that no panel has by itself."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from briefreader.domain.text import Span
from briefreader.settings import Settings
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.window import Window
from ui.articles import Fill


@pytest.fixture
def window(corpus: Corpus, fill: Fill, theme: Theme, qtbot: QtBot) -> Window:
    made = Window(corpus, theme, Settings())
    qtbot.addWidget(made)
    made.show()
    fill()
    corpus.jobs.drain()
    return made


def test_a_tag_goes_onto_all_chosen_articles_in_one_step(
    window: Window, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_given: (" trade ", True))
    window.commands.tag_documents(["a", "b"])
    corpus.jobs.drain()
    assert corpus.listing.counts.tags == {"trade": 2}
    assert corpus.history.count() == 1
    corpus.history.undo()
    corpus.jobs.drain()
    assert corpus.listing.counts.tags == {}


def test_copy_takes_the_exact_words(window: Window, corpus: Corpus) -> None:
    window.reader.text.setFocus()
    corpus.select(Span(0, 14))
    window.commands.copy()
    assert QGuiApplication.clipboard().text() == corpus.opened.document.text[:14]


def test_marks_can_be_switched_off_by_sort(window: Window) -> None:
    window.action("mark_facts").setChecked(False)
    assert window.reader.kinds == {"quote"}
    window.action("mark_quotes").setChecked(False)
    assert window.reader.kinds == frozenset()


def test_text_size_stays_within_its_limits(window: Window) -> None:
    for _step in range(40):
        window.commands.resize_text(1)
    assert window.settings.text_size == 32
    for _step in range(40):
        window.commands.resize_text(-1)
    assert window.settings.text_size == 12


def test_without_articles_there_is_nothing_to_export(corpus: Corpus, theme: Theme, qtbot: QtBot) -> None:
    empty = Window(corpus, theme, Settings())
    qtbot.addWidget(empty)
    corpus.jobs.drain()
    told: list[str] = []
    corpus.notice.connect(lambda notice: told.append(notice.text))
    empty.commands.export()
    assert told == ["There is nothing to export yet: import articles first."]

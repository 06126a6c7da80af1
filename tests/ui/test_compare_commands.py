"""From where two articles are shown side by side: the list, the side panel, the ledger, a question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from briefreader.domain.fact import Fact
from briefreader.domain.ledger import Ledger
from briefreader.ui.corpus import Corpus
from briefreader.ui.dialogs.compare import CompareDialog
from briefreader.ui.models.entries import Entry
from briefreader.ui.views.ledger import LedgerView
from briefreader.ui.window import Window
from ui.articles import Fill
from ui.matters import CLAIMS, DOCUMENTS, PROTOCOL, SURVEY, TRADE


@pytest.fixture
def matters(window: Window, corpus: Corpus, fill: Fill, monkeypatch: pytest.MonkeyPatch) -> Window:
    """Return the window over articles with a survey made by hand."""
    monkeypatch.setattr(corpus.surveys, "look_over", lambda: None)
    fill(*DOCUMENTS)
    corpus.survey = SURVEY
    corpus.surveyed.emit(SURVEY)
    corpus.jobs.drain()
    return window


def sides(window: Window) -> tuple[str, str]:
    """Return what stands side by side, "" for nothing."""
    window.corpus.jobs.drain()
    one, other = window.corpus.opened, window.compare.other.opened
    return one.document.id if one else "", other.document.id if other else ""


def entry_of(side: int) -> Entry:
    said = TRADE.entries[side]
    fact = Fact(said.document, "figure", said.mark, said.value)
    return Entry(fact.key, said.value, document=said.document, spans=(said.mark,), facts=(fact,))


def test_two_articles_chosen_in_the_list(window: Window, corpus: Corpus, qtbot: QtBot) -> None:
    table = window.documents.table
    window.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    flags = QItemSelectionModel.SelectionFlag
    model = table.selectionModel()
    model.setCurrentIndex(table.documents.index(1, 0), flags.ClearAndSelect | flags.Rows)
    model.setCurrentIndex(table.documents.index(2, 0), flags.Select | flags.Rows)
    two = table.selected
    assert len(two) == 2
    window.action("compare").trigger()
    assert sides(window) == tuple(two)
    window.compare.close_other()
    labels = {action.text(): action for action in window.documents.menu().actions()}
    labels["Compare the two"].trigger()
    assert sides(window) == tuple(two)


def test_one_article_asks_with_which(matters: Window, corpus: Corpus) -> None:
    corpus.open_document("alliance")
    corpus.jobs.drain()
    matters.reader.text.setFocus()
    matters.action("compare").trigger()
    corpus.jobs.drain()
    dialog = matters.findChild(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    dialog.words.setText("security cooperation")
    dialog.accept()
    assert sides(matters) == ("alliance", "security")


def test_without_an_article_or_another_one_it_says_so(
    matters: Window, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    matters.commands.comparing.compare_documents([])
    assert not matters.compare.active
    monkeypatch.setattr("briefreader.ui.compare_commands.candidates", lambda *_given: [])
    matters.commands.comparing.ask("a")
    corpus.jobs.drain()
    assert "no other article" in matters.notice_bar.text()
    corpus.opened = None
    matters.commands.comparing.ask()
    assert matters.notice_bar.text() == "Open an article first."


def test_a_row_of_the_side_panel_offers_the_other_sources(matters: Window) -> None:
    menu = QMenu(matters)
    matters.commands.comparing.offer(menu, entry_of(0), None)
    inside = menu.findChild(QMenu)
    assert isinstance(inside, QMenu)
    action = inside.actions()[0]
    assert "Security cooperation drives" in action.text()
    action.trigger()
    assert sides(matters) == ("alliance", "security")
    assert matters.reader.text.caret == TRADE.entries[0].mark.start
    assert matters.compare.other.text.caret == TRADE.entries[1].mark.start


def test_the_key_compares_the_sources_of_the_chosen_row(
    matters: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = entry_of(1)
    monkeypatch.setattr(matters.panel, "chosen", lambda: (entry, entry.spans[0]))
    matters.action("compare").trigger()
    assert sides(matters) == ("security", "alliance")


def test_a_row_without_other_sources_offers_nothing(matters: Window, corpus: Corpus) -> None:
    menu = QMenu(matters)
    said = PROTOCOL.entries[0]
    fact = Fact(said.document, "agreement", said.mark, said.value)
    lonely = Entry(fact.key, said.value, document=said.document, spans=(said.mark,), facts=(fact,))
    matters.commands.comparing.offer(menu, lonely, None)
    corpus.survey = replace(SURVEY, ledger=Ledger([replace(TRADE, decision="dismissed")]))
    matters.commands.comparing.offer(menu, entry_of(0), None)
    corpus.survey = None
    matters.commands.comparing.offer(menu, entry_of(0), None)
    assert menu.isEmpty()


def test_a_claim_of_the_ledger(matters: Window, qtbot: QtBot) -> None:
    ledger = matters.stage.show_view("ledger")
    assert isinstance(ledger, LedgerView)
    ledger.show_claim(TRADE.id)
    matters.activateWindow()
    ledger.list.setFocus()
    qtbot.waitUntil(ledger.list.hasFocus)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(ledger.list, Qt.Key.Key_C, both)
    assert sides(matters) == ("alliance", "security")
    matters.compare.close_other()
    card = ledger.detail.cards[1]
    assert card.beside.accessibleName()
    card.beside.click()
    assert sides(matters) == ("alliance", "security")
    assert matters.compare.other.text.caret == TRADE.entries[1].mark.start


def test_a_claim_of_one_article_has_nothing_beside_it(matters: Window) -> None:
    ledger = matters.stage.show_view("ledger")
    assert isinstance(ledger, LedgerView)
    ledger.show_claim(PROTOCOL.id)
    assert PROTOCOL in CLAIMS
    assert ledger.detail.cards[0].beside.isHidden()
    ledger.compare()
    assert not matters.compare.active
    assert matters.notice_bar.text() == "Only one article speaks of it."


def test_f6_comes_to_the_second_article(matters: Window, corpus: Corpus, qtbot: QtBot) -> None:
    matters.commands.comparing.compare_documents(["alliance", "security"])
    corpus.jobs.drain()
    matters.activateWindow()
    matters.reader.text.setFocus()
    qtbot.waitUntil(matters.reader.text.hasFocus)
    matters.action("next_pane").trigger()
    qtbot.waitUntil(matters.compare.other.text.hasFocus)

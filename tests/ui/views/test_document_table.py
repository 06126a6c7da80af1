"""The cards of the document list: moving, selecting, and keeping one's place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import Status
from briefreader.library.annotating import set_status
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.views.document_table import DocumentTable
from ui.articles import Fill, article


@pytest.fixture
def table(qtbot: QtBot, corpus: Corpus, theme: Theme) -> DocumentTable:
    found = DocumentTable(corpus, theme)
    qtbot.addWidget(found)
    found.resize(330, 380)
    found.show()
    qtbot.waitExposed(found)
    return found


@pytest.fixture
def five(table: DocumentTable, corpus: Corpus, fill: Fill) -> DocumentTable:
    fill()
    table.grab()
    corpus.jobs.drain()
    return table


def opened(corpus: Corpus) -> str | None:
    corpus.jobs.drain()
    return corpus.opened.document.id if corpus.opened else None


def test_moving_opens(five: DocumentTable, corpus: Corpus) -> None:
    QTest.keyClick(five, Qt.Key.Key_J)
    assert opened(corpus) == "a"
    five._pause.stop()
    QTest.keyClick(five, Qt.Key.Key_Down)
    assert opened(corpus) == "b"
    five._pause.stop()
    QTest.keyClick(five, Qt.Key.Key_K)
    assert opened(corpus) == "a"
    five._pause.stop()
    QTest.keyClick(five, Qt.Key.Key_End)
    assert opened(corpus) == "e"


def test_a_held_key_opens_only_where_it_ends(qtbot: QtBot, five: DocumentTable, corpus: Corpus) -> None:
    seen: list[str] = []
    corpus.document_opened.connect(lambda found: seen.append(found.document.id))
    for _press in range(4):
        QTest.keyClick(five, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: opened(corpus) == "d")
    assert seen == ["a", "d"]
    assert five.selected == ["d"]


def test_a_selection_without_a_current_row_opens_too(five: DocumentTable, corpus: Corpus) -> None:
    index = five.documents.index(3, 0)
    five.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert opened(corpus) == five.documents.ids[3]
    assert five.currentIndex().row() == 3


def test_the_list_keeps_its_place(table: DocumentTable, corpus: Corpus, fill: Fill) -> None:
    fill(*(article(f"{n:03}", f"Article {n:03}", f"2025-01-{n % 28 + 1:02}") for n in range(200)))
    bar = table.verticalScrollBar()
    bar.setValue(4321)
    top = table.documents.ids[4321 // table.cards.height()]
    fill(article("new", "Newest of all", "2026-01-01"))
    assert table.documents.ids[0] == "new"
    assert bar.value() == 4321 + table.cards.height()
    assert table.documents.ids[bar.value() // table.cards.height()] == top
    corpus.apply([set_status(Status("010"), starred=True)], "Star")
    corpus.jobs.drain()
    assert bar.value() == 4321 + table.cards.height()
    corpus.filter(order="title")
    corpus.jobs.drain()
    assert bar.value() == 0


def test_the_open_document_stays_where_it_is_when_the_order_changes(
    table: DocumentTable, corpus: Corpus, fill: Fill
) -> None:
    fill(*(article(f"{n:03}", f"Article {n:03}", f"2025-01-{n % 28 + 1:02}") for n in range(200)))
    height = table.cards.height()
    id = table.documents.ids[100]
    table.verticalScrollBar().setValue(100 * height - 50)
    corpus.open_document(id)
    corpus.jobs.drain()
    offset = 100 * height - table.verticalScrollBar().value()
    corpus.filter(order="title")
    corpus.jobs.drain()
    assert table.documents.place_of(id) * height - table.verticalScrollBar().value() == offset
    assert table.selected == [id]

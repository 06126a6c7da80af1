"""The document list beside its corpus."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.views.documents import DocumentList
from ui.articles import Fill


@pytest.fixture
def view(qtbot: QtBot, corpus: Corpus, theme: Theme) -> DocumentList:
    found = DocumentList(corpus, theme)
    qtbot.addWidget(found)
    found.resize(330, 420)
    found.show()
    qtbot.waitExposed(found)
    return found


@pytest.fixture
def five(view: DocumentList, fill: Fill) -> DocumentList:
    fill()
    view.table.grab()
    view._corpus.jobs.drain()
    return view


def opened(corpus: Corpus) -> str | None:
    corpus.jobs.drain()
    return corpus.opened.document.id if corpus.opened else None


def test_an_empty_workspace_says_what_to_do(qtbot: QtBot, view: DocumentList, corpus: Corpus) -> None:
    corpus.refresh()
    corpus.jobs.drain()
    assert view._none.isVisible() and "Ctrl+O" in view._none.words
    with qtbot.waitSignal(view.import_requested):
        QTest.mouseClick(view._none.button, Qt.MouseButton.LeftButton)


def test_where_nothing_matches_filters_can_be_cleared(five: DocumentList, corpus: Corpus) -> None:
    corpus.filter(since=date(2030, 1, 1), undated=False)
    corpus.jobs.drain()
    assert five._no_match.isVisible() and five._no_match.words == "Nothing matches."
    assert five.counted.text() == "0 of 5 documents"
    QTest.mouseClick(five._no_match.button, Qt.MouseButton.LeftButton)
    corpus.jobs.drain()
    assert five.table.isVisible() and five.counted.text() == "5 documents"
    corpus.filter(shelf="starred")
    corpus.jobs.drain()
    assert "star" in five._no_match.words


def test_the_count_is_of_all_documents_even_within_dates(five: DocumentList, corpus: Corpus) -> None:
    corpus.filter(since=date(2025, 12, 2), undated=False)
    corpus.jobs.drain()
    assert five.counted.text() == "3 of 5 documents"


def test_a_document_opened_elsewhere_is_selected(five: DocumentList, corpus: Corpus) -> None:
    corpus.open_document("c")
    corpus.jobs.drain()
    assert five.selected == ["c"]
    corpus.filter(outlets=frozenset({"Belta"}))
    corpus.jobs.drain()
    assert five.selected == []
    assert opened(corpus) == "c"
    corpus.filter(outlets=frozenset())
    corpus.jobs.drain()
    assert five.selected == ["c"]


def test_enter_asks_for_the_reader_and_letters_go_to_the_window(qtbot: QtBot, five: DocumentList) -> None:
    with qtbot.waitSignal(five.reader_requested):
        QTest.keyClick(five.table, Qt.Key.Key_Return)
    letters: list[str] = []
    five.keyPressEvent = lambda event: letters.append(event.text())
    QTest.keyClick(five.table, Qt.Key.Key_S)
    assert letters == ["s"]


def test_starring_several_is_one_step_and_can_be_undone(five: DocumentList, corpus: Corpus) -> None:
    five.table.selectAll()
    five.star_selected()
    corpus.jobs.drain()
    assert corpus.listing.counts.starred == 5
    assert corpus.history.undoText() == "star on 5 articles"
    five.table.grab()
    corpus.jobs.drain()
    assert len(five.selected) == 5
    corpus.history.undo()
    corpus.jobs.drain()
    assert corpus.listing.counts.starred == 0


def test_reading_is_turned_on_and_off(five: DocumentList, corpus: Corpus) -> None:
    corpus.open_document("a")
    corpus.jobs.drain()
    for unread, label in ((4, "Mark as read"), (5, "Mark as unread")):
        assert label in [action.text() for action in five.menu().actions()]
        five.read_selected()
        corpus.jobs.drain()
        five.table.grab()
        corpus.jobs.drain()
        assert corpus.listing.counts.unread == unread


def test_the_menu_asks_for_tags_and_details(qtbot: QtBot, five: DocumentList, corpus: Corpus) -> None:
    corpus.open_document("b")
    corpus.jobs.drain()
    actions = {action.text(): action for action in five.menu().actions()}
    with qtbot.waitSignal(five.details_requested) as asked:
        actions["Edit details…"].trigger()
    assert asked.args == ["b"]
    with qtbot.waitSignal(five.tag_requested) as asked:
        actions["Tag…"].trigger()
    assert asked.args == [["b"]]


def test_orders_offer_the_best_match_only_on_a_search(five: DocumentList, corpus: Corpus) -> None:
    five._fill_orders()
    assert [action.text() for action in five.order.menu().actions()] == [
        "Newest first", "Oldest first", "By title",
    ]  # fmt: skip
    five.order.menu().actions()[2].trigger()
    assert corpus.query.order == "title"
    corpus.filter(words="talks", order="relevance")
    assert five.order.text() == "Best match"
    corpus.filter(words="")
    assert five.order.text() == "Newest first"


@pytest.mark.parametrize("width", [200, 220, 420])
def test_cards_paint_at_any_width(five: DocumentList, corpus: Corpus, width: int) -> None:
    five.resize(width, 420)
    corpus.filter(words="delegation")
    corpus.jobs.drain()
    assert not five.grab().isNull()
    assert five.table.horizontalScrollBar().maximum() == 0


def test_assistive_technology_reads_the_cards(five: DocumentList, corpus: Corpus) -> None:
    table = QAccessible.queryAccessibleInterface(five.table)
    assert table.text(QAccessible.Text.Name) == "Documents"
    names = [table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())]
    assert "Ministers sign agreement, Belta, 6 Dec 2025, unread" in names
    assert "Document" in names

"""The source list beside its corpus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefreader.ui.corpus import Corpus
from briefreader.ui.models.sources import SourceRole
from briefreader.ui.theme import Theme
from briefreader.ui.views.sources import SourceList
from ui.articles import Fill


@pytest.fixture
def sources(qtbot: QtBot, corpus: Corpus, theme: Theme, fill: Fill) -> SourceList:
    view = SourceList(corpus, theme)
    qtbot.addWidget(view)
    fill()
    view.resize(220, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


def outlet(sources: SourceList, row: int) -> QModelIndex:
    return sources.sources.index(row, 0, sources.sources.section("outlets"))


def click(
    sources: SourceList, index: QModelIndex, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    place = sources.visualRect(index).center()
    QTest.mouseClick(sources.viewport(), Qt.MouseButton.LeftButton, held, place)


def selected(sources: SourceList) -> set[str]:
    return {index.data(SourceRole).key for index in sources.selectionModel().selectedIndexes()}


def test_a_click_chooses_and_the_query_decides_what_is_selected(sources: SourceList, corpus: Corpus) -> None:
    assert selected(sources) == {"all"}
    click(sources, sources.sources.index(1, 0))
    click(sources, outlet(sources, 0))
    assert (corpus.query.shelf, corpus.query.outlets) == ("unread", frozenset({"Belta"}))
    click(sources, outlet(sources, 1), Qt.KeyboardModifier.ControlModifier)
    assert corpus.query.outlets == {"Belta", "Vietnam News"}
    corpus.jobs.drain()
    assert selected(sources) == {"unread", "Belta", "Vietnam News"}
    corpus.filter(outlets=frozenset())
    assert selected(sources) == {"unread"}


def test_keys_choose(sources: SourceList, corpus: Corpus) -> None:
    sources.setFocus()
    sources.setCurrentIndex(sources.sources.index(0, 0))
    QTest.keyClick(sources, Qt.Key.Key_Down)
    assert corpus.query.shelf == "all"
    QTest.keyClick(sources, Qt.Key.Key_Space)
    assert corpus.query.shelf == "unread"
    sources.setCurrentIndex(outlet(sources, 0))
    QTest.keyClick(sources, Qt.Key.Key_Return)
    sources.setCurrentIndex(outlet(sources, 2))
    QTest.keyClick(sources, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert corpus.query.outlets == {"Belta", ""}


def test_a_selection_by_assistive_technology_chooses(sources: SourceList, corpus: Corpus) -> None:
    flags = QItemSelectionModel.SelectionFlag.Select
    sources.selectionModel().select(sources.sources.index(2, 0), flags)
    assert corpus.query.shelf == "starred"
    assert selected(sources) == {"starred"}


def test_a_section_folds_and_stays_folded(sources: SourceList, corpus: Corpus) -> None:
    heading = sources.sources.section("outlets")
    assert sources.isExpanded(heading)
    click(sources, heading)
    assert not sources.isExpanded(sources.sources.section("outlets"))
    corpus.refresh()
    corpus.jobs.drain()
    assert not sources.isExpanded(sources.sources.section("outlets"))


def test_it_paints_at_narrow_and_wide(sources: SourceList) -> None:
    for width in (150, 176, 300):
        sources.resize(width, 400)
        assert not sources.grab().isNull()
        assert sources.horizontalScrollBar().maximum() == 0

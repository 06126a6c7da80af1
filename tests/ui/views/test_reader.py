"""The reader pane over the corpus: header, marks, place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import Annotation, Status
from briefreader.domain.document import Noise
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.text import Anchor, Span
from briefreader.library import looking
from briefreader.settings import Settings
from briefreader.ui.corpus import Corpus, Opened
from briefreader.ui.theme import Theme
from briefreader.ui.views.annotation_marks import annotation_marks
from briefreader.ui.views.reader import ReaderView
from briefreader.ui.views.reader_layers import OWN
from ui.articles import ARTICLES, Fill, article

TEXT = "Anna Berg said that trade grew. " * 300


@pytest.fixture
def reader(corpus: Corpus, fill: Fill, theme: Theme, qtbot: QtBot) -> ReaderView:
    fill(*ARTICLES, article("long", "A long text", "2025-11-30", text=TEXT))
    made = ReaderView(corpus, theme, Settings())
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def test_the_reading_position_comes_back(reader: ReaderView, corpus: Corpus, qtbot: QtBot) -> None:
    corpus.open_document("long")
    corpus.jobs.drain()
    reader.text.set_place_at_top(6000)
    place = reader.text.place_at_top()
    assert place > 3000
    reader.remember_place()
    corpus.open_document("a")
    corpus.jobs.drain()
    corpus.open_document("long")
    corpus.jobs.drain()
    qtbot.waitUntil(lambda: abs(reader.text.place_at_top() - place) < 200)


def test_a_passage_asked_for_wins_over_the_old_position(
    reader: ReaderView, corpus: Corpus, qtbot: QtBot
) -> None:
    corpus.open_document("long")
    corpus.jobs.drain()
    reader.text.set_place_at_top(6000)
    reader.remember_place()
    corpus.open_document("a")
    corpus.jobs.drain()
    corpus.open_document("long", Span(32, 41))
    corpus.jobs.drain()
    qtbot.wait(50)
    assert reader.text.place_at_top() < 1000


def test_a_kind_of_marks_goes_and_comes_without_the_others(reader: ReaderView, corpus: Corpus) -> None:
    facts = (Fact("a", "person", Span(0, 4), "Anna"), Fact("a", "quote", Span(5, 9), "Berg"))
    annotation = Annotation("1", "z", Anchor.on(TEXT, Span(10, 14)), colour="red")
    reader._corpus.opened = Opened(article("z", "Z", text=TEXT), facts, (annotation,), Status("z"))
    reader._show(reader._corpus.opened)

    def seen() -> list[str]:
        return [mark.role for mark in reader.text._marks.within(0, 100)]

    assert seen() == ["mark.person", "mark.quote", "highlight.red"]
    reader.mark_kinds(frozenset({"quote", OWN}))
    assert seen() == ["mark.quote", "highlight.red"]
    reader.mark_kinds(frozenset({"person"}))
    assert seen() == ["mark.person"]


def test_the_facts_of_a_long_document_come_after_its_text(
    reader: ReaderView, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "LONG_TEXT", 1000)
    long = article("facts", "Facts", "2025-11-30", text=TEXT)
    fact = Fact("facts", "person", Span(0, 9), "Anna Berg")
    corpus.jobs.call(lambda workspace: workspace.store.add([Analysis(long, (fact,))], "test/1"))
    seen: list[tuple[str, bool, int]] = []
    corpus.document_opened.connect(lambda o: seen.append(("opened", o.complete, len(o.facts))))
    corpus.document_refreshed.connect(lambda o: seen.append(("refreshed", o.complete, len(o.facts))))
    corpus.open_document("facts")
    corpus.jobs.drain()
    assert seen[0] == ("opened", False, 0)
    QApplication.processEvents()
    corpus.jobs.drain()
    assert seen[-1] == ("refreshed", True, 1)
    assert [mark.role for mark in reader.text._marks.within(0, 9)] == ["mark.person"]


def test_every_way_of_marking_has_its_sign() -> None:
    def marks(**values: object) -> list[str]:
        annotation = Annotation("1", "a", Anchor.on("some words", Span(0, 4)), **values)  # type: ignore[arg-type]
        return [mark.style for mark in annotation_marks([annotation], "some words")]

    assert marks(colour="red") == ["background"]
    assert marks(starred=True) == ["underline", "star"]
    assert marks(note="Why?") == ["underline", "note"]
    assert marks(colour="red", starred=True, tags=("x",)) == ["background", "star", "tag"]
    assert marks(note="Why?", tags=("x",)) == ["underline", "note"]


def test_a_passage_that_is_gone_is_not_marked() -> None:
    annotation = Annotation("1", "a", Anchor(Span(0, 4), "gone", "", ""), starred=True)
    assert annotation_marks([annotation], "some words") == []


def test_search_hits_are_marked(reader: ReaderView, corpus: Corpus) -> None:
    corpus.filter(words="anna")
    corpus.open_document("long")
    corpus.jobs.drain()
    assert len(reader.text._hits.within(0, len(TEXT))) == 300
    corpus.filter(words="")
    corpus.jobs.drain()
    assert reader.text._hits.within(0, len(TEXT)) == []


def test_a_selection_counts_at_once(reader: ReaderView, corpus: Corpus, qtbot: QtBot) -> None:
    corpus.open_document("a")
    corpus.jobs.drain()
    reader.text.setFocus()
    reader.text.put_caret(0)
    for _letter in range(9):
        qtbot.keyClick(reader.text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert reader.settled_selection() == Span(0, 9)
    assert corpus.selection == Span(0, 9)


@pytest.mark.parametrize("way", [1, -1])
def test_the_wheel_with_ctrl_is_passed_on(reader: ReaderView, qtbot: QtBot, way: int) -> None:
    at = QPointF(100, 100)
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120 * way), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(reader.size_wanted) as told:
        QApplication.sendEvent(reader.text.viewport(), event)
    assert told.args == [way]


def test_finding_folds_again_what_it_only_passed(reader: ReaderView, corpus: Corpus, fill: Fill) -> None:
    text = "3.78 BYN\nTrade is at 3.9 now."
    fill(replace(article("noisy", "Noisy", "2025-11-30", text=text), noise=(Noise("ticker", Span(0, 8)),)))
    corpus.open_document("noisy")
    corpus.jobs.drain()

    def shown() -> str:
        return reader.text.document().toPlainText()

    reader.open_find()
    for words, unfolded in (("3", True), ("3.9", False), ("3.7", True), ("3.79", False), ("3.7", True)):
        reader.find_bar._field.setText(words)
        assert ("3.78" in shown()) is unfolded
    reader.find_bar.close_bar()
    assert "3.78" in shown()

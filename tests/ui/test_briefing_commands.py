"""Adding to briefings from anywhere in the window, and what is done with whole briefings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefreader.domain.changes import Changes
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.outline import CITED, Outline
from briefreader.domain.text import Span
from briefreader.library.workspace import Workspace
from briefreader.ui.adding import Wanted, wanted_in
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.dialogs.asking import AskDialog
from briefreader.ui.dialogs.briefing_from import BriefingFromDialog
from briefreader.ui.dialogs.export import ExportDialog
from briefreader.ui.views.briefing import BriefingView
from briefreader.ui.views.briefing_preview import BriefingPreview
from briefreader.ui.views.compare import Side
from briefreader.ui.window import Window
from ui.articles import ARTICLES
from ui.briefs import WORDS, sentence

TEXT = ARTICLES[0].text
SPAN = Span(TEXT.index(WORDS), TEXT.index(WORDS) + len(WORDS))


@pytest.fixture
def told(corpus: Corpus) -> list[Notice]:
    found: list[Notice] = []
    corpus.notice.connect(found.append)
    return found


@pytest.fixture
def reading(window: Window, corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> Window:
    """Return the window at an article with a quote and a figure."""
    monkeypatch.setattr(corpus.surveys, "want", lambda: None)
    monkeypatch.setattr(BriefingPreview, "_render", lambda _self: None)
    facts = (
        Fact("a", "quote", SPAN, WORDS, about="A Minister", score=1.0),
        Fact("a", "figure", Span(SPAN.start, SPAN.start + 3), "The", amount=1.0, score=1.0),
    )

    def add(workspace: Workspace) -> Changes:
        return workspace.store.add([Analysis(ARTICLES[0], facts)], "test/2")

    corpus.jobs.call(add, done=corpus.imported)
    corpus.jobs.drain()
    corpus.open_document("a")
    corpus.jobs.drain()
    return window


def now(corpus: Corpus) -> Outline:
    corpus.jobs.drain()
    assert corpus.briefings.now is not None
    return corpus.briefings.now


def kinds(corpus: Corpus) -> list[str]:
    return [line.kind for _part, line in now(corpus).lines()]


def test_q_and_f_add_what_stands_at_the_caret(
    reading: Window, corpus: Corpus, qtbot: QtBot, told: list[Notice]
) -> None:
    reading.reader.text.setFocus()
    reading.reader.text.put_caret(SPAN.start + 1)
    qtbot.keyClick(reading.reader.text, Qt.Key.Key_Q)
    assert kinds(corpus) == ["quote"]
    assert told[-1].text == "Added to “Untitled briefing”, Who said what."
    qtbot.keyClick(reading.reader.text, Qt.Key.Key_F)
    assert kinds(corpus) == ["fact", "quote"]
    assert told[-1].do_second is not None
    told[-1].do_second()
    assert kinds(corpus) == ["quote"]
    assert told[0].act is not None
    told[0].act()
    assert reading.stage.name == "briefing"


def test_q_adds_the_chosen_row_of_the_panel(reading: Window, corpus: Corpus, qtbot: QtBot) -> None:
    reading.panel.open_tab(1)
    reading.panel.tree().step(1)
    qtbot.keyClick(reading.panel.tree().tree, Qt.Key.Key_Q)
    assert kinds(corpus) == ["quote"]
    model = reading.panel.tree().model
    index = reading.panel.tree().tree.currentIndex()
    assert wanted_in(model.mimeData([index]))[0].what == "fact"
    assert model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled


def test_b_adds_the_selected_passage_and_its_mark(
    reading: Window, corpus: Corpus, qtbot: QtBot, told: list[Notice]
) -> None:
    reading.reader.text.put_caret(0)
    reading.reader.text.setFocus()
    qtbot.keyClick(reading.reader.text, Qt.Key.Key_B)
    assert corpus.briefings.now is None and "Select a passage" in told[-1].text
    reading.reader.text.select(SPAN)
    qtbot.keyClick(reading.reader.text, Qt.Key.Key_B)
    assert [line.evidence[0].anchor.exact for _part, line in now(corpus).lines()] == [WORDS]


def test_nothing_is_added_where_there_is_none(reading: Window, corpus: Corpus, told: list[Notice]) -> None:
    reading.reader.text.put_caret(1)
    reading.action("add_quote").trigger()
    reading.action("add_fact").trigger()
    corpus.jobs.drain()
    assert corpus.briefings.now is None
    assert ["first." in each.text for each in told[-2:]] == [True, True]


def test_the_selection_is_cited_at_the_caret_of_the_sentence(
    reading: Window, corpus: Corpus, qtbot: QtBot, told: list[Notice]
) -> None:
    line = sentence()
    corpus.briefings.add([line])
    reading.action("cite").trigger()
    assert told[-1].text.startswith("Put the caret into a sentence")
    view = reading.stage.show_view("briefing")
    assert isinstance(view, BriefingView)
    view.show_rows([line.id])
    view.go_into()
    view.text.cards[line.id].field.put_caret(5)
    view.set_beside("article")
    reading.reader.text.select(SPAN)
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    found = now(corpus).line(line.id)
    assert found is not None and found.text == f"Trade{CITED} grew."
    assert found.evidence[0].anchor.exact == WORDS


def test_a_selection_is_dragged_out_of_the_article(
    reading: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    carried = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: carried.append(drag.mimeData()))
    text = reading.reader.text
    text.select(SPAN)
    place = text.cursorRect().center()
    place.setX(place.x() - 20)
    qtbot.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    place.setX(place.x() - 60)
    qtbot.mouseMove(text.viewport(), place)
    assert [wanted_in(each) for each in carried] == [(Wanted("passage", "a", "", SPAN.start, SPAN.end),)]
    assert text.selected_span() == SPAN
    qtbot.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_selection_is_dragged_out_of_the_second_article(
    reading: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.compare.show_sides(Side("a"), Side("b"))
    reading.corpus.jobs.drain()
    carried = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: carried.append(drag.mimeData()))
    reading.compare.other.text.drag_started.emit(SPAN)
    assert [wanted_in(each) for each in carried] == [(Wanted("passage", "b", "", SPAN.start, SPAN.end),)]


def test_a_click_into_the_selection_still_gives_it_up(reading: Window, qtbot: QtBot) -> None:
    text = reading.reader.text
    text.select(SPAN)
    place = text.cursorRect().center()
    place.setX(place.x() - 20)
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert text.selected_span() is None
    assert SPAN.start < text.caret < SPAN.end


def test_the_briefing_has_the_whole_width_until_a_passage_is_wanted(reading: Window, corpus: Corpus) -> None:
    corpus.briefings.add([sentence()])
    corpus.jobs.drain()
    reading.commands.show_view("briefing")
    QApplication.processEvents()
    assert not reading.compare.isVisible() and not reading.panel.isVisible()
    corpus.open_document("a", SPAN)
    QApplication.processEvents()
    assert reading.compare.isVisible()
    view = reading.stage.current()
    assert isinstance(view, BriefingView) and view.beside == "article"
    view.set_beside("preview")
    QApplication.processEvents()
    assert not reading.compare.isVisible()
    reading.action("go_reader").trigger()
    QApplication.processEvents()
    assert reading.reader.text.hasFocus()
    reading.commands.show_view("articles")
    QApplication.processEvents()
    assert reading.compare.isVisible() and reading.panel.isVisible() and reading.left.isVisible()


def test_briefings_are_begun_copied_renamed_and_removed(
    reading: Window, corpus: Corpus, told: list[Notice]
) -> None:
    reading.action("new_briefing").trigger()
    reading.findChildren(AskDialog)[-1].field.setText("Trade")
    reading.findChildren(AskDialog)[-1].accept()
    assert (now(corpus).title, reading.stage.name) == ("Trade", "briefing")
    reading.action("copy_briefing").trigger()
    assert now(corpus).title == "Trade (copy)"
    reading.action("rename_briefing").trigger()
    reading.findChildren(AskDialog)[-1].field.setText("Visits")
    reading.findChildren(AskDialog)[-1].accept()
    assert {each.title for each in corpus.briefings.all} == {"Trade", "Visits"}
    reading.action("remove_briefing").trigger()
    assert now(corpus).title == "Trade"
    assert told[-1].act is not None
    told[-1].act()
    assert {each.title for each in corpus.briefings.all} == {"Trade", "Visits"}


def test_a_briefing_is_proposed_from_the_list(reading: Window, corpus: Corpus) -> None:
    reading.action("briefing_from").trigger()
    dialog = reading.findChildren(BriefingFromDialog)[-1]
    dialog.parts.boxes["compared"].setChecked(False)
    dialog.title.setText("Proposed")
    dialog.propose()
    made = now(corpus)
    assert made.title == "Proposed"
    assert [line.proposed for _part, line in made.lines() if line.kind == "quote"] == [True]


def test_ctrl_e_exports_the_briefing_in_hand_or_a_quick_one(reading: Window, corpus: Corpus) -> None:
    reading.action("export").trigger()
    (quick,) = reading.findChildren(ExportDialog)
    assert quick.windowTitle() == "Export briefing"
    quick.reject()
    corpus.briefings.add([sentence()])
    reading.action("export").trigger()
    own = reading.findChildren(ExportDialog)[-1]
    assert own is not quick and own.windowTitle() == f"Export “{now(corpus).title}”"
    own.reject()
    corpus.jobs.drain()

"""The briefing view: outline, text and pages together, by mouse, keyboard and drags."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefreader.domain.outline import CITED, Grade, Line, Outline
from briefreader.engine import open_engine
from briefreader.library import outlining
from briefreader.library.corroborating import Suggestion
from briefreader.library.workspace import Workspace
from briefreader.ui.adding import Wanted, dragged
from briefreader.ui.corpus import Corpus
from briefreader.ui.models.outline import HEAD, SOURCES
from briefreader.ui.theme import Theme
from briefreader.ui.views.briefing import BriefingView
from briefreader.ui.views.briefing_preview import BriefingPreview, Pages, make_pages
from briefreader.ui.views.briefing_review import Remark, Review, review
from ui.articles import Fill
from ui.briefs import WORDS, briefing, passage, quote, sentence, shown_view

LINES = (quote(0, proposed=True), quote(1), sentence())
OUTLINE = briefing(*LINES)
QUOTES = next(part.id for part in OUTLINE.parts if part.kind == "quotes")


@pytest.fixture
def view(
    corpus: Corpus, fill: Fill, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> BriefingView:
    monkeypatch.setattr(corpus.surveys, "want", lambda: None)
    monkeypatch.setattr(BriefingPreview, "_render", lambda _self: None)
    fill()
    return shown_view(corpus, theme, qtbot, OUTLINE)


def now(corpus: Corpus) -> Outline:
    assert corpus.briefings.now is not None
    return corpus.briefings.now


def line(corpus: Corpus, id: str) -> Line:
    found = now(corpus).line(id)
    assert found is not None
    return found


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def passage_wanted(article: str = "b") -> Wanted:
    span = passage(1).anchor.span
    return Wanted("passage", article, "", span.start, span.end)


def test_without_a_briefing_it_says_how_to_begin(corpus: Corpus, theme: Theme, qtbot: QtBot) -> None:
    made = BriefingView(corpus, theme)
    qtbot.addWidget(made)
    made.show()
    assert made.nothing.isVisible() and not made.bar.isVisible()
    with qtbot.waitSignal(made.new_wanted):
        made.nothing.button.click()


def test_the_chosen_section_is_shown_as_text(view: BriefingView) -> None:
    view.show_rows([LINES[0].id])
    assert list(view.text.cards) == [LINES[0].id, LINES[1].id]
    view.show_rows([LINES[2].id])
    assert list(view.text.cards) == [LINES[2].id]
    view.show_rows([HEAD])
    assert view.middle.currentIndex() == 0
    view.show_rows([SOURCES])
    assert set(view.sources.rows) == {"a", "b"}


def test_typing_is_kept_and_undone_as_one_step(view: BriefingView, corpus: Corpus, qtbot: QtBot) -> None:
    view.show_rows([LINES[2].id])
    view.go_into()
    for words in (" And", " so on."):
        qtbot.keyClicks(focus(), words)
        view.text.flush()
    corpus.jobs.drain()
    assert line(corpus, LINES[2].id).text == "Trade grew. And so on."
    corpus.history.undo()
    assert line(corpus, LINES[2].id).text == "Trade grew."
    qtbot.keyClick(focus(), Qt.Key.Key_Escape)
    assert focus() is view.tree
    assert view.text.cards[LINES[2].id].field.words()[0] == "Trade grew."


def test_enter_begins_the_next_sentence_and_backspace_takes_it_out(
    view: BriefingView, corpus: Corpus, qtbot: QtBot
) -> None:
    view.show_rows([LINES[2].id])
    view.go_into()
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    qtbot.keyClicks(focus(), "More.")
    view.text.flush()
    section = next(part for part in now(corpus).parts if part.kind == "free")
    assert [each.text for each in section.lines] == ["Trade grew.", "More."]
    for _ in range(6):
        qtbot.keyClick(focus(), Qt.Key.Key_Backspace)
    section = next(part for part in now(corpus).parts if part.kind == "free")
    assert [each.text for each in section.lines] == ["Trade grew."]
    qtbot.waitUntil(lambda: focus() is view.text.cards[LINES[2].id].field)


def test_lines_are_moved_accepted_and_removed_by_keys(
    view: BriefingView, corpus: Corpus, qtbot: QtBot
) -> None:
    first, second = LINES[0].id, LINES[1].id
    view.show_rows([first])
    view.tree.setFocus()
    qtbot.keyClick(view.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    part = now(corpus).part(QUOTES)
    assert part is not None and [each.id for each in part.lines] == [second, first]
    assert view.tree.ids() == [first]
    qtbot.keyClick(view.tree, Qt.Key.Key_A)
    assert not line(corpus, first).proposed
    qtbot.keyClick(view.tree, Qt.Key.Key_Delete)
    assert now(corpus).line(first) is None
    corpus.history.undo()
    assert now(corpus).line(first) is not None


def test_lines_are_dragged_within_the_outline(view: BriefingView, corpus: Corpus) -> None:
    model = view.tree.outline
    data = model.mimeData([model.find(LINES[1].id)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, model.find(QUOTES))
    part = now(corpus).part(QUOTES)
    assert part is not None and [each.id for each in part.lines] == [LINES[1].id, LINES[0].id]
    assert corpus.history.undoText() == "move within briefing"


def test_a_passage_dragged_into_the_outline_becomes_a_line(view: BriefingView, corpus: Corpus) -> None:
    model = view.tree.outline
    data = dragged([passage_wanted()], "x")
    model.dropMimeData(data, Qt.DropAction.CopyAction, 1, 0, model.find(QUOTES))
    corpus.jobs.drain()
    part = now(corpus).part(QUOTES)
    assert part is not None and part.lines[1].evidence == (passage(1),)
    assert view.tree.ids() == [part.lines[1].id]


def test_a_passage_dragged_into_a_sentence_is_cited_there(view: BriefingView, corpus: Corpus) -> None:
    view.show_rows([LINES[2].id])
    view.text.cards[LINES[2].id].field.dropped.emit((passage_wanted(),), 5)
    corpus.jobs.drain()
    found = line(corpus, LINES[2].id)
    assert (found.text, found.evidence) == (f"Trade{CITED} grew.", (passage(1),))
    assert view.text.cards[LINES[2].id].field.caret == 6
    assert corpus.history.undoText() == "citation"


def test_a_passage_dragged_onto_a_comment_becomes_the_next_line(view: BriefingView, corpus: Corpus) -> None:
    view.show_rows([LINES[0].id])
    view.text.cards[LINES[0].id].field.dropped.emit((passage_wanted(),), 0)
    corpus.jobs.drain()
    part = now(corpus).part(QUOTES)
    assert part is not None and [each.kind for each in part.lines] == ["quote", "passage", "quote"]


def test_the_title_block_is_a_form(view: BriefingView, corpus: Corpus, qtbot: QtBot) -> None:
    view.show_rows([HEAD])
    view.go_into()
    focus().selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(focus(), "Other visits")
    assert now(corpus).title == "Other visits"
    assert view.bar.box.currentText() == "Other visits"
    first = view.head.fields["first"]
    qtbot.keyClicks(first, "2025-13")
    assert first.property("wrong") is True and now(corpus).period == ("", "")
    first.clear()
    qtbot.keyClicks(first, "2025-12-01")
    assert now(corpus).period == ("", "")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert (first.property("wrong"), now(corpus).period) == (False, ("2025-12-01", ""))
    label = view.head.boxes["label"]
    label.setCurrentIndex(label.findData("TLP:GREEN"))
    label.activated.emit(label.currentIndex())
    assert now(corpus).label == "TLP:GREEN"
    edit = label.lineEdit()
    assert edit is not None
    edit.clear()
    qtbot.keyClicks(edit, "For the desk")
    assert now(corpus).label == "For the desk"
    style = view.head.boxes["style"]
    style.setCurrentIndex(style.findData("apa"))
    style.activated.emit(style.currentIndex())
    assert now(corpus).style == "apa"
    view.head.options["contents"].click()
    assert now(corpus).options == {"contents": True}


def test_sources_are_graded(view: BriefingView, corpus: Corpus, qtbot: QtBot) -> None:
    view.show_rows([SOURCES])
    letter, _digit, words = view.sources.rows["a"]
    letter.setCurrentIndex(letter.findData("B"))
    letter.activated.emit(letter.currentIndex())
    qtbot.keyClicks(words, "state agency")
    assert now(corpus).grades == {"a": Grade("B", "", "state agency")}


def test_a_suggested_digit_is_shown_and_set_by_a_person_alone(
    view: BriefingView, corpus: Corpus, qtbot: QtBot
) -> None:
    view.show_rows([SOURCES])
    corpus.jobs.drain()
    view.show_review(Review(suggested={"a": Suggestion("2", "One other says the same.")}))
    label, button = view.sources.offers["a"]
    assert "2 probably true" in label.text() and "One other says the same." in label.text()
    assert button.isVisible() and not view.sources.offers["b"][1].isVisible()
    assert now(corpus).grades == {}
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert now(corpus).grades == {"a": Grade("", "2", "")}
    assert not button.isVisible() and focus() is view.sources.rows["a"][1]


def test_escape_keeps_the_keyboard_where_there_is_no_briefing(
    corpus: Corpus, theme: Theme, qtbot: QtBot
) -> None:
    made = BriefingView(corpus, theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made.nothing.button)
    qtbot.keyClick(made.nothing.button, Qt.Key.Key_Escape)
    assert focus() is made.nothing.button


def test_what_stands_beside_is_told(view: BriefingView, qtbot: QtBot) -> None:
    assert view.preview.isVisible()
    with qtbot.waitSignal(view.beside_changed) as told:
        view.set_beside("article")
    assert told.args == ["article"] and not view.preview.isVisible()


def test_a_click_in_the_pages_leads_to_the_line(view: BriefingView) -> None:
    view.preview.pages.spot_clicked.emit(LINES[1].id)
    assert view.tree.ids() == [LINES[1].id]


def test_remarks_are_shown_and_lead_to_their_places(view: BriefingView, corpus: Corpus, qtbot: QtBot) -> None:
    remarks = (Remark("Wrong.", "Change it.", True, LINES[1].id), Remark("New: A source", document="b"))
    view.show_review(Review(remarks, {LINES[0].id: "corroborated"}))
    row = view.tree.outline.row(view.tree.outline.find(LINES[1].id))
    assert row is not None and row.faults == 1
    assert view.remarks.button.text() == "Check: 2 remarks"
    view.remarks.take_focus()
    view.remarks.list.itemActivated.emit(view.remarks.list.item(0))
    assert view.tree.ids() == [LINES[1].id]
    assert view.text.cards[LINES[1].id].remarks == ("Wrong. Change it.",)
    assert view.text.cards[LINES[0].id].change == "corroborated"
    with qtbot.waitSignal(corpus.document_opened):
        view.remarks.list.itemActivated.emit(view.remarks.list.item(1))


def test_a_long_remark_is_shown_to_its_end(view: BriefingView, qtbot: QtBot) -> None:
    assert view.remarks.button.text() == "Checking …"
    view.show_review(Review((Remark("Wrong, and there are many words about why. " * 4),)))
    view.remarks.take_focus()
    shown = view.remarks.list
    last = shown.item(0)
    qtbot.waitUntil(lambda: shown.height() > shown.visualItemRect(last).height() > 60)
    view.show_review(Review())
    assert view.remarks.button.text() == "Check: nothing found"
    assert not shown.isVisible()


def test_the_check_finds_an_empty_bottom_line(corpus: Corpus, fill: Fill) -> None:
    fill()
    found: list[Review] = []
    progress: Callable[..., None] = lambda *_: None  # noqa: E731
    corpus.jobs.call(lambda workspace: review(workspace, OUTLINE, None, progress), done=found.append)
    corpus.jobs.drain()
    ids = {each.id for each in found[0].remarks}
    assert OUTLINE.parts[0].id in ids and found[0].changes == {}
    proposed = [each.text for each in found[0].remarks if "accepted" in each.text]
    assert proposed == ["Who said what: 1 proposal has not been accepted yet."]


def test_many_lines_come_a_few_at_a_time(view: BriefingView, corpus: Corpus, qtbot: QtBot) -> None:
    many = [sentence(f"Sentence {n}.") for n in range(120)]
    view.show_rows([HEAD])
    corpus.briefings.add(many)
    view.show_rows([many[0].id])
    assert len(view.text.cards) < 121
    view.text.write_in(many[-1].id)
    qtbot.waitUntil(lambda: len(view.text.cards) == 121)
    qtbot.waitUntil(lambda: focus() is view.text.cards[many[-1].id].field)


def test_the_pages_say_where_each_line_stands(corpus: Corpus, fill: Fill) -> None:
    fill()
    made: list[Pages] = []

    def task(workspace: Workspace) -> Pages:
        return make_pages(workspace, open_engine(0), OUTLINE, None, {}, lambda *_: None)

    corpus.jobs.call(task, done=made.append)
    corpus.jobs.drain()
    spots = made[0].spots
    assert {each.id for each in LINES} <= set(spots)
    assert all(spot.page >= 0 and 0 <= spot.top <= 1 for spot in spots.values())


def test_the_pages_are_made_of_the_newest_words(
    corpus: Corpus, fill: Fill, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Outline] = []

    def pages(
        _workspace: object, _engine: object, outline: Outline, *_rest: object, progress: object
    ) -> Pages:
        made.append(outline)
        return Pages()

    monkeypatch.setattr("briefreader.ui.views.briefing_preview.make_pages", pages)
    fill()
    preview = BriefingPreview(corpus, theme)
    qtbot.addWidget(preview)
    preview.show_outline(OUTLINE)
    other = outlining.changed(OUTLINE, LINES[2].id, text="Newest.")
    preview.show_outline(other)
    preview.show()
    qtbot.waitUntil(lambda: made == [other])
    assert WORDS in LINES[0].evidence[0].anchor.exact

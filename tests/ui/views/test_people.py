"""People: what is known of a name, the way to each mention, and what a person decides on names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import Edit
from briefreader.domain.changes import Changes
from briefreader.domain.decision import Decision
from briefreader.domain.errors import BriefreaderError
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.outline import Line
from briefreader.domain.register import Entity, Register
from briefreader.domain.survey import Survey
from briefreader.domain.text import Span
from briefreader.library import annotating
from briefreader.library.workspace import Workspace
from briefreader.ui.adding import LinesTask
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.dialogs.asking import AskDialog
from briefreader.ui.models.people_lines import LineRole
from briefreader.ui.theme import Theme
from briefreader.ui.views import people_quotes
from briefreader.ui.views.people import PeopleView
from ui.matters import DOCUMENTS, ENTITIES, LAM, SOURCES, SURVEY, VOLFOVICH, place

QUOTES = tuple(
    Fact("security", "quote", place("security", words).span, words, about="Alexander Volfovich",
         data={"kind": "direct", "speaker": None})
    for words in ("Trade turnover between our countries", "I believe that 2025 will exceed this target.")
)  # fmt: skip


@pytest.fixture
def view(corpus: Corpus, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> PeopleView:
    monkeypatch.setattr(corpus.surveys, "want", lambda: None)

    def add(workspace: Workspace) -> Changes:
        facts = {"security": QUOTES}
        return workspace.store.add([Analysis(each, facts.get(each.id, ())) for each in DOCUMENTS], "test/1")

    corpus.jobs.call(add, done=corpus.imported)
    corpus.jobs.drain()
    corpus.survey = SURVEY
    made = PeopleView(corpus, theme)
    qtbot.addWidget(made)
    made.resize(620, 860)
    made.show()
    corpus.jobs.drain()
    return made


def shown(view: PeopleView) -> list[str]:
    return [entity.id for entity in view.model.entities]


def chosen(view: PeopleView) -> list[str]:
    return [entity.id for entity in view.chosen]


def decisions(corpus: Corpus) -> list[Decision]:
    found: list[Decision] = []
    corpus.jobs.call(lambda workspace: workspace.store.decisions(), done=found.extend)
    corpus.jobs.drain()
    return found


def button(view: PeopleView, words: str) -> QPushButton:
    return next(each for each in view.decisions.buttons if each.text().rstrip("…") == words)


def say(view: PeopleView, corpus: Corpus, words: str) -> None:
    """Answer the question that is being asked."""
    dialog = view.findChildren(AskDialog)[-1]
    dialog.field.setText(words)
    dialog.accept()
    corpus.jobs.drain()


def resurvey(corpus: Corpus, *entities: Entity) -> None:
    corpus.survey = Survey(Register(entities), sources=SOURCES)
    corpus.surveyed.emit(corpus.survey)
    corpus.jobs.drain()


def tab(view: PeopleView, page: object) -> str:
    tabs = view.detail.tabs
    return next(tabs.tabText(n) for n in range(tabs.count()) if tabs.widget(n) is page)


# -- what is shown ------------------------------------------------------------------------------------


def test_the_most_mentioned_is_chosen_and_everything_known_is_there(view: PeopleView) -> None:
    assert shown(view) == ["lam", "volfovich", "quang", "lukashenko"]
    assert chosen(view) == ["lam"]
    detail = view.detail
    pages = (detail.spellings, detail.offices, detail.together, detail.mentions)
    assert [tab(view, page) for page in pages] == ["Spellings 2", "Offices 2", "With 4", "Mentions 5"]


def test_kinds_are_chosen_and_counted(view: PeopleView) -> None:
    assert view.kinds["person"].text() == "People 4"
    view.kinds["place"].click()
    assert shown(view) == ["hanoi"]
    tabs = view.detail.tabs
    assert not tabs.isTabVisible(tabs.indexOf(view.detail.offices))
    assert not tabs.isTabVisible(tabs.indexOf(view.detail.quotes))


def test_words_and_order(view: PeopleView, qtbot: QtBot) -> None:
    view.set_order("name")
    assert shown(view)[0] == "lukashenko"
    view.words.setText("lâm")
    qtbot.waitUntil(lambda: shown(view) == ["lam"])
    view.words.setText("nobody")
    qtbot.waitUntil(lambda: shown(view) == [])
    assert view.nothing.button.isVisible()
    view.nothing.button.click()
    qtbot.waitUntil(lambda: len(shown(view)) == 4)


def test_only_the_listed_documents_count(view: PeopleView, corpus: Corpus) -> None:
    corpus.listing = replace(corpus.listing, ids=("alliance",))
    corpus.listed.emit(corpus.listing)
    assert shown(view) == ["lam", "lukashenko"]
    assert view.model.counts(0) == (2, 1)
    assert tab(view, view.detail.mentions) == "Mentions 2"
    corpus.listing = replace(corpus.listing, ids=())
    corpus.listed.emit(corpus.listing)
    assert "Import" in view.nothing.label.text()


def test_an_entity_of_another_kind_is_shown(view: PeopleView) -> None:
    view.words.setText("nobody")
    view.show_entity("hanoi")
    assert chosen(view) == ["hanoi"]
    assert view.kinds["place"].isChecked()


def test_an_entity_may_come_with_the_next_survey(view: PeopleView, corpus: Corpus) -> None:
    view.show_entity("late")
    resurvey(corpus, *ENTITIES, replace(LAM, id="late", name="Late", variants=()))
    assert chosen(view) == ["late"]


def test_a_choice_outlives_a_new_survey_by_its_spellings(view: PeopleView, corpus: Corpus) -> None:
    view.show_entity("volfovich")
    resurvey(corpus, LAM, replace(VOLFOVICH, id="other"))
    assert chosen(view) == ["other"]


def test_the_tabs_fit_at_any_width(view: PeopleView, qtbot: QtBot) -> None:
    view.resize(420, 860)
    bar = view.detail.tabs.tabBar()
    qtbot.waitUntil(lambda: view.detail.width() <= 420)
    assert bar.sizeHint().width() <= 420


# -- the ways to the text ---------------------------------------------------------------------------------


def test_spellings_offices_and_mentions_lead_to_their_places(view: PeopleView, corpus: Corpus) -> None:
    requested: list[Span] = []
    corpus.passage_requested.connect(lambda span, _flash: requested.append(span))
    detail = view.detail
    for lines, row in ((detail.spellings, 1), (detail.offices, 1), (detail.mentions, 4)):
        lines.table.entered.emit(lines.model.index(row, 0))
        corpus.jobs.drain()
    assert requested == [LAM.variants[1].place.span, LAM.offices[1].place.span, LAM.mentions[4].span]


def test_enter_in_the_list_goes_to_the_first_mention(view: PeopleView, corpus: Corpus, qtbot: QtBot) -> None:
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    corpus.jobs.drain()
    assert corpus.opened is not None
    assert corpus.opened.document.id == LAM.mentions[0].document


def test_mentions_show_the_words_around_them(view: PeopleView, corpus: Corpus, qtbot: QtBot) -> None:
    view.detail.tabs.setCurrentWidget(view.detail.mentions)
    index = view.detail.mentions.model.index(0, 0)
    qtbot.waitUntil(lambda: not index.data(LineRole).waiting)
    line = index.data(LineRole)
    assert line.marks[0].of(line.text) == "To Lâm"


def test_a_name_beside_it_is_one_click_away(view: PeopleView, corpus: Corpus, qtbot: QtBot) -> None:
    lines = view.detail.together
    view.detail.tabs.setCurrentWidget(lines)
    place_of_it = lines.table.visualRect(lines.model.index(0, 0)).center()
    qtbot.mouseClick(lines.table.viewport(), Qt.MouseButton.LeftButton, pos=place_of_it)
    assert chosen(view) == ["volfovich"]


def test_quotes_are_narrowed_by_words_and_ordered(view: PeopleView, corpus: Corpus, qtbot: QtBot) -> None:
    view.show_entity("volfovich")
    corpus.jobs.drain()
    quotes = view.detail.quotes
    assert tab(view, quotes) == "Quotes 2"
    quotes.words.setText("turnover")
    qtbot.waitUntil(lambda: quotes.lines.model.rowCount() == 1)
    quotes.words.setText("nothing")
    qtbot.waitUntil(lambda: quotes.lines.model.rowCount() == 0)
    assert "these words" in quotes.lines.nothing.label.text()
    quotes.order.click()
    assert quotes.order.text() == "Oldest first"
    quotes.order.click()
    assert quotes.order.text() == "By topic"
    view.show_entity("lam")
    corpus.jobs.drain()
    assert "No quote of this speaker" in quotes.lines.nothing.label.text()


def test_it_is_said_if_not_every_document_is_read_for_quotes(
    view: PeopleView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people_quotes, "MOST_DOCUMENTS", 2)
    view.show_entity("volfovich")
    assert view.detail.quotes.cut.text() == "From the first 2 of 4 documents."
    assert view.detail.quotes.cut.isVisibleTo(view.detail.quotes)


# -- decisions --------------------------------------------------------------------------------------


def test_names_are_merged_and_that_can_be_undone(view: PeopleView, corpus: Corpus) -> None:
    assert not button(view, "Merge").isEnabled()
    view.list.choose_rows([1, 2])
    assert not view.detail.tabs.isVisible()
    button(view, "Merge").click()
    (made,) = decisions(corpus)
    assert (made.act, made.kind) == ("merge", "person")
    assert {"alexander volfovich", "luong tam quang"} <= set(made.names)
    assert corpus.history.undoText() == "merge of names"
    corpus.history.undo()
    assert decisions(corpus) == []


def test_a_merge_is_told_of_again_when_the_list_has_it_but_not_after_an_undo(
    view: PeopleView, corpus: Corpus
) -> None:
    said: list[str] = []
    corpus.notice.connect(lambda notice: said.append(notice.text))
    view.list.choose_rows([1, 2])
    view.decisions.merge()
    corpus.jobs.drain()
    assert "are merged; the list follows" in said[-1]
    corpus.surveyed.emit(corpus.survey)
    assert said[-1].endswith("are one name now.")
    count = len(said)
    corpus.surveyed.emit(corpus.survey)
    assert len(said) == count
    view.list.choose_rows([1, 2])
    view.decisions.merge()
    corpus.jobs.drain()
    corpus.history.undo()
    corpus.jobs.drain()
    corpus.surveyed.emit(corpus.survey)
    assert not said[-1].endswith("are one name now.")


def test_names_are_kept_apart(view: PeopleView, corpus: Corpus) -> None:
    view.list.choose_rows([0, 3])
    button(view, "Never merge").click()
    (made,) = decisions(corpus)
    assert (made.act, made.names) == ("never", ("to lam", "alexander lukashenko"))


def test_a_name_is_changed(view: PeopleView, corpus: Corpus) -> None:
    button(view, "Rename").click()
    say(view, corpus, " Tô  Lâm ")
    (made,) = decisions(corpus)
    assert (made.act, made.values["name"]) == ("rename", "Tô Lâm")


def test_a_spelling_is_split_off(view: PeopleView, corpus: Corpus) -> None:
    assert not button(view, "Split off").isEnabled()
    view.detail.spellings.table.choose(1)
    button(view, "Split off").click()
    (made,) = decisions(corpus)
    assert (made.act, made.values["name"]) == ("split", "To Lâm")


def test_mentions_are_split_off_under_a_name(view: PeopleView, corpus: Corpus) -> None:
    view.detail.tabs.setCurrentWidget(view.detail.mentions)
    view.detail.mentions.table.choose_rows([0, 1])
    button(view, "Split off").click()
    say(view, corpus, "Another To Lam")
    (made,) = decisions(corpus)
    assert [each.anchor.span for each in made.passages] == [each.span for each in LAM.mentions[:2]]


def test_decisions_on_a_name_are_taken_back(view: PeopleView, corpus: Corpus) -> None:
    view.decisions.rename_to(LAM, "Tô Lâm")
    corpus.jobs.drain()
    view.list.choose_rows([0])
    assert not button(view, "Undo my decisions").isEnabled()  # no survey knows of it yet
    decided = (replace(LAM, decided=True), *ENTITIES[1:])
    corpus.survey = replace(SURVEY, register=Register(decided))
    corpus.surveyed.emit(corpus.survey)
    button(view, "Undo my decisions").click()
    corpus.jobs.drain()
    assert decisions(corpus) == []
    assert corpus.history.undoText() == "decisions on name"


def test_what_changes_nothing_is_said(view: PeopleView, corpus: Corpus) -> None:
    notices: list[Notice] = []
    corpus.notice.connect(notices.append)
    view.decisions.rename_to(LAM, "To Lam")
    view.decisions.take_back()
    view.decisions.split()
    corpus.jobs.drain()
    assert len(notices) == 3
    assert sum("nothing was changed" in notice.text for notice in notices) == 2
    assert decisions(corpus) == []


def test_another_theme_is_followed(view: PeopleView, theme: Theme) -> None:
    light = view.grab().toImage()
    theme.choose("dark")
    assert view.grab().toImage() != light
    theme.choose("light")


def test_a_refused_name_is_asked_for_again_as_it_was_typed(
    view: PeopleView, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(workspace: Workspace, edits: Sequence[Edit]) -> None:
        raise BriefreaderError("The disk is full.")

    monkeypatch.setattr(annotating, "apply", refuse)
    view.decisions.rename_to(LAM, "Tô Lâm")
    corpus.jobs.drain()
    assert [dialog.words() for dialog in view.findChildren(AskDialog)] == ["Tô Lâm"]


def test_tab_comes_from_the_list_to_what_is_known_and_then_to_the_buttons(view: PeopleView) -> None:
    order: list[QWidget] = [view.list]
    while len(order) < 4:
        after = order[-1].nextInFocusChain()
        while (
            not (after.focusPolicy() & Qt.FocusPolicy.TabFocus and after.isVisible() and after.isEnabled())
            or after.focusProxy() is not None
        ):
            after = after.nextInFocusChain()
        order.append(after)
    detail = view.detail
    assert order == [view.list, detail.tabs.tabBar(), detail.spellings.table, button(view, "Rename")]


def test_it_fits_into_a_low_window(view: PeopleView) -> None:
    assert view.minimumSizeHint().height() <= 480
    assert view.minimumSizeHint().width() <= 420
    view.resize(420, 520)
    assert (view.width(), view.height()) == (420, 520)


def test_q_puts_the_chosen_name_into_the_briefing(view: PeopleView, corpus: Corpus, qtbot: QtBot) -> None:
    tasks: list[LinesTask] = []
    made: list[Line] = []
    view.brief_requested.connect(tasks.append)
    view.list.choose(0)
    qtbot.keyClick(view.list, Qt.Key.Key_Q)
    corpus.jobs.call(tasks[0], done=made.extend)
    corpus.jobs.drain()
    assert [(line.kind, line.values["name"]) for line in made] == [("person", view.chosen[0].name)]

"""The ledger: what is shown of claims, the way to their passages, and what a person decides on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import Edit
from briefreader.domain.decision import Decision
from briefreader.domain.errors import BriefreaderError
from briefreader.domain.ledger import Claim, Ledger
from briefreader.domain.outline import Line
from briefreader.domain.survey import Survey
from briefreader.domain.text import Span
from briefreader.library import annotating
from briefreader.library.workspace import Workspace
from briefreader.ui.adding import LinesTask, Wanted, wanted_in
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.dialogs.asking import AskDialog
from briefreader.ui.dialogs.reason import ReasonDialog
from briefreader.ui.theme import Theme
from briefreader.ui.views.ledger import LedgerView
from briefreader.ui.views.ledger_card import CardGrid
from briefreader.ui.views.ledger_detail import MOST_CARDS
from ui.articles import Fill
from ui.matters import CLAIMS, DOCUMENTS, LINKED, PARTNERSHIP, SURVEY, TRADE, VISIT, place


@pytest.fixture
def view(
    corpus: Corpus, fill: Fill, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> LedgerView:
    monkeypatch.setattr(corpus.surveys, "want", lambda: None)
    fill(*DOCUMENTS)
    corpus.survey = SURVEY
    made = LedgerView(corpus, theme)
    qtbot.addWidget(made)
    made.resize(620, 860)
    made.show()
    corpus.jobs.drain()
    return made


def shown(view: LedgerView) -> list[str]:
    return [claim.id for claim in view.model.claims]


def chosen(view: LedgerView) -> list[str]:
    return [claim.id for claim in view.chosen]


def decisions(corpus: Corpus) -> list[Decision]:
    found: list[Decision] = []
    corpus.jobs.call(lambda workspace: workspace.store.decisions(), done=found.extend)
    corpus.jobs.drain()
    return found


def button(view: LedgerView, words: str) -> QPushButton:
    return next(each for each in view.decisions.buttons if each.text().rstrip("…") == words)


def say(view: LedgerView, corpus: Corpus, words: str) -> None:
    """Answer the question that is being asked."""
    dialog = view.findChildren(AskDialog)[-1]
    dialog.field.setText(words)
    dialog.accept()
    corpus.jobs.drain()


def why(view: LedgerView, corpus: Corpus, reason: str) -> None:
    """Say why a claim is dismissed, or "" for no reason."""
    dialog = view.findChildren(ReasonDialog)[-1]
    if reason:
        dialog._own.setChecked(True)
        dialog._words.setText(reason)
    dialog.accept()
    corpus.jobs.drain()


# -- what is shown ------------------------------------------------------------------------------------


def test_the_first_claim_is_chosen_and_shown_in_full(view: LedgerView) -> None:
    assert chosen(view) == ["visit"]
    assert view.detail.words()[:2] == ["Differ, major", VISIT.topic]
    assert VISIT.reason in view.detail.words()
    assert [card.passage.text() for card in view.detail.cards] == [each.text for each in VISIT.entries]


def test_chips_count_and_choose_verdicts(view: LedgerView) -> None:
    chips = {chip.shelf.key: chip for chip in view.chips.chips}
    assert chips["single"].accessibleName() == "Single source, 1 claim"
    assert "single" not in shown(view)
    assert not chips["linked"].isVisible()  # nobody has linked anything
    assert chips["dismissed"].isVisible()
    for key in ("differ", "agree", "refines", "scope"):
        chips[key].setChecked(False)
    chips["single"].setChecked(True)
    assert shown(view) == ["protocol"]
    assert chosen(view) == ["protocol"]


def test_words_narrow_the_list(view: LedgerView, qtbot: QtBot) -> None:
    view.words.setText("hà nội")
    qtbot.waitUntil(lambda: shown(view) == ["talks"])
    view.words.setText("nowhere")
    qtbot.waitUntil(lambda: shown(view) == [])
    assert view.nothing.isVisible()
    assert not view.detail.isVisible()
    view.nothing.button.click()
    assert "protocol" in shown(view)


def test_the_newest_come_first_if_asked(view: LedgerView) -> None:
    view.set_order("newest")
    assert shown(view)[:2] == ["visit", "partnership"]
    assert view.order.text() == "Newest first"


def test_only_claims_of_the_listed_documents_are_shown(view: LedgerView, corpus: Corpus) -> None:
    corpus.listing = replace(corpus.listing, ids=("alliance",))
    corpus.listed.emit(corpus.listing)
    assert shown(view) == ["trade", "turnover"]
    assert len(view.detail.cards) == 2


def test_a_choice_outlives_a_new_survey(view: LedgerView, corpus: Corpus) -> None:
    view.show_claim("talks")
    corpus.survey = Survey(ledger=Ledger((TRADE, *CLAIMS[2:])), sources=SURVEY.sources)
    corpus.surveyed.emit(corpus.survey)
    assert chosen(view) == ["talks"]


def test_a_claim_is_shown_whatever_is_left_out(view: LedgerView, corpus: Corpus) -> None:
    view.words.setText("nowhere")
    view.show_claim("dismissed")
    assert chosen(view) == ["dismissed"]
    assert "Your reason: These are two visits." in view.detail.words()


def test_a_claim_may_come_with_the_next_survey(view: LedgerView, corpus: Corpus) -> None:
    late = replace(TRADE, id="late")
    view.show_claim("late")
    corpus.survey = Survey(ledger=Ledger((VISIT, late)), sources=SURVEY.sources)
    corpus.surveyed.emit(corpus.survey)
    assert chosen(view) == ["late"]


def test_where_nothing_is_it_is_said_why(view: LedgerView, corpus: Corpus) -> None:
    corpus.survey = Survey()
    corpus.surveyed.emit(corpus.survey)
    assert "comparable" in view.nothing.label.text()
    corpus.survey = None
    view._surveyed(None)
    assert "Comparing" in view.nothing.label.text()
    corpus.listing = replace(corpus.listing, ids=())
    corpus.listed.emit(corpus.listing)
    assert "Import" in view.nothing.label.text()


def test_the_view_asks_for_a_survey_when_it_is_seen(
    corpus: Corpus, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(corpus.surveys, "want", lambda: asked.append(1))
    view = LedgerView(corpus, theme)
    qtbot.addWidget(view)
    assert asked == []
    view.show()
    assert asked == [1]


# -- the passages ---------------------------------------------------------------------------------------


def test_each_passage_is_one_click_away(view: LedgerView, corpus: Corpus) -> None:
    view.show_claim("trade")
    requested: list[Span] = []
    corpus.passage_requested.connect(lambda span, _flash: requested.append(span))
    for card in view.detail.cards:
        card.go.click()
        corpus.jobs.drain()
    assert requested == [entry.mark for entry in TRADE.entries]
    assert corpus.opened is not None
    assert corpus.opened.document.id == "security"


def test_enter_goes_through_the_passages(view: LedgerView, corpus: Corpus, qtbot: QtBot) -> None:
    opened: list[str] = []
    for _time in range(3):
        qtbot.keyClick(view.list, Qt.Key.Key_Return)
        corpus.jobs.drain()
        assert corpus.opened is not None
        opened.append(corpus.opened.document.id)
    assert opened == ["security", "driver", "security"]
    qtbot.keyClick(view.detail.cards[1], Qt.Key.Key_Return)
    corpus.jobs.drain()
    assert corpus.opened.document.id == "driver"


def test_cards_say_who_when_and_what_counts_once(view: LedgerView) -> None:
    view.show_claim("partnership")
    cards = view.detail.cards
    assert cards[0]._from.text() == "1 · VNA · 3 Dec 2025"
    said = [label.text() for card in cards for label in card.findChildren(type(card.passage))]
    assert said.count(PARTNERSHIP.entries[1].text) == 0  # a copy, folded behind the first
    assert cards[0].copies is not None and cards[0].copies.text() == "and 1 copy"
    assert cards[1].copies is None
    view.show_claim("trade")
    assert view.detail.cards[0]._from.text() == "1 · c. 2025, inferred"
    assert "no day" in view.detail.cards[0]._from.toolTip()


def test_the_value_stands_out_in_its_passage(view: LedgerView) -> None:
    view.show_claim("trade")
    passage = view.detail.cards[1].passage
    assert [mark.of(passage.text()) for mark in passage._marks] == ["over $245 million"]


def test_cards_stand_side_by_side_where_there_is_room(view: LedgerView, qtbot: QtBot) -> None:
    (grid,) = view.findChildren(CardGrid)
    assert grid.columns == 2
    assert view.detail.cards[0].y() == view.detail.cards[1].y()
    view.resize(420, 860)
    qtbot.waitUntil(lambda: grid.columns == 1)
    assert view.width() == 420
    qtbot.waitUntil(lambda: view.detail.cards[0].y() < view.detail.cards[1].y())


def test_many_sources_are_shown_on_demand(view: LedgerView, corpus: Corpus) -> None:
    entries = tuple(
        replace(entry, span=Span(n, n + 9), mark=Span(n, n + 2), origin=f"{entry.origin} {n}")
        for n in range(10)
        for entry in TRADE.entries
    )
    claim = replace(TRADE, entries=entries)
    corpus.survey = Survey(ledger=Ledger((claim,)), sources=SURVEY.sources)
    corpus.surveyed.emit(corpus.survey)
    assert len(view.detail.cards) == MOST_CARDS
    assert view.detail._more.text() == "Show 8 more sources"
    view.detail._more.click()
    assert len(view.detail.cards) == 20


def test_copies_are_unfolded_behind_their_report_and_put_away_again(view: LedgerView) -> None:
    view.show_claim("partnership")
    assert view.detail.cards[0].copies is not None
    view.detail.cards[0].copies.click()
    cards = view.detail.cards
    assert [card.entry for card in cards] == list(PARTNERSHIP.entries)
    said = [label.text() for label in cards[1].findChildren(type(cards[1].passage))]
    assert "The same report as 1: both count as one source" in said
    assert cards[0].copies is not None and cards[0].copies.hasFocus()
    cards[0].copies.click()
    assert len(view.detail.cards) == 2


def test_chips_count_what_the_search_finds(view: LedgerView, qtbot: QtBot) -> None:
    view.words.setText("hà nội")
    qtbot.waitUntil(lambda: shown(view) == ["talks"])
    counts = {chip.shelf.key: chip.accessibleName() for chip in view.chips.chips}
    assert counts["refines"] == "Refine, 1 claim"
    assert counts["differ"] == "Differ, 0 claims"


# -- decisions --------------------------------------------------------------------------------------


def test_a_claim_is_confirmed_and_taken_back(view: LedgerView, corpus: Corpus) -> None:
    button(view, "Confirm").click()
    corpus.jobs.drain()
    (made,) = decisions(corpus)
    assert (made.act, made.author, len(made.passages)) == ("confirm", "Tester", 2)
    assert view.detail.words()[1] == "Confirmed"
    assert not button(view, "Confirm").isEnabled()
    assert chosen(view) == ["visit"]
    button(view, "Take back").click()
    corpus.jobs.drain()
    assert decisions(corpus) == []
    assert "Confirmed" not in view.detail.words()


def test_a_claim_is_dismissed_with_a_reason_and_keeps_its_row(view: LedgerView, corpus: Corpus) -> None:
    view.show_claim("trade")
    row = shown(view).index("trade")
    button(view, "Dismiss").click()
    why(view, corpus, "two currencies")
    (made,) = decisions(corpus)
    assert (made.act, made.reason) == ("dismiss", "two currencies")
    assert shown(view).index("trade") == row
    assert chosen(view) == ["trade"]
    assert "Your reason: two currencies" in view.detail.words()
    decided = replace(TRADE, decision="dismissed", note="two currencies", decision_id=made.id)
    corpus.survey = Survey(ledger=Ledger((VISIT, decided)), sources=SURVEY.sources)
    corpus.surveyed.emit(corpus.survey)
    assert chosen(view) == ["trade"]
    view.set_order("newest")
    assert shown(view) == ["visit"]


def test_a_decision_can_be_undone(view: LedgerView, corpus: Corpus) -> None:
    button(view, "Confirm").click()
    corpus.jobs.drain()
    assert corpus.history.undoText() == "confirmation of claim"
    corpus.history.undo()
    corpus.jobs.drain()
    assert decisions(corpus) == []
    assert "Confirmed" not in view.detail.words()


def test_claims_are_linked_by_hand(view: LedgerView, corpus: Corpus) -> None:
    assert not button(view, "Link by hand").isEnabled()
    view.list.choose_rows([0, 1])
    assert view.detail.words()[0] == "2 claims chosen"
    assert len(view.detail.cards) == 4
    button(view, "Link by hand").click()
    say(view, corpus, "December visit")
    (made,) = decisions(corpus)
    assert (made.act, made.values["topic"], len(made.passages)) == ("link", "December visit", 4)
    assert corpus.history.undoText() == "link of passages"


def test_a_claim_is_linked_with_the_selection_in_the_article(view: LedgerView, corpus: Corpus) -> None:
    where = place("party", "December 3")
    corpus.open_document("party")
    corpus.jobs.drain()
    corpus.select(where.span)
    assert button(view, "Link by hand").isEnabled()
    view.decisions.link()
    say(view, corpus, "the visit")
    (made,) = decisions(corpus)
    assert [each.anchor.exact for each in made.passages][-1] == "December 3"
    assert len(made.passages) == 3


def test_the_linked_claim_is_chosen_when_the_survey_has_it(view: LedgerView, corpus: Corpus) -> None:
    view.list.choose_rows([0, 1])
    view.decisions.link()
    say(view, corpus, "December visit")
    (made,) = decisions(corpus)
    linked = replace(LINKED, decision_id=made.id)
    corpus.survey = Survey(ledger=Ledger((*CLAIMS, linked)), sources=SURVEY.sources)
    corpus.surveyed.emit(corpus.survey)
    assert chosen(view) == ["linked"]


def test_what_changes_nothing_is_said(view: LedgerView, corpus: Corpus) -> None:
    notices: list[Notice] = []
    corpus.notice.connect(notices.append)
    view.show_claim("dismissed")  # its record is not in this workspace
    view.decisions.take_back()
    view.decisions.link()
    corpus.jobs.drain()
    assert [notice.text[:12] for notice in notices] == ["Choose two c", "That changes"]
    assert decisions(corpus) == []


def test_keys_do_what_the_buttons_do(view: LedgerView, corpus: Corpus, qtbot: QtBot) -> None:
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.list.hasFocus)
    qtbot.keyClick(view.list, Qt.Key.Key_C)
    corpus.jobs.drain()
    assert [each.act for each in decisions(corpus)] == ["confirm"]
    qtbot.keyClick(view.list, Qt.Key.Key_J)
    assert chosen(view) == ["trade"]


def test_another_theme_is_followed(view: LedgerView, theme: Theme) -> None:
    light = view.grab().toImage()
    theme.choose("dark")
    assert view.grab().toImage() != light
    theme.choose("light")


def test_a_row_is_heard_in_words(view: LedgerView) -> None:
    said = view.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Differ, major. Rank of the visit")
    assert view.detail.cards[0].accessibleDescription() == VISIT.entries[0].text
    assert all(isinstance(claim, Claim) for claim in view.model.claims)


def test_tab_comes_from_the_list_to_the_passages_and_then_to_the_buttons(view: LedgerView) -> None:
    view.show_claim("trade")
    order: list[QWidget] = [view.list]
    while len(order) < 9:
        after = order[-1].nextInFocusChain()
        while not (after.focusPolicy() & Qt.FocusPolicy.TabFocus and after.isVisible() and after.isEnabled()):
            after = after.nextInFocusChain()
        order.append(after)
    one, other = view.detail.cards
    confirm, dismiss = view.decisions.buttons[:2]
    assert order == [view.list, one, one.go, one.beside, other, other.go, other.beside, confirm, dismiss]


def test_a_claim_is_dismissed_without_a_reason(view: LedgerView, corpus: Corpus) -> None:
    view.show_claim("trade")
    button(view, "Dismiss").click()
    why(view, corpus, "")
    (made,) = decisions(corpus)
    assert (made.act, made.reason) == ("dismiss", "")
    assert "Dismissed" in view.detail.words()


def test_of_many_parties_the_first_are_named(view: LedgerView, corpus: Corpus) -> None:
    many = replace(TRADE, parties=tuple("ABCDEFGH"))
    corpus.survey = Survey(ledger=Ledger((many,)), sources=SURVEY.sources)
    corpus.surveyed.emit(corpus.survey)
    assert any("A, B, C, D, E, F and 2 more" in words for words in view.detail.words())


def test_articles_that_were_left_out_are_told_of(view: LedgerView, corpus: Corpus) -> None:
    assert "not looked at" not in view.counted.text()
    corpus.survey = replace(SURVEY, left_out=3)
    corpus.surveyed.emit(corpus.survey)
    assert view.counted.text().endswith(" · 3 articles not looked at")


def test_a_claim_linked_by_hand_is_shown_from_the_start(view: LedgerView, corpus: Corpus) -> None:
    corpus.survey = Survey(ledger=Ledger((LINKED,)), sources=SURVEY.sources)
    corpus.surveyed.emit(corpus.survey)
    assert chosen(view) == ["linked"]
    assert view.detail.words()[:2] == ["Linked by hand", LINKED.topic]
    assert view.grab().width()  # painted with its sign


def test_a_refused_reason_is_asked_for_again_as_it_was_typed(
    view: LedgerView, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(workspace: Workspace, edits: Sequence[Edit]) -> None:
        raise BriefreaderError("The disk is full.")

    monkeypatch.setattr(annotating, "apply", refuse)
    view.decisions.dismiss_because([VISIT], "typed words")
    corpus.jobs.drain()
    (dialog,) = view.findChildren(ReasonDialog)
    assert dialog.reason() == "typed words"
    assert view.chosen[0].decision == ""
    assert not corpus.history.canUndo()


def test_it_fits_into_a_low_window(view: LedgerView) -> None:
    assert view.minimumSizeHint().height() <= 480
    view.resize(420, 520)
    assert (view.width(), view.height()) == (420, 520)


def test_q_or_a_drag_puts_the_chosen_claim_into_the_briefing(
    view: LedgerView, corpus: Corpus, qtbot: QtBot
) -> None:
    tasks: list[LinesTask] = []
    made: list[Line] = []
    view.brief_requested.connect(tasks.append)
    view.list.choose(0)
    qtbot.keyClick(view.list, Qt.Key.Key_Q)
    corpus.jobs.call(tasks[0], done=made.extend)
    corpus.jobs.drain()
    (claim,) = view.chosen
    assert [(line.kind, line.values["topic"]) for line in made] == [("claim", claim.topic)]
    data = view.model.mimeData([view.model.index(0, 0)])
    assert wanted_in(data) == (Wanted("claim", key=claim.id),)
    assert data.text() == claim.topic

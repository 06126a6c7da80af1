"""Accepting, rejecting and correcting facts: seen at once, undoable, kept, and exported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from briefreader.domain.changes import Changes
from briefreader.domain.errors import WorkspaceError
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.text import Span
from briefreader.library import annotating, composing, proposing
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.dialogs.correct import CorrectDialog
from briefreader.ui.dialogs.reason import ReasonDialog
from briefreader.ui.judging_commands import people, undo_label
from briefreader.ui.models.entries_details import value_of
from briefreader.ui.views.reader_layers import marked_facts
from briefreader.ui.window import Window
from ui.views import attested

Analyse = Callable[[], None]


@pytest.fixture
def analyse(corpus: Corpus) -> Analyse:
    """Return a function that stores the article's analysis, as each new analysis does."""

    def task(workspace: Workspace) -> Changes:
        return workspace.store.add([Analysis(attested.DOCUMENT, attested.FACTS)], "test/1")

    def run() -> None:
        corpus.jobs.call(task, done=corpus.imported)
        corpus.jobs.drain()

    return run


@pytest.fixture
def shown(window: Window, corpus: Corpus, analyse: Analyse) -> Window:
    """Return the window with the article open."""
    analyse()
    corpus.open_document("v")
    corpus.jobs.drain()
    return window


def choose(window: Window, *facts: Fact) -> None:
    """Choose the rows of these facts and give the panel the keyboard."""
    panel = window.panel
    panel.reveal([facts[0].key])
    panel.open_tab(panel.tabs.currentIndex())
    selection = panel.tree().tree.selectionModel()
    for fact in facts[1:]:
        selection.select(panel.tree().model.find(fact.key), selection.SelectionFlag.Select)
    assert panel.chosen_entries()


def press(window: Window, corpus: Corpus, name: str) -> None:
    window.action(name).trigger()
    corpus.jobs.drain()


def dialog(window: Window, kind: type) -> object:
    (found,) = [each for each in window.findChildren(kind) if each.isVisible()]
    return found


def finish(window: Window, corpus: Corpus, asked: QDialog) -> None:
    """Close a dialog; the window and what had the keyboard in it have it again."""
    asked.accept()
    corpus.jobs.drain()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)


def reject(window: Window, corpus: Corpus, reason: str = "") -> None:
    press(window, corpus, "reject_fact")
    asked = dialog(window, ReasonDialog)
    asked._words.setText(reason)
    asked._own.setChecked(bool(reason))
    finish(window, corpus, asked)


def correct(window: Window, corpus: Corpus, **values: str) -> None:
    press(window, corpus, "correct_fact")
    asked = dialog(window, CorrectDialog)
    for name, text in values.items():
        field = asked._fields[name]
        (field.setCurrentText if name in ("speaker", "comparator") else field.setText)(text)
    finish(window, corpus, asked)


def groups(window: Window) -> dict[str, list[str]]:
    """Return the keys of the entries of the tab in front by their groups' titles."""
    return {group.title: [each.key for each in group.entries] for group in window.panel.tree().model.groups}


def now(corpus: Corpus, fact: Fact) -> Fact:
    return next(each for each in corpus.opened.facts if each.kind == fact.kind and each.span == fact.span)


def test_a_rejected_fact_leaves_its_group_and_the_text_and_undo_brings_it_back(
    shown: Window, corpus: Corpus
) -> None:
    choose(shown, attested.TALKS)
    reject(shown, corpus, "Said twice")
    assert groups(shown)["Rejected"] == [attested.TALKS.key]
    assert groups(shown)["Events"] == [attested.VISIT.key]
    tree = shown.panel.facts
    assert not tree.tree.isExpanded(tree.model.index(tree.model.rowCount() - 1, 0))
    assert attested.TALKS.key not in [each.key for each in marked_facts(corpus.opened.facts)["event"]]
    assert now(corpus, attested.TALKS).data["reason"] == "Said twice"
    assert corpus.history.undoText() == "rejection of event"
    press(shown, corpus, "undo")
    assert "Rejected" not in groups(shown)
    assert attested.TALKS.key in groups(shown)["Events"]
    assert attested.TALKS.key in [each.key for each in marked_facts(corpus.opened.facts)["event"]]


def test_the_next_row_is_chosen_when_one_is_rejected(shown: Window, corpus: Corpus) -> None:
    choose(shown, attested.VISIT)
    reject(shown, corpus)
    assert shown.panel.facts.current().key == attested.TALKS.key
    reject(shown, corpus)
    assert "Events" not in groups(shown)
    assert shown.panel.facts.current() is not None
    assert shown.panel.facts.current().judged == ""


def test_a_rejected_fact_is_brought_back_by_the_same_key(shown: Window, corpus: Corpus) -> None:
    choose(shown, attested.TALKS)
    reject(shown, corpus)
    choose(shown, attested.TALKS)
    press(shown, corpus, "reject_fact")
    assert "Rejected" not in groups(shown)
    assert corpus.history.undoText() == "judgement on event"


def test_accepting_says_so_in_the_row_and_again_takes_it_back(shown: Window, corpus: Corpus) -> None:
    choose(shown, attested.TRADE)
    press(shown, corpus, "accept_fact")
    entry = shown.panel.facts.current()
    assert entry.key == attested.TRADE.key
    assert [(sign.icon, sign.text) for sign in entry.signs] == [("check", "accepted")]
    assert "accepted" in entry.words
    assert corpus.history.undoText() == "acceptance of figure"
    press(shown, corpus, "accept_fact")
    assert shown.panel.facts.current().signs == ()


def test_keys_one_upon_another_make_one_decision(shown: Window, corpus: Corpus) -> None:
    choose(shown, attested.TRADE)
    for _time in range(3):
        shown.action("accept_fact").trigger()
    corpus.jobs.drain()
    found: list[object] = []
    corpus.jobs.call(lambda workspace: workspace.store.decisions(), done=found.extend)
    corpus.jobs.drain()
    assert len(found) == 1


def test_a_corrected_speaker_is_shown_exported_and_kept(
    shown: Window, corpus: Corpus, analyse: Analyse
) -> None:
    choose(shown, attested.PARTNER)
    correct(shown, corpus, speaker="Lương Tam Quang")
    analyse()
    assert now(corpus, attested.PARTNER).about == "Lương Tam Quang"
    assert groups(shown)["Lương Tam Quang"] == [attested.PARTNER.key]
    assert corpus.history.undoText() == "correction of quote"
    choice, stamp = proposing.Choice(facts=False), "2025-12-20T00:00:00+00:00"
    made: list[object] = []
    corpus.jobs.call(
        lambda workspace: composing.compose(
            workspace.store, proposing.propose(workspace.store, ["v"], choice, stamp=stamp), stamp
        ),
        done=made.append,
    )
    corpus.jobs.drain()
    said = {item.text: item.label for item in made[0].sections[0].items}
    assert said[attested.PARTNER.text] == "Lương Tam Quang"
    press(shown, corpus, "undo")
    assert now(corpus, attested.PARTNER).about == "Alexander Volfovich"


def test_a_corrected_span_is_marked_and_its_row_stays_chosen(shown: Window, corpus: Corpus) -> None:
    choose(shown, attested.PARTNER)
    press(shown, corpus, "correct_fact")
    asked = dialog(shown, CorrectDialog)
    place = attested.span("a promising partner")
    asked._span = place
    asked.accept()
    corpus.jobs.drain()
    marked = [each.span for each in marked_facts(corpus.opened.facts)["quote"]]
    assert place in marked
    assert attested.PARTNER.span not in marked
    entry = shown.panel.quotes.current()
    assert (entry.spans, entry.text) == ((place,), "“a promising partner”")
    press(shown, corpus, "undo")
    assert shown.panel.quotes.current().spans == (attested.PARTNER.span,)


def test_a_judged_fact_can_be_left_to_the_machine(shown: Window, corpus: Corpus) -> None:
    choose(shown, attested.TRADE)
    correct(shown, corpus, value="some $244 million", amount="244500000")
    assert now(corpus, attested.TRADE).amount == 244.5e6
    assert shown.panel.facts.current().headline == "some $244 million"
    press(shown, corpus, "release_fact")
    assert now(corpus, attested.TRADE) == attested.TRADE


def test_a_corrected_comparator_is_shown_kept_and_undone(shown: Window, corpus: Corpus) -> None:
    choose(shown, attested.TRADE)
    correct(shown, corpus, comparator="at least")
    assert now(corpus, attested.TRADE).data["comparator"] == "≥"
    entry = shown.panel.facts.current()
    assert entry.headline == "at least $244 million"
    assert value_of(now(corpus, attested.TRADE)) == "at least 244,000,000 USD"
    press(shown, corpus, "undo")
    assert now(corpus, attested.TRADE) == attested.TRADE


def test_leaving_what_nobody_judged_says_so(shown: Window, corpus: Corpus) -> None:
    said: list[Notice] = []
    corpus.notice.connect(said.append)
    choose(shown, attested.TRADE)
    press(shown, corpus, "release_fact")
    assert "Nobody has judged that" in said[0].text


def test_chosen_rows_are_judged_together_in_one_step(shown: Window, corpus: Corpus) -> None:
    choose(shown, attested.TRADE, attested.VISIT, attested.PROTOCOL)
    press(shown, corpus, "accept_fact")
    judged = [each.text for each in corpus.opened.facts if each.data.get("judged") == "accepted"]
    assert len(judged) == 3
    assert corpus.history.undoText() == "acceptance of 3 facts"
    press(shown, corpus, "undo")
    assert not any("judged" in each.data for each in corpus.opened.facts)


def test_all_mentions_of_a_name_are_judged_but_one_is_corrected(
    shown: Window, corpus: Corpus, analyse: Analyse, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = replace(attested.VOLFOVICH, span=attested.head("Volfovich noted", 9), text="Volfovich")
    monkeypatch.setattr(attested, "FACTS", (*attested.FACTS, again))
    analyse()
    choose(shown, again)
    press(shown, corpus, "accept_fact")
    assert corpus.history.undoText() == "acceptance of name"
    assert [now(corpus, each).data["judged"] for each in (attested.VOLFOVICH, again)] == ["accepted"] * 2
    press(shown, corpus, "undo")
    choose(shown, again)
    for _click in range(2):  # on to the first passage, and to the second
        shown.panel.facts.tree.clicked.emit(shown.panel.facts.tree.currentIndex())
    correct(shown, corpus, about="Pavel Volfovich")
    assert now(corpus, again).about == "Pavel Volfovich"
    assert now(corpus, attested.VOLFOVICH).about == "Alexander Volfovich"


def test_without_a_row_the_fact_at_the_caret_is_meant(shown: Window, corpus: Corpus, qtbot: QtBot) -> None:
    shown.reader.text.setFocus()
    shown.reader.text.put_caret(attested.TRADE.span.start + 2)
    press(shown, corpus, "accept_fact")
    assert now(corpus, attested.TRADE).data["judged"] == "accepted"
    assert "judged" not in now(corpus, attested.GREW).data
    press(shown, corpus, "explain_fact")
    panel = shown.panel
    assert panel.facts.tree.isExpanded(panel.facts.model.find(attested.TRADE.key))


def test_without_any_fact_it_is_said_what_to_do(shown: Window, corpus: Corpus) -> None:
    said: list[Notice] = []
    corpus.notice.connect(said.append)
    shown.reader.text.setFocus()
    shown.reader.text.put_caret(len(attested.TEXT) - 2)
    for name in ("accept_fact", "reject_fact", "correct_fact", "release_fact", "explain_fact"):
        press(shown, corpus, name)
    assert [each.text for each in said] == ["Choose a fact or a quote in the side panel first."] * 5


def test_a_correction_that_could_not_be_stored_is_offered_again(
    shown: Window, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_workspace: object, _edits: object) -> None:
        raise WorkspaceError("The disk is full.")

    choose(shown, attested.PARTNER)
    with monkeypatch.context() as broken:
        broken.setattr(annotating, "apply", full)
        correct(shown, corpus, speaker="Somebody else")
    asked = dialog(shown, CorrectDialog)
    assert asked.values() == {"speaker": "Somebody else"}
    asked.accept()
    corpus.jobs.drain()
    assert now(corpus, attested.PARTNER).about == "Somebody else"


def test_the_machine_can_be_left_to_in_the_window_too(shown: Window, corpus: Corpus) -> None:
    choose(shown, attested.PARTNER)
    correct(shown, corpus, speaker="Somebody else")
    press(shown, corpus, "correct_fact")
    dialog(shown, CorrectDialog)._release()
    corpus.jobs.drain()
    assert now(corpus, attested.PARTNER) == attested.PARTNER


def test_e_opens_and_closes_the_row(shown: Window, corpus: Corpus, qtbot: QtBot) -> None:
    choose(shown, attested.TRADE)
    tree = shown.panel.facts
    qtbot.keyClick(tree.tree, Qt.Key.Key_E)
    assert tree.tree.isExpanded(tree.model.find(attested.TRADE.key))
    qtbot.keyClick(tree.tree, Qt.Key.Key_E)
    assert not tree.tree.isExpanded(tree.model.find(attested.TRADE.key))


def test_people_are_offered_by_how_often_they_are_named() -> None:
    rejected = replace(attested.LAM, data={**attested.LAM.data, "judged": "rejected"})
    other = Fact("v", "person", Span(0, 3), "Ann", about="Ann")
    facts = (rejected, other, attested.VOLFOVICH, attested.PARTNER)
    assert people(facts) == ["Alexander Volfovich", "Ann"]


def test_undo_names_what_was_done() -> None:
    facts = (attested.LAM, attested.LAM)
    assert undo_label("reject", facts, True) == "rejection of name"
    assert undo_label("reject", facts, False) == "rejection of 2 facts"
    assert undo_label("correct", facts[:1], False) == "correction of name"
    assert undo_label("", [attested.SENTENCE], False) == "judgement on key sentence"

"""The keys of marking on several chosen notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import Annotation, Edit
from briefreader.ui.corpus import Corpus
from briefreader.ui.dialogs.several_tags import SeveralTagsDialog
from briefreader.ui.window import Window
from store.made import mark

MARKS = [
    mark("1", "a", colour="red"),
    mark("2", "b", 5, starred=True, tags=("x",)),
    Annotation("3", "b", None, note="all of it", tags=("x",), revision=1),
]


@pytest.fixture
def filled(window: Window, corpus: Corpus, qtbot: QtBot) -> Window:
    corpus.apply([Edit(None, each) for each in MARKS], "marks")
    window.panel.set_everything(True)
    corpus.jobs.drain()
    window.activateWindow()
    window.panel.open_tab(2)
    qtbot.waitUntil(window.panel.notes.tree.hasFocus)
    choose_all(window)
    return window


def choose_all(window: Window) -> None:
    notes = window.panel.notes
    notes.reveal("1")
    for key in ("2", "3"):
        flag = QItemSelectionModel.SelectionFlag.Select
        notes.tree.selectionModel().select(notes.model.find(key), flag)


def press(window: Window, name: str) -> dict[str, Annotation]:
    window.action(name).trigger()
    return stored(window)


def stored(window: Window) -> dict[str, Annotation]:
    found: list[Annotation] = []
    window.corpus.jobs.call(lambda workspace: workspace.store.annotations(), done=found.extend)
    window.corpus.jobs.drain()
    found.clear()  # what was asked before may have changed them meanwhile
    window.corpus.jobs.call(lambda workspace: workspace.store.annotations(), done=found.extend)
    window.corpus.jobs.drain()
    return {each.id: each for each in found}


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("star", "star on 2 marks"),
        ("highlight_green", "highlight of 3 marks"),
        ("highlight_red", "highlight of 2 marks"),
        ("remove", "removal of 3 marks"),
    ],
)
def test_a_key_acts_on_all_chosen_notes_in_one_step_that_says_so(
    filled: Window, corpus: Corpus, name: str, step: str
) -> None:
    before = stored(filled)
    after = press(filled, name)
    assert corpus.history.undoText() == step
    if name == "star":
        assert all(each.starred for each in after.values())
    elif name == "remove":
        assert after == {}
    else:
        assert {each.colour for each in after.values()} == {name.removeprefix("highlight_")}
    corpus.history.undo()
    assert stored(filled) == before


def test_the_same_again_takes_it_off(filled: Window, corpus: Corpus) -> None:
    press(filled, "star")
    assert len(filled.panel.notes.chosen()) == 3  # what was chosen stays chosen
    after = press(filled, "star")
    assert not any(each.starred for each in after.values())
    assert corpus.history.undoText() == "removal of 3 stars"


def test_tags_of_all_are_changed_in_one_step(filled: Window, corpus: Corpus) -> None:
    filled.action("tag").trigger()
    corpus.jobs.drain()
    dialog = next(each for each in filled.findChildren(SeveralTagsDialog) if each.isVisible())
    dialog.field.setText("trade")
    dialog.accept()
    assert {each.tags for each in stored(filled).values()} == {("trade",), ("trade", "x")}
    assert corpus.history.undoText() == "tags on 3 marks"


def test_a_note_on_a_whole_article_is_removed_by_its_row(filled: Window, corpus: Corpus) -> None:
    filled.panel.notes.reveal("3")
    assert set(press(filled, "remove")) == {"1", "2"}
    assert corpus.history.undoText() == "removal of 1 mark"

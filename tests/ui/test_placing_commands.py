"""What P and Shift+P do about marks whose passage is not where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import Annotation, Edit
from briefreader.domain.text import Anchor, Span
from briefreader.ui.corpus import Notice
from briefreader.ui.window import Window

OLD = "Ministers sign agreement\nThe delegation came in the capital. Talks went on for two whole days."


def mark(id: str, said: str) -> Annotation:
    start = OLD.index(said)
    return Annotation(
        id, "a", Anchor.on(OLD, Span(start, start + len(said))), colour="red", note=id, revision=1
    )


GONE = Annotation("gone", "a", Anchor(Span(3, 9), "no such words", "before it ", " after it"), note="gone")
CHANGED = mark("changed", "delegation came in the capital")


@pytest.fixture
def marked(window: Window) -> Window:
    """Return the window with an article that has a mark of which the words changed, and one unplaced."""
    window.corpus.apply_quietly([Edit(None, GONE), Edit(None, CHANGED)])
    window.corpus.open_document("a")
    window.corpus.jobs.drain()
    window.panel.open_tab(2)
    return window


def stored(window: Window, id: str) -> Annotation:
    found: list[Annotation] = []
    window.corpus.jobs.call(lambda workspace: workspace.store.annotation(id), done=found.append)
    window.corpus.jobs.drain()
    return found[0]


def choose(window: Window, key: str) -> None:
    assert window.panel.notes.reveal(key)


def test_an_unplaced_mark_is_put_on_the_selection_and_taken_back(marked: Window, qtbot: QtBot) -> None:
    choose(marked, "gone")
    assert marked.panel.placing.isVisible()
    marked.corpus.select(Span(0, 9))
    marked.reader.settled_selection = lambda: Span(0, 9)  # type: ignore[method-assign]
    marked.reader.text.setFocus()
    marked.actions_by_name["place_mark"].trigger()
    marked.corpus.jobs.drain()
    after = stored(marked, "gone")
    assert (after.exact, after.note) == ("Ministers", "gone")
    assert [group.kind for group in marked.panel.notes.model.groups] == ["note"]
    assert marked.actions_by_name["undo"].text().endswith("placing of mark")
    marked.corpus.history.undo()
    marked.corpus.jobs.drain()
    assert stored(marked, "gone") == GONE


def test_what_was_changed_is_shown_with_its_old_words_and_confirmed(marked: Window) -> None:
    choose(marked, "changed")
    entry = marked.panel.notes.current()
    assert entry is not None
    assert entry.text == "delegation arrived in the capital"
    assert entry.meta == "before: “delegation came in the capital”"
    assert [sign.text for sign in entry.signs] == ["the words were changed"]
    marked.panel.placing.button.click()
    marked.corpus.jobs.drain()
    assert stored(marked, "changed").exact == "delegation arrived in the capital"
    assert not marked.panel.placing.isVisible()
    marked.corpus.history.undo()
    marked.corpus.jobs.drain()
    assert stored(marked, "changed") == CHANGED


def test_del_on_an_unplaced_row_removes_that_mark_and_no_other(marked: Window, qtbot: QtBot) -> None:
    marked.reader.text.put_caret(40)  # within the other mark
    choose(marked, "gone")
    marked.panel.notes.tree.setFocus()
    qtbot.waitUntil(marked.panel.notes.tree.hasFocus)
    qtbot.keyClick(marked.panel.notes.tree, Qt.Key.Key_Delete)
    marked.corpus.jobs.drain()
    assert [each.id for each in marked.corpus.opened.annotations] == ["changed"]  # type: ignore[union-attr]
    marked.corpus.history.undo()
    marked.corpus.jobs.drain()
    assert stored(marked, "gone") == GONE


def test_without_what_is_needed_it_says_what_to_do(marked: Window) -> None:
    said: list[Notice] = []
    marked.corpus.notice.connect(said.append)
    marked.panel.notes.tree.setCurrentIndex(marked.panel.notes.model.index(-1, -1))
    marked.actions_by_name["place_mark"].trigger()
    marked.actions_by_name["confirm_mark"].trigger()
    choose(marked, "gone")
    marked.reader.settled_selection = lambda: None  # type: ignore[method-assign]
    marked.actions_by_name["place_mark"].trigger()
    assert [each.text.split(":")[0] for each in said] == [
        "Choose an unplaced mark in the Notes tab first.",
        "Nothing to confirm",
        "Select the passage that the mark belongs to first.",
    ]


def test_an_unplaced_mark_of_another_article_leads_there_first(marked: Window) -> None:
    marked.panel.set_everything(True)
    marked.corpus.jobs.drain()
    marked.corpus.open_document("b")
    marked.corpus.jobs.drain()
    choose(marked, "gone")
    marked.actions_by_name["place_mark"].trigger()
    marked.corpus.jobs.drain()
    assert marked.corpus.opened is not None
    assert marked.corpus.opened.document.id == "a"
    assert stored(marked, "gone") == GONE


def test_show_leads_to_a_mark_that_needs_a_look(marked: Window) -> None:
    marked.corpus.open_document("b")
    marked.corpus.jobs.drain()
    marked.commands.placing.show_all()
    marked.corpus.jobs.drain()
    entry = marked.panel.notes.current()
    assert entry is not None
    assert entry.key == "gone"


def test_a_click_on_an_unplaced_mark_opens_its_article(marked: Window, qtbot: QtBot) -> None:
    marked.panel.set_everything(True)
    marked.corpus.jobs.drain()
    marked.corpus.open_document("b")
    marked.corpus.jobs.drain()
    choose(marked, "gone")
    marked.panel.notes.tree.clicked.emit(marked.panel.notes.tree.currentIndex())
    marked.corpus.jobs.drain()
    assert marked.corpus.opened is not None
    assert marked.corpus.opened.document.id == "a"
    assert marked.panel.placing.isVisible()

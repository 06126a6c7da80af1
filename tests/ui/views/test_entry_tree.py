"""The tree of the side panel: click, again, keyboard, and what stays."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from briefreader.domain.text import Span
from briefreader.ui.models.entries import Entry, Group
from briefreader.ui.theme import Theme
from briefreader.ui.views.entry_tree import EntryTree

ANNA = Entry(
    "p1", "person", "d", (Span(0, 4), Span(10, 14), Span(20, 24)), "Anna", keys=frozenset({"p1", "p2"})
)
OLGA = Entry("p3", "person", "d", (Span(30, 34),), "Olga", keys=frozenset({"p3"}))
TALKS = Entry("e1", "event", "d", (Span(40, 45),), "", "talks", keys=frozenset({"e1"}))
GROUPS = (Group("event", "Events", (TALKS,)), Group("person", "People", (ANNA, OLGA)))


@pytest.fixture
def tree(theme: Theme, qtbot: QtBot) -> EntryTree:
    made = EntryTree(theme, "Facts")
    qtbot.addWidget(made)
    made.resize(280, 400)
    made.show()
    made.show_groups(GROUPS, "nothing")
    made.heard = []  # type: ignore[attr-defined]
    made.passage_chosen.connect(lambda entry, span: made.heard.append((entry.key, span)))  # type: ignore[attr-defined]
    return made


def test_clicking_again_goes_on_to_the_next_passage(tree: EntryTree) -> None:
    index = tree.model.find("p1")
    for _click in range(4):
        tree.tree.clicked.emit(index)
    assert tree.heard == [("p1", Span(0, 4)), ("p1", Span(10, 14)), ("p1", Span(20, 24)), ("p1", Span(0, 4))]
    tree.tree.setCurrentIndex(index)
    assert tree.current_span() == Span(0, 4)


def test_stepping_passes_over_headings(tree: EntryTree) -> None:
    for _step in range(3):
        tree.step(1)
    assert [key for key, _span in tree.heard] == ["e1", "p1", "p3"]
    tree.step(-1)
    assert tree.heard[-1][0] == "p1"


def test_what_is_chosen_and_folded_stays(tree: EntryTree) -> None:
    tree.reveal("p3")
    tree.tree.collapse(tree.model.index(0, 0))
    tree.show_groups(GROUPS, "nothing")
    assert tree.current() == OLGA
    assert not tree.tree.isExpanded(tree.model.index(0, 0))
    assert tree.tree.isExpanded(tree.model.index(1, 0))


def test_a_mention_reveals_the_entry_of_its_bearer(tree: EntryTree) -> None:
    assert tree.reveal("p2")
    assert tree.current() == ANNA
    assert not tree.reveal("nobody")


def test_nothing_is_said_in_words(tree: EntryTree) -> None:
    tree.show_groups((), "No facts were found.")
    assert tree._empty.isVisible()
    assert tree._empty.text() == "No facts were found."


def test_rows_are_painted_at_any_width(tree: EntryTree, qtbot: QtBot) -> None:
    for width in (232, 500):
        tree.resize(width, 400)
        qtbot.wait(20)
        picture = tree.grab().toImage()
        assert picture.width() >= width
        assert len({picture.pixel(x, y) for x in range(0, width, 7) for y in range(0, 300, 7)}) > 3

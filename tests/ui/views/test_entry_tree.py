"""The tree of the side panel: click, again, keyboard, and what stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.ui.models.entries import Entry, Group, Scope, fact_groups
from briefreader.ui.models.entries_details import details
from briefreader.ui.models.touching import Touching
from briefreader.ui.theme import Theme
from briefreader.ui.views.entry_tree import EntryTree
from ui.views import attested

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


@pytest.fixture
def opening(tree: EntryTree) -> EntryTree:
    """Return the tree over an article's facts, which open to what a survey says."""
    show(tree, attested.FACTS)
    return tree


def show(tree: EntryTree, facts: Sequence[Fact]) -> None:
    touching = Touching(attested.SURVEY)
    tree.show_groups(
        fact_groups(facts, Scope(touching=touching)), "", lambda entry: details(entry.facts, touching)
    )


def opened(tree: EntryTree, fact: Fact) -> bool:
    return tree.tree.isExpanded(tree.model.find(fact.key))


def rejected(fact: Fact) -> Fact:
    return replace(fact, data={**fact.data, "judged": "rejected"})


def test_right_opens_an_entry_and_left_closes_it(opening: EntryTree, qtbot: QtBot) -> None:
    opening.reveal(attested.TRADE.key)
    qtbot.keyClick(opening.tree, Qt.Key.Key_Right)
    assert opened(opening, attested.TRADE)
    qtbot.keyClick(opening.tree, Qt.Key.Key_Down)
    assert opening.model.detail(opening.tree.currentIndex()).label == "Value"
    assert opening.current().key == attested.TRADE.key
    qtbot.keyClick(opening.tree, Qt.Key.Key_Left)
    qtbot.keyClick(opening.tree, Qt.Key.Key_Left)
    assert not opened(opening, attested.TRADE)


def test_a_click_on_the_chevron_opens_without_going_to_the_passage(opening: EntryTree, qtbot: QtBot) -> None:
    opening.reveal(attested.TRADE.key)
    rect = opening.tree.visualRect(opening.model.find(attested.TRADE.key))
    chevron = QPoint(rect.right() - 18, rect.top() + 14)
    qtbot.mouseClick(opening.tree.viewport(), Qt.MouseButton.LeftButton, pos=chevron)
    assert opened(opening, attested.TRADE)
    assert opening.heard == []  # type: ignore[attr-defined]
    qtbot.mouseClick(opening.tree.viewport(), Qt.MouseButton.LeftButton, pos=chevron)
    assert not opened(opening, attested.TRADE)
    words = QPoint(rect.left() + 40, rect.top() + 14)
    qtbot.mouseClick(opening.tree.viewport(), Qt.MouseButton.LeftButton, pos=words)
    assert opening.heard == [(attested.TRADE.key, attested.TRADE.span)]  # type: ignore[attr-defined]


def test_what_is_opened_stays_open_when_a_span_was_corrected(opening: EntryTree) -> None:
    opening.reveal(attested.TRADE.key)
    opening.explain()
    moved = replace(
        attested.TRADE,
        span=attested.span("reached $244 million"),
        data={**attested.TRADE.data, "found": [attested.TRADE.span.start, attested.TRADE.span.end]},
    )
    facts = [moved if each is attested.TRADE else each for each in attested.FACTS]
    show(opening, facts)
    assert opened(opening, moved)
    assert opening.current().key == moved.key
    opening.explain()
    show(opening, facts)
    assert not opened(opening, moved)


def test_closing_from_a_row_below_goes_back_to_the_entry(opening: EntryTree, qtbot: QtBot) -> None:
    opening.reveal(attested.TRADE.key)
    opening.explain()
    qtbot.keyClick(opening.tree, Qt.Key.Key_Down)
    show(opening, attested.FACTS)
    assert opening.model.detail(opening.tree.currentIndex()) is not None
    opening.explain()
    assert opening.model.entry(opening.tree.currentIndex()).key == attested.TRADE.key


def test_a_claim_leads_to_the_ledger_by_click_and_by_enter(opening: EntryTree, qtbot: QtBot) -> None:
    opening.reveal(attested.TRADE.key)
    opening.explain()
    index = opening.model.find(attested.TRADE.key)
    claim = opening.model.index(opening.model.rowCount(index) - 1, 0, index)
    for act in (opening.tree.clicked, opening.tree.activated):
        with qtbot.waitSignal(opening.claim_chosen) as said:
            act.emit(claim)
        assert said.args == ["c:trade"]
    opening.tree.clicked.emit(opening.model.index(0, 0, index))
    assert opening.heard[-1] == (attested.TRADE.key, attested.TRADE.span)  # type: ignore[attr-defined]


def test_stepping_passes_over_what_is_opened(opening: EntryTree) -> None:
    opening.reveal(attested.TRADE.key)
    opening.explain()
    opening.step(1)
    assert opening.current().key == attested.VISIT.key


def test_what_was_rejected_stands_closed_and_the_next_entry_is_chosen(opening: EntryTree) -> None:
    opening.reveal(attested.VISIT.key)
    facts = [rejected(each) if each is attested.VISIT else each for each in attested.FACTS]
    show(opening, facts)
    last = opening.model.index(opening.model.rowCount() - 1, 0)
    assert opening.model.group(last).title == "Rejected"
    assert not opening.tree.isExpanded(last)
    assert opening.current().key == attested.TALKS.key
    opening.tree.expand(last)
    opening.reveal(attested.VISIT.key)
    show(opening, facts)
    assert opening.current().key == attested.VISIT.key


def test_several_rows_are_chosen_in_their_order(opening: EntryTree) -> None:
    opening.reveal(attested.VISIT.key)
    selection = opening.tree.selectionModel()
    selection.select(opening.model.find(attested.TRADE.key), selection.SelectionFlag.Select)
    assert [entry.key for entry in opening.chosen()] == [attested.TRADE.key, attested.VISIT.key]
    opening.tree.clearSelection()
    assert [entry.key for entry in opening.chosen()] == [attested.VISIT.key]


def test_choosing_rows_with_ctrl_goes_nowhere(opening: EntryTree, qtbot: QtBot) -> None:
    opening.reveal(attested.VISIT.key)
    rect = opening.tree.visualRect(opening.model.find(attested.TALKS.key))
    place, left = rect.topLeft() + QPoint(40, 12), Qt.MouseButton.LeftButton
    qtbot.mouseClick(opening.tree.viewport(), left, Qt.KeyboardModifier.ControlModifier, place)
    assert len(opening.chosen()) == 2
    assert opening.heard == []  # type: ignore[attr-defined]
    opening.reveal(attested.TRADE.key)  # chosen alone, though Ctrl may still be held
    assert [entry.key for entry in opening.chosen()] == [attested.TRADE.key]


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


def test_an_entry_that_moves_to_another_group_stays_in_sight(tree: EntryTree, qtbot: QtBot) -> None:
    many = tuple(
        Entry(f"m{n}", "person", "d", (Span(n, n + 1),), f"Name {n}", keys=frozenset({f"m{n}"}))
        for n in range(40)
    )
    last = Group(
        "place", "Places", (Entry("q1", "place", "d", (Span(0, 1),), "Far", keys=frozenset({"q1"})),)
    )
    tree.show_groups((Group("event", "Events", (TALKS,)), Group("person", "People", many), last), "nothing")
    tree.reveal("e1")
    moved = replace(TALKS, kind="place")
    tree.show_groups((Group("person", "People", many), Group("place", "Places", (moved,))), "nothing")
    qtbot.waitUntil(lambda: tree.tree.verticalScrollBar().value() > 0)
    assert tree.current() == moved
    assert tree.tree.viewport().rect().intersects(tree.tree.visualRect(tree.tree.currentIndex()))


def test_what_opens_at_the_lower_edge_is_scrolled_to(opening: EntryTree, qtbot: QtBot) -> None:
    opening.resize(280, 120)
    keys = [entry.key for group in opening.model.groups for entry in group.entries]
    opening.reveal(keys[-1])
    qtbot.wait(20)
    before = opening.tree.verticalScrollBar().value()
    opening.explain()
    index = opening.tree.currentIndex()
    assert opening.tree.isExpanded(index)
    qtbot.waitUntil(lambda: opening.tree.verticalScrollBar().value() > before)


def test_all_stay_chosen_when_the_keyboard_is_on_a_heading(tree: EntryTree) -> None:
    tree.tree.grab()  # what is not laid out cannot be chosen by Ctrl+A
    tree.tree.setCurrentIndex(tree.model.index(0, 0))
    assert tree.chosen() == []
    tree.tree.selectAll()
    assert tree.chosen() == [TALKS, ANNA, OLGA]
    tree.show_groups((GROUPS[1],), "nothing")
    assert tree.chosen() == [ANNA, OLGA]


def test_an_entry_without_a_passage_leads_to_its_article(tree: EntryTree) -> None:
    whole = Entry("n1", "note", "d", (), "About it all", keys=frozenset({"n1"}))
    tree.show_groups([Group("note", "Notes", (whole,))], "nothing")
    tree.tree.clicked.emit(tree.model.find("n1"))
    assert tree.heard == [("n1", None)]


def test_the_chosen_entry_stays_in_view_when_there_is_less_room(tree: EntryTree, qtbot: QtBot) -> None:
    many = tuple(replace(TALKS, key=f"e{n}", keys=frozenset({f"e{n}"})) for n in range(40))
    tree.show_groups([Group("event", "Events", many)], "nothing")
    row = next(n for n in range(40) if tree.tree.visualRect(tree.model.find(f"e{n}")).bottom() > 340)
    assert tree.reveal(f"e{row}")
    tree.resize(280, 200)
    at = tree.model.find(f"e{row}")
    qtbot.waitUntil(lambda: tree.tree.visualRect(at).bottom() <= tree.tree.viewport().height())

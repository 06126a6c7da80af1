"""Choosing in the outline: what is chosen stays chosen, whatever is moved, removed or added."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefreader.library import outlining
from briefreader.ui.theme import Theme
from briefreader.ui.views.outline_tree import OutlineTree
from ui.briefs import briefing, quote, sentence

LINES = (quote(), quote(1), quote(2), sentence())
OUTLINE = briefing(*LINES)
QUOTES = next(part for part in OUTLINE.parts if part.kind == "quotes")


@pytest.fixture
def tree(qtbot: QtBot, theme: Theme) -> OutlineTree:
    made = OutlineTree(theme)
    qtbot.addWidget(made)
    made.resize(280, 700)
    made.show_outline(OUTLINE)
    made.show()
    return made


def test_chosen_lines_stay_chosen_when_they_move(tree: OutlineTree) -> None:
    tree.choose([LINES[0].id, LINES[1].id])
    tree.show_outline(outlining.moved(OUTLINE, [LINES[0].id, LINES[1].id], QUOTES.id, 3))
    assert tree.ids() == [LINES[0].id, LINES[1].id]


def test_what_stands_in_the_place_of_a_removed_line_is_chosen(tree: OutlineTree) -> None:
    tree.choose([LINES[1].id])
    tree.show_outline(outlining.without(OUTLINE, [LINES[1].id]))
    assert tree.ids() == [LINES[2].id]
    tree.show_outline(outlining.without(OUTLINE, [line.id for line in LINES[:3]]))
    assert tree.ids() == [QUOTES.id]


def test_a_section_stands_for_its_lines(tree: OutlineTree) -> None:
    tree.choose([QUOTES.id])
    assert tree.line_ids() == [line.id for line in LINES[:3]]


def test_a_closed_section_stays_closed(tree: OutlineTree) -> None:
    tree.collapse(tree.outline.find(QUOTES.id))
    tree.show_outline(outlining.with_lines(OUTLINE, [quote(3)]))
    assert not tree.isExpanded(tree.outline.find(QUOTES.id))
    tree.choose([LINES[0].id])
    assert tree.isExpanded(tree.outline.find(QUOTES.id))


def test_the_chosen_row_is_told_with_what_it_says_now(tree: OutlineTree, qtbot: QtBot) -> None:
    tree.choose([LINES[3].id])
    with qtbot.waitSignal(tree.chosen) as told:
        tree.show_outline(outlining.changed(OUTLINE, LINES[3].id, text="Other."))
    assert told.args[0].line.text == "Other."


def test_enter_goes_to_the_text_and_letters_to_the_window(tree: OutlineTree, qtbot: QtBot) -> None:
    tree.choose([LINES[3].id])
    with qtbot.waitSignal(tree.entered):
        qtbot.keyClick(tree, Qt.Key.Key_Return)
    qtbot.keyClick(tree, Qt.Key.Key_S)
    assert tree.ids() == [LINES[3].id]

"""How rows of an outline are painted: every kind, with badges, in either direction of reading."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefreader.library import outlining
from briefreader.ui.models.outline import HEAD
from briefreader.ui.theme import Theme
from briefreader.ui.views.outline_tree import OutlineTree
from ui.briefs import briefing, quote, sentence


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_badges_are_painted(qtbot: QtBot, theme: Theme, direction: Qt.LayoutDirection) -> None:
    tree = OutlineTree(theme)
    qtbot.addWidget(tree)
    tree.setLayoutDirection(direction)
    tree.resize(300, 700)
    lines = sentence(), quote(proposed=True)
    tree.show_outline(briefing(*lines))
    tree.show()
    plain = tree.grab().toImage()
    tree.show_outline(briefing(*lines), {}, {HEAD: 1})
    before = tree.grab().toImage()
    assert before != plain
    for change in ("new", "corroborated", "contradicted", "superseded", "source changed"):
        tree.show_outline(tree.outline.outline, {lines[1].id: change})
        after = tree.grab().toImage()
        assert after != before
        before = after


def test_long_words_make_a_row_higher_but_no_more_than_two_lines(qtbot: QtBot, theme: Theme) -> None:
    tree = OutlineTree(theme)
    qtbot.addWidget(tree)
    tree.resize(260, 500)
    tree.show()
    heights = []
    for words in ("Short.", "Long words " * 8, "Long words " * 80):
        line = sentence(words)
        tree.show_outline(briefing(line))
        heights.append(tree.sizeHintForIndex(tree.outline.find(line.id)).height())
    assert heights[0] < heights[1] == heights[2]


def test_rows_below_make_room_when_one_becomes_higher(qtbot: QtBot, theme: Theme) -> None:
    tree = OutlineTree(theme)
    qtbot.addWidget(tree)
    tree.resize(260, 700)
    tree.show()
    first, second = sentence("Short."), sentence("Below.")
    outline = briefing(first, second)
    tree.show_outline(outline)

    def gap() -> int:
        one, other = (tree.visualRect(tree.outline.find(each.id)) for each in (first, second))
        assert one.bottom() + 1 == other.top()
        return other.top() - one.top()

    low = gap()
    tree.show_outline(outlining.changed(outline, first.id, text="Long words " * 8))
    assert gap() > low
    tree.show_outline(outline, {first.id: "new"}, {first.id: 1})
    assert gap() == low

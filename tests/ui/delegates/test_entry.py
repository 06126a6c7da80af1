"""Cards of the side panel take the height that their words need."""

from __future__ import annotations

from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from briefreader.domain.text import Span
from briefreader.ui.models.entries import Entry, Group
from briefreader.ui.theme import Theme
from briefreader.ui.views.entry_tree import EntryTree


def height(tree: EntryTree, key: str) -> int:
    return tree.tree.itemDelegate().sizeHint(QStyleOptionViewItem(), tree.model.find(key)).height()


def test_longer_words_take_more_room_up_to_a_limit(theme: Theme, qtbot: QtBot) -> None:
    tree = EntryTree(theme, "Quotes")
    qtbot.addWidget(tree)
    tree.resize(280, 400)
    tree.show()
    entries = tuple(
        Entry(name, "quote", "d", (Span(0, 1),), "", "word " * count, keys=frozenset({name}))
        for name, count in (("short", 2), ("middle", 20), ("long", 200), ("longer", 2000))
    )
    tree.show_groups([Group("quote", "Anna", entries)], "")
    assert height(tree, "short") < height(tree, "middle") < height(tree, "long") == height(tree, "longer")
    before = height(tree, "middle")
    tree.resize(560, 400)
    qtbot.waitUntil(lambda: height(tree, "middle") < before)

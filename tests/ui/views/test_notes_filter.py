"""What stands above the notes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from briefreader.domain.noting import NotesFilter
from briefreader.library.noting import Marks
from briefreader.ui.theme import Theme
from briefreader.ui.views.notes_filter import NotesFilterBar
from store.made import mark


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> NotesFilterBar:
    made = NotesFilterBar(theme, str.capitalize)
    qtbot.addWidget(made)
    made.resize(280, 120)
    made.show()
    return made


def submenu(bar: NotesFilterBar, name: str) -> QMenu:
    bar._fill_filter()
    return next(menu for menu in bar.filter.menu().findChildren(QMenu) if menu.title() == name)


def choose(bar: NotesFilterBar, name: str, label: str) -> None:
    next(each for each in submenu(bar, name).actions() if each.text() == label).trigger()


def test_what_is_chosen_in_the_menus_is_wanted_and_shown_as_chips(bar: NotesFilterBar) -> None:
    bar.show_marks(Marks(tags=("trade", "x & y"), authors=("", "Ann")))
    for name, label in (("Colour", "Green"), ("Kind", "Starred"), ("Tag", "#x && y"), ("Author", "By Ann")):
        choose(bar, name, label)
    assert bar.wanted == NotesFilter(
        "", frozenset({"green"}), frozenset({"star"}), frozenset({"x & y"}), frozenset({"Ann"})
    )
    assert [chip.text() for chip in bar.chips] == ["Green", "Starred", "#x && y", "By Ann", "Clear all"]
    assert [chip.icon().isNull() for chip in bar.chips] == [False, False, False, False, True]
    bar.words.setText("so")
    bar.chips[0].click()
    assert bar.wanted.colours == frozenset()
    assert bar.wanted.words == "so"
    bar.chips[-1].click()
    assert bar.wanted == NotesFilter("so")
    assert bar.chips == []
    choose(bar, "Colour", "Red")
    choose(bar, "Colour", "Red")
    assert bar.wanted == NotesFilter("so")
    bar.clear()
    assert bar.words.text() == ""


def test_without_several_authors_there_is_nothing_to_choose(bar: NotesFilterBar) -> None:
    bar.show_marks(Marks(authors=("",)))
    bar._fill_filter()
    assert "Author" not in [menu.title() for menu in bar.filter.menu().findChildren(QMenu)]
    assert not submenu(bar, "Tag").isEnabled()


def test_how_many_are_shown_is_said_when_some_are_not(bar: NotesFilterBar) -> None:
    shown = (mark("1", "a"),)
    bar.show_marks(Marks(shown, 1, 1))
    assert bar.counted.isHidden()
    bar.show_marks(Marks(shown, 20_000, 20_000))
    assert bar.counted.text() == "The first 1 of 20,000; narrow them to see the others."
    bar.want(NotesFilter(kinds=frozenset({"star"})))
    bar.show_marks(Marks(shown, 1, 20_000))
    assert bar.counted.text() == "1 of 20,000"


def test_groups_are_chosen_from_a_menu(bar: NotesFilterBar, qtbot: QtBot) -> None:
    bar._fill_groups()
    with qtbot.waitSignal(bar.changed):
        bar.group.menu().actions()[1].trigger()
    assert bar.grouping == "tag"

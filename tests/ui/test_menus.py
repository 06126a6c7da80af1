"""The menus on a passage."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import COLOURS
from briefreader.ui.actions import ACTIONS
from briefreader.ui.menus import dress_colours, entry_menu, passage_menu
from briefreader.ui.theme import Theme


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(parent: QWidget) -> dict[str, QAction]:
    made = {spec.name: QAction(spec.name, parent) for spec in ACTIONS}
    for spec in ACTIONS:
        made[spec.name].setShortcuts([QKeySequence(keys) for keys in spec.keys])
    return made


def words(menu: QWidget) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_a_passage_can_be_marked_copied_and_looked_for(actions: dict[str, QAction], parent: QWidget) -> None:
    asked: list[str] = []
    menu = passage_menu(actions, True, "R&D <b>talks</b>", asked.append, parent)
    assert words(menu)[:2] == ["star", "Highlight"]
    find = next(action for action in menu.actions() if "R&&D <b>talks</b>" in action.text())
    find.trigger()
    assert asked == ["R&D <b>talks</b>"]


def test_without_a_passage_only_the_article_is_acted_on(actions: dict[str, QAction], parent: QWidget) -> None:
    menu = passage_menu(actions, False, "", lambda _words: None, parent)
    assert words(menu) == ["star_document", "read_document", "note_document", "details", "open_web"]


def test_a_row_leads_to_its_passage(actions: dict[str, QAction], parent: QWidget) -> None:
    gone: list[bool] = []
    menu = entry_menu(actions, lambda: gone.append(True), parent)
    menu.actions()[0].trigger()
    assert gone == [True]


@pytest.mark.parametrize(
    ("judged", "offered"),
    [
        (None, []),
        ("", ["accept_fact", "reject_fact", "correct_fact", "explain_fact"]),
        ("accepted", ["accept_fact", "reject_fact", "correct_fact", "release_fact", "explain_fact"]),
        ("rejected", ["Bring back", "correct_fact", "explain_fact"]),
    ],
)
def test_a_fact_can_be_judged_in_the_menu_of_its_row(
    actions: dict[str, QAction], parent: QWidget, judged: str | None, offered: list[str]
) -> None:
    menu = entry_menu(actions, lambda: None, parent, judged)
    assert words(menu)[: len(offered) + 2] == ["Go to the passage", *offered, "star"]


def test_a_row_and_a_passage_can_be_underlined(actions: dict[str, QAction], parent: QWidget) -> None:
    assert "underline" in words(entry_menu(actions, lambda: None, parent, ""))
    assert "underline" in words(passage_menu(actions, True, "", lambda _words: None, parent))


def test_a_name_of_a_colour_shows_as_it_was_typed(actions: dict[str, QAction], theme: Theme) -> None:
    dress_colours(actions, theme, {"red": "R&D <b>"})
    assert actions["highlight_red"].text() == "Highlight: R&&D <b> (red)"
    assert "&lt;b&gt;" in actions["highlight_red"].toolTip()
    dress_colours(actions, theme)
    assert actions["highlight_red"].text() == "Highlight in red"
    assert actions["highlight_red"].toolTip() == "Highlight in red (2)"


def test_a_colour_says_the_keys_that_are_in_force(actions: dict[str, QAction], theme: Theme) -> None:
    actions["highlight_red"].setShortcuts([QKeySequence("Ctrl+9")])
    actions["underline_red"].setShortcuts([QKeySequence("Ctrl+8")])
    actions["highlight_blue"].setShortcuts([])
    dress_colours(actions, theme, {"red": "agreed"})
    assert actions["highlight_red"].toolTip() == "<qt>Highlight: agreed (red) (Ctrl+9)</qt>"
    assert actions["underline_red"].toolTip() == "<qt>Underline: agreed (red) (Ctrl+8)</qt>"
    assert actions["highlight_blue"].toolTip() == "Highlight in blue"


def test_a_rejected_fact_is_brought_back_by_the_action(actions: dict[str, QAction], parent: QWidget) -> None:
    done: list[bool] = []
    actions["release_fact"].triggered.connect(lambda: done.append(True))
    menu = entry_menu(actions, lambda: None, parent, "rejected")
    next(action for action in menu.actions() if action.text() == "Bring back").trigger()
    assert done == [True]


def test_a_fact_can_be_judged_in_the_menu_of_the_text(actions: dict[str, QAction], parent: QWidget) -> None:
    menu = passage_menu(actions, True, "", lambda _words: None, parent, on_fact=True)
    assert words(menu)[:4] == ["accept_fact", "reject_fact", "correct_fact", "explain_fact"]


def test_each_colour_has_its_picture(actions: dict[str, QAction], theme: Theme) -> None:
    dress_colours(actions, theme)
    pictures = {
        actions[f"highlight_{name}"].icon().pixmap(32, 32).toImage().pixel(5, 5) for name in ("red", "blue")
    }
    assert len(pictures) == 2


def test_the_colour_of_a_line_can_be_chosen(
    actions: dict[str, QAction], parent: QWidget, theme: Theme
) -> None:
    dress_colours(actions, theme)
    for menu in (
        entry_menu(actions, lambda: None, parent, ""),
        passage_menu(actions, True, "", lambda _words: None, parent),
    ):
        (lines,) = [each for each in menu.findChildren(QMenu) if each.title() == "Un&derline in"]
        assert words(lines) == [f"Underline in {colour}" for colour in COLOURS]
        assert all(not each.icon().isNull() for each in lines.actions())

"""Marks over one another: each can be reached, and the keys act on the one that was chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from briefreader.domain.text import Span
from briefreader.ui.window import Window

OUTER, MIDDLE, INNER = Span(0, 24), Span(0, 14), Span(4, 9)


@pytest.fixture
def nested(window: Window) -> Window:
    """Return the window over an article with three marks, each within another."""
    corpus = window.corpus
    corpus.open_document("a")
    corpus.jobs.drain()
    for span, colour in ((OUTER, "blue"), (INNER, "red"), (MIDDLE, "green")):
        window.reader.text.select(span)
        window.action(f"highlight_{colour}").trigger()
        corpus.jobs.drain()
    window.reader.text.put_caret(5)
    window.reader.text.settle_selection()
    return window


def colours(window: Window) -> list[str]:
    return sorted(each.colour for each in window.corpus.opened.annotations)


def chosen(window: Window) -> str:
    target = window.choosing.target()
    return window.corpus.opened.annotation(target.annotation).colour if target else ""


def framed(window: Window) -> list[Span]:
    return [mark.span for mark in window.reader.text._marks.within(0, 60) if mark.style == "frame"]


def click(window: Window, qtbot: QtBot, place: int) -> None:
    text = window.reader.text
    cursor = text.textCursor()
    cursor.setPosition(text._shown.to_qt(place))
    at = text.cursorRect(cursor).center() + QPoint(3, 0)
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.wait(QApplication.doubleClickInterval() + 20)  # a quick second click would choose the word


def test_the_innermost_is_meant_until_another_is_chosen(nested: Window) -> None:
    assert chosen(nested) == "red"
    assert framed(nested) == []


def test_the_key_goes_outwards_and_round(nested: Window) -> None:
    seen = []
    for _press in range(4):
        nested.action("next_mark").trigger()
        seen.append(chosen(nested))
    assert seen == ["red", "green", "blue", "red"]
    assert framed(nested) == [INNER]
    assert "Mark 1 of 3" in nested.statusBar().currentMessage()


def test_clicks_at_one_place_go_outwards(nested: Window, qtbot: QtBot) -> None:
    seen = []
    for _click in range(4):
        click(nested, qtbot, 5)
        seen.append(chosen(nested))
    assert seen == ["red", "green", "blue", "red"]
    click(nested, qtbot, 11)  # elsewhere it begins anew, with what is there
    assert chosen(nested) == "green"


def test_the_keys_act_on_the_chosen_one(nested: Window) -> None:
    for _press in range(2):
        nested.action("next_mark").trigger()
    nested.action("highlight_grey").trigger()
    nested.corpus.jobs.drain()
    assert colours(nested) == ["blue", "grey", "red"]
    nested.action("remove").trigger()
    nested.corpus.jobs.drain()
    assert colours(nested) == ["blue", "red"]
    assert chosen(nested) == "red"
    assert framed(nested) == []


def test_when_the_caret_leaves_the_choice_is_over(nested: Window) -> None:
    for _press in range(3):
        nested.action("next_mark").trigger()
    assert chosen(nested) == "blue"
    nested.reader.text.put_caret(6)
    assert (chosen(nested), framed(nested)) == ("red", [])


def test_a_selection_comes_before_what_was_chosen(nested: Window) -> None:
    nested.action("next_mark").trigger()
    nested.reader.text.select(Span(30, 35))
    assert nested.choosing.target() is None
    nested.reader.text.select(Span(10, 12))
    nested.action("next_mark").trigger()
    assert chosen(nested) == "green"


def test_without_a_mark_the_key_says_so(nested: Window, qtbot: QtBot) -> None:
    nested.reader.text.put_caret(40)
    with qtbot.waitSignal(nested.corpus.notice) as told:
        nested.action("next_mark").trigger()
    assert "Nothing is marked" in told.args[0].text


def marks_menu(window: Window, opened_menus: list[QMenu]) -> QMenu:
    annotations = window.corpus.opened.annotations
    keys = [each.id for each in sorted(annotations, key=lambda each: len(each.anchor.span))]
    window.commands.articles.reader_menu(None, keys, QPoint(50, 50))
    (found,) = [each for each in opened_menus[-1].findChildren(QMenu) if "place" in each.title()]
    return found


def test_the_menu_lists_all_marks_and_chooses_one(nested: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    menus: list[QMenu] = []
    monkeypatch.setattr("briefreader.ui.article_commands.open_menu", lambda menu, _at: menus.append(menu))
    menu = marks_menu(nested, menus)
    assert [(each.isChecked(), each.text().split(" · ")[0]) for each in menu.actions()] == [
        (True, "Highlighted: red"), (False, "Highlighted: green"), (False, "Highlighted: blue"),
    ]  # fmt: skip
    menu.actions()[2].trigger()
    assert chosen(nested) == "blue"
    assert marks_menu(nested, menus).actions()[2].isChecked()  # what was chosen stays so
    nested.action("remove").trigger()
    nested.corpus.jobs.drain()
    assert colours(nested) == ["green", "red"]


def test_a_passage_within_another_is_a_mark_of_its_own(nested: Window) -> None:
    assert colours(nested) == ["blue", "green", "red"]
    assert [nested.corpus.opened.place_of(each.id) for each in nested.corpus.opened.annotations] == [
        MIDDLE, OUTER, INNER,
    ]  # fmt: skip

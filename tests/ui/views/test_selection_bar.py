"""The bar at a selection made with the mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from briefreader.domain.fact import Analysis
from briefreader.domain.text import Span
from briefreader.library.workspace import Workspace
from briefreader.settings import Settings
from briefreader.ui.views.selection_bar import SelectionBar
from briefreader.ui.window import Window
from ui.articles import article

TEXT = "Anna Berg said that trade grew. " * 200


@pytest.fixture
def bar(window: Window) -> SelectionBar:
    """Return the bar of the window over a long article."""

    def add(workspace: Workspace) -> object:
        document = article("long", "A long text", "2025-12-30", text=TEXT)
        return workspace.store.add([Analysis(document, ())], "test/1")

    corpus = window.corpus
    corpus.jobs.call(add, done=corpus.imported)
    corpus.jobs.drain()
    corpus.open_document("long")
    corpus.jobs.drain()
    return window.selection_bar


def drag(bar: SelectionBar, qtbot: QtBot, first: QPoint, last: QPoint) -> None:
    view = bar._text.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseMove(view, last)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=last)
    qtbot.wait(10)


def at(bar: SelectionBar, line: int, right: int = 120) -> QPoint:
    text = bar._text
    left = round(text.document().rootFrame().frameFormat().leftMargin())
    return QPoint(left + right, 20 + line * text._type.line)


def selected(bar: SelectionBar) -> QRect:
    """Return the whole height of what is selected."""
    cursor = bar._text.textCursor()
    top, bottom = bar._line(cursor.selectionStart())[0], bar._line(cursor.selectionEnd())[1]
    return QRect(0, top, bar._text.width(), bottom - top)


@pytest.mark.parametrize(("first", "last"), [(0, 0), (0, 2), (4, 4), (4, 8), (8, 4)])
def test_it_comes_and_covers_nothing_that_is_selected(
    bar: SelectionBar, qtbot: QtBot, first: int, last: int
) -> None:
    assert not bar.isVisible()
    drag(bar, qtbot, at(bar, first), at(bar, last, 300))
    assert bar._text.selected_span() is not None
    assert bar.isVisible()
    assert not bar.geometry().intersects(selected(bar))
    assert bar._text.rect().contains(bar.geometry())


def test_it_goes_with_the_selection(bar: SelectionBar, qtbot: QtBot) -> None:
    drag(bar, qtbot, at(bar, 4), at(bar, 4, 300))
    assert bar.isVisible()
    qtbot.mouseClick(bar._text.viewport(), Qt.MouseButton.LeftButton, pos=at(bar, 9))
    qtbot.wait(10)
    assert not bar.isVisible()
    drag(bar, qtbot, at(bar, 4), at(bar, 4, 300))
    qtbot.keyClick(bar._text, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_it_stays_away_where_it_would_cover_the_selection(bar: SelectionBar, qtbot: QtBot) -> None:
    drag(bar, qtbot, at(bar, 4), at(bar, 4, 300))
    bar._text.select(Span(0, len(TEXT)))
    assert not bar.isVisible()


def test_it_does_not_come_to_selections_made_by_key(bar: SelectionBar, qtbot: QtBot) -> None:
    bar._text.select(Span(100, 140))
    qtbot.wait(10)
    assert not bar.isVisible()


def test_its_buttons_mark_what_is_selected_and_say_what_they_do(
    bar: SelectionBar, qtbot: QtBot, window: Window
) -> None:
    drag(bar, qtbot, at(bar, 4), at(bar, 4, 300))
    span = bar._text.selected_span()
    buttons = bar.findChildren(QToolButton)
    assert len(buttons) == 13
    assert all(button.accessibleName() and "(" in button.toolTip() for button in buttons)
    next(each for each in buttons if each.accessibleName() == "Highlight in green").click()
    window.corpus.jobs.drain()
    (made,) = window.corpus.opened.annotations
    assert (made.colour, window.corpus.opened.place_of(made.id)) == ("green", span)
    assert bar.isVisible()  # a tag or a note may follow


def test_it_can_be_switched_off(bar: SelectionBar, qtbot: QtBot, window: Window) -> None:
    window.commands.set_settings(replace(Settings(), selection_bar=False))
    drag(bar, qtbot, at(bar, 4), at(bar, 4, 300))
    assert bar._text.selected_span() is not None
    assert not bar.isVisible()

"""Parts of a splitter are read from the first to the last."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QSplitter
from pytestqt.qtbot import QtBot

from briefreader.ui.views.reading_order import in_reading_order
from briefreader.ui.window import Window
from ui.tree import unnamed


def read(splitter: QSplitter) -> list[object]:
    found = QAccessible.queryAccessibleInterface(splitter)
    widgets = [found.child(number).object() for number in range(found.childCount())]
    return [each for each in widgets if splitter.indexOf(each) >= 0][: splitter.count()]


def test_parts_are_read_from_the_first(qtbot: QtBot) -> None:
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    parts = [QLabel(text) for text in ("one", "two", "three")]
    for part in parts:
        splitter.addWidget(part)
    in_reading_order(splitter)
    splitter.show()
    assert read(splitter) == parts


@pytest.mark.parametrize("view", ["articles", "ledger", "timeline", "people", "figures"])
def test_the_window_and_its_views_are_read_in_their_order(window: Window, view: str) -> None:
    window.stage.show_view(view)
    splitters = [window.splitter, *window.stage.current().findChildren(QSplitter)]
    assert len(splitters) == (1 if view == "articles" else 2)
    for splitter in splitters:
        assert read(splitter) == [splitter.widget(number) for number in range(splitter.count())]
    assert unnamed(window) == []


def test_tab_goes_through_the_panes_in_their_order(window: Window) -> None:
    panes = [window.left, window.stage, window.reader, window.panel]
    met: list[object] = []
    here = window.sources
    for _step in range(2000):
        pane = next((each for each in panes if each.isAncestorOf(here)), None)
        if pane is not None and pane not in met:
            met.append(pane)
        here = here.nextInFocusChain()
        if here is window.sources:
            break
    assert met == panes

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from briefreader.ui.views.stage import ARTICLES, Scene, Stage


@pytest.fixture
def made() -> list[str]:
    """Return the names of the views in the order in which they are made."""
    return []


@pytest.fixture
def stage(qtbot: QtBot, made: list[str]) -> Stage:
    def make(name: str) -> QWidget:
        made.append(name)
        return QLabel(name)

    scenes = tuple(Scene(name, name.title(), lambda name=name: make(name)) for name in ("ledger", "people"))
    stage = Stage(QLabel("articles"), scenes)
    qtbot.addWidget(stage)
    qtbot.addWidget(stage.tabs)
    return stage


def test_the_articles_come_first_and_a_view_is_made_when_it_is_shown(stage: Stage, made: list[str]) -> None:
    assert stage.name == ARTICLES
    assert made == []
    with_signal = []
    stage.view_changed.connect(with_signal.append)
    shown = stage.show_view("ledger")
    assert isinstance(shown, QLabel)
    assert (shown.text(), stage.name, with_signal) == ("ledger", "ledger", ["ledger"])
    assert stage.current() is shown
    stage.show_view(ARTICLES)
    assert stage.show_view("ledger") is shown
    assert made == ["ledger"]


def test_a_tab_shows_its_view_and_says_its_key(stage: Stage) -> None:
    stage.set_tip("people", "Show who is named (Alt+4)")
    assert [stage.tabs.tabText(n) for n in range(stage.tabs.count())] == ["Articles", "Ledger", "People"]
    assert stage.tabs.tabToolTip(2) == "Show who is named (Alt+4)"
    stage.tabs.setCurrentIndex(2)
    assert stage.name == "people"


def test_a_view_that_is_not_known_is_the_articles(stage: Stage) -> None:
    stage.show_view("people")
    stage.show_view("gone since")
    assert stage.name == ARTICLES

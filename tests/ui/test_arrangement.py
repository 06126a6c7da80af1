"""Who has how much of the window's width."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from briefreader.settings import Settings
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.window import Window


def test_a_view_is_wide_and_the_list_narrow_again_after_it(window: Window, qtbot: QtBot) -> None:
    window.resize(1440, 900)
    qtbot.wait(30)
    before = window.splitter.sizes()
    window.stage.show_view("people")
    qtbot.wait(30)
    assert window.stage.width() >= 420 > before[1]
    assert window.reader.width() >= 380
    window.stage.show_view("articles")
    qtbot.wait(30)
    assert window.splitter.sizes() == pytest.approx(before, abs=2)


def test_the_panel_steps_back_in_a_narrow_window_and_comes_again(window: Window, qtbot: QtBot) -> None:
    window.resize(1024, 700)
    qtbot.wait(30)
    window.stage.show_view("people")
    qtbot.wait(30)
    assert not window.panel.isVisible()
    assert window.left.isVisible()
    assert window.width() == 1024
    window.stage.show_view("articles")
    assert window.panel.isVisible()


def test_the_view_and_its_width_come_back(
    window: Window, corpus: Corpus, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window._layout = kept
    window.resize(1440, 900)
    window.stage.show_view("people")
    window._keep_layout()
    again = Window(corpus, theme, Settings(), kept)
    qtbot.addWidget(again)
    again.show()
    assert again.stage.name == "people"


def test_a_layout_of_another_version_is_not_taken(
    corpus: Corpus, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    kept.setValue("version", 1)
    kept.setValue("view", "people")
    kept.setValue("panel", False)
    window = Window(corpus, theme, Settings(), kept)
    qtbot.addWidget(window)
    window.show()
    assert window.stage.name == "articles"
    assert window.panel.isVisible()

"""The keys for the look of the article, and the focus on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QToolBar
from pytestqt.qtbot import QtBot

from briefreader.settings import FACES, THEMES, Settings, load_settings
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import FAMILIES, Theme
from briefreader.ui.window import Window


def beside(window: Window) -> list[bool]:
    parts = (window.left, window.stage, window.stage.tabs, window.panel, window.findChild(QToolBar))
    return [part.isVisible() for part in parts]


def test_spacing_and_width_change_by_steps_and_stop(window: Window) -> None:
    window.action("more_spacing").trigger()
    window.action("narrower_lines").trigger()
    assert (window.settings.line_height, window.settings.measure) == (170, 600)
    for _press in range(30):
        window.action("less_spacing").trigger()
        window.action("wider_lines").trigger()
    assert (window.settings.line_height, window.settings.measure) == (120, 1000)
    assert load_settings() == window.settings


def test_the_lines_are_that_far_apart(window: Window) -> None:
    window.corpus.open_document("a")
    window.corpus.jobs.drain()
    block = window.reader.text.document().lastBlock()
    assert block.blockFormat().lineHeight() == round(18 * 1.6)
    window.action("more_spacing").trigger()
    block = window.reader.text.document().lastBlock()
    assert block.blockFormat().lineHeight() == round(18 * 1.7)


def test_faces_come_in_turn(window: Window) -> None:
    said: list[str] = []
    window.corpus.notice.connect(lambda notice: said.append(notice.text))
    for face in (*FACES[1:], FACES[0]):
        window.action("next_face").trigger()
        assert window.settings.face == face
        assert window.reader.text.document().defaultFont().family() == FAMILIES[face]
        assert window.theme.font("title").family() == FAMILIES[face]
    assert len(set(said)) == 3


def test_themes_come_in_turn(window: Window) -> None:
    seen = []
    for _press in THEMES:
        window.action("next_theme").trigger()
        seen.append(window.theme.name)
    assert sorted(seen) == sorted(THEMES)


def test_focus_hides_all_but_the_article_and_brings_it_back(window: Window) -> None:
    window.action("show_sources").setChecked(False)
    QApplication.processEvents()  # the splitter shares the room anew
    before, sizes = beside(window), window.splitter.sizes()
    window.action("focus_mode").setChecked(True)
    assert not any(beside(window))
    assert window.reader.isVisible()
    window.action("focus_mode").setChecked(False)
    assert beside(window) == before
    assert window.splitter.sizes() == sizes


@pytest.fixture
def kept(corpus: Corpus, theme: Theme, qtbot: QtBot, tmp_path: Path) -> QSettings:
    """Return the layout that a window left behind which was closed in focus mode."""
    layout = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = Window(corpus, theme, Settings(), layout)
    qtbot.addWidget(window)
    window.show()
    window.action("focus_mode").setChecked(True)
    window.close()
    return layout


def test_what_is_hidden_for_the_focus_is_there_the_next_time(kept: QSettings) -> None:
    assert kept.value("panel", False, bool)
    assert kept.value("sources", False, bool)

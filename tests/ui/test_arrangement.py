"""Who has how much of the window's width."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings
from pytestqt.qtbot import QtBot

from briefreader.settings import Settings
from briefreader.ui.arrangement import within
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


def test_a_window_lies_within_the_screen_with_its_frame() -> None:
    room = QRect(4, 30, 1016, 666)
    assert within(QRect(0, 0, 1440, 900), room) == room
    assert within(QRect(700, 500, 600, 400), room) == QRect(420, 296, 600, 400)
    assert within(QRect(100, 100, 300, 200), room) == QRect(100, 100, 300, 200)


def test_a_new_window_is_no_larger_than_the_screen(window: Window) -> None:
    room = window.screen().availableGeometry()
    window.setGeometry(QRect(0, 0, room.width() + 400, room.height() + 300))
    window.arrangement.clamp()
    assert window.geometry().height() < room.height()  # its frame has room as well
    assert room.contains(window.geometry().topLeft())


def test_in_a_narrow_window_the_ledger_has_room_for_two_sides(window: Window, qtbot: QtBot) -> None:
    window.resize(1024, 700)
    qtbot.wait(30)
    window.stage.show_view("ledger")
    qtbot.wait(30)
    assert window.stage.width() >= 580
    assert not window.left.isVisible()
    assert window.width() == 1024
    window.stage.show_view("people")  # which asks for less
    qtbot.wait(30)
    assert window.left.isVisible()


def test_a_view_is_wide_again_when_the_window_is(
    window: Window, corpus: Corpus, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window._layout = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window.resize(1024, 700)
    window.stage.show_view("people")
    qtbot.wait(30)
    assert window.stage.width() < 580
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: window.stage.width() >= 580)
    assert window.panel.isVisible()
    window.resize(1024, 700)
    qtbot.wait(30)
    window._keep_layout()
    again = Window(corpus, theme, Settings(), window._layout)
    qtbot.addWidget(again)
    again.show()
    again.resize(1440, 900)
    qtbot.waitUntil(lambda: again.stage.width() >= 580)


@pytest.mark.parametrize("view", ["articles", "people"])
def test_hidden_parts_keep_their_width_between_sessions(
    window: Window, corpus: Corpus, theme: Theme, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch, view: str,
) -> None:  # fmt: skip
    monkeypatch.setattr("briefreader.ui.arrangement.within", lambda wanted, _screen: wanted)
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window._layout = kept
    window.resize(1440, 900)
    qtbot.wait(30)
    window.splitter.setSizes([260, 300, 560, 320])
    before = window.splitter.sizes()
    for name in ("show_sources", "show_panel"):
        window.action(name).setChecked(False)
    window.stage.show_view(view)
    window._keep_layout()
    for _session in range(2):
        again = Window(corpus, theme, Settings(), kept)
        qtbot.addWidget(again)
        again.show()
        again.resize(1440, 900)
        qtbot.wait(30)
        again._keep_layout()  # which shows the list
    for name in ("show_sources", "show_panel"):
        again.action(name).setChecked(True)
    qtbot.wait(30)
    assert again.splitter.sizes() == pytest.approx(before, abs=4)


def test_hidden_parts_keep_their_width_over_a_view(window: Window, qtbot: QtBot) -> None:
    window.resize(1440, 900)
    qtbot.wait(30)
    window.splitter.setSizes([260, 300, 560, 320])
    before = window.splitter.sizes()
    for name in ("show_sources", "show_panel"):
        window.action(name).setChecked(False)
    for view in ("people", "articles"):
        window.stage.show_view(view)
        qtbot.wait(30)
    for name in ("show_sources", "show_panel"):
        window.action(name).setChecked(True)
    qtbot.wait(30)
    assert window.splitter.sizes() == pytest.approx(before, abs=4)

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from briefreader.domain.text import Span
from briefreader.ui.theme import Theme
from briefreader.ui.views.find import FindBar, find


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("to lam", ["Tô Lâm", unicodedata.normalize("NFD", "Tô Lâm")]),
        ("DA", ["Đà"]),
        ("nang", ["Nẵng"]),
        ("strasse", ["Straße"]),
        ("stras", ["Straß"]),
        ("said so", ["said\n  so"]),
        ("", []),
        ("   ", []),
        ("nowhere", []),
        ("a.b", []),
    ],
)
def test_finds_without_case_diacritics_and_white_space(words: str, hits: list[str]) -> None:
    text = "😀 Tô Lâm met in Đà Nẵng; " + unicodedata.normalize("NFD", "Tô Lâm") + " said\n  so. Straße"
    assert [span.of(text) for span in find(text, words)] == hits


def test_a_hit_holds_the_marks_of_its_last_letter() -> None:
    text = unicodedata.normalize("NFD", "Hà Nội")
    assert find(text, "ha noi") == [Span(0, len(text))]
    assert find(text, "hà nội") == [Span(0, len(text))]


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> FindBar:
    bar = FindBar(theme)
    qtbot.addWidget(bar)
    bar.hide()
    bar.set_text("one two One 2 ONE")
    return bar


def field(bar: FindBar) -> QLineEdit:
    found = bar.findChild(QLineEdit)
    assert found is not None
    return found


def test_typing_tells_hits_and_steps_go_round(qtbot: QtBot, bar: FindBar) -> None:
    bar.open()
    told: list[tuple[list[Span], Span | None]] = []
    bar.hits_changed.connect(lambda hits, current: told.append((hits, current)))
    qtbot.keyClicks(field(bar), "one")
    hits = [Span(0, 3), Span(8, 11), Span(14, 17)]
    assert told[-1] == (hits, hits[0])
    assert bar._count.text() == "1 of 3"
    qtbot.keyClick(field(bar), Qt.Key.Key_Return)
    assert told[-1] == (hits, hits[1])
    bar.next()
    bar.next()
    assert told[-1] == (hits, hits[0])
    qtbot.keyClick(field(bar), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert told[-1] == (hits, hits[2])
    bar.previous()
    assert bar._count.text() == "2 of 3"


def test_the_first_hit_is_the_one_from_where_one_reads(bar: FindBar) -> None:
    told: list[Span | None] = []
    bar.hits_changed.connect(lambda _hits, current: told.append(current))
    bar.open("one", 5)
    assert told[-1] == Span(8, 11)


def test_no_hits_are_said_in_words(qtbot: QtBot, bar: FindBar) -> None:
    bar.open("three")
    assert bar._count.text() == "No hits"
    assert not any(button.isEnabled() for button in (bar._back, bar._on))
    with qtbot.assertNotEmitted(bar.hits_changed):
        bar.next()


def test_a_new_text_is_searched_at_once_only_while_the_bar_is_open(qtbot: QtBot, bar: FindBar) -> None:
    bar.open("one")
    with qtbot.waitSignal(bar.hits_changed) as told:
        bar.set_text("none one")
    assert told.args == [[Span(1, 4), Span(5, 8)], Span(1, 4)]
    bar.close_bar()
    with qtbot.assertNotEmitted(bar.hits_changed):
        bar.set_text("one")
        bar.next()


def test_escape_closes(qtbot: QtBot, bar: FindBar) -> None:
    bar.open("one")
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(field(bar), Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_everything_has_a_name(bar: FindBar) -> None:
    named = [field(bar), *bar.findChildren(QToolButton)]
    assert all(widget.accessibleName() for widget in named if widget.parent() is bar)


def test_a_long_text_waits_for_a_pause(qtbot: QtBot, bar: FindBar) -> None:
    bar.set_text("word " * 70_000)
    bar.open()
    with qtbot.assertNotEmitted(bar.hits_changed):
        qtbot.keyClicks(field(bar), "wor")
    with qtbot.waitSignal(bar.hits_changed) as told:
        qtbot.keyClick(field(bar), Qt.Key.Key_Return)
    assert len(told.args[0]) == 70_000

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefreader.domain.document import Document, Noise, lines
from briefreader.domain.text import Span
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_text import ReaderText

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "\n\n".join(f"Paragraph {n} says something that is long enough for two lines." for n in range(60))


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> ReaderText:
    view = ReaderText(theme)
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    view.show_document(Document("d", TEXT, lines(TEXT)))
    view.setFocus()
    return view


def test_words_are_selected_by_keys_alone(qtbot: QtBot, view: ReaderText) -> None:
    qtbot.keyClick(view, Key.Key_Right)
    qtbot.keyClick(view, Key.Key_Right, SHIFT)
    assert view.selected_span() == Span(1, 2)
    qtbot.keyClick(view, Key.Key_Right, SHIFT | CTRL)
    found = view.selected_span()
    assert found is not None and found.of(TEXT).strip() == "aragraph"
    qtbot.keyClick(view, Key.Key_Down, SHIFT)
    longer = view.selected_span()
    assert longer is not None and longer.contains(found) and len(longer) > len(found)
    qtbot.keyClick(view, Key.Key_Escape)
    assert view.selected_span() is None


def test_pages_go_down_and_up(qtbot: QtBot, view: ReaderText) -> None:
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, Key.Key_PageDown)
    first = bar.value()
    assert 300 < first < 500
    qtbot.keyClick(view, Key.Key_Space)
    assert bar.value() == 2 * first
    qtbot.keyClick(view, Key.Key_Space, SHIFT)
    qtbot.keyClick(view, Key.Key_PageUp)
    assert bar.value() == 0
    qtbot.keyClick(view, Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    qtbot.keyClick(view, Key.Key_Home)
    assert bar.value() == 0


def test_a_caret_out_of_sight_comes_to_where_one_reads(qtbot: QtBot, view: ReaderText) -> None:
    view.verticalScrollBar().setValue(900)
    top = view.place_at_top()
    qtbot.keyClick(view, Key.Key_Right)
    assert view._shown.from_qt(view.textCursor().position()) == top + 1
    assert abs(view.verticalScrollBar().value() - 900) < 40


def test_enter_opens_and_closes_the_fold_at_the_caret(qtbot: QtBot, view: ReaderText) -> None:
    text = "3.78 BYN\nText"
    view.show_document(Document("d", text, lines(text), (Noise("ticker", Span(0, 8)),)))
    qtbot.keyClick(view, Key.Key_Return)
    assert view.document().firstBlock().text() == "3.78 BYN"
    qtbot.keyClick(view, Key.Key_Enter)
    assert view.document().firstBlock().text() == "\ufffc"


class _Window(QWidget):
    """Takes what the view leaves."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[str] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.taken.append(event.text())


@pytest.mark.parametrize("key", ["s", "S", "1", "?", "j", "["])
def test_single_keys_are_left_to_the_window(qtbot: QtBot, theme: Theme, key: str) -> None:
    window = _Window()
    qtbot.addWidget(window)
    view = ReaderText(theme, window)
    qtbot.keyClicks(view, key)
    assert window.taken == [key]
    override = QKeyEvent(QEvent.Type.ShortcutOverride, ord(key.upper()), Qt.KeyboardModifier.NoModifier, key)
    override.ignore()
    QApplication.sendEvent(view, override)
    assert not override.isAccepted()

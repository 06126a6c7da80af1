from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
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


NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
PROSE = "Mr. Berg came 😀 late. He left.\n\nNobody else did. “Why?” asked Ann."


def test_sentences_and_paragraphs_are_walked_and_selected(qtbot: QtBot, view: ReaderText) -> None:
    view.show_document(Document("p", PROSE, lines(PROSE)))
    second, third, fourth = (PROSE.index(word) for word in ("He", "Nobody", "“Why"))
    for key, modifier, place in (
        (Key.Key_Down, ALT, second), (Key.Key_Down, ALT, third), (Key.Key_Up, ALT, second),
        (Key.Key_Up, CTRL, 0), (Key.Key_Down, CTRL, third), (Key.Key_Down, ALT, fourth),
    ):  # fmt: skip
        qtbot.keyClick(view, key, modifier)
        assert view.caret == place
        assert view.selected_span() is None
    qtbot.keyClick(view, Key.Key_Down, ALT | SHIFT)
    assert view.selected_span() == Span(fourth, len(PROSE))
    qtbot.keyClick(view, Key.Key_Home)
    view.put_caret(0)
    qtbot.keyClick(view, Key.Key_Down, ALT | SHIFT)
    assert view.selected_span() == Span(0, PROSE.index(" He"))
    qtbot.keyClick(view, Key.Key_Down, CTRL | SHIFT)
    assert view.selected_span() == Span(0, PROSE.index("\n"))
    qtbot.keyClick(view, Key.Key_Up, CTRL | SHIFT)
    assert view.selected_span() is None


def test_a_selection_grows_and_shrinks_around_its_beginning(view: ReaderText) -> None:
    view.show_document(Document("p", PROSE, lines(PROSE)))
    view.put_caret(PROSE.index("left"))
    said = []
    for act in (view.widen_selection, view.widen_selection, view.widen_selection):
        act()
        span = view.selected_span()
        said.append(span.of(PROSE) if span else "")
    assert said == ["He left.", PROSE.partition("\n")[0], PROSE.partition("\n")[0]]
    view.narrow_selection()
    assert view.selected_span() == Span(PROSE.index("He"), PROSE.index("\n"))
    view.narrow_selection()
    found = view.selected_span()
    assert found is not None and found.of(PROSE) == "left"
    view.narrow_selection()
    assert view.selected_span() is None
    assert view.caret == PROSE.index("left")


def test_more_clicks_select_more(qtbot: QtBot, view: ReaderText) -> None:
    view.show_document(Document("p", PROSE, lines(PROSE)))
    view.put_caret(PROSE.index("left") + 1)
    place, port, button = QPointF(view.cursorRect().center()), view.viewport(), Qt.MouseButton.LeftButton
    press, double, release = (
        QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease,
    )  # fmt: skip
    seen = []
    for number, kind in enumerate((press, double, press, double)):
        for each, after in ((kind, 0), (release, 30)):
            event = QMouseEvent(each, place, port.mapToGlobal(place), button, button, NONE)
            event.setTimestamp(1000 + 100 * number + after)
            QApplication.sendEvent(port, event)
        span = view.selected_span()
        seen.append(span.of(PROSE) if span else "")
    assert seen == ["", "left", "He left.", PROSE.partition("\n")[0]]


def test_the_caret_is_seen_while_the_reader_has_the_keyboard(view: ReaderText) -> None:
    """Qt paints a caret where text can be selected by keys; a wide one is found in the picture."""
    view.put_caret(5)
    assert view.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert view.cursorWidth() >= 2
    assert view.viewport().rect().contains(view.cursorRect())


def test_the_beginning_of_the_text_is_the_top_of_the_page(qtbot: QtBot, view: ReaderText) -> None:
    qtbot.keyClick(view, Key.Key_End, CTRL)
    assert view.verticalScrollBar().value() > 0
    qtbot.keyClick(view, Key.Key_Home, CTRL)
    assert (view.caret, view.verticalScrollBar().value()) == (0, 0)

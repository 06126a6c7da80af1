"""Writing a sentence with citations in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from briefreader.domain.outline import CITED
from briefreader.ui.adding import Wanted, dragged
from briefreader.ui.theme import Theme
from briefreader.ui.views.words_field import WordsField


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> WordsField:
    made = WordsField(theme, "Words")
    qtbot.addWidget(made)
    made.resize(400, 60)
    made.show()
    return made


def test_what_is_typed_is_told_with_the_citations_that_are_left(qtbot: QtBot, field: WordsField) -> None:
    field.set_words(f"One{CITED} and 𝄞 two{CITED}.", ["A 1", "B 2"])
    assert field.words() == (f"One{CITED} and 𝄞 two{CITED}.", (0, 1))
    field.put_caret(4)
    told: list[tuple[str, object]] = []
    field.written.connect(lambda text, kept: told.append((text, kept)))
    qtbot.keyClick(field, Qt.Key.Key_Backspace)  # takes the first citation out
    qtbot.keyClicks(field, "!")
    field.flush()
    assert told == [(f"One! and 𝄞 two{CITED}.", (1,))]
    field.flush()
    assert len(told) == 1


def test_places_are_code_points(field: WordsField) -> None:
    field.set_words("𝄞𝄞 a", [])
    field.put_caret(3)
    assert (field.caret, field.textCursor().position()) == (3, 5)


def test_a_citation_is_never_pasted_or_copied(field: WordsField) -> None:
    data = QMimeData()
    data.setText(f"a{CITED}b\r\nc")
    field.insertFromMimeData(data)
    assert field.words() == ("ab\nc", ())
    field.set_words(f"a{CITED}b", ["A 1"])
    field.selectAll()
    field.copy()
    assert QGuiApplication.clipboard().text() == "ab"


def test_enter_backspace_and_arrows_leave_the_sentence(qtbot: QtBot, field: WordsField) -> None:
    told: list[object] = []
    field.entered.connect(lambda: told.append("enter"))
    field.emptied.connect(lambda: told.append("emptied"))
    field.stepped.connect(told.append)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert told == ["enter", "emptied", -1, 1]
    qtbot.keyClicks(field, "word")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert told[4:] == []
    assert field.words()[0] == "wor"


def test_a_click_on_a_citation_tells_which(qtbot: QtBot, field: WordsField) -> None:
    field.set_words(f"{CITED}{CITED} words", ["First 1", "Second 2"])
    with qtbot.waitSignal(field.citation_clicked) as clicked:
        qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(25, 16))
    assert clicked.args == [0]
    assert field.citation_at(QPointF(390, 16)) == -1


def test_a_passage_dropped_into_the_words_is_told_with_its_place(qtbot: QtBot, field: WordsField) -> None:
    field.set_words("Trade grew.", [])
    wanted = (Wanted("passage", "a", "", 0, 9),)
    data = dragged(wanted, "x")
    event = QDropEvent(
        QPointF(398, 12), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    with qtbot.waitSignal(field.dropped) as dropped:
        field.dropEvent(event)
    assert dropped.args == [wanted, 11]
    assert field.words()[0] == "Trade grew."


def test_it_is_as_high_as_its_words(field: WordsField) -> None:
    low = field.height()
    field.set_words("many words " * 40, [])
    assert field.height() > 3 * low

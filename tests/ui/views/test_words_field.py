"""Writing a sentence with citations in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from briefreader.domain.outline import CITED
from briefreader.ui.adding import Wanted, dragged
from briefreader.ui.cited_words import cited_words_in
from briefreader.ui.theme import Theme
from briefreader.ui.views.words_field import WordsField
from ui.briefs import passage


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


def test_words_that_come_while_something_is_typed_take_nothing_of_it(qtbot: QtBot, field: WordsField) -> None:
    field.set_words("Trade", [])
    field.put_caret(5)
    told: list[str] = []
    field.written.connect(lambda text, _kept: told.append(text))
    qtbot.keyClicks(field, " grew")
    field.set_words("Trade", [])  # as when a check has ended
    qtbot.keyClicks(field, ".")
    field.flush()
    assert told == ["Trade grew."]
    assert field.words()[0] == "Trade grew."


def test_words_that_waited_are_shown_when_nothing_was_typed_in_the_end(
    qtbot: QtBot, field: WordsField
) -> None:
    field.set_words("Trade", [])
    field.put_caret(5)
    qtbot.keyClicks(field, "s")
    field.set_words("Trade grew", [])
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    field.flush()
    assert field.words()[0] == "Trade grew"


@pytest.fixture
def citing(field: WordsField) -> WordsField:
    field.takes_citations = True
    field.set_words(f"One{CITED} and 𝄞 two{CITED}.", ["A 1", "B 2"], [passage(0), passage(1)])
    return field


def test_citations_are_pasted_within_a_sentence_and_into_another(
    qtbot: QtBot, citing: WordsField, theme: Theme
) -> None:
    told: list[tuple[str, object]] = []
    citing.written.connect(lambda text, kept: told.append((text, kept)))
    citing.selectAll()
    data = citing.createMimeDataFromSelection()
    assert data.text() == "One and 𝄞 two."
    citing.put_caret(0)
    citing.insertFromMimeData(data)
    assert told[-1] == (
        f"One{CITED} and 𝄞 two{CITED}.One{CITED} and 𝄞 two{CITED}.", (passage(0), passage(1), 0, 1)
    )  # fmt: skip
    other = WordsField(theme, "Other")
    qtbot.addWidget(other)
    other.takes_citations = True
    other.written.connect(lambda text, kept: told.append((text, kept)))
    other.insertFromMimeData(data)
    assert told[-1] == (f"One{CITED} and 𝄞 two{CITED}.", (passage(0), passage(1)))
    other.set_words(told[-1][0], ["A 1", "B 2"], [passage(0), passage(1)])
    assert other.words() == (told[-1][0], (0, 1))


def test_a_part_is_copied_with_its_citation_alone(qtbot: QtBot, citing: WordsField) -> None:
    cursor = citing.textCursor()
    cursor.setPosition(5)
    cursor.movePosition(cursor.MoveOperation.End, cursor.MoveMode.KeepAnchor)
    citing.setTextCursor(cursor)
    copied = cited_words_in(citing.createMimeDataFromSelection())
    assert copied is not None
    assert (copied.text, copied.labels, copied.passages) == (f"and 𝄞 two{CITED}.", ("B 2",), (passage(1),))
    citing.cut()
    citing.put_caret(0)
    citing.paste()
    assert citing.words()[0] == f"and 𝄞 two{CITED}.One{CITED} "


def test_where_nothing_can_be_cited_only_the_words_are_pasted(citing: WordsField) -> None:
    citing.selectAll()
    data = citing.createMimeDataFromSelection()
    citing.takes_citations = False
    citing.set_words("", [])
    citing.insertFromMimeData(data)
    assert citing.words() == ("One and 𝄞 two.", ())

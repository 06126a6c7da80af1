"""Notes beside the text: level with their passages, edited in place, nothing lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefreader.domain.fact import Analysis
from briefreader.domain.text import Span
from briefreader.library import annotating
from briefreader.library.workspace import Workspace
from briefreader.ui.dialogs.passage import PassageDialog
from briefreader.ui.views.margin_note import MarginNote
from briefreader.ui.views.margin_notes import LEAST, MarginNotes
from briefreader.ui.window import Window
from ui.articles import article

LINE = "Anna Berg said that trade grew in all parts of the country.\n"
TEXT = LINE * 200
SPANS = (
    Span(0, 9),
    Span(15, 19),
    Span(len(LINE) * 6, len(LINE) * 6 + 9),
    Span(len(LINE) * 150, len(LINE) * 150 + 9),
)


@pytest.fixture
def window(window: Window) -> Window:
    """Return the window over a long article with notes."""

    def add(workspace: Workspace) -> object:
        document = article("long", "A long text", "2025-12-30", text=TEXT)
        return workspace.store.add([Analysis(document, ())], "test/1")

    corpus = window.corpus
    corpus.jobs.call(add, done=corpus.imported)
    corpus.jobs.drain()
    corpus.open_document("long")
    corpus.jobs.drain()
    notes = ("First **note**", "Second " * 40, "Third", "Far below")
    for span, note in zip(SPANS, notes, strict=True):
        edit = annotating.annotate(corpus.opened.document, None, span, annotating.now(), note=note)
        corpus.apply([edit], "note")
    corpus.jobs.drain()
    return window


@pytest.fixture
def wide(window: Window, qtbot: QtBot) -> MarginNotes:
    """Return the notes of a window whose reader has a margin for them."""
    for name in ("show_sources", "show_panel"):
        window.action(name).setChecked(False)
    window.resize(1440, 900)
    window.reader.set_typography(replace(window.settings, text_size=16, measure=400))
    qtbot.waitUntil(lambda: len(window.margin_notes.cards) >= 3)
    return window.margin_notes


@pytest.fixture
def narrow(window: Window, qtbot: QtBot) -> MarginNotes:
    """Return the notes of a window whose reader has no margin for them."""
    window.reader.set_typography(replace(window.settings, text_size=16, measure=1000))
    qtbot.wait(20)
    window.reader.text.viewport().repaint()
    return window.margin_notes


def note(notes: MarginNotes, words: str) -> MarginNote:
    return next(card for card in notes.cards if card.annotation.note.startswith(words))


def stored(window: Window) -> list[str]:
    window.corpus.jobs.drain()
    return sorted(each.note for each in window.corpus.opened.annotations)


def test_each_stands_level_with_its_passage_and_none_over_another(wide: MarginNotes, window: Window) -> None:
    text = window.reader.text
    first, second, third = wide.cards
    assert first.y() == round(text.line_top(SPANS[0].start)) - text.verticalScrollBar().value()
    assert third.y() == round(text.line_top(SPANS[2].start)) or third.y() >= second.geometry().bottom()
    for one, other in ((first, second), (second, third)):
        assert not one.geometry().intersects(other.geometry())
    assert all(card.x() > text.column_right and card.width() >= LEAST for card in wide.cards)
    assert all(card.geometry().right() < text.viewport().width() for card in wide.cards)


def test_they_scroll_with_the_text_and_only_those_near_have_cards(
    wide: MarginNotes, window: Window, qtbot: QtBot
) -> None:
    before = note(wide, "First").y()
    bar = window.reader.text.verticalScrollBar()
    bar.setValue(bar.value() + 10)
    assert note(wide, "First").y() == before - 10
    window.reader.text.go_to(SPANS[3], False)
    qtbot.waitUntil(lambda: [card.annotation.note for card in wide.cards] == ["Far below"])
    assert len(wide._cards) == 1


def test_a_note_is_edited_in_place_and_undone(wide: MarginNotes, window: Window, qtbot: QtBot) -> None:
    card = note(wide, "Third")
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert card.field is not None and card.field.toPlainText() == "Third"
    card.field.setPlainText("Third, again")
    qtbot.keyClick(card.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Third, again" in stored(window)
    assert not note(wide, "Third").writing
    assert window.corpus.history.undoText() == "note on passage"
    window.action("undo").trigger()
    assert "Third" in stored(window)


def test_escape_leaves_everything_as_it_was(wide: MarginNotes, window: Window, qtbot: QtBot) -> None:
    card = note(wide, "Third")
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert card.field is not None
    card.field.setPlainText("no")
    steps = window.corpus.history.count()
    qtbot.keyClick(card.field, Qt.Key.Key_Escape)
    assert not card.writing
    assert "Third" in stored(window) and window.corpus.history.count() == steps


def test_what_is_written_is_stored_when_another_article_comes(wide: MarginNotes, window: Window) -> None:
    card = note(wide, "Third")
    card.edit()
    assert card.field is not None
    card.field.setPlainText("half a thou")
    window.corpus.open_document("a")
    window.corpus.jobs.drain()
    assert wide.cards == []
    window.corpus.open_document("long")
    window.corpus.jobs.drain()
    assert "half a thou" in stored(window)


def test_what_is_being_written_stays_in_view(wide: MarginNotes, window: Window, qtbot: QtBot) -> None:
    note(wide, "Third").edit()
    window.reader.text.go_to(SPANS[3], False)
    qtbot.wait(20)
    card = note(wide, "Third")
    assert card.writing
    assert window.reader.text.viewport().rect().contains(card.geometry())


def test_what_the_store_refuses_comes_back_to_the_writer(wide: MarginNotes, window: Window) -> None:
    from briefreader.ui.dialogs.passage import PassageDialog

    card = note(wide, "Third")
    gone = card.annotation
    window.corpus.jobs.call(
        lambda workspace: workspace.store.apply([annotating.amend(gone, "x", note="other")])
    )
    window.corpus.jobs.drain()
    card.edit()
    assert card.field is not None
    card.field.setPlainText("mine")
    card.save()
    window.corpus.jobs.drain()
    window.corpus.jobs.drain()
    dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, PassageDialog)]
    assert [each.words().note for each in dialogs if each.isVisible()] == ["mine"]


def test_a_screen_reader_is_told_what_the_card_is(wide: MarginNotes) -> None:
    card = note(wide, "First")
    assert card.accessibleName() == "Note: First note – “Anna Berg”"
    assert card.focusPolicy() == Qt.FocusPolicy.StrongFocus


def sign(window: Window, span: Span) -> QPoint:
    """Return where the sign of a note stands."""
    scene = window.reader.text._scene
    signs = [each for each in scene.glyphs if each.style == "note"]
    glyph = next(each for each in signs if any(mark.span == span for mark in each.marks))
    top = window.reader.text.verticalScrollBar().value()
    return (glyph.rect.center()).toPoint() - QPoint(0, top)


def test_without_room_the_sign_opens_the_note(narrow: MarginNotes, window: Window, qtbot: QtBot) -> None:
    assert narrow.cards == []
    view = window.reader.text.viewport()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=sign(window, SPANS[2]))
    (card,) = narrow.cards
    assert card.annotation.note == "Third" and not card.writing
    assert view.rect().contains(card.geometry())
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert card.writing
    card.field.setPlainText("Third, here")
    card.save()
    assert "Third, here" in stored(window)
    assert narrow.cards == []


def test_a_click_beside_it_closes_what_the_sign_has_opened(
    narrow: MarginNotes, window: Window, qtbot: QtBot
) -> None:
    view = window.reader.text.viewport()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=sign(window, SPANS[2]))
    assert len(narrow.cards) == 1
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(40, 5))
    assert narrow.cards == []


def writing(notes: MarginNotes) -> list[MarginNote]:
    return [card for card in notes.cards if card.writing]


def dialogs() -> list[PassageDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, PassageDialog)]


def test_n_writes_on_a_selection_in_the_margin_and_it_is_undone(
    wide: MarginNotes, window: Window, qtbot: QtBot
) -> None:
    window.reader.text.select(Span(len(LINE) * 3, len(LINE) * 3 + 9))
    window.action("note").trigger()
    (card,) = writing(wide)
    assert card.field is not None and card.field.toPlainText() == ""
    assert abs(card.y() - window.reader.text.line_top(len(LINE) * 3)) < 300 and not dialogs()
    card.field.setPlainText("Which Anna?")
    qtbot.keyClick(card.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Which Anna?" in stored(window)
    assert not writing(wide) and note(wide, "Which Anna?")
    assert window.corpus.history.undoText() == "note on passage"
    window.action("undo").trigger()
    assert "Which Anna?" not in stored(window)


def test_n_on_a_mark_edits_its_note_or_begins_one(wide: MarginNotes, window: Window, qtbot: QtBot) -> None:
    text = window.reader.text
    text.put_caret(SPANS[0].start + 2)
    window.action("note").trigger()
    (card,) = writing(wide)
    assert card.field is not None and card.field.toPlainText() == "First **note**"
    qtbot.keyClick(card.field, Qt.Key.Key_Escape)
    span = Span(len(LINE) * 4, len(LINE) * 4 + 9)
    text.select(span)
    window.marking.highlight("red")
    window.action("note").trigger()
    (card,) = writing(wide)
    assert card.field is not None
    card.field.setPlainText("Red")
    card.save()
    window.corpus.jobs.drain()
    found = window.corpus.opened.annotation_on(span)
    assert found is not None and (found.colour, found.note) == ("red", "Red")


def test_an_unwritten_note_goes_without_a_trace(wide: MarginNotes, window: Window, qtbot: QtBot) -> None:
    before = stored(window)
    for leave in ("escape", "click"):
        window.reader.text.select(Span(len(LINE) * 3, len(LINE) * 3 + 9))
        window.action("note").trigger()
        (card,) = writing(wide)
        assert card.field is not None
        if leave == "escape":
            card.field.setPlainText("Never mind")
            qtbot.keyClick(card.field, Qt.Key.Key_Escape)
        else:
            qtbot.mouseClick(window.reader.text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(120, 200))
        assert not writing(wide) and stored(window) == before


def test_a_new_note_is_kept_when_another_is_begun_or_the_article_goes(
    wide: MarginNotes, window: Window, qtbot: QtBot
) -> None:
    for line, words in ((3, "One"), (4, "Two")):
        window.reader.text.select(Span(len(LINE) * line, len(LINE) * line + 9))
        window.action("note").trigger()
        (card,) = writing(wide)
        assert card.field is not None
        card.field.setPlainText(words)
    assert "One" in stored(window)
    window.corpus.open_document("a")
    window.corpus.jobs.drain()
    window.corpus.open_document("long")
    assert {"One", "Two"} <= set(stored(window))


def test_without_room_n_asks_in_a_window(narrow: MarginNotes, window: Window, qtbot: QtBot) -> None:
    window.reader.text.select(Span(len(LINE) * 3, len(LINE) * 3 + 9))
    window.action("note").trigger()
    window.corpus.jobs.drain()
    assert not writing(narrow) and len(dialogs()) == 1
    dialogs()[0].reject()

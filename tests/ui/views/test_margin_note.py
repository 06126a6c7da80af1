"""One card with a note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import Annotation
from briefreader.domain.text import Anchor, Span
from briefreader.ui.theme import Theme
from briefreader.ui.views.margin_note import MarginNote

ANNOTATION = Annotation("1", "a", Anchor.on("some words", Span(0, 4)), colour="red", note="**One** & two")


def made(theme: Theme, qtbot: QtBot) -> MarginNote:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(300, 300)
    parent.show()
    card = MarginNote(ANNOTATION, theme, parent)
    card.setGeometry(0, 0, 200, 100)
    card.show()
    card.kept = parent  # type: ignore[attr-defined]
    return card


def test_it_asks_for_the_height_that_its_note_needs(theme: Theme, qtbot: QtBot) -> None:
    card = made(theme, qtbot)
    assert 0 < card.height_for(200) < card.height_for(60)
    card.edit()
    assert card.height_for(200) > 100


def test_it_tells_what_was_written_only_if_it_is_other(theme: Theme, qtbot: QtBot) -> None:
    card = made(theme, qtbot)
    told: list[str] = []
    card.saved.connect(told.append)
    card.edit()
    card.save()
    assert told == [] and not card.writing
    card.edit("typed before")
    assert card.field is not None
    qtbot.keyClick(card.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told == ["typed before"]


def test_its_look_follows_the_colour_of_the_mark(theme: Theme, qtbot: QtBot) -> None:
    red = made(theme, qtbot).grab().toImage().pixelColor(2, 50)
    assert red.red() > red.green() + 50

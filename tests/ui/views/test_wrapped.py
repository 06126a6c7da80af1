"""Words are shown as they are written, as high as their width asks for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefreader.domain.text import Span
from briefreader.ui.theme import Theme
from briefreader.ui.views.wrapped import WrappedLabel, heading_font


def test_it_is_higher_where_it_is_narrower(theme: Theme, qtbot: QtBot) -> None:
    label = WrappedLabel(theme, lambda: theme.font("text"))
    qtbot.addWidget(label)
    label.say("words of a passage " * 20)
    assert label.heightForWidth(200) > 2 * label.heightForWidth(600)
    short = WrappedLabel(theme, lambda: theme.font("text"), most=2)
    qtbot.addWidget(short)
    short.say("words of a passage " * 20)
    assert short.heightForWidth(200) < label.heightForWidth(200)


def test_its_height_follows_the_words_and_the_size_of_the_text(theme: Theme, qtbot: QtBot) -> None:
    label = WrappedLabel(theme, lambda: theme.font("text"))
    qtbot.addWidget(label)
    heights = []
    for words in ("a few", "words of a passage " * 20):
        label.say(words)
        heights.append(label.heightForWidth(300))
    theme.dress_text(2.0, "serif")
    theme.apply()
    heights.append(label.heightForWidth(300))
    assert heights == sorted(set(heights))


def test_a_layout_gives_it_its_height_also_after_it_says_something(theme: Theme, qtbot: QtBot) -> None:
    label = WrappedLabel(theme, lambda: theme.font("text"))
    qtbot.addWidget(label)
    for words in ("a few", "words of a passage " * 20):
        label.say(words)
        assert label.hasHeightForWidth()


def test_words_are_never_markup_and_are_heard(theme: Theme, qtbot: QtBot) -> None:
    label = WrappedLabel(theme, lambda: heading_font(theme))
    qtbot.addWidget(label)
    label.say("<b>bold</b>", (Span(3, 7),))
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == label.accessibleName() == "<b>bold</b>"
    label.resize(200, 40)
    plain = WrappedLabel(theme, lambda: heading_font(theme))
    qtbot.addWidget(plain)
    plain.say("<b>bold</b>")
    plain.resize(200, 40)
    assert label.grab().toImage() != plain.grab().toImage()

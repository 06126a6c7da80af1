"""The window that asks for note and tags."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefreader.ui.dialogs.passage import PassageDialog, PassageWords


def test_markup_in_a_passage_is_shown_as_it_is(qtbot: QtBot) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QLabel

    dialog = PassageDialog("<b>bold</b> & more", PassageWords("", ()), [], tags_first=False)
    qtbot.addWidget(dialog)
    shown = next(label for label in dialog.findChildren(QLabel) if label.text() == "<b>bold</b> & more")
    assert shown.textFormat() == Qt.TextFormat.PlainText


def test_what_was_there_is_offered_and_kept(qtbot: QtBot) -> None:
    words = PassageWords("A note\nof two lines", ("army", "trade"))
    dialog = PassageDialog("passage", words, ["army"], tags_first=True)
    qtbot.addWidget(dialog)
    assert dialog.words() == words


def test_a_long_passage_is_cut(qtbot: QtBot) -> None:
    dialog = PassageDialog("word " * 500, PassageWords("", ()), [], tags_first=False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.height() < 600


def test_tags_that_are_not_touched_stay_as_they_were(qtbot: QtBot) -> None:
    given = PassageWords("A note", ("b", "#a", "a, or so"))
    dialog = PassageDialog("quoted", given, (), tags_first=False)
    qtbot.addWidget(dialog)
    assert dialog.words() == given

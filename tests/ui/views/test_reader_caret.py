"""The caret on a blank line."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefreader.domain.document import Document, lines
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_text import ReaderText

TEXT = "One line.\n\nAnother line."


def test_on_a_blank_line_it_is_as_high_as_a_letter_while_it_has_the_keyboard(
    theme: Theme, qtbot: QtBot
) -> None:
    view = ReaderText(theme)
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show_document(Document("d", TEXT, lines(TEXT)))
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.put_caret(3)
    assert view._caret.rect(18).isEmpty()
    view.put_caret(10)
    assert view.cursorRect().height() < 18
    tall = view._caret.rect(18)
    assert tall.height() == 18 and tall.intersects(view.cursorRect())
    ink = theme.colour("text").rgb()
    grown = view.viewport().grab().toImage()
    assert {grown.pixel(tall.x(), y) for y in range(tall.top() + 1, tall.bottom())} == {ink}
    view.clearFocus()
    assert view._caret.rect(18).isEmpty()

"""What keys do in the reader: a caret that selects, scrolling, and folds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from briefreader.domain.sentences import step

if TYPE_CHECKING:
    from briefreader.ui.views.reader_text import ReaderText

_LINES = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Right, *_LINES)


def press(view: ReaderText, event: QKeyEvent) -> bool:
    """Do what a key asks for; False if the text browser should see to it.

    Home, End, Page Up and Page Down move the page; with Shift they select, as the arrows do. Up and
    Down go by sentences with Alt and by paragraphs with Ctrl.
    """
    key = event.key()
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key in _MOVES:
        view.bring_caret()
        return key in _LINES and _step(view, event)
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
        return view.toggle_fold_at_caret()
    if key == Qt.Key.Key_Escape and plain and view.textCursor().hasSelection():
        _drop_selection(view)
        return True
    if plain and key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
        return view.page_down()
    if (plain and key == Qt.Key.Key_PageUp) or (shift and key == Qt.Key.Key_Space):
        view.page_up()
        return True
    if plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        bar = view.verticalScrollBar()
        if key == Qt.Key.Key_End:
            view.document().documentLayout().documentSize()  # lay out to the end, so that there is one
        bar.setValue(bar.maximum() if key == Qt.Key.Key_End else 0)
        return True
    if key == Qt.Key.Key_Home and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        view.verticalScrollBar().setValue(0)  # Qt would stop where the caret is just in view
    return False


def _step(view: ReaderText, event: QKeyEvent) -> bool:
    """Move by sentences with Alt, by paragraphs with Ctrl; with Shift, select to where one ends."""
    modifiers = event.modifiers()
    by = modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    if by not in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        return False
    forward = event.key() == Qt.Key.Key_Down
    selects = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    paragraphs = by == Qt.KeyboardModifier.ControlModifier
    view.move_caret(step(view.words, view.caret, forward, forward and selects, paragraphs), selects)
    return True


def _drop_selection(view: ReaderText) -> None:
    cursor = view.textCursor()
    cursor.setPosition(cursor.position(), QTextCursor.MoveMode.MoveAnchor)
    view.setTextCursor(cursor)

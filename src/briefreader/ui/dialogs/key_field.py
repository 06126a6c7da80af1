"""A field that takes the next key that is pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from briefreader.i18n import _

_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr,
         Qt.Key.Key_unknown, Qt.Key(0))  # fmt: skip
_LEAVING = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class KeyField(QLineEdit):
    """Waits for a key while it has the keyboard; Tab and Esc leave it as everywhere."""

    pressed = Signal(str)
    """The key, as a QKeySequence writes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setPlaceholderText(_("Press the new key here"))
        self.setAccessibleName(_("Press the new key here"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def event(self, event: QEvent) -> bool:  # noqa: D102
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut is carried out: it is what is asked for
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key with what is held beside it."""
        if event.key() in _HELD:
            return
        if event.key() in _LEAVING:
            event.ignore()
            return
        self.pressed.emit(sequence_of(event).toString())


def sequence_of(event: QKeyEvent) -> QKeySequence:
    """Return a key as a shortcut: of "?" the Shift that types it is no part."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text, key = event.text(), event.key()
    types_a_sign = len(text) == 1 and text.isprintable() and not text.isalnum() and not text.isspace()
    if types_a_sign and held == Qt.KeyboardModifier.ShiftModifier:
        held = Qt.KeyboardModifier.NoModifier
    return QKeySequence(int(held.value) | int(key))

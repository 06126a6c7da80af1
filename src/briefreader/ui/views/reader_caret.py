"""The caret on a blank line, which is so low that Qt's own can hardly be seen there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from briefreader.ui.theme import Theme


class TallCaret(QObject):
    """Paints a caret as high as a letter over a blank line, as long as the text has the keyboard.

    It does not blink: Qt does not tell when its own does.
    """

    def __init__(self, text: QTextEdit, theme: Theme) -> None:
        super().__init__(text)
        self._text = text
        self._theme = theme
        self._last = QRect()
        text.cursorPositionChanged.connect(self._moved)
        text.installEventFilter(self)

    def rect(self, height: int) -> QRect:
        """Return where the caret is to be painted in the view; an empty rectangle where Qt's own will do."""
        cursor = self._text.textCursor()
        if not self._text.hasFocus() or cursor.hasSelection() or cursor.block().text().strip():
            return QRect()
        own = self._text.cursorRect()
        if own.height() >= height:
            return QRect()
        return QRect(own.x(), own.center().y() - height // 2, self._text.cursorWidth(), height)

    def paint(self, painter: QPainter, height: int) -> None:
        """Paint the caret, if there is anything to paint; the painter's origin is the view's."""
        self._last = self.rect(height)
        if not self._last.isEmpty():
            painter.fillRect(self._last, self._theme.colour("text"))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Come and go with the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._moved()
        return False

    def _moved(self) -> None:
        """Paint anew where the caret was and where it is; Qt does so for its own only."""
        if not self._last.isEmpty() or not self._text.textCursor().block().text().strip():
            self._text.viewport().update()

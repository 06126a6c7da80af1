"""A verdict or decision as a badge: shape, word and colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from briefreader.ui.delegates.signs import badge_size, paint_badge
from briefreader.ui.theme import Theme


class Badge(QLabel):
    """Painted by itself; to assistive technology it is a label with the word."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = "single"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def say(self, sign: str, words: str) -> None:
        """Show a sign and its word; without a word nothing is shown."""
        self._sign = sign or self._sign
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: D102
        wide, tall = badge_size(self._theme, self.text())
        return QSize(round(wide + 1), round(tall + 0.5))

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_badge(painter, self._theme, QPointF(0, 0), self._sign, self.text(), self.width())

"""A label of one line that is cut with an ellipsis where it does not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """Shows as much of its words as there is room for; all of them stand in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._shorter: tuple[str, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, words: str, *shorter: str) -> None:
        """Show other words; where there is no room for them, the first of ``shorter`` that fits."""
        self._words, self._shorter = words, shorter
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, room = self.fontMetrics(), max(0, self.width())
        offers = (self._words, *self._shorter)
        words = next((each for each in offers if metrics.horizontalAdvance(each) <= room), offers[-1])
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)

"""A button that Return presses as the space bar does, also outside of dialogs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


class PressButton(QPushButton):
    """Is clicked by Return and Enter while it has the keyboard; Qt does so in dialogs alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Click with Return."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

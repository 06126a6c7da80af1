"""What stands where a list would be while there is nothing to list: why, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from briefreader.ui.views.press_button import PressButton


class Nothing(QWidget):
    """A sentence, and below it a button where there is something to do about it."""

    def __init__(self, action: str, act: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.label.setProperty("role", "muted")
        self.button = PressButton(action, self)
        self.button.clicked.connect(lambda: act())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 44, 28, 28)
        layout.setSpacing(14)
        layout.addWidget(self.label)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout = layout
        layout.addStretch(1)

    def add_button(self, words: str, act: Callable[[], None]) -> QPushButton:
        """Offer something else to do below the first."""
        button = PressButton(words, self)
        button.clicked.connect(lambda: act())
        self._layout.insertWidget(self._layout.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def say(self, words: str, offer: bool = False) -> None:
        """Say why there is nothing, and offer the button or not."""
        self.label.setText(words)
        self.button.setVisible(offer)

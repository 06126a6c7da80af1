"""A box of choices that may be narrower than its words; its list shows them in full."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

_LEAST = 8  # letters
_BESIDE = 32  # px beside the words in the list, a scroll bar among them


class NarrowBox(QComboBox):
    """Asks for a few letters' room and takes what there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST)

    def showPopup(self) -> None:
        """Show the list as wide as its words."""
        words = (self.itemText(n) for n in range(self.count()))
        longest = max(map(self.fontMetrics().horizontalAdvance, words), default=0)
        self.view().setMinimumWidth(longest + _BESIDE)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show that words go on where they do; the style would cut a letter in two."""
        if self.isEditable():
            super().paintEvent(event)
            return
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room - 4)
        option.currentText = words
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

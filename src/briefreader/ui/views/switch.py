"""A check box that is painted as a switch, so that both its states are plain in any theme."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from briefreader.ui.theme import Theme

_WIDE, _TALL, _GAP = 26.0, 14.0, 8


class Switch(QCheckBox):
    """On or off, with words behind it; to assistive technology it is a check box."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: D102
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(round(_WIDE) + _GAP + words.width() + 4, max(words.height(), round(_TALL)) + 6)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(round(_WIDE) + _GAP + 40, self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:  # noqa: D102
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(1.5, (self.height() - _TALL) / 2, _WIDE, _TALL)
        on = self.isChecked()
        live = self.isEnabled()
        colour = self._theme.colour("accent" if on and live else "text.faint")
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour if on else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(track, _TALL / 2, _TALL / 2)
        knob = QPointF(track.right() - _TALL / 2 if on else track.left() + _TALL / 2, track.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface" if on else "text.faint"))
        painter.drawEllipse(knob, 4.2, 4.2)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(self._theme.colour("text" if live else "text.muted"))
        box = QRect(round(_WIDE) + _GAP, 0, self.width() - round(_WIDE) - _GAP, self.height())
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, words)

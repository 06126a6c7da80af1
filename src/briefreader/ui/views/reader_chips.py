"""The chip that stands for a folded stretch: a small rounded label within the line."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from briefreader.ui.theme import SANS, Theme

CHIP = QTextFormat.ObjectTypes.UserObject + 1
"""The object type of a chip's character."""
LABEL = QTextFormat.Property.UserProperty + 3
"""Character property: the words on the chip."""

_PAD = 7.0
_SIGN = 10.0  # room for the plus sign before the words


class Chip(QPyTextObject):
    """Measures and paints chips for Qt's text layout."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def intrinsicSize(self, doc: QTextDocument, _position: int, form: QTextFormat) -> QSizeF:
        """Return the room that a chip takes in its line, in pixels."""
        font = _font(doc)
        metrics = QFontMetricsF(font)
        words = str(form.property(LABEL))
        # The height is that of the body's letters, so that the line keeps its base line.
        body = QFontMetricsF(doc.defaultFont())
        return QSizeF(metrics.horizontalAdvance(words) + 2 * _PAD + _SIGN, body.ascent() + body.descent())

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, _position: int, form: QTextFormat
    ) -> None:
        """Paint the chip: a rounded plate with a plus sign and the words."""
        rect = QRectF(rect)
        font = _font(doc)
        metrics = QFontMetricsF(font)
        body = QFontMetricsF(doc.defaultFont())
        base = rect.bottom() - body.descent()
        top = base - metrics.capHeight() - 5
        plate = QRectF(rect.left() + 1, top, rect.width() - 2, metrics.capHeight() + 10)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("chip"))
        painter.drawRoundedRect(plate, plate.height() / 2, plate.height() / 2)
        painter.setPen(self._theme.colour("chip.text"))
        middle = plate.center().y()
        left = plate.left() + _PAD - 1
        painter.drawLine(QPointF(left, middle), QPointF(left + 6, middle))
        painter.drawLine(QPointF(left + 3, middle - 3), QPointF(left + 3, middle + 3))
        painter.setFont(font)
        painter.drawText(QPointF(left + _SIGN, base), str(form.property(LABEL)))
        painter.restore()


def _font(doc: QTextDocument) -> QFont:
    font = QFont(SANS)
    font.setPixelSize(max(9, round(doc.defaultFont().pixelSize() * 0.66)))
    font.setWeight(QFont.Weight.Medium)
    return font

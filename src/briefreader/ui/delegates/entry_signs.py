"""The remarks below an entry: each a shape and words, side by side as far as there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from briefreader.library.colours import sign as digit_of
from briefreader.ui.inks import ink
from briefreader.ui.models.entries import Sign
from briefreader.ui.theme import Theme

ICON = 14
_GAP, _BETWEEN, _LEADING = 4, 12, 3
_BADGE = QRectF(0, 0, 11, 12)


@dataclass(frozen=True, slots=True)
class Placed:
    """A sign and the rectangle that it takes, from the left upper corner of the signs."""

    sign: Sign
    words: str
    rect: QRectF


def place_signs(signs: Sequence[Sign], theme: Theme, width: float) -> list[Placed]:
    """Set signs out in lines of this width; words too long for a line are elided."""
    metrics = QFontMetricsF(theme.font("small"))
    height = max(metrics.height(), ICON) + _LEADING
    placed: list[Placed] = []
    x = y = 0.0
    for sign in signs:
        room = max(20.0, width - ICON - _GAP)
        words = metrics.elidedText(sign.text, Qt.TextElideMode.ElideRight, room)
        wide = ICON + _GAP + metrics.horizontalAdvance(words)
        if x > 0 and x + wide > width:
            x, y = 0.0, y + height
        placed.append(Placed(sign, words, QRectF(x, y, wide, height)))
        x += wide + _BETWEEN
    return placed


def height_of(placed: Sequence[Placed]) -> float:
    """Return how high the signs are together."""
    return placed[-1].rect.bottom() if placed else 0.0


def draw_signs(painter: QPainter, theme: Theme, placed: Sequence[Placed], corner: QPointF) -> None:
    """Paint signs whose left upper corner is here."""
    painter.setFont(theme.font("small"))
    ratio = painter.device().devicePixelRatio()
    for each in placed:
        rect = each.rect.translated(corner)
        icon = QPointF(rect.left(), rect.top() + (rect.height() - ICON) / 2)
        painter.drawPixmap(icon, theme.pixmap(each.sign.icon, each.sign.role, ICON, ratio))
        painter.setPen(theme.colour(each.sign.role))
        words = rect.adjusted(ICON + _GAP, 0, 2, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, each.words)


def colour_ink(theme: Theme, colour: str) -> QColor:
    """Return a colour of marks, dark or light enough to be seen on the panel."""
    return ink(theme.colour(f"highlight.{colour}"), theme.colour("panel"))


def draw_colour(painter: QPainter, theme: Theme, colour: str, bar: QRectF) -> None:
    """Hang a badge with the digit of a colour of marks on the upper end of an entry's bar."""
    badge = _BADGE.translated(bar.center().x() - _BADGE.width() / 2, bar.top())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour_ink(theme, colour))
    painter.drawRoundedRect(badge, 2.5, 2.5)
    font = theme.font("strong")
    font.setPixelSize(9)
    painter.setFont(font)
    painter.setPen(theme.colour("panel"))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, digit_of(colour))

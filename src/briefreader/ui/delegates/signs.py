"""The signs of the ledger: a shape for each verdict and decision, and the badge that holds it with a word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from briefreader.ui.theme import Theme

ROLES = {
    "differ": "danger", "agree": "success", "rounding": "success", "refines": "accent", "scope": "warning",
    "single": "text.muted", "confirmed": "success", "dismissed": "text.muted", "linked": "accent",
}  # fmt: skip
"""The role of the colour of each sign. Colour is never the only sign: the shapes differ as well."""

_TINT = 22  # of 255: how much of its colour a badge has on its ground
_SIGN = 12.0  # px
_PAD = 7.0


def badge_ground(theme: Theme, sign: str) -> QColor:
    """Return the ground of a badge: the surface with a little of the sign's colour."""
    colour, under = theme.colour(ROLES[sign]), theme.colour("surface")
    share = _TINT / 255
    mixed = [
        round(over * share + below * (1 - share))
        for over, below in zip(
            (colour.red(), colour.green(), colour.blue()),
            (under.red(), under.green(), under.blue()),
            strict=True,
        )
    ]
    return QColor(*mixed)


def badge_size(theme: Theme, words: str) -> tuple[float, float]:
    """Return how wide and how high a badge with these words is."""
    metrics = QFontMetricsF(theme.font("small"))
    return _PAD + _SIGN + 5 + metrics.horizontalAdvance(words) + _PAD, metrics.height() + 4


def paint_badge(
    painter: QPainter, theme: Theme, place: QPointF, sign: str, words: str, room: float = 10_000.0
) -> float:
    """Paint a badge with its upper left corner at a place, no wider than ``room``; return its width."""
    wide, tall = badge_size(theme, words)
    wide = min(wide, room)
    box = QRectF(place.x() + 0.5, place.y() + 0.5, wide - 1, tall - 1)
    colour = theme.colour(ROLES[sign])
    edge = QColor(colour)
    edge.setAlpha(90)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(badge_ground(theme, sign))
    painter.drawRoundedRect(box, tall / 2, tall / 2)
    paint_sign(
        painter, QRectF(box.left() + _PAD - 1, box.center().y() - _SIGN / 2, _SIGN, _SIGN), sign, colour
    )
    font = theme.font("small")
    painter.setFont(font)
    painter.setPen(colour)
    text = box.adjusted(_PAD + _SIGN + 4, 0, -_PAD + 1, 0)
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, text.width() + 1)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return wide


def paint_sign(painter: QPainter, box: QRectF, sign: str, colour: QColor) -> None:
    """Paint the shape of a verdict or decision into a box, in one colour."""
    pen = QPen(colour, max(1.3, box.width() / 8))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 12, box.height() / 12)
    pen.setWidthF(pen.widthF() * 12 / box.width())
    painter.setPen(pen)
    painter.drawPath(_PATHS[sign]())
    if sign == "single":
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(6, 6), 1.6, 1.6)
    painter.restore()


def _lines(*strokes: tuple[float, ...]) -> QPainterPath:
    path = QPainterPath()
    for stroke in strokes:
        path.moveTo(stroke[0], stroke[1])
        for n in range(2, len(stroke), 2):
            path.lineTo(stroke[n], stroke[n + 1])
    return path


def _waves() -> QPainterPath:
    path = QPainterPath()
    for y in (4.2, 8.2):
        path.moveTo(1.8, y + 0.8)
        path.cubicTo(4, y - 2, 7.6, y + 2.6, 10.2, y - 0.6)
    return path


def _apart() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(3.1, 6), 2.1, 2.1)
    path.addEllipse(QPointF(9.1, 6), 2.1, 2.1)
    return path


def _chain() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(0.8, 4, 6, 4), 2, 2)
    path.addRoundedRect(QRectF(5.2, 4, 6, 4), 2, 2)
    return path


_EQUAL = ((2.2, 4.4, 9.8, 4.4), (2.2, 7.8, 9.8, 7.8))
_PATHS = {
    "differ": lambda: _lines(*_EQUAL, (8.2, 1.4, 3.8, 10.8)),
    "agree": lambda: _lines(*_EQUAL),
    "rounding": _waves,
    "refines": lambda: _lines((1.6, 6, 10.2, 6), (7.2, 3, 10.2, 6, 7.2, 9)),
    "scope": _apart,
    "single": QPainterPath,
    "confirmed": lambda: _lines((2.2, 6.4, 4.9, 9.2, 10, 3.2)),
    "dismissed": lambda: _lines((3, 3, 9, 9), (9, 3, 3, 9)),
    "linked": _chain,
}

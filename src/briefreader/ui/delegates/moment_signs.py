"""The signs of the timeline: a dot for a day, a bar with soft ends for what is known less exactly.

A full sign has happened, a hatched and dashed one is inferred, a hollow one lies ahead, and a hollow one
that is struck through was called off.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen

from briefreader.ui.theme import Theme

LANE_ROLES = {"published": "mark.date", "event": "mark.event", "as of": "mark.place"}
RADIUS = 4.0  # px: of a dot
BAR = 11.0  # px: how tall a bar is
_SOFT = 14.0  # px: how long the soft end of a bar is at most
_PALE = 0.3
_HATCH = 4


def paint_dot(painter: QPainter, theme: Theme, lane: str, look: str, centre: QPointF) -> None:
    """Paint the sign of a single day."""
    colour = theme.colour(LANE_ROLES[lane])
    pen = QPen(colour, 1.4)
    if look == "inferred":
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2.3, 1.55])
    painter.setPen(pen)
    if look == "plain":
        painter.setBrush(colour)
    elif look == "inferred":
        painter.setBrush(faded(colour, _PALE))
    else:
        painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(centre, RADIUS, RADIUS)
    if look == "cancelled":
        reach = RADIUS + 1.5
        painter.drawLine(centre + QPointF(-reach, reach), centre + QPointF(reach, -reach))


def paint_bar(painter: QPainter, theme: Theme, lane: str, look: str, box: QRectF, firm: bool = False) -> None:
    """Paint the sign of a longer stretch; ``firm`` says that its two ends are stated days."""
    colour = theme.colour(LANE_ROLES[lane])
    soft = min(_SOFT, box.width() / 3) / max(box.width(), 1)
    if look == "plain":
        painter.fillRect(box, QBrush(_fading(colour, box, soft, 0.42)))
    else:
        painter.fillRect(box, QBrush(_fading(theme.colour("surface"), box, soft, 1.0)))
    if look == "inferred":
        _hatch(painter, colour, box)
    if look != "plain":
        pen = QPen(QBrush(_fading(colour, box, soft, 1.0, 0.4)), 1.3)
        if look == "inferred":
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLines(
            [QLineF(box.topLeft(), box.topRight()), QLineF(box.bottomLeft(), box.bottomRight())]
        )
    if look == "cancelled":
        middle = box.center().y()
        painter.setPen(QPen(colour, 1.3))
        painter.drawLine(QPointF(box.left() - 2, middle), QPointF(box.right() + 2, middle))
    if firm:
        painter.setPen(QPen(colour, 1.6))
        painter.drawLines(
            [QLineF(box.topLeft(), box.bottomLeft()), QLineF(box.topRight(), box.bottomRight())]
        )


def faded(colour: QColor, share: float) -> QColor:
    """Return the colour so far seen through."""
    pale = QColor(colour)
    pale.setAlphaF(share)
    return pale


def _fading(colour: QColor, box: QRectF, soft: float, most: float, ends: float = 0.12) -> QLinearGradient:
    """Return the colour, running out towards both ends."""
    gradient = QLinearGradient(box.topLeft(), box.topRight())
    gradient.setColorAt(0, faded(colour, most * ends))
    gradient.setColorAt(soft, faded(colour, most))
    gradient.setColorAt(1 - soft, faded(colour, most))
    gradient.setColorAt(1, faded(colour, most * ends))
    return gradient


def _hatch(painter: QPainter, colour: QColor, box: QRectF) -> None:
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(faded(colour, 0.55), 1))
    tall = box.height()
    # A bar can begin far outside of what is seen; lines are drawn where they can be.
    left, right = max(box.left(), -50.0), min(box.right(), 20_000.0)
    start = int((left - tall) // _HATCH) * _HATCH
    painter.drawLines(
        [QLineF(x, box.bottom(), x + tall, box.top()) for x in range(start, int(right) + _HATCH, _HATCH)]
    )
    painter.restore()


def paint_sign(painter: QPainter, theme: Theme, lane: str, look: str, day: bool, box: QRectF) -> None:
    """Paint a sign in the middle of a box, as in a legend or a list."""
    if day:
        paint_dot(painter, theme, lane, look, box.center())
    else:
        middle = box.center().y()
        paint_bar(painter, theme, lane, look, QRectF(box.left(), middle - BAR / 2, box.width(), BAR))

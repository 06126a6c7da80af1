"""The bars of the date histogram, painted sharp at any scale."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from briefreader.ui.models.bins import Bins
from briefreader.ui.theme import Theme

_LEAST = 3.0  # px: a single document among thousands still shows
_HATCH = 4  # px between the lines of a hatched bar


def paint_bars(
    painter: QPainter,
    theme: Theme,
    bins: Bins,
    plot: QRectF,
    x: Callable[[float], float],
    chosen: tuple[int, int],
) -> None:
    """Paint the chosen range and the bars: solid for known days, hatched for months and years."""
    ratio = painter.device().devicePixelRatioF()

    def sharp(value: float) -> float:
        return round(value * ratio) / ratio

    low, high = (sharp(x(edge)) for edge in chosen)
    painter.fillRect(
        QRectF(low, 0, high - low, sharp(plot.bottom())), theme.colour("accent.soft")
    )  # the range is shaded up to the top edge, above the tallest bar
    scale = (plot.height() - 4) / max(bins.tallest, 1e-9)
    bottom = sharp(plot.bottom())
    for number, (sure, vague) in enumerate(zip(bins.exact, bins.vague, strict=True)):
        left, right = sharp(x(bins.edges[number])), sharp(x(bins.edges[number + 1]))
        inside = bins.edges[number] < chosen[1] and bins.edges[number + 1] > chosen[0]
        colour = theme.colour("accent" if inside else "border.strong")
        tall = max(sharp(sure * scale), _LEAST) if sure else 0.0
        if vague:
            height = max(sharp(vague * scale), _LEAST)
            _hatched(painter, QRectF(left, bottom - tall - height, right - left, height), colour)
        if sure:
            gap = min(2.0, max(1 / ratio, sharp((right - left) / 8)))
            painter.fillRect(QRectF(left + gap / 2, bottom - tall, right - left - gap, tall), colour)
    painter.fillRect(QRectF(plot.left(), bottom, plot.width(), 1), theme.colour("border.strong"))


def _hatched(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Fill a box palely and with slanted lines that run on into the next box."""
    pale = QColor(colour)
    pale.setAlphaF(0.22)
    painter.fillRect(box, pale)
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    start = int((box.left() - box.bottom()) // _HATCH) * _HATCH - _HATCH
    lines = [
        QLineF(box.bottom() + x, box.bottom(), box.bottom() + x + box.height() + 1, box.top() - 1)
        for x in range(start - int(box.height()) - _HATCH, int(box.right() - box.bottom()) + _HATCH, _HATCH)
    ]
    painter.drawLines(lines)
    painter.restore()

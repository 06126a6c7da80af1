"""Charts of a series: a small one for a heading, and a large one with its scale.

A dot is a number as stated, a hollow one is "about"; a triangle upwards is "over", one downwards "under"; an
upright bar is a range. A thin line under a mark goes over the period that it is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from briefreader.i18n import N_, _, number
from briefreader.ui.delegates.moment_signs import faded
from briefreader.ui.models.bins import Unit
from briefreader.ui.models.dates import month_name, say_day_of_year
from briefreader.ui.models.series import Point, Series, say_amount, steps
from briefreader.ui.theme import Theme

_MARK = 4.5  # px: half the size of a mark in a large chart
_SMALL = 2.6
_UNITS = (Unit("month"), Unit("month", 3), Unit("year"), Unit("year", 2), Unit("year", 5), Unit("year", 10),
          Unit("year", 25), Unit("year", 100))  # fmt: skip
_FEW = 75  # days: more are said by months
_KEY = (("~", N_("about")), (">≥", N_("over")), ("<≤", N_("under")))


@dataclass(frozen=True, slots=True)
class Plot:
    """A series on a box in px, from the level ``low`` to ``high``."""

    series: Series
    box: QRectF
    low: float
    high: float

    def x(self, day: float) -> float:
        """Return where a day is."""
        first, end = self.series.days
        return self.box.left() + (day - first) / (end - first) * self.box.width()

    def y(self, level: float) -> float:
        """Return where a number is."""
        share = (level - self.low) / ((self.high - self.low) or 1.0)
        return self.box.bottom() - share * self.box.height()

    def place(self, point: Point) -> QPointF:
        """Return where the mark of a point is."""
        return QPointF(self.x(point.mark), self.y(point.level))

    def nearest(self, place: QPointF, reach: float = 14.0) -> Point | None:
        """Return the point whose mark is nearest to a place, and not too far from it."""

        def far(point: Point) -> float:
            away = self.place(point) - place
            return float(away.x() ** 2 + away.y() ** 2)

        best = min(self.series.points, key=far)
        return best if far(best) <= reach**2 else None


def paint_small(painter: QPainter, theme: Theme, series: Series, box: QRectF) -> None:
    """Paint a series without words."""
    low, high = series.levels
    plot = Plot(series, box.adjusted(4, 7, -4, -6), low, high)
    _paint_line(painter, theme, plot, 1.2)
    for point in series.points:
        _paint_mark(painter, theme, plot, point, _SMALL, False)


def large_plot(series: Series, box: QRectF, metrics: QFontMetricsF) -> tuple[Plot, list[float]]:
    """Return how a series stands on a large chart of this size, and the numbers beside it."""
    low, high = series.levels
    # Numbers that are all far above nothing are not squeezed by it; others begin there.
    low = 0.0 if 0 < low < 0.6 * high else low
    levels = steps(low, high, max(2, int(box.height() // (metrics.height() * 2))))
    wide = max(metrics.horizontalAdvance(say_amount(level)) for level in levels)
    inner = box.adjusted(wide + 14, 8, -16, -metrics.height() - 8)
    return Plot(series, inner, levels[0], levels[-1]), levels


def paint_large(
    painter: QPainter,
    theme: Theme,
    series: Series,
    box: QRectF,
    differs: Callable[[int], bool],
    chosen: int | None,
) -> None:
    """Paint a series with its scale; ``differs`` says over which figures sources differ."""
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    plot, levels = large_plot(series, box, metrics)
    _paint_scale(painter, theme, plot, levels, metrics)
    _paint_days(painter, theme, plot, box, metrics)
    _paint_line(painter, theme, plot, 1.4)
    for point in series.points:
        left, right = plot.x(point.first), plot.x(point.last + 1)
        painter.setPen(QPen(faded(theme.colour("mark.figure"), 0.45), 1.5))
        painter.drawLine(QLineF(left + 1, plot.y(point.level), right - 1, plot.y(point.level)))
    for point in series.points:
        if any(map(differs, point.rows)):
            paint_ring(painter, theme, plot.place(point), _MARK + 4.5)
        if chosen in point.rows:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(theme.colour("accent"), 0.3))
            painter.drawEllipse(plot.place(point), _MARK + 5, _MARK + 5)
        _paint_mark(painter, theme, plot, point, _MARK, True)
    _paint_counts(painter, theme, plot, metrics)


def _paint_counts(painter: QPainter, theme: Theme, plot: Plot, metrics: QFontMetricsF) -> None:
    """Write above a mark how many figures it stands for, where that hides nothing written before."""
    painter.setPen(theme.colour("text.muted"))
    free = -1.0
    for point in sorted(plot.series.points, key=lambda each: plot.place(each).x()):
        if len(point.rows) < 2:
            continue
        words = _("×{n}").format(n=number(len(point.rows)))
        at, wide = plot.place(point), metrics.horizontalAdvance(words)
        left = at.x() - wide / 2
        if left > free:
            top = at.y() - _MARK - 6 - metrics.height()
            top = top if top > plot.box.top() - 8 else at.y() + _MARK + 6
            painter.drawText(
                QRectF(left, top, wide + 1, metrics.height()), Qt.AlignmentFlag.AlignCenter, words
            )
            free = left + wide + 4


def _paint_scale(
    painter: QPainter, theme: Theme, plot: Plot, levels: list[float], metrics: QFontMetricsF
) -> None:
    for level in levels:
        y = plot.y(level)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(QLineF(plot.box.left() - 4, y, plot.box.right() + 8, y))
        words = QRectF(0, y - metrics.height() / 2, plot.box.left() - 10, metrics.height())
        painter.setPen(theme.colour("text.muted"))
        painter.drawText(
            words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, say_amount(level)
        )


def _paint_days(painter: QPainter, theme: Theme, plot: Plot, box: QRectF, metrics: QFontMetricsF) -> None:
    """Write years or months below the middle of each; of several together, below the first of them.

    A few days are written one by one, as many of them as there is room for.
    """
    first, end = plot.series.days
    painter.setPen(theme.colour("text.muted"))
    free = 0.0
    for middle, words in named_days(first, end, plot.box.width() / (end - first), metrics):
        wide = metrics.horizontalAdvance(words)
        left = max(plot.x(middle) - wide / 2, 0.0)
        if left >= free and left + wide <= box.right() + 10:
            line = QRectF(left - 1, plot.box.bottom() + 7, wide + 2, metrics.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
            free = left + wide + 8


def named_days(first: int, end: int, per_day: float, metrics: QFontMetricsF) -> Iterator[tuple[float, str]]:
    """Yield what stands below a chart over these days: the middle of a stretch, and its name."""
    if end - first <= _FEW:
        room = metrics.horizontalAdvance("28 Sep") + 12
        for day in range(first, end, max(1, ceil(room / per_day))):
            yield day + 0.5, say_day_of_year(date.fromordinal(day))
        return
    room = metrics.horizontalAdvance("2000") + 10
    unit = next((each for each in _UNITS if each.length * per_day >= room), _UNITS[-1])
    half = 183 if unit.name == "year" else 15
    start = unit.floor(date.fromordinal(first))
    while start.toordinal() < end and start < date.max:
        middle = start.toordinal() + half
        if first <= middle <= end:
            said = str(start.year) if unit.name == "year" or start.month == 1 else month_name(start.month)
            yield middle, said
        start = unit.after(start)


def _paint_line(painter: QPainter, theme: Theme, plot: Plot, wide: float) -> None:
    way = [QPointF(plot.x(middle), plot.y(level)) for middle, level in plot.series.line]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(faded(theme.colour("mark.figure"), 0.5), wide))
    painter.drawPolyline(QPolygonF(way))


def _paint_mark(painter: QPainter, theme: Theme, plot: Plot, point: Point, size: float, caps: bool) -> None:
    colour, at = theme.colour("mark.figure"), plot.place(point)
    if point.high <= point.low:
        paint_comparator(painter, theme, point.comparator, at, size)
        return
    top, bottom = plot.y(point.high), plot.y(point.low)
    painter.setPen(QPen(colour, size * 0.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(at.x(), bottom), QPointF(at.x(), top))
    if caps:
        painter.setPen(QPen(colour, 1.5))
        for y in (bottom, top):
            painter.drawLine(QPointF(at.x() - size, y), QPointF(at.x() + size, y))


def paint_comparator(painter: QPainter, theme: Theme, comparator: str, at: QPointF, size: float) -> None:
    """Paint the mark of a single number."""
    painter.setPen(QPen(theme.colour("mark.figure"), 1.4))
    painter.setBrush(theme.colour("surface" if comparator == "~" else "mark.figure"))
    if comparator in (">", "≥"):
        painter.drawPolygon(_triangle(at, size, -1))
    elif comparator in ("<", "≤"):
        painter.drawPolygon(_triangle(at, size, 1))
    else:
        painter.drawEllipse(at, size - 0.6, size - 0.6)


def paint_key(painter: QPainter, theme: Theme, series: Series, differ: bool, box: QRectF) -> float:
    """Write from the right what the marks of a series mean, as far as there is room; return the left end."""
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    used = {each.comparator for each in series.points if each.high <= each.low}
    kinds = [(sign, words) for sign, words in _KEY if used & set(sign)]
    right = box.right()
    for sign, words in reversed([*kinds, *([("!", N_("sources differ"))] if differ else [])]):
        left = right - metrics.horizontalAdvance(_(words))
        if left - 20 < box.left():
            break
        painter.setPen(theme.colour("text.muted"))
        line = QRectF(left, box.top(), right - left + 2, box.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, _(words))
        at = QPointF(left - 10, box.center().y())
        if sign == "!":
            paint_ring(painter, theme, at, 5)
        else:
            paint_comparator(painter, theme, sign[0], at, 4)
        right = left - 28
    return right


def paint_ring(painter: QPainter, theme: Theme, at: QPointF, size: float) -> None:
    """Paint the ring around a number over which sources differ."""
    pen = QPen(theme.colour("warning"), 1.5)
    pen.setDashPattern([2.5, 1.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, size, size)


def _triangle(at: QPointF, size: float, way: int) -> QPolygonF:
    return QPolygonF(
        [
            at + QPointF(0, way * size * 1.15),
            at + QPointF(-size, -way * size * 0.8),
            at + QPointF(size, -way * size * 0.8),
        ]
    )

"""A series: numbers of one measure and unit over several periods, with the scale to draw them on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from math import floor, isfinite, log10

from briefreader.domain.survey import FigureRow
from briefreader.i18n import N_, _, in_figures
from briefreader.ui.models.dates import say_range

_SIZES = (
    (1e12, N_("{n} trillion")),
    (1e9, N_("{n} billion")),
    (1e6, N_("{n} million")),
    (1e3, N_("{n} thousand")),
)


_LEAST = 1e-300  # smaller steps are not exact enough to be counted in


@dataclass(frozen=True, slots=True)
class Point:
    """A number over a period, whose days are ordinals; ``high`` is other than ``low`` for a range.

    ``row`` is the place of its figure in the survey; ``comparator`` is as in FigureRow. ``rows`` are the
    places of all figures that say the same of the same period, ``row`` among them.
    """

    row: int
    first: int
    last: int
    low: float
    high: float
    comparator: str = ""
    rows: tuple[int, ...] = ()
    share: float = 0.5
    """Where in its period its mark stands, so that the numbers of one period do not hide each other."""

    @property
    def middle(self) -> float:
        """Return the middle of the period."""
        return (self.first + self.last + 1) / 2

    @property
    def mark(self) -> float:
        """Return the day at which its mark stands."""
        return self.first + (self.last + 1 - self.first) * self.share

    @property
    def level(self) -> float:
        """Return the number, or the middle of a range."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Series:
    """Comparable numbers of one unit, by period."""

    unit: str
    points: tuple[Point, ...]

    @property
    def days(self) -> tuple[int, int]:
        """Return the first day, and the day after the last."""
        return min(each.first for each in self.points), max(each.last for each in self.points) + 1

    @property
    def levels(self) -> tuple[float, float]:
        """Return the lowest and the highest number."""
        return min(each.low for each in self.points), max(each.high for each in self.points)

    @property
    def line(self) -> list[tuple[float, float]]:
        """Return the way through the marks: days and levels, for each period the mean of what is said of it.

        Limits ("over", "under") are not on the way: they do not say where the number lies.
        """
        by_period: defaultdict[float, list[Point]] = defaultdict(list)
        for each in self.points:
            if each.comparator in ("", "=", "~"):
                by_period[each.middle].append(each)
        return [
            (sum(each.mark for each in found) / len(found), sum(each.level for each in found) / len(found))
            for _middle, found in sorted(by_period.items())
        ]

    @property
    def words(self) -> str:
        """Return in words what the series goes over."""
        first, end = self.days
        low, high = (say_amount(each) for each in self.levels)
        period = say_range(date.fromordinal(first), date.fromordinal(end - 1))
        unit = f" {self.unit}" if self.unit else ""
        return _("a series over {period}, from {low} to {high}{unit}").format(
            period=period, low=low, high=high, unit=unit
        )


def series_of(items: Sequence[FigureRow], rows: Sequence[int]) -> Series | None:
    """Return the series that figures make; None if no unit has numbers over two periods or more.

    Of several units, the one that most of the figures have is taken.
    """
    if len(rows) < 2:
        return None
    by_unit: defaultdict[tuple[str, str], list[Point]] = defaultdict(list)
    for row in rows:
        point = _point(items[row], row)
        if point is not None:
            by_unit[items[row].kind, items[row].unit].append(point)
    for (_kind, unit), found in sorted(by_unit.items(), key=lambda each: -len(each[1])):
        points = _as_one(found)
        if len({(each.first, each.last) for each in points}) >= 2:
            return Series(unit, tuple(_side_by_side(points)))
    return None


def _as_one(points: Sequence[Point]) -> list[Point]:
    """Make one point of those that say the same of one period: reprints are no course of things."""
    same: dict[tuple[object, ...], list[Point]] = {}
    for each in points:
        same.setdefault((each.first, each.last, each.low, each.high, each.comparator), []).append(each)
    return [replace(found[0], rows=tuple(each.row for each in found)) for found in same.values()]


def _side_by_side(points: list[Point]) -> Iterator[Point]:
    """Yield points in order of time, those of one period beside each other."""
    points.sort(key=lambda each: (each.middle, each.first, each.low))
    for _period, found in groupby(points, key=lambda each: (each.first, each.last)):
        together = list(found)
        for number, point in enumerate(together, 1):
            yield replace(point, share=number / (len(together) + 1))


def _point(item: FigureRow, row: int) -> Point | None:
    if item.amount is None or not isfinite(item.amount) or not item.first:
        return None
    try:
        first = date.fromisoformat(item.first).toordinal()
        last = date.fromisoformat(item.last or item.first).toordinal()
    except ValueError:
        return None
    to = item.amount if item.to is None or not isfinite(item.to) else item.to
    low, high = sorted((item.amount, to))
    return Point(row, first, max(first, last), low, high, item.comparator)


def say_amount(amount: float) -> str:
    """Return a number shortly, as in "244 million", "9.4" or "1,200"."""
    for size, words in _SIZES:
        if abs(amount) >= size and (size > 1e3 or abs(amount) >= 1e4):
            return _(words).format(n=in_figures(f"{amount / size:.4g}"))
    return in_figures(f"{amount:,.6g}" if abs(amount) >= 1 else f"{amount:.4g}")


def steps(low: float, high: float, most: int) -> list[float]:
    """Return at most about so many round numbers that go from below ``low`` to above ``high``."""
    room = (high - low) or abs(high) or 1.0
    rough = max(room / max(1, most - 1), _LEAST)
    size = 10.0 ** floor(log10(rough))
    step = next(size * each for each in (1, 2, 2.5, 5, 10) if size * each >= rough * 0.999)
    first = floor(low / step)
    found = [first * step]
    while found[-1] < high and len(found) < 50:
        found.append((first + len(found)) * step)
    return found if len(found) > 1 else [found[0], found[0] + step]

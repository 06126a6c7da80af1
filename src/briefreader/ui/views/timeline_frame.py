"""The frame of the timeline: where lanes and axis stand, and which day is where."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from briefreader.domain.survey import LANES
from briefreader.ui.views.timeline_axis import END, FIRST

SIDE = 12.0  # px left and right of the days
_GAP = 4.0  # px between lanes
_SHARES = {"published": 1.0, "event": 1.7, "as of": 1.15}
SHORTEST, LONGEST = 4.0, float(END - FIRST)  # days in view


@dataclass(frozen=True, slots=True)
class Frame:
    """Sizes in px of a timeline that shows the days (ordinals) from ``low`` to ``high``.

    ``line`` is the height of a line of small words: flags stand in one above the lanes, each lane is
    headed by one, and the axis has two.
    """

    width: float
    height: float
    line: float
    low: float
    high: float

    @property
    def plot(self) -> QRectF:
        """Return where the lanes are."""
        top = self.line + 6
        return QRectF(0, top, self.width, max(30.0, self.height - top - 2 * self.line - 10))

    def lane(self, name: str) -> QRectF:
        """Return where a lane is, with its heading."""
        plot = self.plot
        room = plot.height() - _GAP * (len(LANES) - 1)
        unit = room / sum(_SHARES.values())
        top = plot.top()
        for each in LANES:
            height = unit * _SHARES[each]
            if each == name:
                return QRectF(0, top, self.width, height)
            top += height + _GAP
        raise KeyError(name)

    def body(self, name: str) -> QRectF:
        """Return where the signs of a lane are."""
        return self.lane(name).adjusted(0, self.line + 6, 0, -5)

    def lane_at(self, place: QPointF) -> str:
        """Return the lane at a place; "" above and below them, where the axis is."""
        return next((name for name in LANES if self.lane(name).contains(place)), "")

    @property
    def per_day(self) -> float:
        """Return how many px a day has."""
        return max(1.0, self.width - 2 * SIDE) / (self.high - self.low)

    def place(self, day: float) -> float:
        """Return where a day begins."""
        return SIDE + (day - self.low) * self.per_day

    def day(self, x: float) -> float:
        """Return the day at a place, with its share of the day."""
        return self.low + (x - SIDE) / self.per_day


def held(low: float, high: float) -> tuple[float, float]:
    """Return a view of time that is neither too short nor too long, and within the calendar."""
    middle, half = (low + high) / 2, (high - low) / 2
    half = min(max(half, SHORTEST / 2), LONGEST / 2)
    middle = min(max(middle, FIRST + half), END - half)
    return middle - half, middle + half

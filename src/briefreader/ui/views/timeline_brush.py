"""The brush of the timeline: a stretch of time chosen by mouse, by keys or by its two handles."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from briefreader.domain.survey import LANES
from briefreader.i18n import _
from briefreader.ui.theme import Theme
from briefreader.ui.views.histogram_handle import GRIP, Handle
from briefreader.ui.views.timeline_axis import END, FIRST
from briefreader.ui.views.timeline_words import say_days

if TYPE_CHECKING:
    from briefreader.ui.views.timeline_canvas import TimelineCanvas

_REACH = 9  # px from a handle within which the mouse takes it


class Brush:
    """What is chosen on a canvas: the limits of the filter in the lane of publications, a stretch in another.

    Limits and stretches are the first day and the day after the last, as ordinals; a limit of the
    filter may be missing.
    """

    def __init__(self, canvas: TimelineCanvas, theme: Theme) -> None:
        self._canvas = canvas
        self.lane = "published"
        """The lane that the keys choose in."""
        self.filter: tuple[int | None, int | None] = (None, None)
        self.stretch: tuple[str, int, int] | None = None
        self.dragging = False
        self._grabbed = ""
        self.low, self.high = Handle(canvas, theme, "low"), Handle(canvas, theme, "high")
        for handle in (self.low, self.high):
            handle.stepped.connect(self._step)
            handle.valueChanged.connect(lambda _value: self._set_by_value())
        self.stand()

    # -- what is chosen -------------------------------------------------------------------------

    def ranges(self) -> dict[str, tuple[float, float]]:
        """Return what is chosen, by lane."""
        found: dict[str, tuple[float, float]] = {}
        low, high = self.filter
        if low is not None or high is not None:
            found["published"] = (FIRST if low is None else low, END if high is None else high)
        if self.stretch is not None:
            found[self.stretch[0]] = (self.stretch[1], self.stretch[2])
        return found

    def active(self) -> tuple[str, int, int] | None:
        """Return the lane and the limits that the handles stand at."""
        if self.stretch is not None:
            return self.stretch
        low, high = self.filter
        if low is None and high is None:
            return None
        canvas = self._canvas
        return (
            "published",
            min(floor(canvas.low), high or END) if low is None else low,
            max(ceil(canvas.high), low or FIRST) if high is None else high,
        )

    def show_filter(self, low: int | None, high: int | None) -> None:
        """Show the filter in force, without telling anybody."""
        self.filter = (low, high)
        self.stand()
        self._canvas.update()

    def forget(self) -> None:
        """Give up the stretch that only narrows the list."""
        self.stretch = None
        self.stand()
        self._canvas.update()

    # -- handles --------------------------------------------------------------------------------

    def stand(self) -> None:
        """Put the handles where they belong."""
        found, frame = self.active(), self._canvas.frame
        if found is None:
            self.low.hide()
            self.high.hide()
            return
        lane, low, high = found
        start, days = floor(self._canvas.low), int(self._canvas.high - self._canvas.low)
        for handle, edge in ((self.low, low), (self.high, high)):
            x = frame.place(edge)
            handle.show_at(min(max(edge - start, 0), days), days)
            handle.stand(x, frame.lane(lane).adjusted(0, 4, 0, -GRIP - 1))
            handle.setVisible(-1 <= x <= frame.width + 1)
        name = _("Start of the chosen time: {day}").format(day=say_days(low, low))
        self.low.setAccessibleName(name)
        name = _("End of the chosen time: {day}").format(day=say_days(high - 1, high - 1))
        self.high.setAccessibleName(name)

    def handle_at(self, place: QPointF) -> str:
        """Return which handle the mouse would take at a place: "low", "high" or ""."""
        found = self.active()
        if found is None or not self._canvas.frame.lane(found[0]).contains(place):
            return ""
        frame = self._canvas.frame
        near = {
            name: abs(frame.place(edge) - place.x())
            for name, edge in zip(("low", "high"), found[1:], strict=True)
        }
        name = min(near, key=near.__getitem__)
        return name if near[name] <= _REACH else ""

    def _step(self, which: str, by: int, _days: bool) -> None:
        found = self.active()
        if found is not None:
            lane, low, high = found
            step = by * self._canvas.keys_step()
            low = min(low + step, high - 1) if which == "low" else low
            high = max(high + step, low + 1) if which == "high" else high
            self.choose(lane, low, high, tell=True)

    def _set_by_value(self) -> None:
        """Follow assistive technology, which sets the values of the handles."""
        found = self.active()
        if found is not None:
            start = floor(self._canvas.low)
            low, high = start + self.low.value(), start + self.high.value()
            self.choose(found[0], min(low, high - 1), high, tell=True)

    # -- choosing -------------------------------------------------------------------------------

    def choose(self, lane: str, low: int, high: int, tell: bool = False) -> None:
        """Choose the days from ``low`` up to, but without, ``high`` in a lane."""
        low, high = max(low, FIRST), min(high, END)
        if lane == "published":
            self.filter, self.stretch = (low, high), None
        else:
            self.stretch = (lane, low, high)
        self.stand()
        self._canvas.update()
        if tell:
            self._canvas.brushed.emit(lane, low, high - 1)

    def take(self, place: QPointF) -> None:
        """Begin to drag a handle if one is there."""
        self._grabbed = self.handle_at(place)

    def drag(self, lane: str, start: float, end: float) -> None:
        """Drag from one day to another."""
        self.dragging = True
        found = self.active()
        if self._grabbed and found is not None:
            lane, low, high = found
            low = min(round(end), high - 1) if self._grabbed == "low" else low
            high = max(round(end), low + 1) if self._grabbed == "high" else high
        else:
            low, high = floor(min(start, end)), floor(max(start, end)) + 1
        self.lane = lane
        self.choose(lane, low, high)

    def release(self) -> None:
        """End dragging, and tell what was chosen."""
        self.dragging, self._grabbed = False, ""
        found = self.active()
        if found is not None:
            self.choose(*found, tell=True)

    # -- by keys --------------------------------------------------------------------------------

    def change_lane(self, by: int) -> None:
        """Let the keys choose in another lane."""
        self.lane = LANES[min(max(LANES.index(self.lane) + by, 0), len(LANES) - 1)]
        self._canvas.update()

    def extend(self, by: int) -> None:
        """Begin a stretch in the middle of the view, or move the end of the one in this lane."""
        step = by * self._canvas.keys_step()
        found = self.active()
        if found is None or found[0] != self.lane:
            middle = self._canvas.starting_day()
            low, high = sorted((middle, middle + step))
        else:
            low, high = found[1], max(found[2] + step, found[1] + 1)
        self.choose(self.lane, low, high, tell=True)

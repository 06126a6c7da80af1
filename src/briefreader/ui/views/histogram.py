"""Publication dates as bars, with two handles that choose a range."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from briefreader.i18n import _, plural
from briefreader.ui.models import bins as binning
from briefreader.ui.models.bins import Bins
from briefreader.ui.models.dates import say_day, say_limits, say_range
from briefreader.ui.theme import Theme
from briefreader.ui.views.histogram_bars import paint_bars
from briefreader.ui.views.histogram_handle import GRIP, Handle

PAUSE = 120  # ms without movement before the range is told
_REACH = 9  # px from a handle within which the mouse takes it
_BIN = 5  # px: the narrowest bin


class DateHistogram(QWidget):
    """Bars of publication dates; the part between the handles is the chosen range.

    A handle at its end stands for no limit. Dragging inside the range moves it, dragging where
    nothing is chosen yet chooses, a double click takes the limits away.
    """

    range_changed = Signal(object, object)
    """The first and last day chosen, None for no limit: after a pause in dragging, and at its end."""
    range_moving = Signal(object, object)
    """The same at once, while a handle moves."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dates = self._frame = binning.dated({})
        self.bins: Bins | None = None
        self.since: date | None = None
        self.until: date | None = None
        self._drag: tuple[str, float, int, int] | None = None  # what, where it began, both edges then
        self._told: tuple[date | None, date | None] = (None, None)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._tell)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.low = Handle(self, theme, "low")
        self.high = Handle(self, theme, "high")
        for handle in (self.low, self.high):
            handle.stepped.connect(self._step)
            handle.moved.connect(self._move_to)
        theme.changed.connect(self.update)
        self._rebin()

    # -- what is shown ------------------------------------------------------------------------

    def set_days(self, days: Mapping[str, int], frame: Mapping[str, int] | None = None) -> None:
        """Show the counts of publication dates (ISO, of any precision).

        The dates of ``frame`` set the scale: it stays when a filter leaves fewer dates.
        """
        dates = binning.dated(days)
        framed = binning.dated(frame) if frame is not None else dates
        if (dates, framed) != (self._dates, self._frame):
            self._dates, self._frame = dates, framed
            self._rebin()

    def set_range(self, since: date | None, until: date | None) -> None:
        """Show a range without telling anybody; ignored while the user drags."""
        if self._drag is None and not self._pause.isActive():
            self.since, self.until = since, until
            self._told = (since, until)
            self._place()

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(220, 64 + round(self._labels().height()) + GRIP)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(120, self.sizeHint().height())

    def _labels(self) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font("small"))

    @property
    def plot(self) -> QRectF:
        """Return where the bars stand."""
        below = self._labels().height() + GRIP
        return QRectF(GRIP, 4, max(1.0, self.width() - 2 * GRIP), max(8.0, self.height() - 4 - below))

    def place_of(self, day: float) -> float:
        """Return where a day (an ordinal) begins on the axis."""
        if self.bins is None:
            return self.plot.left()
        share = (day - self.bins.first) / (self.bins.end - self.bins.first)
        return self.plot.left() + min(max(share, 0.0), 1.0) * self.plot.width()

    def _day(self, x: float) -> float:
        assert self.bins is not None
        share = (x - self.plot.left()) / self.plot.width()
        return self.bins.first + min(max(share, 0.0), 1.0) * (self.bins.end - self.bins.first)

    @property
    def edges(self) -> tuple[int, int]:
        """Return where the handles stand: the first day chosen and the day after the last, as ordinals."""
        if self.bins is None:
            return 0, 0
        low = self.bins.first if self.since is None else self.since.toordinal()
        high = self.bins.end if self.until is None else self.until.toordinal() + 1
        low = min(max(low, self.bins.first), self.bins.end)
        return low, max(low, min(max(high, self.bins.first), self.bins.end))

    def _rebin(self) -> None:
        self.bins = binning.count(self._dates, max(8, round(self.plot.width() / _BIN)), self._frame)
        self._place()

    def _place(self) -> None:
        low, high = self.edges
        for handle, edge in ((self.low, low), (self.high, high)):
            handle.setVisible(self.bins is not None)
            if self.bins is not None:
                handle.show_at(edge - self.bins.first, self.bins.end - self.bins.first)
                handle.stand(self.place_of(edge), self.plot)
        self._say()
        self.update()

    def _say(self) -> None:
        chosen = say_limits(self.since, self.until)
        self.setAccessibleName(_("Publication dates"))
        number = sum(self._dates.days.values()) + sum(each[2] for each in self._dates.stretches)
        documents = plural("{n} dated document", "{n} dated documents", number)
        self.setAccessibleDescription(f"{documents}. {_('Chosen: {range}').format(range=chosen)}")
        none = _("no limit")
        since = say_day(self.since) if self.since else none
        until = say_day(self.until) if self.until else none
        self.low.setAccessibleName(_("Earliest date: {day}").format(day=since))
        self.high.setAccessibleName(_("Latest date: {day}").format(day=until))

    # -- moving the handles -------------------------------------------------------------------

    def _choose(self, low: int, high: int, keep: str = "") -> None:
        """Take the range between two edges; ``keep`` names the limit that stays as it is."""
        assert self.bins is not None
        since, until = self.since, self.until
        if keep != "low":
            since = None if low <= self.bins.first else date.fromordinal(low)
        if keep != "high":
            until = None if high >= self.bins.end else date.fromordinal(high) - timedelta(days=1)
        if (since, until) != (self.since, self.until):
            self.since, self.until = since, until
            self._place()
            self.range_moving.emit(since, until)
            self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        if (self.since, self.until) != self._told:
            self._told = (self.since, self.until)
            self.range_changed.emit(self.since, self.until)

    def reset(self) -> None:
        """Take the limits away."""
        if self.bins is not None:
            self._choose(self.bins.first, self.bins.end)
            self._tell()

    def _step(self, which: str, by: int, days: bool) -> None:
        """Move a handle by bins, or by days."""
        assert self.bins is not None
        low, high = self.edges
        here = low if which == "low" else high
        self._move_to(which, here + by if days else self.bins.step(here, by))

    def _move_to(self, which: str, edge: int) -> None:
        """Move a handle to a day, as far as the other one lets it."""
        assert self.bins is not None
        low, high = self.edges
        if which == "low":
            self._choose(min(max(edge, self.bins.first), high - 1), high, keep="high")
        else:
            self._choose(low, max(min(edge, self.bins.end), low + 1), keep="low")

    # -- the mouse ----------------------------------------------------------------------------

    def _part(self, place: QPointF) -> str:
        """Return what the mouse would take: "low", "high", "range" or "new"."""
        low, high = (self.place_of(edge) for edge in self.edges)
        reach = {"low": abs(place.x() - low), "high": abs(place.x() - high)}
        nearest = min(reach, key=lambda name: reach[name])
        if high - low < 2:  # both at one place: the side of it decides
            nearest = "low" if place.x() < low else "high"
        if reach[nearest] <= _REACH:
            return nearest
        if self.since is None and self.until is None:
            return "new"
        return "range" if low < place.x() < high else nearest

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self.bins is None or event.button() != Qt.MouseButton.LeftButton:
            return
        part = self._part(event.position())
        self._drag = (part, event.position().x(), *self.edges)
        if part in ("low", "high"):
            (self.low if part == "low" else self.high).setFocus(Qt.FocusReason.MouseFocusReason)
            if abs(self.place_of(self.edges[part == "high"]) - event.position().x()) > _REACH:
                self._dragged(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self.bins is None:
            return
        if self._drag is not None:
            self._dragged(event.position().x())
            return
        shapes = {"range": Qt.CursorShape.OpenHandCursor, "new": Qt.CursorShape.CrossCursor}
        self.setCursor(shapes.get(self._part(event.position()), Qt.CursorShape.SplitHCursor))

    def _dragged(self, x: float) -> None:
        assert self.bins is not None and self._drag is not None
        part, start, low, high = self._drag
        if part in ("low", "high"):
            self._move_to(part, self.bins.edge_near(self._day(x)))
        elif part == "new":
            if abs(x - start) >= QApplication.startDragDistance() or self.since or self.until:
                one, other = sorted((int(self._day(start)), int(self._day(x))))
                edges = self.bins.edges
                self._choose(edges[self.bins.at(one)], edges[self.bins.at(other) + 1])
        else:
            self._shift(low, high, self._day(x) - self._day(start))

    def _shift(self, low: int, high: int, days: float) -> None:
        """Move the whole range by about so many days, keeping the number of its bins."""
        assert self.bins is not None
        edges = self.bins.edges
        first, last = self.bins.at(low), len(edges) - 1
        if high < self.bins.end:
            last = self.bins.at(high - 1) + 1
        by = edges.index(self.bins.edge_near(edges[first] + days)) - first
        by = min(max(by, -first), len(edges) - 1 - last)
        if by:
            self._choose(edges[first + by], edges[last + by])
        else:
            self._choose(low, high)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._drag is not None:
            self._drag = None
            self._tell()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._drag = None
        self.reset()

    # -- words on the bars --------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:  # noqa: D102
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)

    def words_at(self, place: QPoint) -> str:
        """Return what the bar at a place stands for."""
        if self.bins is None or not self.plot.adjusted(0, 0, 0, GRIP).contains(QPointF(place)):
            return ""
        number = self.bins.at(int(self._day(place.x())))
        words = [say_range(*self.bins.days(number))]
        words.append(plural("{n} document", "{n} documents", self.bins.exact[number]))
        if self.bins.possible[number]:
            more = plural(
                "perhaps {n} more, known only by month or year",
                "perhaps {n} more, known only by month or year",
                self.bins.possible[number],
            )
            words.append(more)
        return "\n".join(words)

    # -- painting -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        self._rebin()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as time runs
        painter.setFont(self._theme.font("small"))
        if self.bins is None:
            painter.setPen(self._theme.colour("text.muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, _("No dates yet"))
            return
        paint_bars(painter, self._theme, self.bins, self.plot, self.place_of, self.edges)
        self._paint_axis(painter, self.bins)

    def _paint_axis(self, painter: QPainter, bins: Bins) -> None:
        metrics = self._labels()
        top = self.plot.bottom() + GRIP
        box = QRectF(2, top, self.width() - 4, metrics.height())
        start, end = binning.ends(bins)
        painter.setPen(self._theme.colour("text.muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, start)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, end)
        room = (self.plot.left() - 2, self.plot.right() + 2)

        def position(day: int) -> float:
            return min(max(self.place_of(day), room[0]), room[1])

        for tick in binning.ticks(bins, position, metrics.horizontalAdvance):
            x = self.place_of(tick.day)
            painter.drawLine(QPointF(x, self.plot.bottom() + 1), QPointF(x, self.plot.bottom() + 4))
            width = metrics.horizontalAdvance(tick.label) + 2
            painter.drawText(
                QRectF(x - width / 2, top, width, metrics.height()), Qt.AlignmentFlag.AlignCenter, tick.label
            )

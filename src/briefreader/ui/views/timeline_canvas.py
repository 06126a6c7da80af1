"""The drawn part of the timeline: zooming, panning, choosing a stretch of time, choosing a moment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from briefreader.domain.survey import LANES
from briefreader.i18n import _
from briefreader.ui.models.moments import Moments
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.drawing_access import tell_as
from briefreader.ui.views.timeline_axis import edges, unit_for
from briefreader.ui.views.timeline_brush import Brush
from briefreader.ui.views.timeline_frame import Frame, held
from briefreader.ui.views.timeline_keys import CanvasKeys
from briefreader.ui.views.timeline_layout import Heaps, Placed, heaped, placed
from briefreader.ui.views.timeline_paint import (
    TIGHT,
    Lane,
    Picture,
    line_height,
    paint_timeline,
    reach_of,
    sign_box,
)
from briefreader.ui.views.timeline_words import say_heap, say_sign, say_view

MOST_SIGNS = 240  # in one lane; more are counted
_HEAP = 5.0  # px: the narrowest heap
_ZOOM = 1.25
_MARGIN = 0.04


class TimelineCanvas(QWidget):
    """Three lanes over one axis of time. What is chosen in it is told by signals."""

    view_changed = Signal()
    """Other days are in view."""
    chosen = Signal(int)
    """The row of a moment that was clicked."""
    opened = Signal(int)
    """The row of a moment that was clicked twice."""
    brushed = Signal(str, object, object)
    """A lane, and the first and last day (ordinals) chosen in it: at the end of dragging."""
    cleared = Signal()
    """The chosen stretch is to be given up."""
    list_wanted = Signal()
    """Enter: the keyboard is to go to the list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.moments = Moments()
        self.others: Sequence[int] = ()
        self.newest: int | None = None
        self.today: int | None = None
        self.low, self.high = held(738_000, 738_365)
        self.selected: int | None = None
        self.space_held = False
        self._lanes: dict[str, Lane] = {}
        self._pan: tuple[float, float, float] | None = None  # where it began, and the view then
        self._press: tuple[QPointF, str] | None = None
        self._keys = CanvasKeys(self)
        self.brush = Brush(self, theme)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Timeline"))
        theme.changed.connect(self.update)

    # -- what is shown ------------------------------------------------------------------------

    def show_moments(
        self, moments: Moments, others: Sequence[int], newest: int | None, today: int | None
    ) -> None:
        """Show other moments; the view stays. ``others`` are the days of sources that are left out."""
        self.moments, self.others, self.newest, self.today = moments, others, newest, today
        self.selected = None
        self._renew()

    def select(self, row: int | None) -> None:
        """Show which moment is chosen, without telling anybody."""
        if row != self.selected:
            self.selected = row
            self.update()

    def show_view(self, low: float, high: float) -> None:
        """Bring these days (ordinals) into view."""
        low, high = held(low, high)
        if (low, high) != (self.low, self.high):
            self.low, self.high = low, high
            self._renew()
            self.view_changed.emit()

    def fit(self, share: float = 1.0) -> None:
        """Bring all moments into view, or the given middle share of them."""
        extent = self.moments.extent(share)
        if extent is not None:
            low, high = extent[0], extent[1] + 1
            margin = max((high - low) * _MARGIN, 1.0)
            self.show_view(low - margin, high + margin)

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Show ``factor`` times fewer days, around a day, or around the middle."""
        middle = (self.low + self.high) / 2 if around is None else around
        self.show_view(middle - (middle - self.low) / factor, middle + (self.high - middle) / factor)

    def pan(self, share: float) -> None:
        """Move on by a share of what is in view."""
        days = (self.high - self.low) * share
        self.show_view(self.low + days, self.high + days)

    def reveal(self, row: int) -> None:
        """Bring a moment into view if no part of it is."""
        first, last = self.moments.firsts[row], self.moments.lasts[row] + 1
        if last <= self.low or first >= self.high:
            half = (self.high - self.low) / 2
            middle = (first + min(last, first + 2 * half)) / 2
            self.show_view(middle - half, middle + half)

    def keys_step(self) -> int:
        """Return by how many days a key moves the end of a stretch: about the width of a heap or two."""
        return max(1, round((self.high - self.low) / 50))

    def starting_day(self) -> int:
        """Return where the keys begin a stretch: at the chosen moment, or in the middle of the view."""
        if self.selected is not None and self.low <= self.moments.firsts[self.selected] < self.high:
            return self.moments.firsts[self.selected]
        return int((self.low + self.high) / 2)

    @property
    def frame(self) -> Frame:
        """Return where everything stands."""
        line = QFontMetricsF(self._theme.font("small")).height()
        return Frame(self.width(), self.height(), line, self.low, self.high)

    def lane(self, name: str) -> Lane:
        """Return what stands in a lane: each moment where there is room for all of them, else counts."""
        if name not in self._lanes:
            self._lanes[name] = self._laid_out(name)
        return self._lanes[name]

    def _laid_out(self, name: str) -> Lane:
        frame = self.frame
        if self.moments.count(name, int(self.low), int(self.high) + 1) <= MOST_SIGNS:
            firsts, lasts = self.moments.firsts, self.moments.lasts
            rows = self.moments.overlapping(int(self.low), int(self.high), name)
            measure = QFontMetricsF(self._theme.font("small")).horizontalAdvance
            items = self.moments.items
            for height, roomy in ((line_height(frame), True), (TIGHT, False)):
                lines = int(frame.body(name).height() // height)
                found = placed(
                    rows,
                    lambda row: reach_of(frame, firsts[row], lasts[row]),
                    lambda row: measure(items[row].label),
                    lines, 0, frame.width - 8, roomy,
                )  # fmt: skip
                if found is not None:
                    return found
        unit = unit_for(frame.per_day, _HEAP)
        return heaped(self.moments, name, edges(unit, frame.day(0), frame.day(frame.width)))

    def _renew(self) -> None:
        self._lanes = {}
        self.brush.stand()
        self.setAccessibleDescription(say_view(self.moments, self.low, self.high, self.brush.lane))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(560, 330)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(240, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        self._renew()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as time runs
        picture = Picture(
            self.frame, self.moments, {name: self.lane(name) for name in LANES}, self.others, self.newest,
            self.today, self.brush.ranges(), self.selected, self.brush.lane if self.hasFocus() else "",
        )  # fmt: skip
        paint_timeline(painter, self._theme, picture)

    # -- the mouse ----------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer; sideways, or with Shift, move."""
        turn = event.angleDelta()
        sideways = turn.x() if abs(turn.x()) > abs(turn.y()) else 0
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            sideways = sideways or turn.y()
        if sideways:
            self.pan(-sideways / 120 * 0.1)
        else:
            self.zoom(_ZOOM ** (turn.y() / 120), self.frame.day(event.position().x()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self.space_held):
            self._pan = (event.position().x(), self.low, self.high)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif left:
            self._press = (event.position(), self.frame.lane_at(event.position()) or "published")
            self.brush.take(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        x = event.position().x()
        if self._pan is not None:
            start, low, high = self._pan
            days = (start - x) / self.frame.per_day
            self.show_view(low + days, high + days)
        elif self._press is not None:
            start_at, lane = self._press
            if self.brush.dragging or abs(x - start_at.x()) >= QApplication.startDragDistance():
                self.brush.drag(lane, self.frame.day(start_at.x()), self.frame.day(x))
        else:
            near = self.brush.handle_at(event.position())
            self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._pan is not None:
            self._pan = None
            self.unsetCursor()
        elif self._press is not None:
            place, _lane = self._press
            self._press = None
            if self.brush.dragging:
                self.brush.release()
            else:
                row = self.row_at(place)
                if row is not None:
                    self.chosen.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a moment; where moments are only counted, go nearer."""
        lane = self.frame.lane_at(event.position())
        row = self.row_at(event.position())
        if not lane or row is None:
            return
        if isinstance(self.lane(lane), Heaps):
            self.zoom(4, self.frame.day(event.position().x()))
        else:
            self.opened.emit(row)

    # -- what stands where ----------------------------------------------------------------------

    def row_at(self, place: QPointF) -> int | None:
        """Return the moment at a place; of a heap, its first one."""
        name = self.frame.lane_at(place)
        if not name:
            return None
        lane = self.lane(name)
        if isinstance(lane, Heaps):
            low, high = self._heap_at(lane, place)
            rows = self.moments.overlapping(low, high - 1, name)
            inside = [row for row in rows if self.moments.firsts[row] >= low]
            return next(iter(inside or rows), None)
        each = self._sign_at(name, lane, place)
        return None if each is None else each.row

    def _sign_at(self, name: str, lane: list[Placed], place: QPointF) -> Placed | None:
        frame = self.frame
        for each in lane:
            box = sign_box(frame, name, each)
            words = QRectF(each.label, box.top(), each.room, box.height())
            if (box.united(words) if each.room else box).adjusted(-2, -3, 2, 3).contains(place):
                return each
        return None

    def _heap_at(self, heaps: Heaps, place: QPointF) -> tuple[int, int]:
        at = bisect_right(heaps.edges, self.frame.day(place.x())) - 1
        at = min(max(at, 0), len(heaps.edges) - 2)
        return heaps.edges[at], heaps.edges[at + 1]

    def words_at(self, place: QPoint) -> str:
        """Return what stands at a place, in words."""
        name = self.frame.lane_at(QPointF(place))
        if not name:
            return ""
        lane = self.lane(name)
        if isinstance(lane, Heaps):
            return say_heap(self.moments, name, *self._heap_at(lane, QPointF(place)))
        each = self._sign_at(name, lane, QPointF(place))
        return "" if each is None else say_sign(self.moments.items[each.row])

    def event(self, event: QEvent) -> bool:
        """Show tooltips, and take the keys that mean something else in the window."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tooltip(self.words_at(event.pos())), self)
            return True
        if self._keys.takes(event):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        self.space_held = False
        self.update()


tell_as(TimelineCanvas, QAccessible.Role.Graphic)

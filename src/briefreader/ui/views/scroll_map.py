"""The map beside the scroll bar: where in the document its facts, quotes, own marks and hits stand.

It is drawn by places of the text and not by heights of the page, so that it is right before Qt has laid
the page out to its end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from briefreader.domain.text import Span
from briefreader.i18n import _, plural
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_layers import HIT, OWN, Layers
from briefreader.ui.views.reader_marks import Mark, MarkIndex

LANES = ("facts", "quotes", OWN, HIT)
"""From left to right: each has its place and its shape, so that colours are not the only sign."""
_COUNTS: dict[str, Callable[[int], str]] = {
    "facts": lambda n: plural("{n} name or fact", "{n} names and facts", n),
    "quotes": lambda n: plural("{n} quote", "{n} quotes", n),
    OWN: lambda n: plural("{n} mark of your own", "{n} marks of your own", n),
    HIT: lambda n: plural("{n} hit", "{n} hits", n),
}
_LANE = 9  # pixels
_NEAR = 5  # pixels within which a click means a mark
_EDGE = 4


class _Sign(NamedTuple):
    """What is drawn for all marks of a kind that fall on one line of pixels."""

    top: int
    height: int
    role: str
    star: bool


class _Kind:
    """The marks of one kind, and their picture once it has been drawn."""

    def __init__(self, index: MarkIndex, marks: list[Mark], kind: str) -> None:
        self.index = index
        self.marks = marks
        self.count = len({mark.span for mark in marks}) if kind == OWN else len(marks)
        self._kind = kind
        self.picture: QPixmap | None = None

    def signs(self, scale: float) -> list[_Sign]:
        """Return the signs at so many pixels for each code point, stars last."""
        found = {self._sign(mark, scale) for mark in self.marks}
        return sorted(map(_Sign._make, found), key=lambda sign: (sign.star, sign.top, sign.role))

    def _sign(self, mark: Mark, scale: float) -> tuple[int, int, str, bool]:
        top = int(mark.span.start * scale)
        if self._kind == OWN:
            return top, 0, mark.role, mark.style == "star"
        return top, int(len(mark.span) * scale) if self._kind == "quote" else 0, "", False


class ScrollMap(QWidget):
    """A narrow strip with a lane for each sort of mark; a click goes there.

    ``passage_wanted`` brings the span of the mark that was clicked, ``place_wanted`` the place of the
    text where no mark was.
    """

    passage_wanted = Signal(object)
    place_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._length = 1
        self._seen: Span | None = None
        self._layers = Layers()
        self._known: dict[str, _Kind] = {}
        self._hits: Sequence[Span] = ()
        self._current: Span | None = None
        self._sorted: dict[str, list[Span]] = {}  # the passages of a lane, when they were asked for
        self.setFixedWidth(2 * _EDGE + len(LANES) * _LANE)
        self.setAccessibleName(_("Map of marks"))
        self.setMouseTracking(True)
        theme.changed.connect(self._dress)
        self._say()

    # -- what is shown ------------------------------------------------------------------------------

    def set_length(self, length: int) -> None:
        """Show a text of so many code points, without marks so far."""
        self._length = max(1, length)
        self._seen = None
        self._hits, self._current = (), None
        self.set_layers(Layers())

    def set_layers(self, layers: Layers) -> None:
        """Show these marks."""
        self._layers = layers
        end = self._length + 1
        for kind, index in layers.kinds.items():
            if kind not in self._known or self._known[kind].index is not index:
                self._known[kind] = _Kind(index, index.within(0, end), kind)
        self._known = {kind: self._known[kind] for kind in layers.kinds}
        self._outdate()
        self._say()

    def set_hits(self, hits: Sequence[Span], current: Span | None) -> None:
        """Show these passages as found, one of them as the current one."""
        self._hits, self._current = hits, current
        self._outdate()
        self._say()

    def set_seen(self, seen: Span | None) -> None:
        """Show which part of the text is in view."""
        if seen != self._seen:
            self._seen = seen
            self.update()

    def counts(self) -> dict[str, int]:
        """Return how many passages each lane shows."""
        found = dict.fromkeys(LANES, 0)
        for kind, known in self._shown():
            found[_lane_of(kind)] += known.count
        found[HIT] = len(self._hits)
        return found

    # -- places ----------------------------------------------------------------------------------------

    def y_of(self, place: int) -> float:
        """Return the height of the strip that stands for a place of the text."""
        return _EDGE + place * (self.height() - 2 * _EDGE) / self._length

    def place_at(self, y: float) -> int:
        """Return the place of the text that a height of the strip stands for."""
        room = max(1, self.height() - 2 * _EDGE)
        return min(self._length - 1, max(0, round((y - _EDGE) * self._length / room)))

    def passage_at(self, point: QPointF) -> Span | None:
        """Return the passage of the nearest mark of the lane under a point, if one is near."""
        place = self.place_at(point.y())
        spans = self._spans(LANES[min(len(LANES) - 1, max(0, int((point.x() - _EDGE) // _LANE)))])
        at = bisect_left(spans, place, key=lambda span: span.start)
        around = spans[max(0, at - 1) : at + 1]
        best = min(around, key=lambda span: abs(span.start - place), default=None)
        if best is None or abs(self.y_of(best.start) - point.y()) > _NEAR:
            return None
        return best

    # -- what Qt calls -----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the width of the lanes."""
        return QSize(self.width(), 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture of the marks, and a frame around what is in view."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        if self._seen is not None:
            top, bottom = self.y_of(self._seen.start), self.y_of(min(self._seen.end, self._length))
            frame = QRectF(0.5, top - 1.5, self.width() - 1, max(6.0, bottom - top + 3))
            painter.setPen(QPen(self._theme.colour("border.strong"), 1))
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(frame, 3, 3)
        for kind, known in self._shown():
            painter.drawPixmap(_left_of(_lane_of(kind)) - _EDGE, 0, self._picture_of(kind, known))
        self._draw_hits(painter, _left_of(HIT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mark under the pointer, else to the place."""
        if event.button() == Qt.MouseButton.LeftButton:
            passage = self.passage_at(event.position())
            if passage is not None:
                self.passage_wanted.emit(passage)
            else:
                self.place_wanted.emit(self.place_at(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with the pointer; without a button, show whether there is a mark under it."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.place_wanted.emit(self.place_at(event.position().y()))
        elif self.passage_at(event.position()) is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def event(self, event: QEvent) -> bool:
        """Say in words what the lanes hold."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tooltip(self.accessibleDescription()), self)
            return True
        return super().event(event)

    # -- within -----------------------------------------------------------------------------------------

    def _shown(self) -> list[tuple[str, _Kind]]:
        return [(kind, known) for kind, known in self._known.items() if kind in self._layers.shown]

    def _spans(self, lane: str) -> Sequence[Span]:
        if lane == HIT:
            return self._hits
        if lane not in self._sorted:
            kinds = [known for kind, known in self._shown() if _lane_of(kind) == lane]
            self._sorted[lane] = sorted({mark.span for known in kinds for mark in known.marks})
        return self._sorted[lane]

    def _outdate(self) -> None:
        self._sorted.clear()
        self.update()

    def _dress(self) -> None:
        for known in self._known.values():
            known.picture = None
        self.update()

    def _say(self) -> None:
        said = [_COUNTS[lane](number) for lane, number in self.counts().items()]
        self.setAccessibleDescription(" · ".join(said))

    def _picture_of(self, kind: str, known: _Kind) -> QPixmap:
        """Return the picture of one kind, drawn when its marks, the size or the theme have changed."""
        ratio = self.devicePixelRatioF()
        if known.picture is None or known.picture.height() != round(self.height() * ratio):
            picture = QPixmap(round((_LANE + 2 * _EDGE) * ratio), round(self.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            signs = known.signs((self.height() - 2 * _EDGE) / self._length)
            if kind == OWN:
                self._draw_own(painter, _EDGE, signs)
            else:
                self._draw_found(painter, _EDGE, kind, signs)
            painter.end()
            known.picture = picture
        return known.picture

    def _draw_found(self, painter: QPainter, left: int, kind: str, signs: Sequence[_Sign]) -> None:
        """Draw short dashes for facts, and bars as long as they are for quotes."""
        colour = self._theme.colour("mark.quote.line" if kind == "quote" else f"mark.{kind}")
        if kind == "quote":
            for top, height, _role, _star in signs:
                painter.fillRect(QRectF(left + 2, _EDGE + top, 4, max(2, height)), colour)
            return
        colour.setAlphaF(0.75)
        for top, _height, _role, _star in signs:
            painter.fillRect(QRectF(left, _EDGE + top, 7, 1), colour)

    def _draw_own(self, painter: QPainter, left: int, signs: Sequence[_Sign]) -> None:
        """Draw framed squares in the colours of a person's marks, and diamonds for stars."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("text.muted"), 0.8))
        colours = {role: self._colour(role) for role in {sign.role for sign in signs}}
        for top, _height, role, star in signs:
            painter.setBrush(colours[role])
            if star:
                middle = QPointF(left + 3.5, _EDGE + top + 1.5)
                painter.drawPolygon(_diamond(middle, 4))
            else:
                painter.drawRect(QRectF(left + 0.5, _EDGE + top - 1.5, 6, 5))

    def _draw_hits(self, painter: QPainter, left: int) -> None:
        """Draw triangles that point at the text; the current one is larger and dark."""
        scale = (self.height() - 2 * _EDGE) / self._length
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("warning"), 0.8))
        painter.setBrush(self._theme.colour("mark.hit.current"))
        for top in {int(span.start * scale) for span in self._hits}:
            painter.drawPolygon(_pointing(QPointF(left, _EDGE + top + 0.5), 6, 3))
        if self._current is not None:
            painter.setBrush(self._theme.colour("text"))
            painter.setPen(QPen(self._theme.colour("surface"), 1))
            place = int(self._current.start * scale)
            painter.drawPolygon(_pointing(QPointF(left - 1, _EDGE + place + 0.5), 9, 5))

    def _colour(self, role: str) -> QColor:
        try:
            return self._theme.colour(role)
        except KeyError:
            return self._theme.colour("accent")


def _lane_of(kind: str) -> str:
    if kind in (OWN, HIT):
        return kind
    return "quotes" if kind == "quote" else "facts"


def _left_of(lane: str) -> int:
    return _EDGE + LANES.index(lane) * _LANE


def _diamond(middle: QPointF, size: float) -> QPolygonF:
    corners = (QPointF(0, -size), QPointF(size, 0), QPointF(0, size), QPointF(-size, 0))
    return QPolygonF([middle + corner for corner in corners])


def _pointing(tip: QPointF, length: float, half: float) -> QPolygonF:
    return QPolygonF([tip, tip + QPointF(length, -half), tip + QPointF(length, half)])

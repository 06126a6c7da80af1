"""How the timeline is painted: lanes, signs or heaps of them, what lies ahead, and the axis."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from briefreader.domain.survey import LANES
from briefreader.i18n import _, number
from briefreader.ui.delegates.moment_signs import BAR, LANE_ROLES, RADIUS, faded, paint_bar, paint_dot
from briefreader.ui.models.moments import LANE_NAMES, LOOKS, Moments
from briefreader.ui.theme import Theme
from briefreader.ui.views.timeline_axis import Scale, scale
from briefreader.ui.views.timeline_frame import SIDE, Frame
from briefreader.ui.views.timeline_layout import Heaps, Placed

_END = 9  # px: how much of a bar's end words within it leave free
TIGHT = BAR + 1  # px: a line of signs without words
STRIP = 7.0  # px: the strip of the vague below heaps
_RUG = 3.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Lane = list[Placed] | Heaps


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is painted. ``ranges`` are the stretches chosen in lanes, ``others`` the days of the
    sources that the filter leaves out, ``flags`` days with words above them.
    """

    frame: Frame
    moments: Moments
    lanes: Mapping[str, Lane]
    others: Sequence[int] = ()
    newest: int | None = None
    today: int | None = None
    ranges: Mapping[str, tuple[float, float]] | None = None
    selected: int | None = None
    focused: str = ""


def paint_timeline(painter: QPainter, theme: Theme, picture: Picture) -> None:
    """Paint the whole timeline."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("small"))
    frame = picture.frame
    marks = scale(
        frame.low, frame.high, frame.width - 2 * SIDE, QFontMetricsF(painter.font()).horizontalAdvance
    )
    for name in LANES:
        _paint_ground(painter, theme, picture, name, marks)
    _paint_flags(painter, theme, picture)
    for name in LANES:
        _paint_lane(painter, theme, picture, name)
    _paint_axis(painter, theme, frame, marks)


# -- grounds and headings ---------------------------------------------------------------------------


def _paint_ground(painter: QPainter, theme: Theme, picture: Picture, name: str, marks: Scale) -> None:
    frame, box = picture.frame, picture.frame.lane(name)
    painter.fillRect(box, theme.colour("surface"))
    if picture.newest is not None:  # what lies behind the newest source lies ahead of all of them
        ahead = max(frame.place(picture.newest + 1), 0.0)
        if ahead < frame.width:
            painter.fillRect(
                QRectF(ahead, box.top(), frame.width - ahead, box.height()), theme.colour("hover")
            )
    chosen = (picture.ranges or {}).get(name)
    if chosen is not None:
        left, right = max(frame.place(chosen[0]), 0.0), min(frame.place(chosen[1]), frame.width)
        if right > left:
            painter.fillRect(QRectF(left, box.top(), right - left, box.height()), theme.colour("accent.soft"))
    painter.setPen(QPen(theme.colour("border"), 1))
    lines = marks.larger or marks.steps
    places = [_sharp(painter, frame.place(each.low)) for each in lines]
    painter.drawLines([QLineF(x, box.top(), x, box.bottom()) for x in places if 0 <= x <= frame.width])


def _paint_heading(painter: QPainter, theme: Theme, picture: Picture, name: str) -> None:
    frame, box = picture.frame, picture.frame.lane(name)
    line = QRectF(SIDE, box.top() + 3, frame.width - 2 * SIDE, frame.line)
    painter.setFont(theme.font("heading"))
    metrics = QFontMetricsF(painter.font())
    title = _(LANE_NAMES[name]).upper()
    wide = metrics.horizontalAdvance(title)
    colour = theme.colour(LANE_ROLES[name])
    if picture.focused == name:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(3, line.top() + 1, 4, line.height() - 2), 2, 2)
    painter.setPen(colour)
    painter.drawText(line, _LEFT, title)
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour("text.muted"))
    count = picture.moments.count(name, int(frame.low), int(frame.high) + 1)
    painter.drawText(line.adjusted(wide + 8, 0, 0, 0), _LEFT, number(count))


# -- lanes ------------------------------------------------------------------------------------------


def _paint_lane(painter: QPainter, theme: Theme, picture: Picture, name: str) -> None:
    body = picture.frame.body(name)
    if name == "published":
        _paint_rug(painter, theme, picture, body)
    lane = picture.lanes[name]
    painter.save()
    painter.setClipRect(picture.frame.lane(name), Qt.ClipOperation.IntersectClip)
    if isinstance(lane, Heaps):
        _paint_heaps(painter, theme, picture.frame, name, lane)
        _paint_needle(painter, theme, picture, name)
    else:
        for each in lane:
            _paint_sign(painter, theme, picture, name, each)
    painter.restore()
    _paint_heading(painter, theme, picture, name)


def line_height(frame: Frame) -> float:
    """Return how high a line of signs is."""
    return max(frame.line, BAR + 2) + 2


def sign_box(frame: Frame, name: str, each: Placed) -> QRectF:
    """Return where a sign stands."""
    line = line_height(frame) if each.roomy else TIGHT
    middle = frame.body(name).top() + line * (each.line + 0.5)
    return QRectF(each.left, middle - BAR / 2, each.right - each.left, BAR)


def _paint_sign(painter: QPainter, theme: Theme, picture: Picture, name: str, each: Placed) -> None:
    frame, moment = picture.frame, picture.moments.items[each.row]
    box, look = sign_box(frame, name, each), picture.moments.look(each.row)
    day = picture.moments.firsts[each.row] == picture.moments.lasts[each.row]
    chosen = picture.selected == each.row
    label = QRectF(each.label, box.center().y() - frame.line / 2, each.room, frame.line)
    if chosen:
        ring = box.united(label) if each.room else box
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.setBrush(theme.colour("selection"))
        painter.drawRoundedRect(ring.adjusted(-3, -2, 3, 2), 5, 5)
    if day:
        paint_dot(painter, theme, name, look, QPointF(box.center()))
    else:
        paint_bar(painter, theme, name, look, box, firm=moment.precision == "range")
    if each.room:
        if not day and look != "plain" and box.intersects(label):
            label = label.intersected(box.adjusted(_END, 0, -_END, 0))  # the ends stay in sight
            _clear_ground(painter, theme, label, moment.label)
        words = " ".join(moment.label.split())
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(label.width()))
        painter.setPen(theme.colour("text" if look != "cancelled" else "text.muted"))
        painter.drawText(label, _RIGHT if each.before else _LEFT, shown)


def _clear_ground(painter: QPainter, theme: Theme, label: QRectF, words: str) -> None:
    """Take the hatching away below words."""
    wide = min(label.width(), painter.fontMetrics().horizontalAdvance(" ".join(words.split())))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(QRectF(label.left() - 3, label.top(), wide + 6, label.height()), 3, 3)


def _paint_heaps(painter: QPainter, theme: Theme, frame: Frame, name: str, heaps: Heaps) -> None:
    """Paint counts: bars of the days, each look in its own filling, above a strip of the vague."""
    body = frame.body(name)
    colour = theme.colour(LANE_ROLES[name])
    bottom = _sharp(painter, body.bottom() - STRIP - 3)
    unit = (bottom - body.top()) / max(heaps.tallest, 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for place, counts in enumerate(heaps.days):
        left = _sharp(painter, frame.place(heaps.edges[place]))
        right = _sharp(painter, frame.place(heaps.edges[place + 1]))
        gap = 1.0 if right - left > 3 else 0.0
        top = bottom
        for look, count in zip(LOOKS, counts, strict=True):
            if count:
                height = max(2.0, count * unit)
                _paint_heap(
                    painter, theme, colour, look, QRectF(left, top - height, right - left - gap, height)
                )
                top -= height
        if heaps.vague[place]:
            share = 0.15 + 0.6 * heaps.vague[place] / heaps.vaguest
            strip = QRectF(left, bottom + 3, right - left, STRIP)
            painter.fillRect(strip, faded(colour, share))
    painter.fillRect(QRectF(0, bottom, frame.width, 1), theme.colour("border.strong"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _paint_heap(painter: QPainter, theme: Theme, colour: QColor, look: str, box: QRectF) -> None:
    if look == "plain":
        painter.fillRect(box, colour)
        return
    painter.fillRect(box, faded(colour, 0.3) if look == "inferred" else theme.colour("surface"))
    edge = 1.0
    for side in (
        QRectF(box.left(), box.top(), box.width(), edge),
        QRectF(box.left(), box.top(), edge, box.height()),
        QRectF(box.right() - edge, box.top(), edge, box.height()),
    ):
        painter.fillRect(side, colour)
    if look == "cancelled":
        painter.fillRect(QRectF(box.left(), box.center().y(), box.width(), edge), colour)


def _paint_needle(painter: QPainter, theme: Theme, picture: Picture, name: str) -> None:
    """Show where the selected moment is among those that are only counted."""
    row = picture.selected
    if row is None or picture.moments.items[row].lane != name:
        return
    frame, body = picture.frame, picture.frame.body(name)
    left = frame.place(picture.moments.firsts[row])
    right = frame.place(picture.moments.lasts[row] + 1)
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.setBrush(faded(theme.colour("accent"), 0.18))
    middle = (left + right) / 2
    half = max(right - left, 5.0) / 2
    painter.drawRoundedRect(QRectF(middle - half, body.top() - 2, 2 * half, body.height() + 2), 2, 2)


def _paint_rug(painter: QPainter, theme: Theme, picture: Picture, body: QRectF) -> None:
    """Show as fine lines below when the sources came out that the filter leaves out."""
    frame, days = picture.frame, picture.others
    painter.setPen(QPen(theme.colour("text.faint"), 1))
    lines: list[QLineF] = []
    at = bisect_left(days, int(frame.low))
    while at < len(days) and days[at] <= frame.high:
        x = _sharp(painter, frame.place(days[at] + 0.5))
        lines.append(QLineF(x, body.bottom() + 1, x, body.bottom() + 1 + _RUG))
        at = bisect_left(days, max(days[at] + 1, int(frame.day(x + 1.5))))
    painter.drawLines(lines)


# -- flags and axis ---------------------------------------------------------------------------------


def _paint_flags(painter: QPainter, theme: Theme, picture: Picture) -> None:
    frame, free = picture.frame, [0.0, picture.frame.width]
    flags: tuple[tuple[int | None, str, str, Qt.PenStyle], ...] = (
        (picture.today, _("Today"), "accent", Qt.PenStyle.SolidLine),
        (picture.newest, _("Newest source"), "text.muted", Qt.PenStyle.DashLine),
    )
    taken: list[QRectF] = []
    painter.setFont(theme.font("small"))
    wide: Callable[[str], float] = QFontMetricsF(painter.font()).horizontalAdvance
    for day, words, role, style in flags:
        x = _sharp(painter, frame.place(day + 1)) if day is not None else -1.0
        if not free[0] <= x <= free[1]:
            continue
        painter.setPen(QPen(theme.colour(role), 1.2, style))
        painter.drawLine(QPointF(x, frame.line + 2), QPointF(x, frame.plot.bottom()))
        for left in (x + 4, x - 4 - wide(words)):
            box = QRectF(left, 2, wide(words) + 1, frame.line)
            if (
                left >= 2
                and box.right() <= frame.width - 2
                and not any(box.intersects(each) for each in taken)
            ):
                painter.setPen(theme.colour(role))
                painter.drawText(box, _LEFT, words)
                taken.append(box.adjusted(-6, 0, 6, 0))
                break


def _paint_axis(painter: QPainter, theme: Theme, frame: Frame, marks: Scale) -> None:
    top = frame.plot.bottom() + 1
    painter.setPen(QPen(theme.colour("border.strong"), 1))
    painter.drawLine(QPointF(0, _sharp(painter, top)), QPointF(frame.width, _sharp(painter, top)))
    fine = [_sharp(painter, frame.place(day)) for day in marks.fine]
    painter.drawLines([QLineF(x, top, x, top + 3) for x in fine if 0 <= x <= frame.width])
    metrics = QFontMetricsF(painter.font())
    weeks = bool(marks.steps) and marks.steps[0].high - marks.steps[0].low == 7
    for each in marks.steps:
        left, right = frame.place(each.low), frame.place(each.high)
        x = _sharp(painter, left)
        painter.setPen(QPen(theme.colour("border.strong"), 1))
        painter.drawLine(QPointF(x, top), QPointF(x, top + 5))
        # The day on which a week begins is said where it begins; other names are of the whole stretch.
        wide = metrics.horizontalAdvance(each.label) + 8 if weeks else right - left
        box = QRectF(left, top + 4, wide, frame.line)
        if box.center().x() - metrics.horizontalAdvance(each.label) / 2 < 1:
            continue
        if box.center().x() + metrics.horizontalAdvance(each.label) / 2 > frame.width - 1:
            continue
        painter.setPen(theme.colour("text.muted"))
        painter.drawText(box.adjusted(-20, 0, 20, 0), Qt.AlignmentFlag.AlignCenter, each.label)
    painter.setPen(theme.colour("text"))
    for each in marks.larger:
        left = max(frame.place(each.low) + 4, 4.0)
        room = min(frame.place(each.high), frame.width) - left - 6
        if metrics.horizontalAdvance(each.label) <= room:
            painter.drawText(QRectF(left, top + 4 + frame.line, room, frame.line), _LEFT, each.label)


def reach_of(frame: Frame, first: int, last: int) -> tuple[float, float]:
    """Return the two ends of a sign in px, cut where it leaves what is seen."""
    if first == last:
        middle = frame.place(first + 0.5)
        return middle - RADIUS - 1, middle + RADIUS + 1
    left, right = max(frame.place(first), -40.0), min(frame.place(last + 1), frame.width + 40.0)
    if right - left < 2 * RADIUS + 2:
        middle = (left + right) / 2
        return middle - RADIUS - 1, middle + RADIUS + 1
    return left, right


def _sharp(painter: QPainter, value: float) -> float:
    """Return a place on whole pixels of the screen, and in the middle of one, so that lines are crisp."""
    ratio = painter.device().devicePixelRatioF()
    return (round(value * ratio) + 0.5) / ratio

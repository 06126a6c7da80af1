"""Marks on the reader's text: what they are, which of them are seen, and how they are painted.

The document itself is never touched: marks are painted under and over the visible lines only, so
that thousands of them can come and go at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from briefreader.domain.text import Span
from briefreader.ui.inks import ink
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_geometry import Strip

STYLES = ("background", "dotted", "underline", "frame", "star", "note", "tag")
SIGNS = ("star", "note", "tag")
"""The styles that show as a sign in the margin."""

_LONG = 2000
_PATTERNS = {  # on and off in pixels, so that kinds can be told apart without their colours
    "mark.person": (1.5, 2.5),
    "mark.organisation": (3.5, 2.5),
    "mark.place": (1.5, 2.25, 4.0, 2.25),
    "mark.figure": (6.0, 2.0),
    "mark.date": (6.0, 2.25, 1.5, 2.25),
}
_OPAQUE = ("highlight.", "mark.quote", "mark.hit", "mark.flash")


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage to be marked: the role is its colour's name, the style one of STYLES.

    ``key`` is what the signals report; ``label`` says in words what the mark is.
    """

    span: Span
    role: str
    style: str
    key: object
    label: str


def by_machine(mark: Mark) -> bool:
    """Tell whether a mark shows what the program found by itself."""
    return mark.role.startswith("mark.") and not mark.role.startswith("mark.hit")


class MarkIndex:
    """Marks in order of their places; finds those within a stretch of the text."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        every = sorted(marks, key=lambda mark: mark.span.start)
        self._long = [mark for mark in every if mark.span.end - mark.span.start > _LONG]
        self._short = [mark for mark in every if mark.span.end - mark.span.start <= _LONG]
        self._starts = [mark.span.start for mark in self._short]

    def within(self, start: int, end: int) -> list[Mark]:
        """Return the marks that share a code point with a stretch; longer ones before those inside them."""
        low = bisect_left(self._starts, start - _LONG)
        high = bisect_left(self._starts, end, low)
        found = [mark for mark in self._short[low:high] if mark.span.end > start]
        found += [mark for mark in self._long if mark.span.start < end and mark.span.end > start]
        found.sort(key=lambda mark: (mark.span.start, -mark.span.end))
        return found


class Shape(NamedTuple):
    """A mark's part on one line, in pixels of the page."""

    mark: Mark
    strip: Strip
    depth: int
    first: bool


def nested(found: Sequence[tuple[Mark, Sequence[Strip]]]) -> list[Shape]:
    """Return the shapes of marks, each with the number of marks of its style that it lies upon."""
    shapes: list[Shape] = []
    open_ends: dict[str, list[int]] = {}
    for mark, pieces in found:
        layer = layer_of(mark)
        ends = [end for end in open_ends.get(layer, []) if end > mark.span.start]
        depth = min(len(ends), 3)
        open_ends[layer] = [*ends, mark.span.end]
        for number, strip in enumerate(pieces):
            shapes.append(Shape(mark, strip, depth, number == 0))
    return shapes


def layer_of(mark: Mark) -> str:
    """Return what a mark is painted with: machine tints lie lowest, then a person's, then hits."""
    if mark.style in ("dotted", "underline"):
        return "line"
    if mark.style != "background":
        return "margin"
    return mark.role.partition(".")[0] if mark.role.startswith("highlight.") else mark.role[:8]


class MarkPainter:
    """Paints shapes in the theme's colours. The painter's origin is the page's."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._tiles: dict[tuple[str, int, float], QPixmap] = {}

    def under(self, painter: QPainter, shapes: Sequence[Shape], column: QRectF) -> None:
        """Paint what lies below the letters: backgrounds, and the bars of quotes in the left margin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        backgrounds = [shape for shape in shapes if shape.mark.style == "background"]
        backgrounds.sort(key=lambda shape: _order(shape.mark.role))
        for shape in backgrounds:
            self._background(painter, shape)
        painter.setPen(Qt.PenStyle.NoPen)
        for bar, colour in self._bars(backgrounds, column.left() - 14):
            painter.setBrush(colour)
            painter.drawRoundedRect(bar, 1.2, 1.2)

    def over(self, painter: QPainter, shapes: Sequence[Shape]) -> None:
        """Paint what must stay above backgrounds and letters: lines, and the frame of the chosen mark."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in shapes:
            if shape.mark.style in ("dotted", "underline"):
                self._line(painter, shape)
            elif shape.mark.style == "background" and shape.mark.role.startswith("highlight."):
                self._edge(painter, shape)
            elif shape.mark.style == "frame":
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._colour(shape.mark.role), 1.5))
                painter.drawRoundedRect(shape.strip.rect.adjusted(-2.5, -1.5, 2.5, 1.5), 4, 4)

    def wash(self, painter: QPainter, pieces: Iterable[Strip], opacity: float) -> None:
        """Paint the flash of a passage at an opacity of 0 to 1."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour("mark.flash")
        colour.setAlphaF(opacity)
        edge = self._theme.colour("accent")
        edge.setAlphaF(opacity * 0.8)
        for strip in pieces:
            painter.setBrush(colour)
            painter.setPen(QPen(edge, 1.2))
            painter.drawRoundedRect(strip.rect.adjusted(-3, -1, 3, 1), 5, 5)

    def _background(self, painter: QPainter, shape: Shape) -> None:
        role = shape.mark.role
        colour = self._colour(role)
        if not role.startswith(_OPAQUE):
            colour.setAlphaF(0.13)
        inset = shape.depth * 2.5
        rect = shape.strip.rect.adjusted(-1.5, inset, 1.5, -inset)
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        if role == "mark.hit.current":
            painter.setPen(QPen(self._theme.colour("text"), 1.4))
        elif role == "mark.hit" or shape.depth:
            painter.setPen(QPen(_deeper(colour, self._theme.dark), 0.8))
        painter.drawRoundedRect(rect, 4, 4)

    def _edge(self, painter: QPainter, shape: Shape) -> None:
        """Paint the lower edge of a person's highlight, which a machine's tint does not have."""
        rect = shape.strip.rect
        y = rect.bottom() - shape.depth * 2.5 - 0.75
        painter.setPen(QPen(_deeper(self._colour(shape.mark.role), self._theme.dark), 1.6))
        painter.drawLine(QPointF(rect.left() - 0.5, y), QPointF(rect.right() + 0.5, y))

    def _line(self, painter: QPainter, shape: Shape) -> None:
        strip = shape.strip
        y = round(strip.base + strip.size * 0.19) + shape.depth * 2.5
        rect = QRectF(strip.rect.left() + 0.5, y, strip.rect.width() - 1, 2)
        if shape.mark.style == "dotted":
            painter.drawTiledPixmap(rect, self._dots(shape.mark.role, painter.device().devicePixelRatio()))
        elif shape.mark.role.startswith("underline."):  # a person's own: twice as strong as any other line
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(shape.mark.role))
            painter.drawRoundedRect(rect.adjusted(-1.5, -0.5, 1.5, 0.7), 1.4, 1.4)
        else:
            painter.fillRect(rect.adjusted(0, 0, 0, -0.4), self._colour(shape.mark.role))

    def _dots(self, role: str, ratio: float) -> QPixmap:
        """Return one period of a dotted line: Qt's own dashed lines take ten times as long."""
        colour = self._colour(role)
        key = (role, colour.rgba(), ratio)
        if key not in self._tiles:
            pattern = _PATTERNS.get(role, _PATTERNS["mark.person"])
            tile = QPixmap(round(sum(pattern) * ratio), round(2 * ratio))
            tile.setDevicePixelRatio(ratio)
            tile.fill(Qt.GlobalColor.transparent)
            painter = QPainter(tile)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour.setAlphaF(0.85)
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            left = 0.0
            for on, off in zip(pattern[::2], pattern[1::2], strict=True):
                painter.drawRoundedRect(QRectF(left, 0, on, 1.5), 0.7, 0.7)
                left += on + off
            painter.end()
            self._tiles[key] = tile
        return self._tiles[key]

    def _colour(self, role: str) -> QColor:
        """Return a role's colour; a kind of fact that the theme does not know takes the accent."""
        kind, _dot, colour = role.partition(".")
        if kind == "underline":
            return ink(self._theme.colour(f"highlight.{colour}"), self._theme.colour("surface"))
        try:
            return self._theme.colour(role)
        except KeyError:
            return self._theme.colour("accent")

    def _bars(self, shapes: Sequence[Shape], left: float) -> list[tuple[QRectF, QColor]]:
        """Return the bars in the left margin: one for lines that follow one another."""
        bars: list[tuple[QRectF, QColor]] = []
        for shape in sorted(shapes, key=lambda each: each.strip.line.top()):
            colour = self._bar_colour(shape.mark.role)
            if colour is None:
                continue
            line = shape.strip.line
            if bars and bars[-1][1] == colour and line.top() <= bars[-1][0].bottom() + 1:
                bars[-1][0].setBottom(max(bars[-1][0].bottom(), line.bottom()))
            else:
                bars.append((QRectF(left, line.top(), 2.5, line.height()), colour))
        return bars

    def _bar_colour(self, role: str) -> QColor | None:
        try:
            return self._theme.colour(role + ".line")
        except KeyError:
            return None


def _order(role: str) -> int:
    if role.startswith("highlight."):
        return 1
    return 2 if role.startswith("mark.hit") else 0


def _deeper(colour: QColor, dark: bool) -> QColor:
    """Return a colour of the same hue that stands out against it."""
    deeper = colour.lighter(170) if dark else colour.darker(145)
    deeper.setAlphaF(min(1.0, colour.alphaF() * 2))
    return deeper


class Glyph(NamedTuple):
    """A small sign in the right margin, standing for one or more marks of the same line."""

    rect: QRectF
    style: str
    marks: tuple[Mark, ...]


def glyphs(shapes: Sequence[Shape], column: QRectF) -> list[Glyph]:
    """Return the margin's signs: on each line at most one star, and one note or else one tag.

    Each stands for all its marks; the note for those that only have tags as well.
    """
    rows: dict[tuple[int, bool], list[Shape]] = {}
    for shape in shapes:
        if shape.first and shape.mark.style in SIGNS:
            rows.setdefault((round(shape.strip.base), shape.mark.style == "star"), []).append(shape)
    placed: list[Glyph] = []
    for (base, is_star), row in rows.items():
        beside = not is_star and (base, True) in rows
        style = min(shape.mark.style for shape in row)  # "note" comes before "tag"
        size = 13.0
        middle = row[0].strip.base - row[0].strip.size * 0.34
        left = column.right() + 2 + (13 if beside else 0)
        rect = QRectF(left, middle - size / 2, size, size)
        placed.append(Glyph(rect, style, tuple(shape.mark for shape in row)))
    return placed


def paint_glyph(painter: QPainter, glyph: Glyph, theme: Theme) -> None:
    """Paint a margin sign: a star, a leaf of paper with two lines on it, or a tag."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = glyph.rect
    if glyph.style == "star":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("star"))
        painter.drawPolygon(_star(rect))
        return
    painter.setBrush(theme.colour("accent.soft"))
    painter.setPen(QPen(theme.colour("accent"), 1.3))
    if glyph.style == "tag":
        _paint_tag(painter, rect)
    else:
        _paint_leaf(painter, rect)


def _paint_tag(painter: QPainter, rect: QRectF) -> None:
    label = rect.adjusted(0.5, 2.5, -0.5, -2.5)
    point = label.height() / 2
    middle = QPointF(label.left(), label.center().y())
    path = QPainterPath(middle)
    for corner in (
        label.topLeft() + QPointF(point, 0),
        label.topRight(),
        label.bottomRight(),
        label.bottomLeft() + QPointF(point, 0),
    ):
        path.lineTo(corner)
    path.closeSubpath()
    painter.drawPath(path)
    painter.drawEllipse(middle + QPointF(point + 0.5, 0), 0.9, 0.9)


def _paint_leaf(painter: QPainter, rect: QRectF) -> None:
    sheet = rect.adjusted(1, 0.5, -1, -0.5)
    fold = sheet.height() * 0.34
    path = QPainterPath(sheet.topLeft())
    for corner in (
        sheet.topRight(),
        sheet.bottomRight() - QPointF(0, fold),
        sheet.bottomRight() - QPointF(fold, 0),
        sheet.bottomLeft(),
    ):
        path.lineTo(corner)
    path.closeSubpath()
    painter.drawPath(path)
    for height in (0.34, 0.6):
        y = sheet.top() + sheet.height() * height
        end = sheet.right() - (2.5 if height < 0.5 else fold + 1.5)
        painter.drawLine(QPointF(sheet.left() + 2.5, y), QPointF(end, y))


def _star(rect: QRectF) -> QPolygonF:
    from math import cos, pi, sin

    middle, radius = rect.center(), rect.width() / 2 + 0.5
    points = []
    for corner in range(10):
        length = radius if corner % 2 == 0 else radius * 0.42
        angle = corner * pi / 5
        points.append(QPointF(middle.x() + length * sin(angle), middle.y() + 0.5 - length * cos(angle)))
    return QPolygonF(points)

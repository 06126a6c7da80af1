"""What of the reader's page is seen just now beside its letters: marks, margin signs, folds, bullets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextDocument

from briefreader.domain.text import Span
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_compared import paint_compared
from briefreader.ui.views.reader_folds import Fold, Shown
from briefreader.ui.views.reader_geometry import Sight, Strip
from briefreader.ui.views.reader_layout import BULLET, SIZE
from briefreader.ui.views.reader_marks import (
    SIGNS,
    Glyph,
    Mark,
    MarkIndex,
    MarkPainter,
    Shape,
    by_machine,
    glyphs,
    nested,
    paint_glyph,
)
from briefreader.ui.views.reader_tabs import paint_tabs, tabs


class FoldPlace(NamedTuple):
    """Where a fold can be clicked: its chip, or the small sign in the margin when it is open."""

    rect: QRectF
    fold: Fold
    closed: bool


@dataclass(slots=True)
class Scene:
    """The marks and signs between two heights of the page. All places are in pixels of the page."""

    column: QRectF = field(default_factory=QRectF)
    seen: Span | None = None
    shapes: list[Shape] = field(default_factory=list)
    glyphs: list[Glyph] = field(default_factory=list)
    folds: list[FoldPlace] = field(default_factory=list)
    bullets: list[QRectF] = field(default_factory=list)

    def marks_at(self, point: QPointF) -> list[Mark]:
        """Return the marks under a point, innermost first, none twice."""
        found: dict[int, Mark] = {}
        for glyph in self.glyphs:
            if glyph.rect.adjusted(-3, -6, 3, 6).contains(point):
                found |= {id(mark): mark for mark in glyph.marks}
        for shape in self.shapes:
            if shape.strip.rect.contains(point):
                found[id(shape.mark)] = shape.mark
        return sorted(found.values(), key=lambda mark: len(mark.span))

    def on_glyph(self, point: QPointF) -> bool:
        """Tell whether a margin sign is under a point."""
        return any(glyph.rect.adjusted(-3, -6, 3, 6).contains(point) for glyph in self.glyphs)

    def fold_at(self, point: QPointF) -> FoldPlace | None:
        """Return the fold whose chip or sign is under a point."""
        return next((place for place in self.folds if place.rect.contains(point)), None)

    def paint_under(self, painter: QPainter, marks: MarkPainter) -> None:
        """Paint what lies below the letters."""
        marks.under(painter, self.shapes, self.column)

    def paint_over(self, painter: QPainter, marks: MarkPainter, theme: Theme) -> None:
        """Paint what lies above the letters and beside them."""
        marks.over(painter, self.shapes)
        paint_tabs(painter, tabs(self.shapes), theme)
        paint_compared(painter, self.shapes, self.column, theme)
        for glyph in self.glyphs:
            paint_glyph(painter, glyph, theme)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text.muted"))
        for bullet in self.bullets:
            painter.drawEllipse(bullet)
        for place in self.folds:
            if not place.closed:
                _paint_open_sign(painter, place.rect, theme)


def compose(
    document: QTextDocument, shown: Shown, layers: tuple[MarkIndex, MarkIndex], top: float, bottom: float
) -> Scene:
    """Find what there is to paint between two heights; ``layers`` are the marks and the search hits."""
    page = document.rootFrame().frameFormat()
    width = document.pageSize().width()
    column = QRectF(
        page.leftMargin(), top, width - page.leftMargin() - page.rightMargin(), max(0.0, bottom - top)
    )
    scene = Scene(column)
    sight = Sight(document, top, bottom)
    start, end = sight.range
    if start >= end:
        return scene
    seen = Span(shown.from_qt(start), shown.from_qt(end) + 1)
    scene.seen = seen
    found: list[tuple[Mark, list[Strip]]] = []
    for layer in layers:
        for mark in layer.within(seen.start, seen.end):
            begin, stop = shown.range_of(mark.span)
            if begin < start and mark.style in (*SIGNS, "pair"):
                continue  # its sign stands beside its first line, which is above
            if by_machine(mark) and stop - begin == 1 and shown.fold_at(begin):
                continue  # a chip shows only what a person marked or looked for
            if pieces := sight.strips(begin, stop):
                found.append((mark, pieces))
    scene.shapes = nested(found)
    scene.glyphs = glyphs(scene.shapes, column)
    scene.folds = list(_folds(sight, shown, seen, column))
    scene.bullets = list(_bullets(document, start, end))
    return scene


def _folds(sight: Sight, shown: Shown, seen: Span, column: QRectF) -> Iterator[FoldPlace]:
    for fold in shown.folds:
        pieces = sight.strips(*shown.range_of(fold.span)) if fold.span.overlaps(seen) else []
        if not pieces:
            continue
        if fold in shown.closed:
            yield FoldPlace(pieces[0].rect, fold, True)
        else:
            middle = pieces[0].base - pieces[0].size * 0.32
            yield FoldPlace(QRectF(column.left() - 26, middle - 6, 12, 12), fold, False)


def _bullets(document: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        form = block.blockFormat()
        box = document.documentLayout().blockBoundingRect(block)
        if form.hasProperty(BULLET) and block.layout().lineCount():
            line = block.layout().lineAt(0)
            size = float(form.property(SIZE))
            middle = QPointF(
                box.left() + line.x() - size * 0.75, box.top() + line.y() + line.ascent() - size * 0.3
            )
            radius = size * 0.14
            yield QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        block = block.next()


def _paint_open_sign(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint the minus sign that closes an open fold."""
    painter.setPen(QPen(theme.colour("chip.text"), 1))
    painter.setBrush(theme.colour("chip"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    middle = rect.center()
    painter.drawLine(QPointF(middle.x() - 3, middle.y()), QPointF(middle.x() + 3, middle.y()))

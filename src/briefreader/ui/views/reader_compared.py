"""Marks of a comparison: words that differ, and the numbers of passages that correspond.

They are solid, and each kind has its own shape: changed words have a line below them, words that only this
article has stand in a frame, and a wedge shows where the other article has more words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.library.comparing import Difference, Pair
from briefreader.ui.models.comparison import quoted
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_marks import Mark, Shape

STYLES = ("changed", "only", "missing", "pair")
"""The styles of these marks, beside those that every reader's page has."""

_TINT = 0.14
_ROOM = 15  # px for the numbers of pairs in the margin, beside what they need around them


@dataclass(frozen=True, slots=True)
class Numbered(Mark):
    """A passage with the number of its pair, which stands in the left margin."""

    number: int = 0


def difference_marks(differences: Iterable[Difference], text: str, beside: str) -> list[Mark]:
    """Return the marks of what differs in one text; ``beside`` is the other one."""
    marks = []
    for each in differences:
        there = quoted(each.other, beside)
        if each.one is None:
            if place := _at(each.one_at, text):
                label = _("Only in the other article: {words}").format(words=there)
                marks.append(Mark(place, "warning", "missing", None, label))
        elif each.other is None:
            marks.append(Mark(each.one, "warning", "only", None, _("Only in this article")))
        else:
            label = _("In the other article: {words}").format(words=there)
            marks.append(Mark(each.one, "accent", "changed", None, label))
    return marks


def pair_marks(pairs: Mapping[int, Pair], said: Mapping[int, str]) -> list[Mark]:
    """Return the marks of passages that correspond, by their numbers; ``said`` are the words for each."""
    return [Numbered(each.one, "accent", "pair", None, said[n], n) for n, each in pairs.items()]


def _at(place: int, text: str) -> Span | None:
    """Return the character at a place where something is missing, or the last one."""
    start = min(place, len(text) - 1)
    return Span(start, start + 1) if start >= 0 else None


def paint_compared(painter: QPainter, shapes: Iterable[Shape], column: QRectF, theme: Theme) -> None:
    """Paint the marks of a comparison. The painter's origin is the page's."""
    numbers: dict[int, list[Numbered]] = {}
    heights: dict[int, QPointF] = {}
    for shape in shapes:
        if shape.mark.style == "pair" and shape.first and isinstance(shape.mark, Numbered):
            base = round(shape.strip.base)
            numbers.setdefault(base, []).append(shape.mark)
            heights[base] = QPointF(column.left(), shape.strip.base - shape.strip.size * 0.32)
        elif shape.mark.style in ("changed", "only"):
            _paint_words(painter, shape, theme)
        elif shape.mark.style == "missing":
            _paint_wedge(painter, shape, theme)
    for base, row in numbers.items():
        _paint_numbers(painter, row, heights[base], theme)


def _paint_words(painter: QPainter, shape: Shape, theme: Theme) -> None:
    colour = theme.colour(shape.mark.role)
    tint = theme.colour(shape.mark.role)
    tint.setAlphaF(_TINT)
    rect = shape.strip.rect.adjusted(-1, 0, 1, 0)
    painter.setBrush(tint)
    if shape.mark.style == "only":
        painter.setPen(QPen(colour, 1.2))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRect(rect)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), colour)


def _paint_wedge(painter: QPainter, shape: Shape, theme: Theme) -> None:
    """Paint a small wedge below the line, its point between the words."""
    foot, left = shape.strip.rect.bottom() + 2.5, shape.strip.rect.left()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(shape.mark.role))
    painter.drawPolygon(
        QPolygonF([QPointF(left, foot - 7), QPointF(left + 4.5, foot), QPointF(left - 4.5, foot)])
    )


def _paint_numbers(painter: QPainter, row: Sequence[Numbered], place: QPointF, theme: Theme) -> None:
    """Paint the numbers of pairs beside the line on which they begin; of too many the first, and a +."""
    font = QFont(theme.font("small"))
    font.setPixelSize(10)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    words, width = ",".join(str(each.number) for each in row), painter.fontMetrics().horizontalAdvance
    if width(words) > _ROOM:
        words = str(row[0].number) + ("+" if len(row) > 1 else "")
    wide = max(15.0, width(words) + 7.0)
    box = QRectF(max(1.0, place.x() - 5 - wide), place.y() - 7.5, wide, 15)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(box, 7.5, 7.5)
    painter.setPen(theme.colour("accent.text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

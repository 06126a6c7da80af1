"""The small tabs at the beginning of a person's marks: each bears the sign of its colour.

They hang on the lower edge of the mark, between the lines of the text, and cover no letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from briefreader.library.colours import sign
from briefreader.ui.inks import ink
from briefreader.ui.theme import SANS, Theme
from briefreader.ui.views.reader_marks import Shape

WIDTH, HEIGHT = 9.0, 10.0
_LETTERS = 9  # pixels


class Tab(NamedTuple):
    """A tab at its place on the page, and the colour that it stands for."""

    rect: QRectF
    colour: str


def colour_of(role: str) -> str:
    """Return the colour of a person's mark by its role; "" for any other mark."""
    kind, _dot, colour = role.partition(".")
    return colour if kind in ("highlight", "underline") else ""


def tabs(shapes: Sequence[Shape]) -> list[Tab]:
    """Return the tabs of marks, side by side where several begin at one place."""
    placed: list[Tab] = []
    ends: dict[int, float] = {}  # for each line, where its last tab ends
    begun: set[tuple[object, str]] = set()
    for shape in sorted(shapes, key=lambda each: (each.strip.base, each.strip.rect.left(), each.depth)):
        colour = colour_of(shape.mark.role)
        if not (shape.first and colour) or (shape.mark.key, colour) in begun:
            continue  # a passage that is highlighted and underlined in one colour needs one tab
        begun.add((shape.mark.key, colour))
        line, rect = round(shape.strip.base), shape.strip.rect
        left = max(rect.left() - 1.5, ends.get(line, 0.0))
        placed.append(Tab(QRectF(left, rect.bottom() - 2.0, WIDTH, HEIGHT), colour))
        ends[line] = left + WIDTH + 1
    return placed


def paint_tabs(painter: QPainter, placed: Sequence[Tab], theme: Theme) -> None:
    """Paint tabs in the ink of their colours, the signs in the colour of the page."""
    font = QFont(SANS)
    font.setPixelSize(_LETTERS)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    page = theme.colour("surface")
    for tab in placed:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(theme.colour(f"highlight.{tab.colour}"), page))
        painter.drawRoundedRect(tab.rect, 2.5, 2.5)
        painter.setPen(page)
        painter.drawText(tab.rect, Qt.AlignmentFlag.AlignCenter, sign(tab.colour))

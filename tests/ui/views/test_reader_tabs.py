"""The tabs that bear the sign of a colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from briefreader.domain.annotation import COLOURS
from briefreader.domain.text import Span
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_geometry import Strip
from briefreader.ui.views.reader_marks import Mark, Shape
from briefreader.ui.views.reader_tabs import Tab, paint_tabs, tabs


def shape(key: str, role: str, left: float = 80, base: float = 50, first: bool = True) -> Shape:
    style = "background" if role.startswith("highlight") else "underline"
    strip = Strip(QRectF(left, base - 17, 100, 24), base, 18, QRectF(60, base - 23, 300, 29))
    return Shape(Mark(Span(0, 5), role, style, key, ""), strip, 0, first)


def test_only_a_persons_colours_have_tabs_and_only_where_they_begin() -> None:
    found = tabs(
        [
            shape("a", "highlight.red"),
            shape("a", "highlight.red", 60, 79, first=False),
            shape("b", "mark.quote"),
            shape("c", "star"),
            shape("d", "underline.blue", 200),
        ]
    )
    assert [tab.colour for tab in found] == ["red", "blue"]


def test_tabs_of_one_place_stand_side_by_side() -> None:
    found = tabs([shape(key, "highlight.red") for key in "abc"])
    assert len(found) == 3
    assert not any(one.rect.intersects(other.rect) for one in found for other in found if one is not other)


def test_one_tab_is_enough_for_a_passage_in_one_colour() -> None:
    assert len(tabs([shape("a", "highlight.red"), shape("a", "underline.red")])) == 1
    assert len(tabs([shape("a", "highlight.red"), shape("a", "underline.blue")])) == 2


@pytest.mark.parametrize("name", ["light", "dark"])
def test_no_two_tabs_look_alike_without_their_colours(theme: Theme, name: str) -> None:
    """At the usual scale, in black and white, each sign is another."""
    theme.choose(name)
    pictures = []
    for colour in COLOURS:
        picture = QImage(12, 12, QImage.Format.Format_RGB32)
        picture.fill(theme.colour("surface"))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_tabs(painter, [Tab(QRectF(1, 1, 9, 10), colour)], theme)
        painter.end()
        ground = picture.pixelColor(2, 6).lightness()
        pixels = [picture.pixelColor(x, y).lightness() for y in range(2, 11) for x in range(2, 9)]
        pictures.append(tuple(abs(each - ground) > 50 for each in pixels))
    assert len(set(pictures)) == len(COLOURS)

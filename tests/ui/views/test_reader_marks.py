from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from briefreader.domain.annotation import COLOURS
from briefreader.domain.text import Span
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_geometry import Strip
from briefreader.ui.views.reader_marks import (
    SIGNS,
    STYLES,
    Mark,
    MarkIndex,
    MarkPainter,
    Shape,
    glyphs,
    nested,
    paint_glyph,
)

COLUMN = QRectF(60, 0, 300, 200)


def mark(start: int, end: int, style: str = "background", role: str = "highlight.yellow") -> Mark:
    return Mark(Span(start, end), role, style, (start, end), "label")


def strip(left: float, right: float, base: float = 50) -> Strip:
    return Strip(QRectF(left, base - 17, right - left, 24), base, 18, QRectF(60, base - 23, 300, 29))


def test_the_index_finds_what_a_plain_search_finds() -> None:
    chance = random.Random(3)
    marks = []
    for _ in range(500):
        start = chance.randrange(20_000)
        marks.append(mark(start, start + chance.choice((1, 20, 300, 2000, 9000))))
    index = MarkIndex(marks)
    for start in range(0, 30_000, 770):
        found = index.within(start, start + 400)
        wanted = [each for each in marks if each.span.start < start + 400 and each.span.end > start]
        assert sorted(map(id, found)) == sorted(map(id, wanted))
        assert [each.span.start for each in found] == sorted(each.span.start for each in found)


def test_a_mark_within_another_lies_deeper() -> None:
    outer, inner, apart, line = mark(0, 50), mark(10, 20), mark(60, 70), mark(5, 40, "underline")
    shapes = nested([(each, [strip(60, 90)]) for each in (outer, line, inner, apart)])
    assert [(shape.mark, shape.depth) for shape in shapes] == [(outer, 0), (line, 0), (inner, 1), (apart, 0)]


def painted(theme: Theme, shapes: list[Shape]) -> QImage:
    picture = QImage(400, 200, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("surface"))
    painter = QPainter(picture)
    marks = MarkPainter(theme)
    marks.under(painter, shapes, COLUMN)
    marks.over(painter, shapes)
    for glyph in glyphs(shapes, COLUMN):
        paint_glyph(painter, glyph, theme)
    painter.end()
    return picture


def colours(picture: QImage, area: QRectF) -> set[str]:
    box = area.toAlignedRect()
    return {
        picture.pixelColor(x, y).name()
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    }


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_style_leaves_ink_in_both_themes(theme: Theme, style: str, name: str) -> None:
    theme.choose(name)
    role = {"star": "star", "note": "accent", "underline": "accent"}.get(style, "mark.person")
    picture = painted(theme, [Shape(mark(0, 5, style, role), strip(80, 200), 0, True)])
    area = QRectF(360, 30, 40, 40) if style in SIGNS else QRectF(90, 30, 100, 30)
    assert len(colours(picture, area)) > 1


@pytest.mark.parametrize("style", ["background", "dotted", "underline"])
def test_a_kind_that_the_theme_does_not_know_is_painted_too(theme: Theme, style: str) -> None:
    picture = painted(theme, [Shape(mark(0, 5, style, "mark.percentage"), strip(80, 200), 0, True)])
    assert len(colours(picture, QRectF(90, 30, 100, 30))) > 1


@pytest.mark.parametrize("colour", COLOURS)
def test_highlights_have_their_colour_and_an_edge(theme: Theme, colour: str) -> None:
    picture = painted(theme, [Shape(mark(0, 5, role=f"highlight.{colour}"), strip(80, 200), 0, True)])
    seen = colours(picture, QRectF(100, 40, 50, 19))
    assert theme.colour(f"highlight.{colour}").name() in seen
    assert len(seen) > 1


def test_quotes_have_one_bar_beside_lines_that_follow_one_another(theme: Theme) -> None:
    quote = mark(0, 50, role="mark.quote")
    shapes = [Shape(quote, strip(60, 300, base), 0, base == 50) for base in (50, 79, 108)]
    picture = painted(theme, shapes)
    bar = theme.colour("mark.quote.line")
    assert all(picture.pixelColor(47, y) == bar for y in range(30, 112))
    assert picture.pixelColor(47, 120) == theme.colour("surface")


def test_both_marks_show_where_they_overlap(theme: Theme) -> None:
    outer, inner = mark(0, 50), mark(10, 20, role="highlight.red")
    picture = painted(theme, nested([(outer, [strip(80, 300)]), (inner, [strip(120, 180)])]))
    column = {picture.pixelColor(150, y).name() for y in range(30, 60)}
    assert {theme.colour("highlight.yellow").name(), theme.colour("highlight.red").name()} <= column


def test_a_line_has_one_star_and_one_note_for_all_its_marks(theme: Theme) -> None:
    stars = [mark(0, 5, "star", "star"), mark(8, 9, "star", "star")]
    note = mark(3, 4, "note", "accent")
    shapes = [Shape(each, strip(80, 100), 0, True) for each in (*stars, note)]
    shapes.append(Shape(stars[0], strip(60, 70, 79), 0, False))
    found = glyphs(shapes, COLUMN)
    assert [(glyph.style, glyph.marks) for glyph in found] == [("star", tuple(stars)), ("note", (note,))]
    assert not found[0].rect.intersects(found[1].rect)
    assert all(
        glyph.rect.left() >= COLUMN.right() and glyph.rect.right() <= COLUMN.right() + 29 for glyph in found
    )


def test_a_tag_gives_way_to_a_note_on_its_line(theme: Theme) -> None:
    tag, note = mark(0, 5, "tag", "accent"), mark(8, 9, "note", "accent")
    alone = glyphs([Shape(tag, strip(80, 100), 0, True)], COLUMN)
    assert [(glyph.style, glyph.marks) for glyph in alone] == [("tag", (tag,))]
    both = glyphs([Shape(each, strip(80, 100), 0, True) for each in (tag, note)], COLUMN)
    assert [(glyph.style, glyph.marks) for glyph in both] == [("note", (tag, note))]


def test_a_flash_fades(theme: Theme) -> None:
    seen: list[QColor] = []
    for opacity in (1.0, 0.4, 0.0):
        picture = QImage(400, 100, QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        MarkPainter(theme).wash(painter, [strip(80, 200)], opacity)
        painter.end()
        seen.append(picture.pixelColor(140, 45))
    assert seen[0] == theme.colour("mark.flash")
    assert seen[0].blue() < seen[1].blue() < seen[2].blue() == 255

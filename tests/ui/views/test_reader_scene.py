from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextDocument

from briefreader.domain.document import Block, Document, Noise, lines
from briefreader.domain.text import Span
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_chips import CHIP, Chip
from briefreader.ui.views.reader_folds import Fold, Shown, folds_of
from briefreader.ui.views.reader_layout import Typography, fill, set_column
from briefreader.ui.views.reader_marks import Mark, MarkIndex
from briefreader.ui.views.reader_scene import Scene, compose

TEXT = "VNS Minister Quang spoke in Hanoi.\n" + "\n".join(f"Line {n} of the text." for n in range(60))
DOCUMENT = Document("d", TEXT, lines(TEXT), (Noise("agency", Span(0, 3)),))


def scene_of(
    theme: Theme,
    marks: list[Mark],
    *,
    document: Document = DOCUMENT,
    unfolded: frozenset[Fold] = frozenset(),
    top: float = 0,
) -> Scene:
    paper = QTextDocument()
    shown = Shown(document.text, folds_of(document), unfolded)
    fill(paper, document, shown, Typography(18, 400), theme)
    set_column(paper, 500, 500, Typography(18, 400))
    paper.setTextWidth(500)
    chip = Chip(theme)
    paper.documentLayout().registerHandler(CHIP, chip)
    return compose(paper, shown, (MarkIndex(marks), MarkIndex()), top, top + 300)


def mark(part: str, style: str = "dotted", key: str = "") -> Mark:
    start = TEXT.index(part)
    return Mark(Span(start, start + len(part)), "mark.person", style, key or part, part)


def test_only_visible_marks_have_shapes(theme: Theme) -> None:
    marks = [mark("Quang"), mark("Line 50 of")]
    assert [shape.mark.key for shape in scene_of(theme, marks).shapes] == ["Quang"]
    assert scene_of(theme, marks, top=900).shapes == []


def test_the_innermost_mark_comes_first(theme: Theme) -> None:
    scene = scene_of(theme, [mark("Minister Quang spoke"), mark("Quang")])
    inner = next(shape for shape in scene.shapes if shape.mark.key == "Quang")
    found = scene.marks_at(inner.strip.rect.center())
    assert [each.key for each in found] == ["Quang", "Minister Quang spoke"]
    assert scene.marks_at(QPointF(5, 5)) == []


def test_a_margin_sign_is_its_mark_too(theme: Theme) -> None:
    scene = scene_of(theme, [mark("Quang", "star"), mark("Minister", "note")])
    assert sorted(glyph.style for glyph in scene.glyphs) == ["note", "star"]
    at = next(glyph for glyph in scene.glyphs if glyph.style == "note").rect.center()
    assert scene.on_glyph(at) and [each.key for each in scene.marks_at(at)] == ["Minister"]


def test_a_sign_stands_only_beside_the_first_line(theme: Theme) -> None:
    start = TEXT.index("Line 0")
    long = Mark(Span(start, start + 900), "star", "star", "long", "")
    assert len(scene_of(theme, [long]).glyphs) == 1
    assert scene_of(theme, [long], top=600).glyphs == []


def test_a_closed_fold_is_its_chip_and_an_open_one_has_a_sign_in_the_margin(theme: Theme) -> None:
    (fold,) = folds_of(DOCUMENT)
    (closed,) = scene_of(theme, []).folds
    assert closed.closed and closed.fold == fold and closed.rect.left() >= 49
    (opened,) = scene_of(theme, [], unfolded=frozenset({fold})).folds
    assert not opened.closed and opened.rect.right() < 50
    assert scene_of(theme, []).fold_at(closed.rect.center()) == closed


def test_a_chip_shows_what_a_person_marked_but_no_facts(theme: Theme) -> None:
    fact = Mark(Span(0, 3), "mark.organisation", "dotted", "fact", "")
    own = Mark(Span(1, 2), "highlight.yellow", "background", "own", "")
    assert [shape.mark.key for shape in scene_of(theme, [fact, own]).shapes] == ["own"]
    opened = scene_of(theme, [fact, own], unfolded=frozenset(folds_of(DOCUMENT)))
    assert [shape.mark.key for shape in opened.shapes] == ["fact", "own"]


def test_bullets_stand_left_of_their_items(theme: Theme) -> None:
    text = "bare\n- marked"
    document = Document("d", text, (Block("item", Span(0, 4), 1), Block("item", Span(5, 13), 1)))
    (bullet,) = scene_of(theme, [], document=document).bullets
    assert 50 < bullet.left() < 50 + 27


def test_an_empty_page_has_nothing(theme: Theme) -> None:
    scene = scene_of(theme, [], document=Document("d", ""))
    assert not scene.shapes and not scene.folds

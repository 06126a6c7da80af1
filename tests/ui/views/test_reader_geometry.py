from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from briefreader.domain.document import Document, lines
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_folds import Shown
from briefreader.ui.views.reader_geometry import Sight, line_top, position_at, snapped
from briefreader.ui.views.reader_layout import Typography, fill, set_column

WIDTH = 500


def laid_out(text: str, theme: Theme) -> QTextDocument:
    paper = QTextDocument()
    fill(paper, Document("d", text, lines(text)), Shown(text, ()), Typography(18, 400), theme)
    set_column(paper, WIDTH, WIDTH, Typography(18, 400))
    paper.setTextWidth(WIDTH)
    paper.documentLayout().documentSize()  # a line that is not laid out yet is a crash
    return paper


TEXT = "\n\n".join(
    f"Paragraph {n} says something that is long enough for two lines of text." for n in range(30)
)


def test_a_stretch_over_lines_has_a_band_on_each(theme: Theme) -> None:
    paper = laid_out(TEXT, theme)
    first = paper.firstBlock()
    bands = Sight(paper, 0, 400).strips(0, first.length() - 1)
    assert len(bands) == first.layout().lineCount() >= 2
    assert all(band.rect.left() >= 50 and band.rect.right() <= 451 for band in bands)
    assert bands[1].base - bands[0].base == pytest.approx(29, abs=0.6)


def test_only_what_is_between_the_heights_is_seen(theme: Theme) -> None:
    paper = laid_out(TEXT, theme)
    sight = Sight(paper, 500, 700)
    start, end = sight.range
    assert 0 < start < end < len(TEXT)
    bands = sight.strips(0, len(TEXT))
    assert bands and all(440 < band.base < 760 for band in bands)
    assert sight.strips(0, start) == [] and sight.strips(end, len(TEXT)) == []


def test_a_band_does_not_hang_over_the_end_of_its_line(theme: Theme) -> None:
    paper = laid_out(TEXT, theme)
    line = paper.firstBlock().layout().lineAt(0)
    (band,) = Sight(paper, 0, 400).strips(0, line.textLength())
    assert band.rect.right() <= 50 + line.naturalTextWidth() + 0.01


def test_a_band_never_cuts_a_character(theme: Theme) -> None:
    text = "क्षेत्र e\u0301e\u0301 👩‍👩‍👧 end"
    paper = laid_out(text, theme)
    block = paper.firstBlock()
    accent = text.index("\u0301")
    first, last = snapped(block, accent, accent + 1)
    assert (first, last) == (accent - 1, accent + 1)
    for start in range(block.length() - 1):
        for place in snapped(block, start, start + 1):
            assert block.layout().isValidCursorPosition(place)


def test_writing_from_right_to_left_is_covered(theme: Theme) -> None:
    text = "The word مرحبا بالعالم stands here"
    paper = laid_out(text, theme)
    sight = Sight(paper, 0, 100)
    start = text.index("مرحبا")
    (word,) = sight.strips(start, start + 5)
    (both,) = sight.strips(start, start + 13)
    assert word.rect.width() > 10
    assert word.rect.right() == pytest.approx(
        both.rect.right(), abs=1.0
    )  # the first word stands on the right
    assert both.rect.left() < word.rect.left()
    mixed = sight.strips(4, start + 5)
    assert len(mixed) == 2 and mixed[0].rect.right() < mixed[1].rect.left()


def test_lines_and_heights_belong_to_one_another(theme: Theme) -> None:
    paper = laid_out(TEXT, theme)
    block = paper.firstBlock()
    while block.isValid():
        for number in range(block.layout().lineCount()):
            begin = block.position() + block.layout().lineAt(number).textStart()
            assert position_at(paper, line_top(paper, begin) + 1) == begin
        block = block.next()


def test_in_the_gap_between_paragraphs_the_next_line_is_meant(theme: Theme) -> None:
    text = "One\nTwo"
    paper = laid_out(text, theme)
    assert position_at(paper, line_top(paper, 4) - 2) == 4


def test_beyond_both_ends(theme: Theme) -> None:
    paper = laid_out(TEXT, theme)
    assert position_at(paper, -50) == 0
    last = paper.lastBlock()
    assert position_at(paper, 1e6) >= last.position()
    assert line_top(paper, 10**7) == line_top(paper, len(TEXT))
    assert Sight(paper, 1e6, 2e6).strips(0, len(TEXT)) == []

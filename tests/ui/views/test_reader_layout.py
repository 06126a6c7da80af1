from __future__ import annotations

import pytest
from PySide6.QtGui import QTextBlock, QTextDocument

from briefreader.domain.document import Block, Document, Noise, lines
from briefreader.domain.text import Span
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_chips import CHIP, LABEL
from briefreader.ui.views.reader_folds import LONGEST, Shown, folds_of
from briefreader.ui.views.reader_layout import BULLET, SIZE, Typography, fill, set_column


def blocks_of(paper: QTextDocument) -> list[QTextBlock]:
    return [paper.findBlockByNumber(number) for number in range(paper.blockCount())]


def filled(document: Document, theme: Theme, typography: Typography | None = None) -> QTextDocument:
    paper = QTextDocument()
    shown = Shown(document.text, folds_of(document))
    fill(paper, document, shown, typography or Typography(18, 640), theme)
    return paper


def of_kinds(*parts: tuple[str, str]) -> Document:
    text = "\n".join(line for _kind, line in parts)
    place, blocks = 0, []
    for kind, line in parts:
        if kind:
            blocks.append(Block(kind, Span(place, place + len(line)), 1))
        place += len(line) + 1
    return Document("d", text, tuple(blocks))


def test_each_line_is_a_block_and_markup_is_text(theme: Theme) -> None:
    text = "<b>One</b> & two\n\n<img src='file:///etc/hostname'>"
    paper = filled(Document("d", text, lines(text)), theme)
    assert [block.text() for block in blocks_of(paper)] == text.split("\n")


def test_an_empty_document_is_an_empty_page(theme: Theme) -> None:
    assert filled(Document("d", ""), theme).characterCount() == 1


def test_body_text_stands_on_even_lines(theme: Theme) -> None:
    document = Document("d", "One\n\nTwo", lines("One\n\nTwo"))
    one, gap, two = blocks_of(filled(document, theme, Typography(20, 600)))
    assert one.blockFormat().lineHeight() == two.blockFormat().lineHeight() == 32
    assert gap.blockFormat().lineHeight() < 10


def test_kinds_are_told_apart_by_their_type(theme: Theme) -> None:
    document = of_kinds(
        ("title", "A title"), ("heading", "A heading"), ("paragraph", "Text"), ("quote", "Said")
    )
    title, heading, text, quote = blocks_of(filled(document, theme))
    sizes = [block.blockFormat().property(SIZE) for block in (title, heading, text)]
    assert sizes == sorted(sizes, reverse=True) and len(set(sizes)) == 3
    assert quote.blockFormat().leftMargin() > text.blockFormat().leftMargin()


def test_an_item_hangs_on_its_marker_or_gets_a_bullet(theme: Theme) -> None:
    document = of_kinds(("item", "- marked"), ("item", "12. numbered"), ("item", "bare words"))
    dash, number, bare = (block.blockFormat() for block in blocks_of(filled(document, theme)))
    assert dash.textIndent() < 0 and number.textIndent() < dash.textIndent()
    assert not dash.hasProperty(BULLET) and not number.hasProperty(BULLET)
    assert bare.hasProperty(BULLET) and bare.textIndent() == 0


def test_the_columns_of_a_table_get_their_widths(theme: Theme) -> None:
    document = of_kinds(("row", "A\tB\tC"), ("row", "a long cell\tB\tC"), ("", ""), ("row", "no cells"))
    first, second, _gap, other = (block.blockFormat() for block in blocks_of(filled(document, theme)))
    assert [tab.position for tab in first.tabPositions()] == [tab.position for tab in second.tabPositions()]
    assert len(first.tabPositions()) == 2 and not other.tabPositions()


def test_noise_becomes_a_chip(theme: Theme) -> None:
    text = "😀 x\n date 2025-12-06 Today"
    document = Document("d", text, lines(text), (Noise("date line", Span(5, 20)),))
    paper = filled(document, theme)
    form = paper.findBlockByNumber(1).begin().fragment().charFormat()
    assert form.objectType() == CHIP and form.property(LABEL) == "date line"
    assert paper.findBlockByNumber(1).text() == "\ufffc Today"


def test_open_noise_is_set_small_and_close(theme: Theme) -> None:
    text = "3.78 BYN\n3.00 BYN\nText"
    document = Document("d", text, lines(text), (Noise("ticker", Span(0, 8)), Noise("ticker", Span(9, 17))))
    paper = QTextDocument()
    folds = folds_of(document)
    fill(paper, document, Shown(text, folds, folds), Typography(18, 640), theme)
    first, second, body = blocks_of(paper)
    assert first.blockFormat().property(SIZE) < body.blockFormat().property(SIZE)
    assert first.blockFormat().bottomMargin() == 0 < second.blockFormat().bottomMargin()
    muted = theme.colour("text.muted")
    assert second.begin().fragment().charFormat().foreground().color() == muted


def test_the_kind_of_a_line_is_that_of_its_first_words_after_a_chip(theme: Theme) -> None:
    text = "VNS A heading"
    document = Document("d", text, (Block("heading", Span(4, 13), 1),), (Noise("agency", Span(0, 3)),))
    paper = filled(document, theme)
    assert paper.firstBlock().blockFormat().property(SIZE) > 18


def test_parts_of_a_long_paragraph_stand_without_a_gap(theme: Theme) -> None:
    text = "A sentence of words. " * (LONGEST // 10)
    blocks = blocks_of(filled(Document("d", text, lines(text)), theme))
    gaps = [block.blockFormat().bottomMargin() for block in blocks]
    assert len(gaps) > 1 and not any(gaps[:-1]) and gaps[-1] > 0


@pytest.mark.parametrize(
    ("pane", "left", "right"), [(1000, 180, 169), (640, 28, 28), (300, 28, 28), (699, 29, 28)]
)
def test_the_column_stands_in_the_middle_of_the_pane(pane: int, left: int, right: int) -> None:
    paper = QTextDocument()
    set_column(paper, pane - 11, pane, Typography(18, 640))
    form = paper.rootFrame().frameFormat()
    assert (form.leftMargin(), form.rightMargin()) == (left, right)

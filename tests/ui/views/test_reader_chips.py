from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextCharFormat, QTextDocument

from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_chips import CHIP, LABEL, Chip


def labelled(words: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setObjectType(CHIP)
    form.setProperty(LABEL, words)
    return form


def paper(size: int) -> QTextDocument:
    document = QTextDocument()
    font = QFont("Source Serif 4")
    font.setPixelSize(size)
    document.setDefaultFont(font)
    return document


def test_a_chip_is_as_wide_as_its_words_and_no_higher_than_the_letters(theme: Theme) -> None:
    chip = Chip(theme)
    short = chip.intrinsicSize(paper(18), 0, labelled("agency"))
    long = chip.intrinsicSize(paper(18), 0, labelled("3 ticker lines"))
    large = chip.intrinsicSize(paper(36), 0, labelled("agency"))
    assert short.width() < long.width()
    assert short.height() == long.height() < large.height()


def test_a_chip_is_painted_within_its_room(theme: Theme) -> None:
    chip, document, form = Chip(theme), paper(18), labelled("caption")
    size = chip.intrinsicSize(document, 0, form)
    picture = QImage(200, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    chip.drawObject(painter, QRectF(20, 20, size.width(), size.height()), document, 0, form)
    painter.end()
    inked = [(x, y) for x in range(200) for y in range(60) if picture.pixelColor(x, y) != QColor("white")]
    assert min(x for x, _ in inked) >= 20 and max(x for x, _ in inked) <= 20 + size.width()
    assert min(y for _, y in inked) >= 19 and max(y for _, y in inked) <= 21 + size.height()

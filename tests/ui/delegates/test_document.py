"""The line of outlet and date on a card."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from briefreader.domain.document import Published
from briefreader.domain.query import Row
from briefreader.ui.delegates.document import DocumentDelegate, not_said, said_in_line
from briefreader.ui.theme import Theme


def row(outlet: str) -> Row:
    published = Published("2025-12-06", "header")
    return Row("a", "Title", "headline", outlet, published, "", 1, False, False, 0, 0, 0)


@pytest.mark.parametrize("width", [20, 80, 120, 160, 400])
@pytest.mark.parametrize("outlet", ["", "Belta", "A newspaper with a very long name indeed"])
def test_the_date_is_the_last_to_be_cut(qapp: QApplication, outlet: str, width: int) -> None:
    metrics = QFontMetrics(QFont())
    words = said_in_line(row(outlet), metrics, width)
    assert metrics.horizontalAdvance(words) <= width
    if metrics.horizontalAdvance("6 Dec 2025") <= width:
        assert words.endswith("6 Dec 2025")


def test_the_height_follows_the_font(qapp: QApplication, theme: Theme) -> None:
    before, font = DocumentDelegate(theme).height(), QApplication.font()
    larger = QFont(font)
    larger.setPixelSize(26)
    QApplication.setFont(larger)
    try:
        assert DocumentDelegate(theme).height() > before
    finally:
        QApplication.setFont(font)


@pytest.mark.parametrize(
    ("title", "snippet", "shown"),
    [
        ("Talks are constructive…", "Talks are constructive, not only in trade.", "… not only in trade."),
        ("Talks drive relations", "Talks drive relations. He said so.", "He said so."),
        ("Talks drive relations", ". He said so.", "He said so."),
        ("Ministers met", "The delegation arrived.", "The delegation arrived."),
        ("", "The delegation arrived.", "The delegation arrived."),
        ("The same", "The same", ""),
    ],
)
def test_the_snippet_does_not_repeat_the_title(title: str, snippet: str, shown: str) -> None:
    assert not_said(title, snippet) == shown

"""The rows of the source list, as painted."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from briefreader.ui.corpus import Corpus
from briefreader.ui.delegates.source import SourceDelegate
from briefreader.ui.theme import Theme
from briefreader.ui.views.sources import SourceList
from ui.articles import Fill


def test_headings_have_room_above_and_rows_are_alike(corpus: Corpus, theme: Theme, fill: Fill) -> None:
    view = SourceList(corpus, theme)
    fill()
    delegate, option = SourceDelegate(theme), QStyleOptionViewItem()
    model = view.sources
    rows = {delegate.sizeHint(option, model.index(row, 0)).height() for row in range(4)}
    heading = delegate.sizeHint(option, model.section("outlets")).height()
    assert len(rows) == 1
    assert heading > min(rows)


def test_a_zero_is_paler(qtbot: QtBot, corpus: Corpus, theme: Theme, fill: Fill) -> None:
    view = SourceList(corpus, theme)
    qtbot.addWidget(view)
    fill()
    view.resize(220, 500)
    image: QImage = view.grab().toImage()

    def darkest(row: int) -> int:
        box = view.visualRect(view.sources.index(row, 0)).translated(view.viewport().pos())
        return min(
            image.pixelColor(x, y).lightness()
            for x in range(box.left() + 40, box.right() - 12)
            for y in range(box.top() + 4, box.bottom() - 4)
        )

    unread, starred = 1, 2
    assert darkest(unread) < darkest(starred)

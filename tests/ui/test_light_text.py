"""The little markup of notes as formats of plain text."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont

from briefreader.library.light_markup import runs
from briefreader.ui.light_text import formats, light_text
from briefreader.ui.theme import Theme


def test_formats_stand_where_qt_counts_them(theme: Theme) -> None:
    found = formats(runs("😀 **b** *i*"), theme)
    assert [(each.start, each.length) for each in found] == [(3, 1), (5, 1)]
    assert found[0].format.fontWeight() == QFont.Weight.Bold
    assert found[1].format.fontItalic()


def test_html_stays_what_it_is(theme: Theme) -> None:
    laid = light_text("<b>x</b>\n<img src='y'>", theme.font(), theme, 400, 9)
    assert laid.layout.text() == "<b>x</b>\u2028<img src='y'>"
    assert laid.layout.lineCount() == 2 and laid.layout.formats() == []


def test_what_has_no_room_is_cut(theme: Theme) -> None:
    laid = light_text("word " * 200, theme.font(), theme, 200, 4)
    assert laid.cut and laid.layout.lineCount() == 4
    assert not light_text("word", theme.font(), theme, 200, 4).cut
    assert laid.height < light_text("word " * 200, theme.font(), theme, 200, 9).height


def test_the_address_of_a_link_is_found_at_its_place(theme: Theme) -> None:
    laid = light_text("😀 [here](https://example.org/) end", theme.font(), theme, 600, 4)
    line = laid.layout.lineAt(0)
    inside = line.cursorToX(laid.layout.text().index("here") + 2)[0]
    assert laid.link_at(QPointF(inside, 5)) == "https://example.org/"
    assert laid.link_at(QPointF(line.naturalTextWidth() - 4, 5)) == ""
    assert laid.link_at(QPointF(inside, 500)) == ""

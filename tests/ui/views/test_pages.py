"""The pages of a PDF: what stands where, and what a click leads to."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from briefreader.domain.briefing import Briefing, Item, Section
from briefreader.exporters import exporter_for
from briefreader.library.paging import PdfPages
from briefreader.ui.theme import Theme
from briefreader.ui.views.pages import _PAGE_GAP, PagesView, Spot


def sentences() -> bytes:
    """Return a PDF of several pages."""
    items = tuple(Item("text", f"Sentence {n}.", assessment=True) for n in range(120))
    sections = (Section("free", "Section", items),)
    value = Briefing("Title", made="2026-11-27T08:00:00+00:00", sections=sections)
    return exporter_for("pdf").render(value)[0]


def test_a_place_on_the_pages_leads_to_what_stands_there(qtbot: QtBot, theme: Theme) -> None:
    view = PagesView(theme)
    qtbot.addWidget(view)
    view.resize(300, 500)
    view.show()
    pdf = sentences()
    view.show_pdf(pdf)
    assert view.pages > 1
    view.set_spots({"a": Spot(0, 0.2), "b": Spot(0, 0.6), "c": Spot(1, 0.5)})
    high = (view.viewport().width() - 28) * 1.414
    assert view.id_at(QPointF(100, 10)) == ""
    assert view.id_at(QPointF(100, 14 + 0.4 * high)) == "a"
    assert view.id_at(QPointF(100, 14 + 0.9 * high)) == "b"
    view.show_spot("c")
    top = view.verticalScrollBar().value()
    assert top > 0
    assert view.id_at(QPointF(100, 14 + (high + 14) + 0.55 * high - top)) == "c"
    view.show_spot("a")
    assert view.verticalScrollBar().value() < top


def test_without_pages_there_is_nothing(qtbot: QtBot, theme: Theme) -> None:
    view = PagesView(theme)
    qtbot.addWidget(view)
    view.show_pdf(b"")
    assert (view.pages, view.id_at(QPointF(5, 5))) == (0, "")


def test_a_page_is_drawn_pixel_for_pixel(theme: Theme, qtbot: QtBot) -> None:
    view, pdf = PagesView(theme), sentences()
    qtbot.addWidget(view)
    view.show_pdf(pdf)
    with PdfPages(pdf) as pages:
        for width in range(300, 312):  # at some of them the height of the place is rounded down, at others up
            view.resize(width, 700)
            view.show()
            wide = max(120, view.viewport().width() - 2 * _PAGE_GAP)
            real, high, rgba = pages.image(0, wide)
            page = QImage(rgba, real, high, 4 * real, QImage.Format.Format_RGBA8888)
            seen = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGBA8888)
            left = (view.viewport().width() - wide) // 2
            inside = QRect(3, 3, wide - 6, high - 6)  # within the frame around the page
            assert seen.copy(inside.translated(left, _PAGE_GAP)) == page.copy(inside)

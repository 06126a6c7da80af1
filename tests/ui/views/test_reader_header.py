"""What stands above an article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import Status
from briefreader.domain.document import Published
from briefreader.ui.corpus import Opened
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_header import ReaderHeader
from ui.articles import ARTICLES


@pytest.fixture
def header(theme: Theme, qtbot: QtBot) -> ReaderHeader:
    made = ReaderHeader(theme)
    qtbot.addWidget(made)
    made.resize(700, 120)
    made.show()
    return made


def test_the_header_says_where_the_date_comes_from(header: ReaderHeader) -> None:
    dated = replace(ARTICLES[0], id="z", published=Published("2025", "inferred", "An anniversary."))
    header.tell(Opened(dated, (), (), Status("z")), 12)
    assert "An anniversary." in header.reason.text()
    assert "c. 2025, inferred" in header.outlet._words


def test_an_outlet_is_no_markup_in_the_header(header: ReaderHeader) -> None:
    header.tell(Opened(replace(ARTICLES[0], id="z", outlet="<img src=x>"), (), (), Status("z")), 12)
    tip = header.outlet.toolTip()
    assert "&lt;img" in tip and "<img" not in tip
    assert header.outlet.accessibleName().startswith("<img src=x> · ")


def test_the_star_says_what_it_does(header: ReaderHeader, qtbot: QtBot) -> None:
    header.tell(Opened(ARTICLES[0], (), (), Status("a", starred=True)), 12)
    assert header.star.accessibleName().startswith("Take the star off")
    with qtbot.waitSignal(header.star_requested):
        header.star.click()
    with qtbot.waitSignal(header.details_requested):
        header.details.click()


def test_tooltips_name_the_keys_in_force(header: ReaderHeader) -> None:
    header.tell(Opened(ARTICLES[0], (), (), Status("a")), 12)
    header.show_keys({"star_document": ("Ctrl+9", "S"), "details": ()}.__getitem__)
    assert header.star.toolTip() == "Star this article (Ctrl+9)"
    assert header.details.toolTip() == "Correct title, outlet and date"
    header.tell(Opened(ARTICLES[0], (), (), Status("a", starred=True)), 12)
    assert header.star.toolTip() == "Take the star off this article (Ctrl+9)"
    assert header.star.accessibleName() == "Take the star off this article"

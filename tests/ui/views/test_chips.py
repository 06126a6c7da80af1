"""The filters in force as chips."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefreader.domain.query import Query
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.views.chips import FilterChips, chips_of

FULL = Query(
    words="to lam",
    shelf="unread",
    outlets=frozenset({"Belta", ""}),
    tags=frozenset({"trade"}),
    since=date(2025, 12, 1),
    undated=False,
    order="relevance",
)


@pytest.fixture
def chips(qtbot: QtBot, corpus: Corpus, theme: Theme) -> FilterChips:
    view = FilterChips(corpus, theme)
    qtbot.addWidget(view)
    view.resize(220, 30)
    view.show()
    return view


def test_every_filter_has_a_chip_that_takes_it_away() -> None:
    found = list(chips_of(FULL))
    assert [chip.label for chip in found] == [
        "Words: to lam", "Unread", "No outlet", "Belta", "Tag: trade", "From 1 Dec 2025", "Undated left out",
    ]  # fmt: skip
    left = FULL
    while found:
        left = found[0].without
        found = list(chips_of(left))
    assert left == Query(order="relevance")


def test_clicks_take_filters_away(chips: FilterChips, corpus: Corpus) -> None:
    corpus.set_query(FULL)
    assert not chips.isHidden()
    QTest.mouseClick(chips.buttons[1], Qt.MouseButton.LeftButton)
    assert corpus.query.shelf == "all"
    QTest.mouseClick(chips.buttons[-1], Qt.MouseButton.LeftButton)
    assert corpus.query == Query(order="relevance")
    assert chips.isHidden()


@pytest.mark.parametrize("width", [200, 330])
def test_chips_keep_inside_their_width(chips: FilterChips, corpus: Corpus, width: int) -> None:
    chips.resize(width, 30)
    corpus.set_query(Query(words="a very long search that does not fit into one row at all", shelf="starred"))
    chips.layout().activate()
    boxes = [button.geometry() for button in chips.buttons]
    assert all(box.left() >= 0 and box.right() < width for box in boxes)
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])
    assert chips.height() > max(box.bottom() for box in boxes)


def test_words_are_no_markup_in_a_tooltip(chips: FilterChips, corpus: Corpus) -> None:
    corpus.set_query(Query(outlets=frozenset({"<img src=x>"})))
    tip = chips.buttons[0].toolTip()
    assert "&lt;img" in tip and "<img" not in tip
    assert chips.buttons[0].accessibleName() == "Remove filter: <img src=x>"

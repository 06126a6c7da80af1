"""Names and what is known of them are painted within their rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefreader.domain.text import Span
from briefreader.ui.delegates.person import LineDelegate, PersonDelegate
from briefreader.ui.models.people import PeopleModel
from briefreader.ui.models.people_lines import Line, LinesModel
from briefreader.ui.theme import Theme
from ui.matters import ENTITIES, SOURCES


def painted(
    theme: Theme, delegate: QStyledItemDelegate, model: QAbstractItemModel, row: int, width: int,
    selected: bool = False,
) -> QImage:  # fmt: skip
    option = QStyleOptionViewItem()
    height = delegate.height()  # type: ignore[attr-defined]
    option.rect = QRect(10, 10, width - 20, height)
    option.state = QStyle.StateFlag.State_Selected if selected else QStyle.StateFlag.State_None
    image = QImage(width, height + 20, QImage.Format.Format_ARGB32)
    image.fill(theme.colour("panel"))
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(row, 0))
    painter.end()
    return image


def within(theme: Theme, image: QImage) -> bool:
    ground = theme.colour("panel")
    edges = [(x, y) for x in range(image.width()) for y in (4, image.height() - 5)]
    edges += [(x, y) for y in range(image.height()) for x in (5, image.width() - 5)]
    return all(image.pixelColor(x, y) == ground for x, y in edges)


@pytest.mark.parametrize("width", [180, 420, 900])
@pytest.mark.parametrize("row", range(len(ENTITIES)))
def test_names_stay_in_their_rows(theme: Theme, row: int, width: int) -> None:
    model = PeopleModel()
    model.show(ENTITIES, list(SOURCES))
    delegate = PersonDelegate(theme)
    image = painted(theme, delegate, model, row, width)
    assert within(theme, image)
    assert image != painted(theme, delegate, model, row, width, selected=True)


@pytest.mark.parametrize("width", [180, 420])
@pytest.mark.parametrize(("most", "role"), [(1, "small"), (2, "small"), (3, "text")])
def test_lines_stay_in_their_rows(theme: Theme, width: int, most: int, role: str) -> None:
    model = LinesModel("Lines")
    model.show(
        [Line("A headline " * 9, "words <b>of</b> a passage " * 20, "VNA · 3 Dec", marks=(Span(0, 5),))]
    )
    assert within(theme, painted(theme, LineDelegate(theme, most, role), model, 0, width))


def test_a_line_that_waits_says_so(theme: Theme) -> None:
    model = LinesModel("Lines")
    model.show([Line("A", waiting=True), Line("A", "words")])
    delegate = LineDelegate(theme, 1)
    assert painted(theme, delegate, model, 0, 300) != painted(theme, delegate, model, 1, 300)

"""How an action of a list is painted."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from briefreader.ui.delegates.action_row import ActionRowDelegate
from briefreader.ui.models.action_rows import ActionRow, ActionRows
from briefreader.ui.theme import Theme


def painted(theme: Theme, row: ActionRow, width: int = 400) -> QImage:
    delegate, model = ActionRowDelegate(theme, theme_icon(theme)), ActionRows()
    model.show([row])
    option = QStyleOptionViewItem()
    option.rect.setRect(0, 0, width, delegate.height())
    image = QImage(width, delegate.height(), QImage.Format.Format_ARGB32)
    image.fill(theme.colour("panel"))
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    assert delegate.sizeHint(option, model.index(0, 0)).height() == delegate.height()
    return image


def theme_icon(theme: Theme):
    return lambda _name: theme.icon("star")


def ink(image: QImage, left: int, right: int) -> bool:
    ground = image.pixelColor(1, 1)
    return any(
        image.pixelColor(x, y) != ground for x in range(left, right) for y in range(4, image.height() - 6)
    )


def test_words_stand_left_and_keys_right(theme: Theme) -> None:
    image = painted(theme, ActionRow("star", "Star", "Passage", "S"))
    assert ink(image, 40, 150) and ink(image, 370, 390)
    assert not ink(image, 200, 360)


def test_nothing_runs_over_the_ends_of_a_narrow_row(theme: Theme) -> None:
    row = ActionRow("star", "A very long name of an action", "Passage", "Ctrl+Shift+F12", "no " * 20, False)
    for width in (60, 120, 240):
        image = painted(theme, row, width)
        assert not ink(image, 0, 10) and not ink(image, width - 10, width)

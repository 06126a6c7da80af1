"""A chosen row stands on another ground than one that is not."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from briefreader.ui.delegates.grounds import paint_ground
from briefreader.ui.theme import Theme


def ground(theme: Theme, *states: QStyle.StateFlag) -> QImage:
    image = QImage(100, 40, QImage.Format.Format_ARGB32)
    image.fill(theme.colour("panel"))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 100, 40)
    option.state = QStyle.StateFlag.State_Enabled
    for state in states:
        option.state |= state
    painter = QPainter(image)
    paint_ground(painter, theme, option, 6, 12)
    painter.end()
    return image


def test_what_is_chosen_hovered_and_has_the_keyboard_is_shown(theme: Theme) -> None:
    def middle(*states: QStyle.StateFlag) -> QColor:
        return ground(theme, *states).pixelColor(50, 20)

    assert middle(QStyle.StateFlag.State_Selected) == theme.colour("selection")
    assert middle(QStyle.StateFlag.State_MouseOver) == theme.colour("hover")
    assert middle() == theme.colour("panel")
    usual, focused = ground(theme), ground(theme, QStyle.StateFlag.State_HasFocus)
    assert usual != focused

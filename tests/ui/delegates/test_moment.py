"""How moments are painted in the list: at any width, chosen or not, and never as markup."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from briefreader.ui.delegates.moment import MomentDelegate, date_column
from briefreader.ui.delegates.moment_signs import LANE_ROLES, paint_bar, paint_dot
from briefreader.ui.models.moments import LOOKS, MomentsModel, arranged
from briefreader.ui.theme import Theme
from ui.views.dated import MOMENTS, SURVEY


def blank(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    return image


def painted(delegate: MomentDelegate, model: MomentsModel, place: int, width: int, chosen: bool) -> QImage:
    image = blank(width, delegate.height())
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, delegate.height())
    if chosen:
        option.state = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(place, 0))
    painter.end()
    return image


@pytest.mark.parametrize("width", [200, 420, 1400])
@pytest.mark.parametrize("chosen", [False, True])
def test_each_row_is_painted(theme: Theme, qtbot: QtBot, width: int, chosen: bool) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    delegate, model = MomentDelegate(theme, owner), MomentsModel(owner)
    found = arranged(MOMENTS)
    model.show(found, range(len(found)), SURVEY.sources)
    pictures = [painted(delegate, model, place, width, chosen) for place in range(len(found))]
    for picture in pictures:
        colours = {
            picture.pixelColor(x, y).name() for x in range(0, width, 3) for y in range(picture.height())
        }
        assert len(colours) > 3
    assert delegate.sizeHint(QStyleOptionViewItem(), model.index(0, 0)).height() == delegate.height()
    assert date_column(width) < width


def test_no_two_looks_are_alike_without_colour(theme: Theme) -> None:
    for day in (True, False):
        seen = []
        for look in LOOKS:
            image = blank(60, 24)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if day:
                paint_dot(painter, theme, "event", look, QPointF(30, 12))
            else:
                paint_bar(painter, theme, "event", look, QRectF(6, 6, 48, 11))
            painter.end()
            seen.append(image.convertToFormat(QImage.Format.Format_Grayscale8))
        assert all(one != other for n, one in enumerate(seen) for other in seen[:n])


def test_each_lane_has_its_colour(theme: Theme) -> None:
    assert len({theme.colour(role).name() for role in LANE_ROLES.values()}) == len(LANE_ROLES)


def test_a_bar_far_longer_than_the_view_is_painted_quickly(theme: Theme) -> None:
    image = blank(300, 30)
    painter = QPainter(image)
    paint_bar(painter, theme, "event", "inferred", QRectF(-4e6, 8, 8e6, 11), firm=True)
    painter.end()
    assert len({image.pixelColor(x, 12).name() for x in range(300)}) > 1

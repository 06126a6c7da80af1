"""The window laid out from right to left: nothing lies over anything else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from briefreader.ui.delegates.grounds import begin
from briefreader.ui.window import Window


@pytest.fixture(autouse=True)
def from_the_right(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def place(widget: QWidget, window: Window) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def test_the_panes_change_sides_and_stay_apart(window: Window) -> None:
    panes = [place(pane, window) for pane in (window.left, window.stage, window.reader, window.panel)]
    lefts = [pane.left() for pane in panes]
    assert lefts == sorted(lefts, reverse=True)
    for one, other in itertools.pairwise(panes):
        assert not one.intersects(other)


def test_every_view_can_be_shown(window: Window) -> None:
    for name in window.stage.names:
        window.commands.show_view(name)
        window.corpus.jobs.drain()
        assert not window.grab().isNull()


def test_rows_that_are_painted_by_hand_keep_their_places(qapp: QApplication) -> None:
    image = QImage(200, 20, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    begin(painter)
    left = painter.boundingRect(QRect(0, 0, 200, 20), Qt.AlignmentFlag.AlignLeft, "words").left()
    painter.restore()
    painter.end()
    assert left == 0

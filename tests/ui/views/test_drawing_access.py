"""What drawings are for assistive technology."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefreader.ui.models.figures import FiguresModel
from briefreader.ui.theme import Theme
from briefreader.ui.views.figures_chart import FiguresChart
from briefreader.ui.views.timeline_canvas import TimelineCanvas

_Text, _Role = QAccessible.Text, QAccessible.Role


def made(kind: type[QWidget], theme: Theme, parent: QWidget) -> QWidget:
    if kind is TimelineCanvas:
        return TimelineCanvas(theme, parent)
    return FiguresChart(FiguresModel(parent), theme, parent)


@pytest.mark.parametrize(("kind", "role"), [(TimelineCanvas, _Role.Graphic), (FiguresChart, _Role.Chart)])
def test_a_drawing_has_its_role_name_description_and_place(
    kind: type[QWidget], role: QAccessible.Role, theme: Theme, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    drawing = made(kind, theme, window)
    drawing.setGeometry(20, 30, 300, 200)
    drawing.setAccessibleName("What it is")
    drawing.setAccessibleDescription("What it shows")
    drawing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    with qtbot.waitExposed(window):
        window.show()
    drawing.setFocus()
    qtbot.waitUntil(drawing.hasFocus)
    found = QAccessible.queryAccessibleInterface(drawing)
    assert found.role() == role
    assert found.text(_Text.Name) == "What it is"
    assert found.text(_Text.Description) == drawing.accessibleDescription() != ""
    assert found.rect().size() == drawing.size()
    assert found.rect().topLeft() == drawing.mapToGlobal(drawing.rect().topLeft())
    assert found.state().focusable and found.state().focused and not found.state().invisible
    around = QAccessible.queryAccessibleInterface(window)
    here = around.indexOfChild(found)
    assert here >= 0 and around.child(here).role() == role
    assert found.parent().text(_Text.Name) == around.text(_Text.Name)


def test_it_goes_with_its_widget(theme: Theme, qtbot: QtBot) -> None:
    for _each in range(20):
        window = QWidget()
        drawing = made(TimelineCanvas, theme, window)
        assert QAccessible.queryAccessibleInterface(drawing).isValid()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        del drawing, window
        gc.collect()

"""The handles of the histogram: keyboard and assistive technology."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefreader.ui.theme import Theme
from briefreader.ui.views.histogram import DateHistogram


@pytest.fixture
def histogram(qtbot: QtBot, theme: Theme) -> DateHistogram:
    view = DateHistogram(theme)
    qtbot.addWidget(view)
    view.resize(240, view.sizeHint().height())
    view.set_days({"2025-12-01": 1, "2025-12-04": 1, "2025-12-06": 1})
    view.show()
    qtbot.waitExposed(view)
    return view


def test_keys_step_bins_days_and_to_the_ends(histogram: DateHistogram) -> None:
    low, high = histogram.low, histogram.high
    QTest.keyClick(low, Qt.Key.Key_Right)
    assert histogram.since == date(2025, 12, 2)
    QTest.keyClick(low, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert histogram.since == date(2025, 12, 7)
    QTest.keyClick(low, Qt.Key.Key_Home)
    assert histogram.since is None
    QTest.keyClick(high, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert histogram.until == date(2025, 12, 6)
    QTest.keyClick(high, Qt.Key.Key_End)
    assert histogram.until is None


def test_tab_goes_from_handle_to_handle(histogram: DateHistogram) -> None:
    histogram.activateWindow()
    histogram.low.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(histogram.low, Qt.Key.Key_Tab)
    assert histogram.high.hasFocus()


def test_handles_are_sliders_with_values_for_assistive_technology(histogram: DateHistogram) -> None:
    found = QAccessible.queryAccessibleInterface(histogram.low)
    assert found.role() == QAccessible.Role.Slider
    values = found.valueInterface()
    assert (values.minimumValue(), values.currentValue(), values.maximumValue()) == (0, 0, 7)
    values.setCurrentValue(3)
    assert histogram.since == date(2025, 12, 4)
    assert found.text(QAccessible.Text.Name) == "Earliest date: 4 Dec 2025"
    assert "From 4 Dec 2025" in histogram.accessibleDescription()

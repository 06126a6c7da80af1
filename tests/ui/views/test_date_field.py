"""A field for one limit of time."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefreader.ui.theme import Theme
from briefreader.ui.views.date_field import DateField


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> DateField:
    found = DateField(theme, "Published until", True, lambda: date(2026, 2, 3))
    qtbot.addWidget(found)
    return found


def test_a_year_means_its_last_day(field: DateField) -> None:
    field.setText("2024")
    assert field.day == date(2024, 12, 31)
    field.setText("")
    assert field.day is None


def test_it_tells_once_that_something_else_was_typed(field: DateField) -> None:
    told: list[str] = []
    field.finished.connect(lambda: told.append(field.text()))
    QTest.keyClicks(field, "2025")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == ["2025"]


def test_escape_brings_back_what_was_there(field: DateField) -> None:
    field.show_day(date(2025, 12, 6))
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "2025-12-06"

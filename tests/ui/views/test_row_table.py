"""A list of painted rows: moved in by keys, entered, and never slow to show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from briefreader.ui.delegates.person import LineDelegate
from briefreader.ui.models.people_lines import Line, LinesModel
from briefreader.ui.theme import Theme
from briefreader.ui.views.row_table import RowTable


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> RowTable:
    model = LinesModel("Lines")
    model.show([Line(str(n)) for n in range(10)])
    made = RowTable(model, LineDelegate(theme, 1), theme, "Lines", several=True)
    model.setParent(made)
    made.itemDelegate().setParent(made)
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def test_keys_move_and_enter(table: RowTable, qtbot: QtBot) -> None:
    table.clearFocus()  # on some systems the window has the keyboard by now, and stands at its first row
    table.setCurrentIndex(QModelIndex())
    for key, row in (
        (Qt.Key.Key_J, 0), (Qt.Key.Key_Down, 1), (Qt.Key.Key_End, 9), (Qt.Key.Key_K, 8), (Qt.Key.Key_Home, 0),
    ):  # fmt: skip
        qtbot.keyClick(table, key)
        assert table.selected_rows() == [row]
    with qtbot.waitSignal(table.entered) as entered:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert entered.args[0].row() == 0


def test_several_rows_are_chosen(table: RowTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.chosen):
        table.choose_rows([2, 5])
    assert table.selected_rows() == [2, 5]
    assert table.currentIndex().row() == 2
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_rows() == [2, 3]
    table.choose_rows([])
    assert table.selected_rows() == []


def test_a_double_click_enters(table: RowTable, qtbot: QtBot) -> None:
    place = table.visualRect(table.model().index(1, 0)).center()
    with qtbot.waitSignal(table.entered):
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_rows_are_as_high_as_the_delegate_says(table: RowTable) -> None:
    assert table.rowHeight(0) == table.itemDelegate().height()  # type: ignore[attr-defined]
    assert "Ctrl" in table.accessibleDescription()

"""The dialog over a table."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from briefreader.ui.dialogs.table import TableDialog, confirm
from briefreader.ui.models.rows import TableRow


def test_buttons_act_on_the_chosen_rows_and_the_place_is_kept(qtbot: QtBot) -> None:
    dialog = TableDialog("Things", "All of them", ["Thing"], "Find")
    qtbot.addWidget(dialog)
    several = dialog.add_button("Several", lambda: None)
    single = dialog.add_button("One", lambda: None, one=True)
    always = dialog.add_button("Always", lambda: None, always=True)
    assert (several.isEnabled(), single.isEnabled(), always.isEnabled()) == (False, False, True)
    dialog.show_rows([TableRow(n, (f"thing {n}",)) for n in range(4)])
    assert [row.value for row in dialog.chosen()] == [0]
    dialog.table.selectAll()
    assert (several.isEnabled(), single.isEnabled()) == (True, False)
    dialog.table.selectRow(2)
    dialog.show_rows([TableRow(n, (f"thing {n}",)) for n in (0, 1, 3)])
    assert [row.value for row in dialog.chosen()] == [3]
    dialog.field.setText("thing 1")
    assert [row.value for row in dialog.chosen()] == [1]
    dialog.field.setText("nothing")
    assert not several.isEnabled()


def test_nothing_is_done_unless_it_is_confirmed(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    done: list[int] = []
    for sure in (False, True):
        confirm(parent, "Sure?", "Delete?", "", "Delete", lambda: done.append(1))
        box = parent.findChildren(QMessageBox)[-1]
        named = {button.text().replace("&", ""): button for button in box.buttons()}
        named["Delete" if sure else "Cancel"].click()
    assert done == [1]

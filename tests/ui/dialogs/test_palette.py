"""The palette."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from briefreader.ui.dialogs.palette import PaletteDialog
from briefreader.ui.models.action_rows import ActionRow
from briefreader.ui.offers import Offer
from briefreader.ui.theme import Theme


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> PaletteDialog:
    rows = (
        ActionRow("star", "Star", "Passage", "S"),
        ActionRow("undo", "Undo", "Edit", "Ctrl+Z", "There is nothing to undo.", able=False),
        ActionRow("tag", "Tag…", "Passage", "T"),
    )
    says = ("Star the passage (S)", "There is nothing to undo.", "Tag the passage (T)")
    offers = [Offer(QAction(row.text), row, said) for row, said in zip(rows, says, strict=True)]
    made = PaletteDialog(offers, ["tag"], theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_was_used_last_is_chosen_and_explained(dialog: PaletteDialog) -> None:
    assert [row.name for row in dialog.chooser.rows()] == ["tag", "star", "undo"]
    assert dialog.says.text() == "Tag the passage (T)"
    assert dialog.focusWidget() is dialog.chooser.field


def test_enter_has_it_done_and_closes(dialog: PaletteDialog, qtbot: QtBot) -> None:
    wanted: list[Offer] = []
    dialog.wanted.connect(wanted.append)
    qtbot.keyClicks(dialog.chooser.field, "sta")
    qtbot.keyClick(dialog.chooser.field, Qt.Key.Key_Return)
    assert [offer.row.name for offer in wanted] == ["star"]
    assert not dialog.isVisible()


def test_what_cannot_be_done_is_explained_and_not_done(dialog: PaletteDialog, qtbot: QtBot) -> None:
    wanted: list[Offer] = []
    dialog.wanted.connect(wanted.append)
    qtbot.keyClicks(dialog.chooser.field, "undo")
    assert dialog.says.text() == "There is nothing to undo."
    qtbot.keyClick(dialog.chooser.field, Qt.Key.Key_Return)
    assert wanted == [] and dialog.isVisible()


def test_escape_closes(dialog: PaletteDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.chooser.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()

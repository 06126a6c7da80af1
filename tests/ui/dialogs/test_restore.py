"""The list of backups."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from briefreader.domain.query import WorkspaceCopy
from briefreader.library.backups import Backup
from briefreader.ui.dialogs.restore import RestoreDialog

HELD = WorkspaceCopy(Path("/backups/one"), 2_500_000, 7, 12, 3)


def test_it_says_what_is_replaced_by_what_before_it_does_so(qtbot: QtBot) -> None:
    backup = Backup(datetime(2026, 11, 26, 9, 30), HELD, False)
    before = Backup(datetime(2026, 11, 25, 9, 30), HELD, True)
    dialog = RestoreDialog([backup, before], Path("/backups"), 13, 1)
    qtbot.addWidget(dialog)
    asked: list[Path] = []
    dialog.restore_requested.connect(asked.append)
    assert [row.cells[:3] for row in dialog.model.rows] == [
        ("2026-11-26 09:30", 12, 3), ("2026-11-25 09:30, before restoring", 12, 3),
    ]  # fmt: skip
    dialog.restore.click()
    box = dialog.findChildren(QMessageBox)[-1]
    assert "13 articles and 1 mark or note" in box.informativeText()
    assert "12 articles and 3 marks and notes" in box.informativeText()
    assert asked == []
    next(each for each in box.buttons() if each.text() == "Replace").click()
    assert asked == [Path("/backups/one")]


def test_without_a_backup_it_says_so(qtbot: QtBot) -> None:
    dialog = RestoreDialog([], Path("/backups"), 0, 0)
    qtbot.addWidget(dialog)
    assert dialog.says.text().startswith("There is no backup yet.")
    assert not dialog.restore.isEnabled()

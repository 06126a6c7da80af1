"""What the trash shows."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import Annotation
from briefreader.library.trash import Removed
from briefreader.ui.dialogs.trash import TrashDialog
from store.made import mark

WHEN = "2026-11-27T10:00:00+00:00"


def test_rows_say_what_was_removed(qtbot: QtBot) -> None:
    dialog = TrashDialog()
    qtbot.addWidget(dialog)
    dialog.show_removed([])
    assert "empty" in dialog.says.text()
    assert not dialog.empty.isEnabled()
    whole = Annotation("w", "a", None, note="**All** <b>of</b> it")
    dialog.show_removed([Removed(mark("1", "a", tags=("x", "y")), WHEN, "Talks"), Removed(whole, WHEN, "")])
    assert [row.cells[:4] for row in dialog.model.rows] == [
        ("abc", "", "x, y", "Talks"),
        ("The article as a whole", "All <b>of</b> it", "", "no longer in the workspace"),
    ]
    assert dialog.empty.isEnabled()

"""The window of all tags."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefreader.library.tagging import TagUse
from briefreader.ui.dialogs.tags import TagsDialog


def test_a_chosen_tag_is_named_in_what_is_asked(qtbot: QtBot) -> None:
    dialog = TagsDialog()
    qtbot.addWidget(dialog)
    asked: list[tuple[str, str]] = []
    dialog.rename_requested.connect(lambda tag: asked.append(("rename", tag)))
    dialog.remove_requested.connect(lambda tag: asked.append(("remove", tag)))
    dialog.show_tags([TagUse("trade", 1, 2), TagUse("x", 0, 1)])
    assert [row.cells for row in dialog.model.rows] == [("trade", 1, 2), ("x", 0, 1)]
    dialog.rename.click()
    dialog.table.selectRow(1)
    dialog.remove.click()
    assert asked == [("rename", "trade"), ("remove", "x")]
    dialog.show_tags([])
    assert not dialog.rename.isEnabled()

"""Asking for a section."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefreader.ui.views.section_asking import SectionDialog
from ui.briefs import briefing


def test_sections_that_are_there_are_not_offered_again(qtbot: QtBot) -> None:
    dialog = SectionDialog(briefing())
    qtbot.addWidget(dialog)
    offered = [dialog.kind.itemData(n) for n in range(dialog.kind.count())]
    assert offered == ["passages", "changes", "free"]
    assert dialog.title.text() == "Passages"
    dialog.kind.setCurrentIndex(2)
    assert dialog.title.text() == ""

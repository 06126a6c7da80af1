from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefreader.domain.shared import Carried, SharedSource
from briefreader.ui.dialogs.homeless import HomelessDialog


def test_each_is_listed_with_article_passage_and_note(qtbot: QtBot) -> None:
    marks = [
        Carried(SharedSource(title="A <b>title</b>"), "two\nlines", note="n"),
        Carried(SharedSource(url="https://example.org/"), whole=True, note="whole"),
    ]
    dialog = HomelessDialog(marks)
    qtbot.addWidget(dialog)
    shown = [[dialog.table.item(row, column).text() for column in range(3)] for row in range(2)]
    assert shown == [["A <b>title</b>", "two lines", "n"], ["https://example.org/", "", "whole"]]

"""Annotations of other programs come into the window in one step that can be undone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.dialogs.homeless import HomelessDialog
from briefreader.ui.dialogs.share import ShareDialog
from briefreader.ui.window import Window

ONE = {
    "target": {
        "source": {"dc:identifier": "a", "dc:title": "Ministers sign agreement"},
        "selector": {"type": "TextQuoteSelector", "exact": "the capital"},
    },
    "bodyValue": "Which one?",
}


@pytest.fixture
def notices(corpus: Corpus) -> list[Notice]:
    told: list[Notice] = []
    corpus.notice.connect(told.append)
    return told


def take(window: Window, tmp_path: Path, *items: object) -> None:
    file = tmp_path / "x.json"
    file.write_text(json.dumps(items))
    window.commands.annotation_files.take(file)
    window.corpus.jobs.drain()


def stored(corpus: Corpus) -> list[str]:
    notes: list[str] = []
    corpus.jobs.call(lambda workspace: workspace.store.annotations(), done=lambda found: notes.extend(
        each.note for each in found))  # fmt: skip
    corpus.jobs.drain()
    return notes


def test_they_are_added_in_one_step_that_has_a_name(
    window: Window, corpus: Corpus, tmp_path: Path, notices: list[Notice]
) -> None:
    take(window, tmp_path, ONE, ONE | {"bodyValue": "Another"})
    assert sorted(stored(corpus)) == ["Another", "Which one?"]
    assert notices[-1].text == "2 annotations were added."
    assert window.action("undo").text() == "&Undo import of annotations"
    corpus.history.undo()
    corpus.jobs.drain()
    assert stored(corpus) == []
    corpus.history.redo()
    corpus.jobs.drain()
    assert sorted(stored(corpus)) == ["Another", "Which one?"]


def test_what_belongs_nowhere_is_said_and_can_be_looked_at(
    window: Window, tmp_path: Path, notices: list[Notice]
) -> None:
    take(window, tmp_path, ONE, {"target": "https://elsewhere.example/", "bodyValue": "n"})
    assert notices[-1].kind == "warning" and "elsewhere.example" in notices[-1].text
    notices[-1].act()
    shown = window.findChild(HomelessDialog)
    assert shown.table.rowCount() == 1
    shown.reject()


def test_a_broken_file_is_one_sentence(window: Window, tmp_path: Path, notices: list[Notice]) -> None:
    file = tmp_path / "x.qdpx"
    file.write_bytes(b"PK\x03\x04")
    window.commands.annotation_files.take(file)
    window.corpus.jobs.drain()
    assert notices[-1].kind == "error"
    assert notices[-1].text.startswith("“x.qdpx” cannot be read.")
    assert not window.corpus.history.canUndo()


def test_the_menu_asks_for_a_file_that_can_be_read(window: Window) -> None:
    window.action("import_annotations").trigger()
    asking = window.findChild(QFileDialog)
    assert all(suffix in asking.nameFilters()[0] for suffix in (".jsonld", ".json", ".qdpx", ".csv"))
    asking.reject()


def test_the_menu_opens_the_dialog_for_exporting(window: Window, qtbot: QtBot) -> None:
    window.action("export_annotations").trigger()
    dialog = window.findChild(ShareDialog)
    qtbot.waitUntil(lambda: dialog._prepared is not None, timeout=30_000)
    dialog.reject()

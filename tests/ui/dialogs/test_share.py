"""Exporting annotations: what is lost is said first, and a file is whole or not there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import Status
from briefreader.domain.text import Span
from briefreader.library import annotating
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.dialogs.share import ShareDialog
from ui.articles import Fill


@pytest.fixture
def dialog(corpus: Corpus, fill: Fill, qtbot: QtBot) -> Iterator[ShareDialog]:
    """Return the dialog over a highlight and a note in one article, and a note on another."""
    fill()
    corpus.open_document("a")
    corpus.jobs.drain()
    document = corpus.opened.document
    mark = annotating.annotate(document, None, Span(0, 9), annotating.now(), colour="red", note="n")
    corpus.apply([mark, annotating.note_on_whole("b", annotating.now(), "whole")], "marks")
    corpus.jobs.drain()
    made = ShareDialog(corpus)
    qtbot.addWidget(made)
    made.show()
    ready(made, qtbot)
    yield made
    made.reject()
    corpus.jobs.drain()


def ready(dialog: ShareDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog._prepared is not None, timeout=30_000)


def choose(dialog: ShareDialog, qtbot: QtBot, format: str, scope: str = "all") -> None:
    dialog.format.setCurrentIndex(dialog.format.findData(format))
    dialog.scope.setCurrentIndex(dialog.scope.findData(scope))
    ready(dialog, qtbot)


def test_what_is_lost_is_listed_for_the_format(dialog: ShareDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "readwise")
    assert "2 annotations in 2 articles." in dialog.says.text()
    assert "The colour of 1 highlight is left out." in dialog.says.text()
    choose(dialog, qtbot, "w3c")
    assert "Nothing of them is lost." in dialog.says.text()
    choose(dialog, qtbot, "markdown")
    assert "does not read this format back" in dialog.says.text()


def test_only_markdown_goes_into_a_folder(dialog: ShareDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "qdpx")
    assert not dialog.apart.isEnabled()
    choose(dialog, qtbot, "markdown")
    assert dialog.apart.isEnabled()


def test_the_file_is_what_was_prepared_and_its_place_is_told(
    dialog: ShareDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    notices: list[Notice] = []
    dialog._corpus.notice.connect(notices.append)
    choose(dialog, qtbot, "w3c", "open")
    dialog.save(tmp_path / "x.jsonld")
    dialog._corpus.jobs.drain()
    assert json.loads((tmp_path / "x.jsonld").read_text(encoding="utf-8"))["total"] == 1
    assert str(tmp_path / "x.jsonld") in notices[-1].text and notices[-1].action == "Show folder"
    assert not dialog.isVisible()


def test_without_annotations_there_is_nothing_to_save(corpus: Corpus, fill: Fill, qtbot: QtBot) -> None:
    fill()
    empty = ShareDialog(corpus)
    qtbot.addWidget(empty)
    ready(empty, qtbot)
    assert not empty._save.isEnabled() and "Nothing is marked" in empty.says.text()
    empty.reject()


def test_files_in_a_folder_are_replaced_only_when_that_was_asked(
    dialog: ShareDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(dialog, qtbot, "markdown")
    dialog.apart.setChecked(True)
    ready(dialog, qtbot)
    there = tmp_path / dialog._prepared.files[0][0]
    there.write_text("mine")
    dialog.save(tmp_path, asked=False)
    box = dialog.findChild(QMessageBox)
    assert there.name in box.informativeText()
    assert there.read_text() == "mine" and len(list(tmp_path.glob("*.md"))) == 1
    next(button for button in box.buttons() if button.text() == "Replace").click()
    dialog._corpus.jobs.drain()
    assert there.read_text(encoding="utf-8").startswith("---")
    assert len(list(tmp_path.glob("*.md"))) == 2


def test_a_place_that_cannot_be_written_is_said(dialog: ShareDialog, tmp_path: Path) -> None:
    dialog.save(tmp_path / "nowhere" / "x.md")
    dialog._corpus.jobs.drain()
    assert "nowhere" in dialog.says.text() and dialog.isVisible() and dialog._save.isEnabled()


def test_the_ending_is_put_on_before_another_file_is_asked_for(dialog: ShareDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "qdpx")
    dialog._choose()
    asking = dialog.findChild(QFileDialog)
    assert asking.defaultSuffix() == "qdpx"
    assert asking.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert not asking.testOption(QFileDialog.Option.DontConfirmOverwrite)
    asking.reject()


def test_what_was_set_on_an_article_itself_is_counted_and_can_be_all_there_is(
    corpus: Corpus, fill: Fill, qtbot: QtBot
) -> None:
    fill()
    corpus.apply([annotating.set_status(Status("a"), starred=True, tags=("sea",))], "star")
    corpus.jobs.drain()
    dialog = ShareDialog(corpus)
    qtbot.addWidget(dialog)
    choose(dialog, qtbot, "w3c")
    assert "0 annotations in 0 articles. Star, tags or corrections of 1 article itself." in dialog.says.text()
    assert dialog._save.isEnabled()
    choose(dialog, qtbot, "readwise")
    assert "The tags of 1 article itself are left out." in dialog.says.text()
    dialog.reject()
    corpus.jobs.drain()


def test_its_buttons_stand_as_in_other_dialogs_and_answer_to_alt(dialog: ShareDialog, qtbot: QtBot) -> None:
    ready(dialog, qtbot)
    box = dialog.findChild(QDialogButtonBox)
    assert box.buttonRole(dialog._save) == QDialogButtonBox.ButtonRole.AcceptRole
    labels = [box.button(QDialogButtonBox.StandardButton.Cancel).text(), dialog._save.text()]
    labels += [each.text() for each in dialog.findChildren(QLabel) if each.buddy()] + [dialog.apart.text()]
    letters = [text[text.index("&") + 1].casefold() for text in labels if "&" in text]
    assert len(letters) >= 4 and len(letters) == len(set(letters))
    assert dialog._save.text().startswith("&")
    box.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert not dialog.isVisible()

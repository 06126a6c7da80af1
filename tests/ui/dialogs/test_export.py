"""Exporting: what goes in, the pages as they will be saved, and a file that is whole or not there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from briefreader.domain.text import Span
from briefreader.engine.inline import InlineEngine
from briefreader.library import annotating
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.dialogs import export
from briefreader.ui.dialogs.export import ExportDialog
from briefreader.ui.theme import Theme
from ui.articles import Fill


@pytest.fixture
def starred(corpus: Corpus, fill: Fill) -> Corpus:
    """Return a corpus with one starred passage."""
    fill()
    corpus.open_document("a")
    corpus.jobs.drain()
    document = corpus.opened.document
    corpus.apply([annotating.annotate(document, None, Span(0, 9), annotating.now(), starred=True)], "star")
    corpus.jobs.drain()
    return corpus


@pytest.fixture
def dialog(
    starred: Corpus, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ExportDialog]:
    monkeypatch.setattr(export, "open_engine", lambda *_given: InlineEngine())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764547200")
    made = ExportDialog(starred, theme, "a4")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made._made is not None, timeout=30_000)
    yield made
    made.reject()
    starred.jobs.drain()


def test_the_preview_is_the_file(dialog: ExportDialog, starred: Corpus, tmp_path: Path) -> None:
    notices: list[Notice] = []
    starred.notice.connect(notices.append)
    shown = dialog._made[0]
    dialog.save(tmp_path / "brief.pdf")
    starred.jobs.drain()
    assert (tmp_path / "brief.pdf").read_bytes() == shown
    assert dialog.pages.pages == len(PdfReader(tmp_path / "brief.pdf").pages)
    assert notices[-1].action == "Open"
    assert not dialog.isVisible()


def test_a_change_makes_the_pages_anew(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.title.setText("Ministers and talks")
    assert dialog._made is None
    qtbot.waitUntil(lambda: dialog._made is not None, timeout=30_000)
    dialog.save(tmp_path / "brief.pdf")
    dialog._corpus.jobs.drain()
    reader = PdfReader(tmp_path / "brief.pdf")
    assert reader.metadata.title == "Ministers and talks"
    assert "Ministers" in reader.pages[0].extract_text()


def test_saving_waits_for_pages_in_the_making(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.author.setText("A. Writer")
    dialog.save(tmp_path / "brief.pdf")
    assert not (tmp_path / "brief.pdf").exists()
    qtbot.waitUntil((tmp_path / "brief.pdf").exists, timeout=30_000)
    assert PdfReader(tmp_path / "brief.pdf").metadata.author == "A. Writer"


def test_nothing_chosen_is_said_and_cannot_be_saved(dialog: ExportDialog, qtbot: QtBot) -> None:
    for box in dialog.parts.values():
        box.setChecked(False)
    qtbot.waitUntil(lambda: dialog._job is None and not dialog._save.isEnabled(), timeout=30_000)
    assert dialog._says.text()
    dialog.parts["passages"].setChecked(True)
    qtbot.waitUntil(lambda: dialog._made is not None, timeout=30_000)
    assert dialog._save.isEnabled()


def test_a_place_that_cannot_be_written_is_said(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.save(tmp_path / "nowhere" / "brief.pdf")
    dialog._corpus.jobs.drain()
    assert "nowhere" in dialog._says.text()
    assert dialog.isVisible()


def test_the_choice_is_what_the_window_shows(dialog: ExportDialog) -> None:
    dialog.parts["quotes"].setChecked(False)
    dialog.paper.setCurrentIndex(dialog.paper.findData("us-letter"))
    choice = dialog.choice()
    assert choice == replace(choice, title="Briefing", quotes=False, passages=True, paper="us-letter")
    assert dialog.scope.ids() == dialog._corpus.listing.ids
    dialog.scope.setCurrentIndex(dialog.scope.findData("open"))
    assert dialog.scope.ids() == ("a",)
    dialog.scope.setCurrentIndex(dialog.scope.findData("all"))
    assert dialog.scope.ids() is None


def test_the_ending_is_put_on_before_another_file_is_asked_for(dialog: ExportDialog) -> None:
    dialog._choose()
    asking = dialog.findChild(QFileDialog)
    assert asking.defaultSuffix() == "pdf"
    assert asking.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert not asking.testOption(QFileDialog.Option.DontConfirmOverwrite)
    asking.reject()


def test_closing_stops_what_is_in_the_making(dialog: ExportDialog, starred: Corpus) -> None:
    notices: list[Notice] = []
    starred.notice.connect(notices.append)
    dialog.title.setText("Another")
    dialog._timer.stop()
    dialog._render()
    dialog.reject()
    starred.jobs.drain()
    assert notices == []

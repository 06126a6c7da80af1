"""The trash of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox

from briefreader.domain.annotation import Edit
from briefreader.ui.corpus import Corpus
from briefreader.ui.dialogs.trash import TrashDialog
from briefreader.ui.window import Window
from store.made import mark


def opened(window: Window, *marks: str) -> TrashDialog:
    made = [mark(id, "b", note=f"note {id}") for id in marks]
    window.corpus.apply([Edit(None, each) for each in made], "note")
    window.corpus.apply([Edit(each, None) for each in made], "removal")
    window.action("trash").trigger()
    window.corpus.jobs.drain()
    return next(each for each in window.findChildren(TrashDialog) if each.isVisible())


def test_what_is_restored_is_back_and_can_be_taken_back_by_name(window: Window, corpus: Corpus) -> None:
    dialog = opened(window, "1", "2")
    dialog.table.selectAll()
    dialog.restore.click()
    corpus.jobs.drain()
    assert corpus.listing.counts.annotated == 1
    assert dialog.model.rowCount() == 0
    assert corpus.history.undoText() == "restoring of 2 marks"
    corpus.history.undo()
    corpus.jobs.drain()
    assert corpus.listing.counts.annotated == 0


def test_the_trash_is_emptied_only_when_that_is_confirmed(window: Window, corpus: Corpus) -> None:
    dialog = opened(window, "1", "2")
    dialog.empty.click()
    corpus.jobs.drain()
    assert dialog.model.rowCount() == 2
    box = next(each for each in dialog.findChildren(QMessageBox) if each.isVisible())
    next(each for each in box.buttons() if each.text() == "Delete").click()
    corpus.jobs.drain()
    assert dialog.model.rowCount() == 0

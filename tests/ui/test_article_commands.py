"""Commands on the passage and the article that are meant."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog

from briefreader.domain.annotation import Status
from briefreader.domain.errors import WorkspaceError
from briefreader.domain.text import Span
from briefreader.library import annotating
from briefreader.ui.article_commands import details_label
from briefreader.ui.corpus import Corpus
from briefreader.ui.dialogs.details import DetailsDialog
from briefreader.ui.window import Window


def details(window: Window) -> DetailsDialog:
    window.corpus.jobs.drain()
    return next(each for each in window.findChildren(DetailsDialog) if each.isVisible())


def test_a_tag_goes_onto_all_chosen_articles_in_one_step(
    window: Window, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_given: (" trade , army", True))
    window.commands.articles.tag_documents(["a", "b"])
    corpus.jobs.drain()
    assert corpus.listing.counts.tags == {"army": 2, "trade": 2}
    assert corpus.history.count() == 1
    corpus.history.undo()
    corpus.jobs.drain()
    assert corpus.listing.counts.tags == {}


def test_copy_takes_the_exact_words(window: Window, corpus: Corpus) -> None:
    window.reader.text.select(Span(0, 14))
    window.reader.text.setFocus()
    window.commands.articles.copy()
    assert QGuiApplication.clipboard().text() == corpus.opened.document.text[:14]


def test_reading_while_the_details_are_open_does_not_lose_them(window: Window, corpus: Corpus) -> None:
    window.commands.articles.edit_details()
    dialog = details(window)
    dialog._title.setText("Another title")
    window.mark_read()
    corpus.jobs.drain()
    dialog.accept()
    corpus.jobs.drain()
    assert (corpus.opened.status.title, corpus.opened.status.read) == ("Another title", True)


def test_details_that_could_not_be_stored_are_offered_again(
    window: Window, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_workspace: object, _edits: object) -> None:
        raise WorkspaceError("The disk is full.")

    window.commands.articles.edit_details()
    dialog = details(window)
    dialog._title.setText("Another title")
    with monkeypatch.context() as broken:
        broken.setattr(annotating, "apply", full)
        dialog.accept()
        corpus.jobs.drain()
    assert details(window)._title.text() == "Another title"


def test_a_change_of_details_is_named_for_what_it_changes() -> None:
    before = Status("a", title="Old")
    values = {"title": "Old", "outlet": "", "published": "", "tags": ("x",)}
    assert details_label(before, values) == "change of tags of article"
    assert details_label(before, values | {"title": "New"}) == "change of details"

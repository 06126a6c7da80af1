"""Renaming, merging and deleting tags from the window."""

from __future__ import annotations

from briefreader.domain.annotation import Edit, Status
from briefreader.ui.corpus import Corpus
from briefreader.ui.dialogs.asking import AskDialog
from briefreader.ui.dialogs.tags import TagsDialog
from briefreader.ui.window import Window
from store.made import mark


def put_tags(corpus: Corpus) -> None:
    edits = [
        Edit(None, mark("1", "b", tags=("trade",))),
        Edit(None, Status("c", tags=("trade",), revision=1)),
    ]
    corpus.apply([*edits, Edit(None, Status("d", tags=("army",), revision=1))], "tags")
    corpus.jobs.drain()


def answer(window: Window, words: str) -> None:
    dialog = next(each for each in window.findChildren(AskDialog) if each.isVisible())
    dialog.field.setText(words)
    dialog.accept()
    window.corpus.jobs.drain()


def test_a_tag_is_renamed_in_one_step_over_all_articles(window: Window, corpus: Corpus) -> None:
    put_tags(corpus)
    corpus.filter(tags=frozenset({"trade"}))
    window.action("tags").trigger()
    corpus.jobs.drain()
    dialog = next(each for each in window.findChildren(TagsDialog) if each.isVisible())
    dialog.table.selectRow(1)
    dialog.rename.click()
    answer(window, "Commerce")
    assert corpus.listing.counts.tags == {"army": 1, "Commerce": 2}
    assert [row.value for row in dialog.model.rows] == ["army", "Commerce"]
    assert corpus.listing.ids == ("b", "c")
    assert corpus.history.undoText() == "rename of tag"
    corpus.history.undo()
    corpus.jobs.drain()
    assert corpus.listing.counts.tags == {"army": 1, "trade": 2}


def test_a_tag_is_merged_and_deleted_by_the_menu_of_the_source_list(window: Window, corpus: Corpus) -> None:
    put_tags(corpus)
    rename, delete = window.commands.tags.menu("trade").actions()[:2]
    rename.trigger()
    answer(window, "army")
    assert corpus.listing.counts.tags == {"army": 3}
    assert corpus.history.undoText() == "merging of tags"
    delete.trigger()
    corpus.jobs.drain()
    assert corpus.listing.counts.tags == {"army": 3}  # the tag of the menu is merged by now
    window.commands.tags.remove("army")
    corpus.jobs.drain()
    assert corpus.listing.counts.tags == {}
    assert corpus.history.undoText() == "deletion of tag"

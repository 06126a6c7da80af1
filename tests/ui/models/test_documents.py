"""The model of the document list: lazy, in step, and keeping what is being read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from briefreader.domain.annotation import Edit, Replaced, Status
from briefreader.domain.changes import Changes
from briefreader.library.annotating import set_status
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus
from briefreader.ui.models.documents import (
    PAGE,
    PAGES_KEPT,
    DocumentsModel,
    RowRole,
    SnippetRole,
    with_kept,
)
from ui.articles import Fill, article


@pytest.fixture
def model(corpus: Corpus) -> DocumentsModel:
    return DocumentsModel(corpus)


def row(model: DocumentsModel, number: int) -> object:
    return model.index(number, 0).data(RowRole)


def test_it_is_a_proper_model(
    corpus: Corpus, model: DocumentsModel, fill: Fill, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    fill(*(article(f"id{n}", f"Article {n}") for n in range(200)))
    qtmodeltester.check(model)
    assert model.rowCount() == 200


def test_a_row_is_empty_until_its_page_arrives(corpus: Corpus, model: DocumentsModel, fill: Fill) -> None:
    fill()
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    assert row(model, 0) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Loading…"
    corpus.jobs.drain()
    assert row(model, 0).title == "Ministers sign agreement"
    assert told == [(0, 4)]


def test_only_so_many_pages_are_kept(corpus: Corpus, model: DocumentsModel, fill: Fill) -> None:
    pages = PAGES_KEPT + 2
    fill(*(article(f"{n:05}", f"{n:05}") for n in range(pages * PAGE)))
    for page in range(pages):
        row(model, page * PAGE)
        corpus.jobs.drain()
    assert len(model._rows) == PAGES_KEPT * PAGE
    assert row(model, 0) is None
    assert row(model, (pages - 1) * PAGE) is not None


def test_a_late_answer_is_dropped(corpus: Corpus, model: DocumentsModel, fill: Fill) -> None:
    fill()
    row(model, 0)
    late = model._era
    corpus.jobs.drain()
    corpus.filter(order="title")
    corpus.jobs.drain()
    before = dict(model._rows)
    model._arrived(late, 0, ("a",), [])
    assert model._rows == before and 0 not in model._pages


def test_a_document_that_was_read_stays_among_the_unread(
    corpus: Corpus, model: DocumentsModel, fill: Fill
) -> None:
    fill()
    corpus.filter(shelf="unread")
    corpus.jobs.drain()
    before = model.ids
    corpus.apply([set_status(Status("b"), read=True)], "Mark as read")
    corpus.jobs.drain()
    assert "b" not in corpus.listing.ids
    assert model.ids == before
    row(model, 0)
    corpus.jobs.drain()
    assert row(model, before.index("b")).read
    corpus.filter(shelf="starred")
    corpus.jobs.drain()
    corpus.filter(shelf="unread")
    corpus.jobs.drain()
    assert "b" not in model.ids


def test_a_document_whose_place_a_newer_version_took_does_not_stay(
    corpus: Corpus, model: DocumentsModel, fill: Fill
) -> None:
    fill()
    assert "b" in model.ids

    def succeed(workspace: Workspace) -> Changes:
        return workspace.store.apply([Edit(None, Replaced("b", "a"))])

    corpus.jobs.call(succeed, done=corpus.imported)
    corpus.jobs.drain()
    assert model.ids == corpus.listing.ids
    assert "b" not in model.ids


def test_a_changed_row_is_shown_as_it_was_until_the_new_one_arrives(
    corpus: Corpus, model: DocumentsModel, fill: Fill
) -> None:
    fill()
    row(model, 0)
    corpus.jobs.drain()
    corpus.apply([set_status(Status("a"), starred=True)], "Star")
    seen: list[object] = []
    corpus.changed.connect(lambda _changes: seen.append(row(model, 0)))
    corpus.jobs.drain()
    assert seen[0] is not None
    row(model, 0)
    corpus.jobs.drain()
    assert row(model, 0).starred


def test_a_search_brings_snippets_with_the_places_of_the_words(
    corpus: Corpus, model: DocumentsModel, fill: Fill
) -> None:
    fill()
    assert model.index(0, 0).data(SnippetRole) is None
    corpus.filter(words="delegation", order="relevance")
    corpus.jobs.drain()
    assert model.rowCount() == 5
    assert model.index(0, 0).data(SnippetRole) is None
    for _turn in range(3):
        corpus.jobs.drain()
        QCoreApplication.processEvents()
    corpus.jobs.drain()
    text, spans = model.index(0, 0).data(SnippetRole)
    assert [text[span.start : span.end] for span in spans] == ["delegation"]


def test_another_workspace_starts_empty(
    corpus: Corpus, model: DocumentsModel, fill: Fill, tmp_path: object
) -> None:
    fill()
    assert model.rowCount() == 5
    corpus.open_workspace(tmp_path / "other.briefreader")
    corpus.jobs.drain()
    assert model.rowCount() == 0


def test_what_assistive_technology_reads(corpus: Corpus, model: DocumentsModel, fill: Fill) -> None:
    fill()
    corpus.apply([set_status(Status("d"), starred=True, tags=("trade",))], "Star")
    corpus.jobs.drain()
    place = model.place_of("d")
    row(model, place)
    corpus.jobs.drain()
    words = model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "A year of visits, no outlet, 2025, unread, starred, tags: trade"


def test_rows_have_no_children(model: DocumentsModel, fill: Fill) -> None:
    fill()
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("abc", "abc", "abc"),
        ("abc", "ac", "abc"),
        ("abc", "bc", "abc"),
        ("abcd", "ad", "abcd"),
        ("abc", "ca", "cab"),
        ("", "ab", "ab"),
        ("ab", "", "ab"),
        ("abc", "xac", "xabc"),
    ],
)
def test_what_vanished_stays_behind_its_neighbour(before: str, after: str, expected: str) -> None:
    assert with_kept(before, after) == tuple(expected)


def test_a_title_is_no_markup_in_its_tooltip(corpus: Corpus, model: DocumentsModel, fill: Fill) -> None:
    fill(article("a", '<img src="x"> in a title'))
    row(model, 0)
    corpus.jobs.drain()
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip and "<img" not in tip
    assert model.index(0, 0).data() == '<img src="x"> in a title'

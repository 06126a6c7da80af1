"""The shared corpus model: one change, every panel told."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from briefreader.domain.document import Document
from briefreader.domain.errors import WorkspaceError
from briefreader.domain.text import Span
from briefreader.library import annotating, looking
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus, Listing, Notice, Opened
from ui.articles import Fill


def opened(corpus: Corpus, id: str) -> Opened:
    corpus.open_document(id)
    corpus.jobs.drain()
    assert corpus.opened is not None
    return corpus.opened


def star(corpus: Corpus, span: Span, starred: bool = True) -> None:
    assert corpus.opened is not None
    document, there = corpus.opened.document, corpus.opened.annotation_on(span)
    edit = annotating.annotate(document, there, span, "2026-01-01T00:00:00+00:00", starred=starred)
    corpus.apply([edit], "star on passage")


def test_a_filter_changes_the_listing(corpus: Corpus, fill: Fill) -> None:
    fill()
    heard: list[Listing] = []
    corpus.listed.connect(heard.append)
    corpus.filter(outlets=frozenset({"Belta"}))
    corpus.jobs.drain()
    assert set(heard[-1].ids) == {"a", "e"}
    assert heard[-1] is corpus.listing


def test_words_filter_without_regard_to_case_and_diacritics(corpus: Corpus, fill: Fill) -> None:
    fill()
    corpus.filter(words="SÉCURITY")
    corpus.jobs.drain()
    assert corpus.listing.ids == ("c",)


def test_a_late_listing_of_an_earlier_filter_is_dropped(corpus: Corpus, fill: Fill) -> None:
    fill()
    heard: list[Listing] = []
    corpus.listed.connect(heard.append)
    corpus.filter(words="trade")
    corpus.filter(words="talks")
    corpus.jobs.drain()
    assert {listing.query.words for listing in heard} == {"talks"}


def test_an_edit_is_seen_at_once_and_stored(corpus: Corpus, fill: Fill) -> None:
    fill()
    opened(corpus, "a")
    star(corpus, Span(0, 9))
    assert [each.starred for each in corpus.opened.annotations] == [True]  # before the store has it
    corpus.jobs.drain()
    assert corpus.listing.counts.annotated == 1
    corpus.open_document("b")
    corpus.jobs.drain()
    assert [each.anchor.exact for each in opened(corpus, "a").annotations] == ["Ministers"]


def test_two_quick_keys_make_one_annotation(corpus: Corpus, fill: Fill) -> None:
    fill()
    document = opened(corpus, "a").document
    star(corpus, Span(0, 9))
    there = corpus.opened.annotation_on(Span(0, 9))
    edit = annotating.annotate(document, there, Span(0, 9), "2026-01-01T00:00:01+00:00", colour="green")
    corpus.apply([edit], "highlight")
    corpus.jobs.drain()
    assert [(each.starred, each.colour) for each in corpus.opened.annotations] == [(True, "green")]


def test_marks_that_are_shown_already_are_not_fetched_again(
    corpus: Corpus, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill()
    opened(corpus, "a")
    fetched: list[str] = []
    real = looking.marked

    def marked(workspace: Workspace, document: Document) -> Opened:
        fetched.append(document.id)
        return real(workspace, document)

    monkeypatch.setattr(looking, "marked", marked)
    star(corpus, Span(0, 5))
    corpus.jobs.drain()
    corpus.history.undo()
    corpus.jobs.drain()
    corpus.history.redo()
    corpus.jobs.drain()
    assert corpus.opened is not None and len(corpus.opened.annotations) == 1
    assert fetched == []
    corpus.fetch("a", lambda stored: assert_equal(stored, corpus.opened))
    corpus.jobs.drain()
    assert fetched == ["a"]


def assert_equal(stored: Opened | None, shown: Opened | None) -> None:
    assert stored is not None and shown is not None
    assert stored.annotations == shown.annotations


def test_a_mark_made_while_its_document_is_on_its_way_is_seen_in_it(corpus: Corpus, fill: Fill) -> None:
    fill()
    opened(corpus, "a")
    corpus.open_document("b")
    corpus.open_document("a")  # asked for before the mark is stored
    star(corpus, Span(0, 5))
    corpus.jobs.drain()
    assert corpus.opened is not None and len(corpus.opened.annotations) == 1


def test_undo_and_redo_bring_back_exactly_what_was(corpus: Corpus, fill: Fill) -> None:
    fill()
    opened(corpus, "a")
    star(corpus, Span(0, 9))
    corpus.jobs.drain()
    made = corpus.opened.annotations
    assert corpus.history.undoText() == "star on passage"
    corpus.history.undo()
    corpus.jobs.drain()
    assert corpus.opened.annotations == ()
    corpus.history.redo()
    corpus.jobs.drain()
    assert corpus.opened.annotations == made


def test_undo_reaches_a_document_that_is_not_open(corpus: Corpus, fill: Fill) -> None:
    fill()
    opened(corpus, "a")
    star(corpus, Span(0, 9))
    corpus.jobs.drain()
    opened(corpus, "b")
    corpus.history.undo()
    corpus.jobs.drain()
    assert opened(corpus, "a").annotations == ()


def test_a_change_by_somebody_else_is_told_and_not_overwritten(corpus: Corpus, fill: Fill) -> None:
    fill()
    opened(corpus, "a")
    star(corpus, Span(0, 9))
    corpus.jobs.drain()
    stale = corpus.opened.annotations[0]
    other = annotating.amend(stale, "2026-01-02T00:00:00+00:00", note="theirs")
    corpus.jobs.call(lambda workspace: workspace.store.apply([other]))
    corpus.jobs.drain()
    notices: list[Notice] = []
    corpus.notice.connect(notices.append)
    corpus.apply([annotating.amend(stale, "2026-01-03T00:00:00+00:00", note="mine")], "note on passage")
    corpus.jobs.drain()
    assert [notice.kind for notice in notices] == ["error"]
    assert corpus.opened.annotations[0].note == "theirs"
    assert corpus.history.count() == 0


def test_stepping_goes_through_the_list(corpus: Corpus, fill: Fill) -> None:
    fill()
    ids = corpus.listing.ids
    corpus.step(1)
    corpus.jobs.drain()
    assert corpus.opened.document.id == ids[0]
    corpus.step(1)
    corpus.step(1)
    corpus.jobs.drain()
    assert corpus.opened.document.id == ids[2]
    corpus.step(-1)
    corpus.jobs.drain()
    assert corpus.opened.document.id == ids[1]


def test_the_next_unread_document_is_found(corpus: Corpus, fill: Fill) -> None:
    fill()
    ids = corpus.listing.ids
    for id in ids[:3]:
        status = opened(corpus, id).status
        corpus.apply_quietly([annotating.set_status(status, read=True)])
        corpus.jobs.drain()
    opened(corpus, ids[0])
    corpus.step(1, unread=True)
    corpus.jobs.drain()
    assert corpus.opened.document.id == ids[3]


def test_a_passage_is_asked_for_when_its_document_is_open(corpus: Corpus, fill: Fill) -> None:
    fill()
    asked: list[tuple[Span, bool]] = []
    corpus.passage_requested.connect(lambda span, flash: asked.append((span, flash)))
    corpus.open_document("b", Span(2, 5))
    assert asked == []
    corpus.jobs.drain()
    assert asked == [(Span(2, 5), True)]


def test_a_document_that_is_gone_is_told(corpus: Corpus, fill: Fill) -> None:
    fill()
    notices: list[Notice] = []
    corpus.notice.connect(notices.append)
    corpus.open_document("nowhere")
    corpus.jobs.drain()
    assert [notice.kind for notice in notices] == ["warning"]


def test_what_the_store_cannot_take_is_not_shown_as_if_it_had(
    corpus: Corpus, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill()
    opened(corpus, "a")

    def full(_workspace: object, _edits: object) -> None:
        raise WorkspaceError("The disk is full.")

    notices: list[Notice] = []
    corpus.notice.connect(notices.append)
    with monkeypatch.context() as broken:
        broken.setattr(annotating, "apply", full)
        star(corpus, Span(0, 9))
        assert len(corpus.opened.annotations) == 1
        corpus.jobs.drain()
    assert corpus.opened.annotations == ()
    assert [notice.text for notice in notices] == ["The disk is full."]
    star(corpus, Span(0, 9))
    corpus.jobs.drain()
    assert len(corpus.opened.annotations) == 1


def test_a_late_refresh_does_not_undo_what_was_just_done(corpus: Corpus, fill: Fill) -> None:
    fill()
    opened(corpus, "a")
    older = corpus.opened
    star(corpus, Span(0, 9))
    corpus._refreshed(older)  # fetched before the edit, delivered after it
    assert len(corpus.opened.annotations) == 1
    corpus.jobs.drain()
    assert len(corpus.opened.annotations) == 1


def test_reading_meanwhile_does_not_stand_in_the_way_of_undo(corpus: Corpus, fill: Fill) -> None:
    fill()
    status = opened(corpus, "a").status
    corpus.apply([annotating.set_status(status, starred=True)], "star on article")
    corpus.apply_quietly([annotating.set_status(corpus.opened.status, read=True)])
    corpus.jobs.drain()
    assert (corpus.opened.status.starred, corpus.opened.status.read) == (True, True)
    corpus.history.undo()
    corpus.jobs.drain()
    assert (corpus.opened.status.starred, corpus.opened.status.read) == (False, True)
    corpus.history.redo()
    corpus.jobs.drain()
    assert (corpus.opened.status.starred, corpus.opened.status.read) == (True, True)


def test_undo_while_an_edit_is_on_its_way_takes_back_that_edit(corpus: Corpus, fill: Fill) -> None:
    fill()
    opened(corpus, "a")
    star(corpus, Span(0, 9))
    corpus.jobs.drain()
    gate = threading.Event()
    corpus.jobs.call(lambda _workspace: gate.wait(20))
    star(corpus, Span(10, 14))
    corpus.history.undo()
    gate.set()
    corpus.jobs.drain()
    assert [each.anchor.exact for each in corpus.opened.annotations] == ["Ministers"]
    corpus.history.redo()
    corpus.jobs.drain()
    assert len(corpus.opened.annotations) == 2


def test_a_refused_edit_leaves_no_step_and_calls_who_typed(
    corpus: Corpus, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill()
    opened(corpus, "a")
    star(corpus, Span(0, 9))
    corpus.jobs.drain()

    def full(_workspace: object, _edits: object) -> None:
        raise WorkspaceError("The disk is full.")

    heard: list[str] = []
    edit = annotating.annotate(corpus.opened.document, None, Span(10, 14), "2026", note="typed")
    with monkeypatch.context() as broken:
        broken.setattr(annotating, "apply", full)
        corpus.apply([edit], "note", lambda: heard.append("typed"))
        corpus.jobs.drain()
    assert heard == ["typed"]
    assert corpus.history.undoText() == "star on passage"
    corpus.history.undo()
    corpus.jobs.drain()
    assert corpus.opened.annotations == ()


def test_a_workspace_that_cannot_be_opened_leaves_the_open_one(
    corpus: Corpus, fill: Fill, tmp_path: Path
) -> None:
    fill()
    (tmp_path / "bad.briefreader").write_bytes(b"this is no database" * 100)
    path = corpus.jobs.path
    notices: list[Notice] = []
    corpus.notice.connect(notices.append)
    corpus.open_workspace(tmp_path / "bad.briefreader")
    corpus.jobs.drain()
    assert [notice.kind for notice in notices] == ["error"]
    assert corpus.jobs.path == path
    assert opened(corpus, "a").document.id == "a"


def test_what_is_called_for_one_workspace_never_runs_on_another(
    corpus: Corpus, fill: Fill, tmp_path: Path
) -> None:
    fill()
    opened(corpus, "a")
    corpus.open_workspace(tmp_path / "other.briefreader")
    star(corpus, Span(0, 9))  # the window still shows the first
    corpus.jobs.drain()
    assert corpus.jobs.path == tmp_path / "other.briefreader"
    found: list[int] = []
    corpus.jobs.call(lambda workspace: len(workspace.store.annotations()), done=found.append)
    corpus.jobs.drain()
    assert found == [0]


def test_a_corrected_title_can_be_searched(corpus: Corpus, fill: Fill) -> None:
    fill()
    status = opened(corpus, "a").status
    corpus.apply([annotating.set_status(status, title="Zanzibar headline")], "change of title")
    corpus.jobs.drain()
    corpus.filter(words="zanzibar")
    corpus.jobs.drain()
    assert corpus.listing.ids == ("a",)


def test_a_mark_is_gone_to_where_its_words_are_now(corpus: Corpus, fill: Fill) -> None:
    fill()
    opened(corpus, "a")
    star(corpus, Span(0, 9))
    corpus.jobs.drain()
    made = corpus.opened.annotations[0]
    asked: list[Span] = []
    corpus.passage_requested.connect(lambda span, _flash: asked.append(span))
    corpus.open_document("b")
    corpus.jobs.drain()
    corpus.open_document("a", made.id)
    corpus.jobs.drain()
    assert asked == [Span(0, 9)]

"""Two windows of one workspace: what one writes is seen in the other, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from briefreader.domain.outline import Outline
from briefreader.library import outlining
from briefreader.library.exporting import save
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.jobs import Jobs
from briefreader.ui.views.outline_edits import OutlineEdits
from ui.articles import Fill
from ui.briefs import briefing, quote, sentence

LINES = (quote(0), sentence("One."), sentence("Two."))
OUTLINE = briefing(*LINES)


@pytest.fixture
def other(corpus: Corpus, fill: Fill, qapp: QApplication) -> Iterator[Corpus]:
    """Return the corpus of a second window on the same workspace; both have the briefing in hand."""
    fill()
    corpus.briefings.take(OUTLINE)
    corpus.jobs.drain()
    jobs = Jobs()
    second = Corpus(jobs, "Somebody else")
    assert corpus.jobs.path is not None
    second.open_workspace(corpus.jobs.path)
    jobs.drain()
    yield second
    jobs.drain()
    jobs.close()


def now(corpus: Corpus) -> Outline:
    found = corpus.briefings.now
    assert found is not None
    return found


def look(*each: Corpus) -> None:
    for one in each:
        one.watch.look()
        one.jobs.drain()


def words(corpus: Corpus) -> list[str]:
    return [line.text for _part, line in now(corpus).lines() if line.worded]


def reword(corpus: Corpus, n: int, text: str) -> None:
    OutlineEdits(corpus.briefings, corpus).reword(LINES[n].id, text, ())


def test_a_change_in_one_is_seen_in_the_other(corpus: Corpus, other: Corpus) -> None:
    assert now(other) == now(corpus)
    reword(corpus, 1, "First.")
    corpus.jobs.drain()
    assert words(other) == ["One.", "Two."]
    look(other)
    assert now(other) == now(corpus)
    corpus.history.undo()
    corpus.jobs.drain()
    look(other)
    assert words(other) == ["One.", "Two."]
    other.briefings.remove(now(other))
    other.jobs.drain()
    look(corpus)
    assert corpus.briefings.now is None


def test_nobody_looks_anew_at_what_he_wrote_himself(corpus: Corpus, other: Corpus) -> None:
    look(corpus)
    seen: list[object] = []
    corpus.changed.connect(seen.append)
    reword(corpus, 1, "First.")
    corpus.jobs.drain()
    assert len(seen) == 1
    look(corpus)
    assert len(seen) == 1
    reword(other, 2, "Second.")
    other.jobs.drain()
    look(corpus)
    assert len(seen) == 2


def test_both_write_before_either_has_looked(corpus: Corpus, other: Corpus) -> None:
    reword(corpus, 1, "First.")
    corpus.jobs.drain()
    reword(other, 2, "Second.")
    other.jobs.drain()
    look(corpus)
    assert words(corpus) == words(other) == ["First.", "Second."]
    corpus.history.undo()
    corpus.jobs.drain()
    look(other)
    assert words(corpus) == words(other) == ["One.", "Second."]
    other.history.undo()
    other.jobs.drain()
    look(corpus)
    assert words(corpus) == words(other) == ["One.", "Two."]


def test_words_for_one_and_the_same_line_are_both_kept(corpus: Corpus, other: Corpus) -> None:
    told: list[Notice] = []
    other.notice.connect(told.append)
    reword(corpus, 1, "First, I say.")
    corpus.jobs.drain()
    edits = OutlineEdits(other.briefings, other)
    for typed in ("First", "First, you", "First, you say."):
        edits.reword(LINES[1].id, typed, ())
    other.jobs.drain()
    assert [each.kind for each in told] == ["error"] * 3
    assert words(other) == ["First, I say.", "First, you say.", "Two."]
    assert other.history.undoText() == "new sentence"
    other.history.undo()
    other.jobs.drain()
    look(corpus)
    assert words(corpus) == words(other) == ["First, I say.", "Two."]


def test_both_export(corpus: Corpus, other: Corpus, tmp_path: Path) -> None:
    from briefreader.library.changing import keep_export
    from briefreader.library.manifests import sealed
    from briefreader.library.surveying import survey

    def export(workspace: Workspace, outline: Outline, path: Path) -> None:
        seen = survey(workspace)
        made = sealed(workspace.store, outline, "2026-11-27T10:00:00+00:00", seen)
        save(outline.title.encode(), path)
        keep_export(outline, seen, workspace.store, made, path, "pdf", outline.title.encode())

    other.briefings.change(lambda old: replace(old, title="Theirs"), "title")
    other.jobs.drain()
    for each, name in ((corpus, "one.pdf"), (other, "two.pdf")):
        look(each)
        each.jobs.call(export, now(each), tmp_path / name)
        each.jobs.drain()
    assert {(tmp_path / name).read_text() for name in ("one.pdf", "two.pdf")} == {"Theirs"}
    for each in (corpus, other):
        found: list[object] = []
        each.jobs.call(lambda workspace: workspace.store.exports(OUTLINE.id), done=found.extend)
        each.jobs.drain()
        assert len(found) == 2


def test_what_is_written_by_a_command_is_found_as_well(corpus: Corpus, other: Corpus) -> None:
    listed = len(corpus.listing.ids)
    added = outlining.blank("note", "2026-11-27T10:00:00+00:00", "Another")
    other.briefings.take(added)
    other.jobs.drain()
    look(corpus)
    assert {each.title for each in corpus.briefings.all} == {OUTLINE.title, "Another"}
    assert len(corpus.listing.ids) == listed

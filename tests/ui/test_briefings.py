"""The briefings of the workspace: changes are seen at once, kept, merged while typing and undone by name."""

from __future__ import annotations

from dataclasses import replace

from briefreader.domain.annotation import Edit
from briefreader.domain.outline import Outline
from briefreader.library import annotating, outlining
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus, Notice


def stored(corpus: Corpus) -> list[Outline]:
    found: list[Outline] = []
    corpus.jobs.call(lambda workspace: workspace.store.briefings(), done=found.extend)
    corpus.jobs.drain()
    return found


def test_a_line_makes_a_briefing_where_there_is_none(corpus: Corpus) -> None:
    line = outlining.line("text", "Trade grew.")
    corpus.briefings.add([line])
    now = corpus.briefings.now
    assert now is not None and now.line(line.id) == line
    assert stored(corpus) == [now]
    corpus.history.undo()
    assert corpus.briefings.now is None
    assert stored(corpus) == []


def test_typing_in_one_line_is_one_step(corpus: Corpus) -> None:
    briefings = corpus.briefings
    line = outlining.line("text", "")
    briefings.add([line])
    for words in ("T", "Tr", "Trade grew."):
        briefings.change(
            lambda old, words=words: outlining.changed(old, line.id, text=words),  # type: ignore[misc]
            "typing", merge=line.id,
        )  # fmt: skip
    briefings.change(lambda old: replace(old, title="Trade"), "title", merge="title")
    corpus.jobs.drain()
    assert corpus.history.count() == 3
    corpus.history.undo()
    corpus.history.undo()
    assert corpus.history.undoText() == "addition to briefing"
    assert [each.line(line.id) for each in stored(corpus)] == [line]
    corpus.history.redo()
    found = stored(corpus)[0].line(line.id)
    assert found is not None and found.text == "Trade grew."
    assert corpus.briefings.now == stored(corpus)[0]


def test_what_changes_nothing_is_no_step(corpus: Corpus) -> None:
    corpus.briefings.take(corpus.briefings.fresh("One"))
    corpus.briefings.change(lambda old: old, "nothing")
    assert corpus.history.count() == 1


def test_another_s_change_is_a_conflict_that_is_told(corpus: Corpus) -> None:
    briefings, told = corpus.briefings, list[Notice]()
    corpus.notice.connect(told.append)
    briefings.take(briefings.fresh("One"))
    corpus.jobs.drain()
    mine = briefings.now
    assert mine is not None
    theirs = replace(mine, title="Theirs", revision=mine.revision + 1)

    def meanwhile(workspace: Workspace) -> None:
        annotating.apply(workspace, [Edit(mine, theirs)])

    corpus.jobs.call(meanwhile)
    briefings.change(lambda old: replace(old, title="Mine"), "title")
    corpus.jobs.drain()
    assert [each.kind for each in told] == ["error"]
    assert briefings.now == theirs
    assert not corpus.history.canUndo()


def test_the_briefing_in_hand_is_chosen_and_remembered(corpus: Corpus) -> None:
    briefings = corpus.briefings
    one, other = briefings.fresh("One"), briefings.fresh("Other")
    briefings.take(one)
    briefings.take(other)
    briefings.choose(one.id)
    assert briefings.now == one
    assert briefings.new_title("One") == "One 2"
    path = corpus.jobs.path
    assert path is not None
    corpus.jobs.drain()
    corpus.open_workspace(path)
    corpus.jobs.drain()
    assert briefings.now is not None and briefings.now.title == "One"
    assert {each.title for each in briefings.all} == {"One", "Other"}
    briefings.remove(briefings.now)
    assert briefings.now.title == "Other"
    corpus.history.undo()
    assert stored(corpus) == list(briefings.all)

"""What becomes of a person's marks when a source has changed on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.domain.annotation import Annotation, Edit, Status
from briefreader.domain.decision import Decision, Passage
from briefreader.domain.query import Failure, Query
from briefreader.domain.text import Anchor, Span
from briefreader.engine import open_engine
from briefreader.library import annotating, looking, pipeline
from briefreader.library.importing import ImportReport, import_paths
from briefreader.library.workspace import Workspace, open_workspace

STORY = """Ministers sign a treaty on fishing in Oslo

Norway and Kenya signed a treaty on fishing in Oslo on Tuesday, after two years of talks.
The minister said that the talks had been long but fair, and thanked the delegation for its patience.

Boats of either side may work in the zone from next spring, if the parliaments agree to it in time.
Fishermen in Bergen fear that prices will fall by 12 percent within the year.
"""


@pytest.fixture(autouse=True)
def no_extractors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "extractors", lambda: ())


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "w.briefreader") as workspace:
        yield workspace


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "story.txt").write_text(STORY)
    return folder / "story.txt"


def bring(workspace: Workspace, *paths: Path) -> ImportReport:
    return import_paths(workspace, paths, open_engine(0))


def first(workspace: Workspace, source: Path) -> str:
    (id,) = bring(workspace, source).added
    return id


def mark(workspace: Workspace, document: str, *passages: str) -> list[Annotation]:
    text = workspace.store.document(document).text  # type: ignore[union-attr]
    made = [
        Annotation(said, document, Anchor.on(text, Span(at, at + len(said))), starred=True, revision=1)
        for said in passages
        for at in (text.index(said),)
    ]
    workspace.store.apply([Edit(None, each) for each in made])
    return made


FAIR, BOATS, PRICES = (
    "the talks had been long but fair",
    "Boats of either side",
    "prices will fall by 12 percent",
)


def test_a_changed_source_takes_over_marks_states_and_decisions(workspace: Workspace, source: Path) -> None:
    old = first(workspace, source)
    kept, reworded, gone = mark(workspace, old, FAIR, BOATS, PRICES)
    whole = annotating.note_on_whole(old, "2026-11-27T00:00:00+00:00", "Read twice")
    text = workspace.store.document(old).text  # type: ignore[union-attr]
    at = text.index("Norway")
    judged = Decision("d", "accept", "place", (Passage(old, Anchor.on(text, Span(at, at + 6))),), revision=1)
    lost = Decision("e", "accept", "figure", (Passage(old, gone.anchor),), revision=1)  # type: ignore[arg-type]
    status = Status(old, starred=True, tags=("sea",), title="Fishing", revision=1)
    workspace.store.apply([whole, Edit(None, judged), Edit(None, lost), Edit(None, status)])

    new_text = STORY.replace("Boats of", "The boats of").replace("either side", "either country")
    source.write_text(
        new_text.replace("Fishermen in Bergen fear that prices will fall by 12 percent within the year.", "")
    )
    report = bring(workspace, source)
    (new,) = report.added
    (told,) = report.succeeded
    assert (told.old, told.new, told.found, told.unsure, told.unplaced) == (old, new, 3, 1, 1)
    assert workspace.store.ids(Query()) == [new]
    opened = looking.opened(workspace, new)
    assert opened is not None
    assert {each.id: each.document for each in opened.annotations} == {
        whole.after.id: new, kept.id: new, reworded.id: new, gone.id: old,  # type: ignore[union-attr]
    }  # fmt: skip
    assert opened.place_of(kept.id) is not None
    assert opened.place_of(reworded.id).of(opened.document.text) == "boats of either country"  # type: ignore[union-attr]
    assert opened.annotation(reworded.id).exact == BOATS  # type: ignore[union-attr]  # until it is confirmed
    assert opened.place_of(gone.id) is None
    assert (opened.status.starred, opened.status.tags, opened.status.title) == (True, ("sea",), "Fishing")
    assert {each.id: each.document for each in workspace.store.decisions()} == {"d": new, "e": old}
    assert looking.opened(workspace, old) == looking.Opened(*opened_parts(opened), asked=old)


def opened_parts(opened: looking.Opened) -> tuple[object, ...]:
    return opened.document, opened.facts, opened.annotations, opened.status


def test_what_is_unplaced_is_put_on_the_new_version_and_taken_back(
    workspace: Workspace, source: Path
) -> None:
    old = first(workspace, source)
    (gone,) = mark(workspace, old, PRICES)
    source.write_text(
        STORY.replace("Fishermen in Bergen fear that prices will fall by 12 percent within the year.", "")
    )
    (new,) = bring(workspace, source).added
    opened = looking.opened(workspace, new)
    assert opened is not None
    edit = annotating.put(opened.annotation(gone.id), opened.document, Span(0, 9), "now")  # type: ignore[arg-type]
    workspace.store.apply([edit])
    assert workspace.store.rows([new])[0].stars == 1
    workspace.store.apply([edit.undone()])
    assert workspace.store.annotation(gone.id) == gone
    assert workspace.store.rows([new])[0].stars == 0


def test_a_source_that_is_as_it_was_before_takes_everything_back(workspace: Workspace, source: Path) -> None:
    old = first(workspace, source)
    mark(workspace, old, FAIR, PRICES)
    source.write_text(
        STORY.replace("Fishermen in Bergen fear that prices will fall by 12 percent within the year.", "")
    )
    bring(workspace, source)
    source.write_text(STORY)
    report = bring(workspace, source)
    assert report.added == (old,)
    assert workspace.store.ids(Query()) == [old]
    opened = looking.opened(workspace, old)
    assert opened is not None
    assert all(opened.place_of(each.id) for each in opened.annotations)
    assert len(opened.annotations) == 2


def test_versions_follow_one_another(workspace: Workspace, source: Path) -> None:
    id = first(workspace, source)
    mark(workspace, id, FAIR, PRICES)
    for n, change in enumerate(("2 percent", "12 percent"), 3):
        source.write_text(
            STORY.replace(
                "Fishermen in Bergen fear that prices will fall by 12 percent within the year.",
                f"Part {n}: {change}.",
            )
        )
        (new,) = bring(workspace, source).added
    opened = looking.opened(workspace, id)
    assert opened is not None
    assert opened.document.id == new
    assert [opened.place_of(each.id) is not None for each in opened.annotations] == [True, False]
    assert workspace.store.ids(Query()) == [new]


def test_a_source_that_could_not_be_read_meanwhile_is_still_known(workspace: Workspace, source: Path) -> None:
    old = first(workspace, source)
    origin = workspace.store.document(old).origin  # type: ignore[union-attr]
    workspace.store.fail([Failure(origin, "It was locked.", "2026-11-27T00:00:00+00:00")])
    source.write_text(STORY.replace("12 percent", "13 percent"))
    (told,) = bring(workspace, source).succeeded
    assert told.old == old
    assert workspace.store.failures() == []


def test_quite_another_article_in_the_same_file_is_one_of_its_own(workspace: Workspace, source: Path) -> None:
    old = first(workspace, source)
    source.write_text(
        "Rain in the hills\n\nIt rained on all of the hills around the town for three days and nights."
    )
    report = bring(workspace, source)
    assert report.succeeded == ()
    assert set(workspace.store.ids(Query())) == {old, *report.added}


def test_a_copy_at_another_path_keeps_the_old_version(workspace: Workspace, source: Path) -> None:
    copy = source.with_name("copy.txt")
    copy.write_text(STORY)
    (old,) = bring(workspace, source.parent).added
    changed = Path(workspace.store.document(old).origin)  # type: ignore[union-attr]
    changed.write_text(STORY.replace("12 percent", "13 percent"))
    report = bring(workspace, changed)
    assert report.succeeded == ()
    assert set(workspace.store.ids(Query())) == {old, *report.added}


def test_records_of_one_file_are_documents_of_their_own(workspace: Workspace, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    one, other = ('{"text": "' + part.replace("\n", " ") + '"}' for part in (STORY, STORY[60:]))
    lines.write_text(f"{one}\n{other}\n")
    assert len(bring(workspace, lines).added) == 2
    lines.write_text(f"{one.replace('12 percent', '13 percent')}\n{other}\n")
    report = bring(workspace, lines)
    assert report.succeeded == ()
    assert len(workspace.store.ids(Query())) == 3


def test_an_old_version_on_which_nothing_rests_is_let_go(workspace: Workspace, source: Path) -> None:
    old = first(workspace, source)
    source.write_text(STORY.replace("12 percent", "13 percent"))
    (new,) = bring(workspace, source).added
    assert workspace.store.document(old) is None
    assert workspace.store.successor(old) == new
    assert workspace.store.predecessors([new]) == {old: new}
    assert workspace.store.count_stale("other") == 1

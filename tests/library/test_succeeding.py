"""What becomes of a person's marks when a source has changed on disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefreader.domain.annotation import Annotation, Edit, Status, undone
from briefreader.domain.decision import Decision, Passage
from briefreader.domain.document import Draft, lines
from briefreader.domain.errors import Conflict
from briefreader.domain.placing import place
from briefreader.domain.query import Failure, Query
from briefreader.domain.text import Anchor, Span
from briefreader.engine import open_engine
from briefreader.library import annotating, looking, pipeline, trash
from briefreader.library.importing import ImportReport, import_paths
from briefreader.library.succeeding import Carried
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


WITHOUT_PRICES = STORY.replace(
    "Fishermen in Bergen fear that prices will fall by 12 percent within the year.", ""
)
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
    assert told.title == "Fishing"  # as the person has it
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


def test_an_old_version_on_which_nothing_rests_is_let_go_after_a_while(
    workspace: Workspace, source: Path
) -> None:
    old = first(workspace, source)
    source.write_text(STORY.replace("12 percent", "13 percent"))
    (new,) = bring(workspace, source).added
    assert workspace.store.document(old) is None
    assert workspace.store.successors([old]) == {old: new}
    assert workspace.store.predecessors([new]) == {old: new}
    assert workspace.store.count_stale("other") == 1
    now = datetime.now(UTC)
    trash.forget_old(workspace, now + timedelta(days=trash.KEPT_DAYS - 1))
    assert workspace.store.as_read(old) is not None
    trash.forget_old(workspace, now + timedelta(days=trash.KEPT_DAYS + 1))
    assert workspace.store.as_read(old) is None
    assert workspace.store.successors([old]) == {old: new}


def test_an_old_version_on_which_a_mark_rests_is_kept(workspace: Workspace, source: Path) -> None:
    old = first(workspace, source)
    mark(workspace, old, PRICES)
    source.write_text(WITHOUT_PRICES)
    bring(workspace, source)
    trash.forget_old(workspace, datetime.now(UTC) + timedelta(days=1_000))
    assert workspace.store.as_read(old) is not None


def test_carrying_over_is_taken_back_and_done_again(workspace: Workspace, source: Path) -> None:
    old = first(workspace, source)
    marks = mark(workspace, old, FAIR, PRICES)
    status = Status(old, starred=True, read=True, tags=("sea",), revision=1)
    judged = Decision("d", "accept", "place", (Passage(old, marks[0].anchor),), revision=1)  # type: ignore[arg-type]
    workspace.store.apply([Edit(None, status), Edit(None, judged)])
    source.write_text(WITHOUT_PRICES)
    told: list[Carried] = []
    (new,) = import_paths(workspace, [source], open_engine(0), carried=told.append).added
    (carried,) = told
    assert carried.of_a_person
    after = state(workspace)

    back = annotating.apply(workspace, undone(carried.edits))
    assert {old, new} <= back.documents
    assert set(workspace.store.ids(Query())) == {old, new}
    assert workspace.store.annotations([old]) == marks
    assert workspace.store.annotations([new]) == []
    assert workspace.store.decisions() == [judged]
    assert replace(workspace.store.statuses([old])[0], revision=1) == status
    assert not workspace.store.statuses([new])[0].starred
    assert workspace.store.predecessors([new]) == {}

    again = annotating.apply(workspace, carried.edits)
    assert again.gone == {old}
    assert state(workspace) == after


def state(workspace: Workspace) -> object:
    store = workspace.store
    statuses = [replace(each, revision=0) for each in store.statuses(store.ids(Query()))]
    return store.ids(Query()), store.annotations(), store.decisions(), statuses


def test_the_last_of_several_versions_is_taken_back_to_the_one_before(
    workspace: Workspace, source: Path
) -> None:
    one = first(workspace, source)
    mark(workspace, one, FAIR, PRICES)
    told: list[Carried] = []
    for text in (WITHOUT_PRICES, WITHOUT_PRICES + "More will follow.\n"):
        source.write_text(text)
        import_paths(workspace, [source], open_engine(0), carried=told.append)
    two, three = (each.told[0].new for each in told)
    assert workspace.store.predecessors([three]) == {one: three, two: three}
    annotating.apply(workspace, undone(told[1].edits))
    assert set(workspace.store.ids(Query())) == {two, three}
    assert workspace.store.predecessors([two]) == {one: two}
    assert workspace.store.successors([one, two]) == {one: two}
    annotating.apply(workspace, undone(told[0].edits))
    assert set(workspace.store.ids(Query())) == {one, two, three}
    assert len(workspace.store.annotations([one])) == 2


def test_what_is_no_longer_kept_is_not_brought_back(workspace: Workspace, source: Path) -> None:
    old = first(workspace, source)
    (fair,) = mark(workspace, old, FAIR)
    source.write_text(WITHOUT_PRICES)
    told: list[Carried] = []
    (new,) = import_paths(workspace, [source], open_engine(0), carried=told.append).added
    trash.forget_old(workspace, datetime.now(UTC) + timedelta(days=trash.KEPT_DAYS + 1))
    with pytest.raises(Conflict, match="no longer kept"):
        annotating.apply(workspace, undone(told[0].edits))
    assert [each.id for each in workspace.store.annotations([new])] == [fair.id]


def test_an_article_that_was_only_read_makes_no_step(workspace: Workspace, source: Path) -> None:
    old = first(workspace, source)
    workspace.store.apply([Edit(None, Status(old, read=True, revision=1))])
    source.write_text(WITHOUT_PRICES)
    told: list[Carried] = []
    (new,) = import_paths(workspace, [source], open_engine(0), carried=told.append).added
    assert not told[0].of_a_person
    assert workspace.store.statuses([new])[0].read


# -- the same bytes, read by another reader ---------------------------------------------------------


def read_anew(monkeypatch: pytest.MonkeyPatch, text: str, version: int) -> None:
    """Have the next reading of plain text make this text of it, whatever the bytes are."""
    from briefreader.readers import text as reader

    monkeypatch.setattr(reader, "VERSION", version)
    monkeypatch.setattr(reader, "read", lambda _raw, _origin: iter([Draft(text, lines(text))]))


def test_marks_are_carried_over_to_another_reading_with_the_old_text_at_hand(
    workspace: Workspace, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = first(workspace, source)
    fair, boats = mark(workspace, id, FAIR, "The minister said that the talks had been long but fair")
    was = workspace.store.document(id)
    assert was is not None
    read_anew(monkeypatch, was.text.replace("Boats of either side", "Ships of either side"), 1_000)
    report = bring(workspace, source)
    (told,) = report.succeeded
    assert report.added == (id,)
    assert (told.old, told.new, told.found, told.unplaced) == ("", id, 2, 0)
    assert workspace.store.annotations() == sorted([fair, boats], key=lambda each: each.anchor.span)  # type: ignore[union-attr]
    assert workspace.store.predecessors([id]) == {}


TWINS = (
    "Harbour news\n\n"
    "The port of Bergen will close its old pier for repairs in the first week of May this year.\n"
    "The port of Bergen will close its new pier for repairs in the first week of June this year.\n"
    "Nothing else is to change there, the harbour master said to the reporters on the quay.\n"
)


def test_a_mark_on_what_another_reading_leaves_out_goes_to_nothing_like_it(
    workspace: Workspace, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source.write_text(TWINS)
    id = first(workspace, source)
    gone_line, said = TWINS.splitlines()[2], "close its old pier for repairs"
    (gone,) = mark(workspace, id, said)
    was = workspace.store.document(id)
    assert was is not None
    shorter = was.text.replace(gone_line + "\n", "")
    assert place(gone.anchor, shorter) is not None  # type: ignore[arg-type]  # the anchor alone is led astray
    read_anew(monkeypatch, shorter, 1_000)
    (told,) = bring(workspace, source).succeeded
    assert (told.found, told.unplaced) == (0, 1)
    opened = looking.opened(workspace, id)
    assert opened is not None
    assert [(each.id, opened.place_of(each.id)) for each in opened.annotations] == [(gone.id, None)]
    assert workspace.store.ids(Query()) == [id]

    read_anew(monkeypatch, was.text, 1_001)  # the next version has the line again
    (told,) = bring(workspace, source).succeeded
    assert (told.found, told.unplaced) == (1, 0)
    opened = looking.opened(workspace, id)
    assert opened is not None
    assert opened.place_of(gone.id).of(opened.document.text) == said  # type: ignore[union-attr]


def test_the_same_text_from_another_reader_is_told_of_by_nobody(
    workspace: Workspace, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = first(workspace, source)
    marks = mark(workspace, id, FAIR)
    read_anew(monkeypatch, workspace.store.document(id).text, 1_000)  # type: ignore[union-attr]
    report = bring(workspace, source)
    assert (report.added, report.succeeded) == ((id,), ())
    assert workspace.store.annotations() == marks

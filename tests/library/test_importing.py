import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from briefreader.domain.annotation import Edits
from briefreader.domain.changes import Changes
from briefreader.domain.errors import Cancelled
from briefreader.domain.fact import Analysis
from briefreader.domain.query import Failure, Query
from briefreader.engine import open_engine
from briefreader.library import pipeline
from briefreader.library.importing import ImportReport, import_paths
from briefreader.library.sources import find
from briefreader.library.workspace import Workspace, open_workspace

BODY = "The two sides signed a protocol in the capital on day {n}, officials said."


@pytest.fixture(autouse=True)
def no_extractors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "extractors", lambda: ())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    (folder / "deeper").mkdir(parents=True)
    for n in range(5):
        (folder / f"{n}.txt").write_text(BODY.format(n=n))
    (folder / "deeper" / "page.md").write_text("# A page\n\n" + BODY.format(n=9))
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text("hidden")
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "w.briefreader") as workspace:
        yield workspace


def bring(workspace: Workspace, *paths: Path, progress: object = None) -> ImportReport:
    return import_paths(workspace, paths, open_engine(0), progress)  # type: ignore[arg-type]


def test_a_folder_is_walked_and_nothing_comes_in_twice(workspace: Workspace, folder: Path) -> None:
    report = bring(workspace, folder)
    assert len(report.added) == 6 and not report.known and not report.failed
    assert set(workspace.store.ids(Query())) == set(report.added) == report.changes.documents
    again = bring(workspace, folder, folder / "0.txt")
    assert not again.added and len(again.known) == 6 and again.changes == Changes()


def test_the_new_document_of_a_changed_file_takes_the_place_of_the_old_one(
    workspace: Workspace, folder: Path
) -> None:
    bring(workspace, folder)
    (folder / "0.txt").write_text(BODY.format(n=100))
    report = bring(workspace, folder)
    assert len(report.added) == 1 and len(workspace.store.ids(Query())) == 6


def test_the_same_bytes_under_two_names_are_one_document(workspace: Workspace, folder: Path) -> None:
    (folder / "copy.txt").write_text(BODY.format(n=0))
    report = bring(workspace, folder)
    assert len(report.added) == 6 and len(report.known) == 1


def test_failures_are_noted_and_the_rest_is_done(workspace: Workspace, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    report = bring(workspace, folder, folder / "missing.txt")
    assert len(report.added) == 6
    assert sorted(Path(each.origin).name for each in report.failed) == ["empty.txt", "missing.txt"]
    assert {each.origin for each in workspace.store.failures()} == {each.origin for each in report.failed}
    assert all(each.reason.startswith("“") and each.when for each in report.failed)


def unspeakable(folder: Path, raw: bytes) -> Path:
    """Make a file whose name is not UTF-8."""
    path = folder / os.fsdecode(b"bad\xff.txt")
    try:
        path.write_bytes(raw)
    except OSError:
        pytest.skip("here every name is UTF-8")
    return path


def test_a_failure_under_a_name_that_is_no_text_is_noted_and_tried_again(
    workspace: Workspace, folder: Path
) -> None:
    path = unspeakable(folder, b"")
    notes: list[str] = []
    report = bring(workspace, folder, progress=lambda _done, _total, note: notes.append(note))
    assert len(report.added) == 6
    [failure] = workspace.store.failures()
    assert failure == report.failed[0] and "bad\ufffd.txt" in failure.reason
    assert "bad\ufffd.txt" in notes
    path.write_text(BODY.format(n=50))
    assert len(bring(workspace, Path(failure.origin)).added) == 1
    assert workspace.store.failures() == []


def failed(workspace: Workspace) -> list[str]:
    return [Path(each.origin).name for each in workspace.store.failures()]


def test_a_source_that_is_read_at_last_is_no_failure(workspace: Workspace, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "other.txt").write_bytes(b"")
    bring(workspace, folder)
    assert failed(workspace) == ["empty.txt"]  # the other has the same bytes
    (folder / "other.txt").write_text(" ")
    bring(workspace, folder)
    assert failed(workspace) == ["empty.txt", "other.txt"]
    (folder / "empty.txt").write_text(BODY.format(n=50))
    assert len(bring(workspace, folder).added) == 1
    assert failed(workspace) == ["other.txt"]
    (folder / "other.txt").write_text(BODY.format(n=0))
    assert not bring(workspace, folder).added
    assert failed(workspace) == []


def test_what_is_read_by_its_twin_is_no_failure(workspace: Workspace, folder: Path) -> None:
    for name in ("x.txt", "y.txt"):
        (folder / name).write_text(" " if name == "x.txt" else "")
    bring(workspace, folder)
    assert failed(workspace) == ["x.txt", "y.txt"]
    for name in ("x.txt", "y.txt"):
        (folder / name).write_text(BODY.format(n=50))
    assert len(bring(workspace, folder).added) == 1
    assert failed(workspace) == []


def test_a_source_that_is_gone_is_no_failure_of_its_folder(
    workspace: Workspace, folder: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "articles too"
    elsewhere.mkdir()
    for path in (folder / "empty.txt", folder / "deeper" / "gone.txt", elsewhere / "gone.txt"):
        path.write_bytes(b"")
        bring(workspace, path)
        path.unlink()
    (folder / "empty.txt").write_bytes(b"")
    bring(workspace, folder)
    assert [Path(each.origin) for each in workspace.store.failures()] == [
        elsewhere / "gone.txt",
        folder / "empty.txt",
    ]
    (elsewhere).rmdir()
    bring(workspace, elsewhere)
    assert len(workspace.store.failures()) == 3  # a folder that is not there tells nothing of its files


def test_a_folder_that_can_be_walked_again_is_no_failure(workspace: Workspace, folder: Path) -> None:
    workspace.store.fail([Failure(str(folder), "Not allowed."), Failure(str(folder / "deeper"), "Nor this.")])
    bring(workspace, folder)
    assert workspace.store.failures() == []


def test_a_line_that_fails_stays_a_failure_of_its_file(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    good = "".join(f'{{"text": "The text of line {n}."}}\n' for n in range(20))
    path.write_text('{"bad": 1}\n' + good)
    bring(workspace, path)
    assert failed(workspace) == ["many.jsonl"]
    bring(workspace, tmp_path)
    assert failed(workspace) == ["many.jsonl"]
    path.write_text(good)
    assert bring(workspace, tmp_path).added
    assert failed(workspace) == []
    workspace.store.fail([Failure(str(path), "Not allowed.")])
    assert bring(workspace, tmp_path).known == (str(path),)
    assert failed(workspace) == []


def test_links_and_pipes_in_a_folder_are_passed_over(
    workspace: Workspace, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("a secret text of somebody else")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "out").symlink_to(tmp_path)
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    os.mkfifo(folder / "pipe.txt")
    report = bring(workspace, folder)
    assert len(report.added) == 6 and not report.failed
    assert sorted(Path(each.origin).name for each in report.skipped) == [
        "link.txt",
        "loop.txt",
        "pipe.txt",
    ]


def test_lines_of_one_file_are_documents_and_known_together(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "First text here."}\n{"bad": 1}\n{"text": "Second text here."}\n')
    report = bring(workspace, path)
    assert len(report.added) == 2 and len(report.failed) == 1 and "line 2" in report.failed[0].reason
    assert bring(workspace, path).known == (str(path),)
    assert len(workspace.store.ids(Query())) == 2


def test_what_was_done_before_cancelling_stays(workspace: Workspace, folder: Path) -> None:
    def progress(done: int, _total: int, _note: str) -> None:
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        bring(workspace, folder, progress=progress)
    assert len(workspace.store.ids(Query())) == 3
    assert len(bring(workspace, folder).added) == 3


def test_progress_counts_to_the_end(workspace: Workspace, folder: Path) -> None:
    seen: list[tuple[int, int]] = []
    bring(workspace, folder, progress=lambda done, total, _note: seen.append((done, total)))
    told = [done for done, total in seen if total]
    assert seen[-1] == (6, 6)
    assert sorted(set(told) - {0}) == [1, 2, 3, 4, 5, 6]
    assert told == sorted(told)


def test_documents_are_written_in_growing_batches(
    workspace: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = []
    add = workspace.store.add

    def counted(analyses: Sequence[Analysis], analyser: str, edits: Edits) -> Changes:
        sizes.append(len(analyses))
        return add(analyses, analyser, edits)

    monkeypatch.setattr(workspace.store, "add", counted)
    bring(workspace, folder)
    assert sizes == [1, 2, 3]


def test_paths_come_in_order_and_each_once(folder: Path) -> None:
    found = [Path(source.path).name for source in find([folder / "3.txt", folder])]
    assert found == ["3.txt", "0.txt", "1.txt", "2.txt", "4.txt", "page.md"]


def test_a_link_that_is_named_is_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(folder / "0.txt")
    (source,) = find([tmp_path / "link.txt"])
    assert not source.reason and source.path == os.path.realpath(folder / "0.txt")

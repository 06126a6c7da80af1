from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.domain.annotation import Edit, Status
from briefreader.domain.document import Document, lines
from briefreader.domain.errors import Cancelled, WorkspaceError
from briefreader.domain.fact import Analysis
from briefreader.domain.query import Query
from briefreader.library import workspace as workspaces
from briefreader.library.searching import find
from briefreader.library.workspace import (
    Workspace,
    index_folder,
    is_workspace,
    last_workspace,
    open_workspace,
    recent,
    remember_recent,
    workspace_for,
)  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "w.briefreader", "/sources") as opened:
        yield opened


def put(workspace: Workspace, **texts: str) -> None:
    workspace.store.add([Analysis(Document(id, text, lines(text))) for id, text in texts.items()], "a/1")


def find_words(workspace: Workspace, words: str) -> list[str]:
    return sorted(find(workspace, Query(words=words)))


def test_a_workspace_knows_its_folder(workspace: Workspace, tmp_path: Path) -> None:
    assert workspace.folder == Path("/sources")
    with open_workspace(tmp_path / "other.briefreader") as other:
        assert other.folder is None


def test_what_is_no_workspace_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("words " * 500)
    with pytest.raises(WorkspaceError):
        open_workspace(tmp_path / "notes.txt")


def test_an_index_that_is_in_step_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_workspace(tmp_path / "w.briefreader") as first:
        put(first, a="To Lam")
        assert first.refresh_index() == 1
    with open_workspace(tmp_path / "w.briefreader") as again:
        with monkeypatch.context() as patched:
            patched.setattr(workspaces, "open_index", lambda folder: pytest.fail("opened"))
            assert again.refresh_index() == 0
        assert find_words(again, "lam") == ["a"]
        put(again, b="Lam Dong")
        assert again.refresh_index() == 1
        assert find_words(again, "lam") == ["a", "b"]


@pytest.mark.parametrize("harm", ["damaged", "gone"])
def test_an_index_that_was_in_step_and_cannot_be_read_is_made_anew_by_a_search(
    tmp_path: Path, harm: str
) -> None:
    with open_workspace(tmp_path / "w.briefreader") as first:
        put(first, a="To Lam", b="Da Nang")
        first.refresh_index()
        folder = index_folder(first.store.workspace)
    with open_workspace(tmp_path / "w.briefreader") as again:
        assert again.refresh_index() == 0
        if harm == "gone":
            shutil.rmtree(folder)
        else:
            for file in folder.iterdir():
                if file.suffix not in (".json", ".lock"):
                    file.write_bytes(b"harm" * 20)
        assert find_words(again, "lam") == ["a"]
        assert find_words(again, "da") == ["b"]


def test_the_index_follows_the_store(workspace: Workspace) -> None:
    assert workspace.refresh_index() == 0
    put(workspace, a="To Lam", b="Da Nang")
    assert find_words(workspace, "lam") == []
    assert workspace.refresh_index() == 2
    assert find_words(workspace, "lam") == ["a"]
    assert workspace.refresh_index() == 0
    put(workspace, b="Lam Dong")
    assert workspace.refresh_index() == 1
    assert (find_words(workspace, "lam"), find_words(workspace, "nang")) == (["a", "b"], [])
    assert workspace.index.count() == 2


def test_the_users_title_can_be_searched(workspace: Workspace) -> None:
    put(workspace, a="some words")
    workspace.refresh_index()
    workspace.store.apply([Edit(None, Status("a", title="Đặng", revision=1))])
    assert workspace.refresh_index() == 1
    assert find_words(workspace, "dang") == ["a"]


def test_what_does_not_change_the_text_is_not_indexed_again(workspace: Workspace) -> None:
    put(workspace, a="some words")
    workspace.refresh_index()
    workspace.store.apply([Edit(None, Status("a", starred=True, revision=1))])
    workspace.store.remember("place", "1")
    assert workspace.refresh_index() == 0
    assert workspace.index.mark == workspace.store.mark()


def test_a_lost_index_is_made_again(workspace: Workspace, tmp_path: Path) -> None:
    put(workspace, a="To Lam")
    workspace.refresh_index()
    id = workspace.store.workspace
    workspace.close()
    for path in index_folder(id).iterdir():
        path.unlink()
    with open_workspace(tmp_path / "w.briefreader") as again:
        assert again.refresh_index() == 1
        assert find_words(again, "lam") == ["a"]


def test_an_index_of_a_later_state_is_made_anew(workspace: Workspace) -> None:
    workspace.index.update([Document("gone", "To Lam")], [], 99)
    put(workspace, a="To Lam")
    assert workspace.refresh_index() == 1
    assert find_words(workspace, "lam") == ["a"]
    assert workspace.index.count() == 1


def test_indexing_tells_how_far_it_is_and_goes_on_where_it_was_stopped(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspaces, "_BATCH", 60)
    put(workspace, **{str(n): "To Lam" for n in range(150)})
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int, note: str) -> None:
        told.append((done, total))
        if done > 100:
            raise Cancelled

    with pytest.raises(Cancelled):
        workspace.refresh_index(progress)
    assert told[-1] == (120, 150)
    assert workspace.index.mark < workspace.store.mark()
    told.clear()
    workspace.refresh_index(lambda done, total, note: told.append((done, total)))
    assert told[-1] == (150, 150)
    assert len(find_words(workspace, "lam")) == 150
    assert workspace.index.count() == 150


def test_cancel_does_not_wait_for_many_long_documents(workspace: Workspace) -> None:
    put(workspace, **{str(n): "Lam " * 200_000 for n in range(9)})
    told: list[int] = []

    def progress(done: int, _total: int, _note: str) -> None:
        told.append(done)
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        workspace.refresh_index(progress)
    assert told == [0, 2]


@pytest.mark.parametrize("place", [0, 50, 100, 120, 150])
def test_an_index_that_was_cancelled_catches_up_when_opened_anew(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    monkeypatch.setattr(workspaces, "_BATCH", 60)
    put(workspace, first="Minsk")
    workspace.refresh_index()
    put(workspace, **{str(n): "To Lam" for n in range(150)})

    def progress(done: int, _total: int, _note: str) -> None:
        if done == place:
            raise Cancelled

    with pytest.raises(Cancelled):
        workspace.refresh_index(progress)
    assert find_words(workspace, "minsk") == ["first"]
    workspace.close()
    with open_workspace(tmp_path / "w.briefreader") as again:
        assert again.refresh_index() == 150
        assert len(find_words(again, "lam")) == 150
        assert again.index.count() == 151
        assert again.refresh_index() == 0


def test_while_another_process_indexes_the_mark_stays(workspace: Workspace, tmp_path: Path) -> None:
    put(workspace, a="To Lam")
    writer = workspace.index._writer()  # type: ignore[attr-defined]
    with open_workspace(tmp_path / "w.briefreader") as other:
        other.refresh_index()
        assert other.index.mark < other.store.mark()
        del writer
        other.refresh_index()
        assert find_words(other, "lam") == ["a"]
    assert find_words(workspace, "lam") == ["a"]


def test_an_index_that_cannot_be_written_is_told(workspace: Workspace, own_folders: Path) -> None:
    (own_folders / "cache").write_text("in the way")
    with pytest.raises(WorkspaceError) as refused:
        workspace.refresh_index()
    assert refused.value.message.startswith("The search index cannot be written: ")


# --- places


def test_each_folder_has_its_own_workspace(own_folders: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "x" / "Đà Nẵng (news)", tmp_path / "y" / "Đà Nẵng (news)"
    first = workspace_for(one)
    assert first.parent == own_folders / "data" / "briefreader"
    assert first.parent.is_dir()
    assert first.name.startswith("da-nang-news-")
    assert first.suffix == ".briefreader"
    assert workspace_for(one / ".." / one.name) == first
    assert workspace_for(other) != first
    assert workspace_for(tmp_path / "文").name.startswith("workspace-")


def test_a_workspace_is_known_by_its_name_or_its_head(workspace: Workspace, tmp_path: Path) -> None:
    assert is_workspace(workspace.path)
    assert is_workspace(tmp_path / "new.briefreader")
    workspace.close()
    plain = tmp_path / "plain"
    workspace.path.rename(plain)
    assert is_workspace(plain)
    (tmp_path / "a.txt").write_text("SQLite format 3\0" + "x" * 100)
    (tmp_path / "folder.briefreader").mkdir()
    for name in ("a.txt", "gone.txt", "folder.briefreader"):
        assert not is_workspace(tmp_path / name)


def test_the_workspaces_opened_last_come_first(own_folders: Path, tmp_path: Path) -> None:
    assert (recent(), last_workspace()) == ([], None)
    paths = [tmp_path / f"{n}.briefreader" for n in range(15)]
    for path in paths:
        path.touch()
        remember_recent(path)
    remember_recent(paths[5])
    assert recent()[:3] == [paths[5], paths[14], paths[13]]
    assert len(recent()) == workspaces.RECENT
    paths[5].unlink()
    assert last_workspace() == paths[14]
    assert (own_folders / "state" / "briefreader" / "recent.json").exists()


@pytest.mark.parametrize("content", ["{", "3", '{"a": 1}', "[1, null]", "\udcff"])
def test_a_spoilt_list_of_workspaces_is_an_empty_one(own_folders: Path, content: str, tmp_path: Path) -> None:
    place = own_folders / "state" / "briefreader" / "recent.json"
    place.parent.mkdir(parents=True)
    place.write_text(content, encoding="utf-8", errors="surrogateescape")
    assert recent() == []
    (tmp_path / "w.briefreader").touch()
    remember_recent(tmp_path / "w.briefreader")
    assert last_workspace() == tmp_path / "w.briefreader"


def test_a_data_folder_that_cannot_be_made_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    with pytest.raises(WorkspaceError, match="cannot be made"):
        workspace_for(tmp_path)

"""Backups of a workspace, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from briefreader.domain.annotation import Edit
from briefreader.domain.errors import WorkspaceError
from briefreader.domain.outline import Exported, Outline
from briefreader.domain.query import Query
from briefreader.library import backups, searching
from briefreader.library.workspace import Workspace, open_workspace
from store.made import article, mark, put

NOW = datetime(2026, 11, 27, 10, 15)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "w.briefreader"
    with open_workspace(path, "/sources") as workspace:
        put(workspace.store, article("a", title="Talks on trade"))  # type: ignore[arg-type]
        workspace.store.apply([Edit(None, mark("1", "a", note="one"))])
    return path


def write(path: Path, id: str) -> None:
    with open_workspace(path) as workspace:
        workspace.store.apply([Edit(None, mark(id, "a", 4))])


def daily(path: Path, when: datetime) -> Path | None:
    with open_workspace(path) as workspace:
        return backups.back_up_daily(workspace, when)


def test_one_backup_a_day_and_none_if_nothing_was_written(path: Path) -> None:
    assert daily(path, NOW) is not None
    write(path, "2")
    assert daily(path, NOW + timedelta(hours=5)) is None
    assert daily(path, NOW + timedelta(days=1)) is not None
    assert daily(path, NOW + timedelta(days=2)) is None
    found = backups.backups(path)
    assert [(each.when.day, each.held.articles, each.held.marks) for each in found] == [
        (28, 1, 2),
        (27, 1, 1),
    ]


def test_a_damaged_backup_does_not_keep_others_from_being_made(path: Path) -> None:
    first = daily(path, NOW)
    assert first is not None
    first.write_bytes(b"no database")
    assert daily(path, NOW + timedelta(hours=1)) is not None
    assert len(backups.backups(path)) == 1


def test_an_empty_workspace_needs_no_backup(tmp_path: Path) -> None:
    assert daily(tmp_path / "new.briefreader", NOW) is None


def test_those_of_the_last_seven_days_are_kept(path: Path) -> None:
    for day in range(9):
        write(path, f"m{day}")
        daily(path, NOW + timedelta(days=day))
    backups.back_up(path, NOW + timedelta(days=8, hours=1), before_restoring=True)
    found = backups.backups(path)
    assert len({each.when.date() for each in found}) == 7
    assert [each.before_restoring for each in found] == [True] + 7 * [False]
    assert found[-1].when == NOW + timedelta(days=2)


def test_what_is_restored_is_as_it_was_and_that_can_be_taken_back(path: Path) -> None:
    first = daily(path, NOW)
    assert first is not None
    write(path, "2")
    with open_workspace(path) as workspace:
        put(workspace.store, article("b", title="Later"))  # type: ignore[arg-type]
        workspace.refresh_index()
    kept = backups.restore(path, first, NOW + timedelta(hours=1))
    with open_workspace(path) as workspace:
        assert [each.id for each in workspace.store.annotations()] == ["1"]
        assert found(workspace, "later") == set()
        assert found(workspace, "trade") == {"a"}
        assert workspace.folder == Path("/sources")
    backups.restore(path, kept, NOW + timedelta(hours=2))
    with open_workspace(path) as workspace:
        assert [each.id for each in workspace.store.annotations()] == ["1", "2"]
        assert found(workspace, "later") == {"b"}
    assert not list(kept.parent.glob("*.part*"))


def test_briefings_and_the_history_of_their_exports_come_back(path: Path) -> None:
    outline = Outline("b", "A visit", created="2026-11-27", revision=1)
    exported = Exported("x", "b", "2026-11-27T10:00:00+00:00", "b.pdf", "pdf", "aa", "{}", '{"format": 1}')
    with open_workspace(path) as workspace:
        workspace.store.apply([Edit(None, outline)])
    daily(path, NOW)
    with open_workspace(path) as workspace:
        for each in (replace(exported, id="z"), exported):
            workspace.store.keep_export(each)
    whole = daily(path, NOW + timedelta(days=1))
    assert whole is not None, "an export alone is worth a backup"
    with open_workspace(path) as workspace:
        workspace.store.apply([Edit(outline, None)])
        workspace.store.keep_export(replace(exported, id="y"))
    backups.restore(path, whole, NOW + timedelta(days=2))
    with open_workspace(path) as workspace:
        assert workspace.store.briefings() == [outline]
        assert [each.id for each in workspace.store.exports("b")] == ["x", "z"]
        assert workspace.store.exports("b")[0] == exported


def found(workspace: Workspace, words: str) -> set[str]:
    workspace.refresh_index()
    return set(searching.matching(workspace, Query(words=words)) or ())


def test_nothing_is_replaced_while_somebody_has_the_workspace_open(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = daily(path, NOW)
    assert first is not None
    write(path, "2")
    monkeypatch.setattr(backups, "_PATIENCE", 0.2)
    with open_workspace(path) as workspace:
        with pytest.raises(WorkspaceError, match="open"):
            backups.restore(path, first, NOW)
        assert [each.id for each in workspace.store.annotations()] == ["1", "2"]
    assert len(backups.backups(path)) == 1


@pytest.mark.parametrize("fault", ["damaged", "none"])
def test_a_damaged_backup_replaces_nothing(path: Path, fault: str) -> None:
    first = daily(path, NOW)
    assert first is not None
    raw = first.read_bytes()
    first.write_bytes(b"no database" if fault == "none" else raw[:4096] + bytes(4096) + raw[8192:])
    with pytest.raises(WorkspaceError):
        backups.restore(path, first, NOW + timedelta(hours=1))
    with open_workspace(path) as workspace:
        assert [each.id for each in workspace.store.annotations()] == ["1"]


def _no_folder(path: Path) -> None:
    folder = backups.folder_of(path)
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way")


def _no_place(path: Path) -> None:
    folder = backups.folder_of(path)
    (folder / f"{NOW:%Y-%m-%d %H.%M.%S}.part").mkdir(parents=True)


@pytest.mark.parametrize("hinder", [_no_folder, _no_place])
def test_a_backup_that_cannot_be_written_is_told_in_a_sentence(
    path: Path, hinder: Callable[[Path], None]
) -> None:
    hinder(path)
    with pytest.raises(WorkspaceError) as told:
        daily(path, NOW)
    assert str(told.value).endswith(".")
    with open_workspace(path) as workspace:
        assert [each.id for each in workspace.store.annotations()] == ["1"]


def test_a_backup_never_takes_the_place_of_one_made_in_the_same_second(path: Path) -> None:
    first = daily(path, NOW)
    assert first is not None
    write(path, "2")
    kept = backups.restore(path, first, NOW)
    backups.restore(path, kept, NOW)
    assert [each.held.marks for each in backups.backups(path)] == [1, 2, 1]
    with open_workspace(path) as workspace:
        assert [each.id for each in workspace.store.annotations()] == ["1", "2"]


def test_other_files_among_the_backups_are_left_alone(path: Path) -> None:
    first = daily(path, NOW)
    assert first is not None
    mine = first.with_name("mine.briefreader")
    mine.write_bytes(first.read_bytes())
    daily(path, NOW + timedelta(days=1))
    assert mine.is_file()
    assert len(backups.backups(path)) == 1

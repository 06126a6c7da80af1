"""The trash: what was removed, and the way back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefreader.domain.annotation import Annotation, Edit
from briefreader.library import trash
from briefreader.library.workspace import Workspace, open_workspace
from store.made import article, mark, put


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    opened = open_workspace(tmp_path / "w.briefreader")
    put(opened.store, article("a", title="Talks"))  # type: ignore[arg-type]
    removed = [mark("1", "a", note="one"), mark("2", "gone", 4), Annotation("3", "a", None, note="whole")]
    opened.store.apply([Edit(None, each) for each in removed])
    opened.store.apply([Edit(each, None) for each in removed])
    return opened


def test_what_was_removed_is_listed_with_the_title_of_its_article(workspace: Workspace) -> None:
    found = {each.annotation.id: each.title for each in trash.removed(workspace)}
    assert found == {"1": "Talks", "2": "", "3": "Talks"}
    workspace.close()


def test_what_is_restored_is_as_it_was_and_no_longer_in_the_trash(workspace: Workspace) -> None:
    chosen = [each for each in trash.removed(workspace) if each.annotation.id == "1"]
    workspace.store.apply(trash.restored(chosen))
    assert workspace.store.annotations() == [mark("1", "a", note="one")]
    assert {each.annotation.id for each in trash.removed(workspace)} == {"2", "3"}
    workspace.close()


def test_some_or_all_can_be_deleted_for_good(workspace: Workspace) -> None:
    trash.erase(workspace, ["2"])
    assert {each.annotation.id for each in trash.removed(workspace)} == {"1", "3"}
    trash.erase(workspace)
    assert trash.removed(workspace) == []
    workspace.close()


def test_what_is_older_than_thirty_days_is_forgotten(workspace: Workspace) -> None:
    now = datetime.now(UTC)
    trash.forget_old(workspace, now + timedelta(days=29))
    assert len(trash.removed(workspace)) == 3
    trash.forget_old(workspace, now + timedelta(days=31))
    assert trash.removed(workspace) == []
    workspace.close()

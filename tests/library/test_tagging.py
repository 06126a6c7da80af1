"""Tags over the whole workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader.domain.annotation import Edit, Status, undone
from briefreader.library import tagging
from briefreader.library.tagging import TagUse, cleaned, deleting, renaming, tags_used
from briefreader.library.workspace import Workspace, open_workspace
from store.made import article, mark, put

NOW = "2026-11-27T10:00:00+00:00"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    opened = open_workspace(tmp_path / "w.briefreader")
    put(opened.store, article("a"), article("b"))  # type: ignore[arg-type]
    opened.store.apply(
        [
            Edit(None, mark("1", "a", tags=("Trade", "trade"), note="so")),
            Edit(None, mark("2", "b", tags=("trade",))),
            Edit(None, mark("3", "b", 9, colour="red")),
            Edit(None, Status("b", tags=("trade", "x"), revision=1)),
        ]
    )
    return opened


def test_tags_are_counted_on_articles_and_on_passages(workspace: Workspace) -> None:
    assert tags_used(workspace) == [TagUse("Trade", 0, 1), TagUse("trade", 1, 2), TagUse("x", 1, 0)]
    workspace.close()


def test_a_renamed_tag_is_another_everywhere_and_case_counts(workspace: Workspace) -> None:
    workspace.store.apply(renaming(workspace, "trade", "commerce", NOW))
    assert tags_used(workspace) == [TagUse("commerce", 1, 2), TagUse("Trade", 0, 1), TagUse("x", 1, 0)]
    workspace.close()


def test_a_tag_renamed_to_another_that_is_there_is_merged_and_comes_back_with_undo(
    workspace: Workspace,
) -> None:
    before = workspace.store.annotations(), workspace.store.statuses(["b"])
    edits = renaming(workspace, "trade", "x", NOW)
    workspace.store.apply(edits)
    assert tags_used(workspace) == [TagUse("Trade", 0, 1), TagUse("x", 1, 2)]
    workspace.store.apply(undone(edits))
    assert (workspace.store.annotations(), workspace.store.statuses(["b"])) == before
    workspace.close()


def test_a_deleted_tag_takes_only_marks_with_it_that_had_nothing_else(workspace: Workspace) -> None:
    workspace.store.apply(deleting(workspace, "trade", NOW))
    assert [(each.id, each.tags) for each in workspace.store.annotations()] == [("1", ("Trade",)), ("3", ())]
    assert [each.annotation.id for each in workspace.store.discarded()] == ["2"]
    workspace.close()


def test_a_tag_is_written_as_everywhere() -> None:
    assert [cleaned(each) for each in ("  to   verify ", "#trade", "a, b", "#")] == [
        "to verify",
        "trade",
        "",
        "",
    ]
    assert tagging.cleaned("Ưu tiên") == "Ưu tiên"

"""Backups of the workspace that is open in the window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import Edit
from briefreader.domain.errors import WorkspaceError
from briefreader.library import backups, renewing
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.dialogs.restore import RestoreDialog
from briefreader.ui.window import Window
from store.made import mark


def test_the_workspace_goes_back_to_a_backup_and_forward_again(
    window: Window, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewing, "stale", lambda _workspace: 0)  # nothing is analysed again meanwhile
    path = corpus.jobs.path
    assert path is not None
    said: list[Notice] = []
    corpus.notice.connect(said.append)
    window.commands.backups.keep()
    corpus.jobs.drain(60_000)
    assert [each.held.marks for each in backups.backups(path)] == [0]
    corpus.apply([Edit(None, mark("1", "b", note="so"))], "note")
    corpus.jobs.drain(60_000)
    window.action("restore").trigger()
    corpus.jobs.drain(60_000)
    dialog = next(each for each in window.findChildren(RestoreDialog) if each.isVisible())
    first = dialog.model.rows[0].value
    dialog._accept(first.held.path)
    corpus.jobs.drain(60_000)
    assert corpus.listing.counts.all == 5
    assert corpus.listing.counts.annotated == 0
    assert not corpus.history.canUndo()
    window.commands.backups.restore(backups.backups(path)[0].held.path)
    corpus.jobs.drain(60_000)
    assert [each.text for each in said if each.kind != "info"] == []
    assert corpus.listing.counts.annotated == 1


def test_a_backup_that_fails_is_told_and_does_no_harm(
    window: Window, corpus: Corpus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise WorkspaceError("The disk is full.")

    monkeypatch.setattr(backups, "copy_workspace", full)
    said: list[Notice] = []
    corpus.notice.connect(said.append)
    window.commands.backups.keep()
    corpus.jobs.drain()
    assert [each.kind for each in said] == ["error"]
    assert "The backup of the workspace cannot be written: The disk is full." in said[0].text
    assert corpus.listing.counts.all == 5


def test_a_workspace_that_cannot_be_restored_stays_open(
    window: Window, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.commands.backups.keep()
    corpus.jobs.drain()
    path = corpus.jobs.path
    assert path is not None
    backup = backups.backups(path)[0].held.path
    backup.write_bytes(b"nothing")
    window.commands.backups.restore(backup)
    corpus.jobs.drain()
    corpus.apply([Edit(None, mark("1", "b", note="so"))], "note")
    corpus.jobs.drain()
    assert corpus.listing.counts.annotated == 1

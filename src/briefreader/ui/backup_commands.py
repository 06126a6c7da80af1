"""Backups of the workspace: made in the background when it is opened, listed, and gone back to."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from briefreader.i18n import _
from briefreader.library import backups, trash
from briefreader.library.backups import Backup
from briefreader.library.workspace import Progress, Workspace
from briefreader.ui.article_commands import open_dialog
from briefreader.ui.corpus import Notice

if TYPE_CHECKING:
    from briefreader.ui.window import Window

_AFTER_MS = 5_000  # the window comes first
_AGAIN_MS = 3_600_000  # a window may stay open over midnight


class BackupCommands(QObject):
    """Keeps a backup of each day, empties the trash of what is old, and restores."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._corpus = window.corpus
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._hourly = QTimer(self, interval=_AGAIN_MS)
        for timer in (self._soon, self._hourly):
            timer.timeout.connect(self.keep)
        window.corpus.workspace_opened.connect(lambda _path: self._soon.start())
        self._hourly.start()

    def keep(self) -> None:
        """Make the backup of today if it is due, in the background."""
        if self._corpus.jobs.path is not None:
            self._corpus.jobs.run(_keep)

    def open(self) -> None:
        """List the backups."""
        from briefreader.ui.dialogs.restore import RestoreDialog

        path = self._corpus.jobs.path
        if path is None:
            self._say(_("Open a workspace first."))
            return

        def show(found: tuple[list[Backup], int, int]) -> None:
            listed, articles, marks = found
            dialog = RestoreDialog(listed, backups.folder_of(path), articles, marks, self._window)
            dialog.restore_requested.connect(self.restore)
            open_dialog(dialog)

        self._corpus.jobs.run(_listed, done=show)

    def restore(self, backup: Path) -> None:
        """Put a backup in the place of what is in the workspace, and open that."""
        path = self._corpus.jobs.path
        if path is None or self._window.activity.busy:
            self._say(_("Wait until the articles are imported, then restore."))
            return
        said = _("The backup is restored. What was there before is a backup of its own now: File, Restore.")
        self._window.reader.remember_place()
        self._corpus.open_workspace(
            path, then=lambda: self._say(said), before=partial(backups.restore, path, backup, datetime.now())
        )

    def _say(self, text: str) -> None:
        self._corpus.notice.emit(Notice(text))


def _keep(workspace: Workspace, progress: Progress) -> None:
    trash.forget_old(workspace, datetime.now(UTC))
    backups.back_up_daily(workspace, datetime.now())


def _listed(workspace: Workspace, progress: Progress) -> tuple[list[Backup], int, int]:
    held = backups.held(workspace.path)
    return backups.backups(workspace.path), held.articles, held.marks

"""The trash of the window: showing, restoring, deleting for good."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefreader.i18n import _, plural
from briefreader.library import trash
from briefreader.library.trash import Removed
from briefreader.ui.article_commands import open_dialog

if TYPE_CHECKING:
    from briefreader.ui.dialogs.trash import TrashDialog
    from briefreader.ui.window import Window


class TrashCommands(QObject):
    """Shows what was removed, and brings it back."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._corpus = window.corpus

    def open(self) -> None:
        """List what was removed."""
        from briefreader.ui.dialogs.trash import TrashDialog

        def show(found: list[Removed]) -> None:
            dialog = TrashDialog(self._window)
            dialog.show_removed(found)
            dialog.restore_requested.connect(lambda chosen: self._restore(dialog, chosen))
            dialog.erase_requested.connect(lambda ids: self._erase(dialog, ids))
            open_dialog(dialog)

        self._corpus.jobs.call(trash.removed, done=show)

    def _restore(self, dialog: TrashDialog, chosen: Sequence[Removed]) -> None:
        marks = plural("restoring of {n} mark", "restoring of {n} marks", len(chosen))
        label = _("restoring of mark") if len(chosen) == 1 else marks
        self._corpus.apply(trash.restored(chosen), label)
        self._fetch(dialog)

    def _erase(self, dialog: TrashDialog, ids: Sequence[str] | None) -> None:
        self._corpus.jobs.call(trash.erase, ids)
        self._fetch(dialog)

    def _fetch(self, dialog: TrashDialog) -> None:
        """Show anew what is there once everything that was asked for is done."""
        self._corpus.jobs.call(trash.removed, done=dialog.show_removed)

"""Noticing what somebody else writes to the open workspace: a command, or a window elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from briefreader.domain.changes import EVERYTHING

if TYPE_CHECKING:
    from briefreader.ui.corpus import Corpus

_EVERY_MS = 2_000


class Watch(QObject):
    """Asks the workspace now and then whether others have written, and has all shown anew if so.

    It asks for one number, so that it costs next to nothing. While work is under way here it waits: that work
    writes by a store of its own, and tells what it wrote when it ends.
    """

    def __init__(self, corpus: Corpus) -> None:
        super().__init__(corpus)
        self._corpus = corpus
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        corpus.workspace_opened.connect(lambda _path: self._timer.start())

    def look(self) -> None:
        """Look once, unless something is under way."""
        jobs = self._corpus.jobs
        if not jobs.busy:
            jobs.call(lambda workspace: workspace.store.others_wrote(), done=self._looked)

    def forget(self) -> None:
        """Take what was written so far for known: the window's own work has told of it."""
        self._corpus.jobs.call(lambda workspace: workspace.store.others_wrote())

    def _looked(self, others: bool) -> None:
        if others:
            self._corpus.imported(EVERYTHING)
            self._corpus.refresh_index()

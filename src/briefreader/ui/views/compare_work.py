"""Comparing two articles in the background; only the last comparison that was asked for is told."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from briefreader.domain.survey import Survey
from briefreader.library.comparing import Comparison, compare
from briefreader.library.workspace import Progress, Workspace
from briefreader.ui.beside import beside_the_window
from briefreader.ui.corpus import Corpus
from briefreader.ui.jobs import Job


class CompareWork(QObject):
    """Compares two documents at a time."""

    done = Signal(object)
    """The Comparison that was asked for last; None if one of the documents is gone."""
    failed = Signal()

    def __init__(self, corpus: Corpus, parent: QObject) -> None:
        super().__init__(parent)
        self._corpus = corpus
        self._job: Job | None = None

    def begin(self, one: str, other: str) -> None:
        """Compare two documents, with what the survey knows of them if there is one."""
        self.stop()
        if self._corpus.jobs.path is None:
            return
        job = self._corpus.jobs.run(
            _compared,
            one,
            other,
            self._corpus.survey,
            done=lambda found: self._arrived(job, found),
            failed=lambda error: self._failed(job, error),
        )
        self._job = job

    def stop(self) -> None:
        """Give up what is under way."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _arrived(self, job: Job, found: Comparison | None) -> None:
        if job is self._job:
            self._job = None
            self.done.emit(found)

    def _failed(self, job: Job, error: BaseException) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit()
        self._corpus.report(error)


def _compared(
    workspace: Workspace, one: str, other: str, survey: Survey | None, progress: Progress
) -> Comparison | None:
    with beside_the_window():
        return compare(workspace, one, other, survey, progress)

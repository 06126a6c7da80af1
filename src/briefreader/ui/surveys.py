"""The survey of the whole corpus: made in the background, and made anew when it is out of date."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefreader.domain.survey import Survey
from briefreader.i18n import _
from briefreader.library import surveying
from briefreader.library.workspace import Workspace
from briefreader.ui.beside import beside_the_window
from briefreader.ui.jobs import Job

if TYPE_CHECKING:
    from briefreader.ui.corpus import Corpus

_AT_ONCE_MS = 400  # changes that come one after another are looked at once


class Surveys(QObject):
    """Keeps one survey fresh as long as anything shows it; one at a time is under way.

    ``told`` is called with each new survey, ``begun`` with the job of one that begins, and ``lost`` with the
    error if there is none.
    """

    settled = Signal()
    """There is a survey, or the attempt has failed."""

    def __init__(
        self,
        corpus: Corpus,
        told: Callable[[Survey], None],
        begun: Callable[[Job], None],
        lost: Callable[[BaseException], None],
    ) -> None:
        super().__init__(corpus)
        self._corpus = corpus
        self._told, self._begun, self._lost = told, begun, lost
        self.now: Survey | None = None
        self.failed = False
        self._wanted = self._held = False
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=_AT_ONCE_MS)
        self._timer.timeout.connect(self.look_over)

    def want(self) -> None:
        """Say that something shows a survey: from now on there is one, and it is kept fresh."""
        if not self._wanted:
            self._wanted = True
            self._timer.start()

    @property
    def pending(self) -> bool:
        """Tell whether there is none yet and one is on its way, as soon as it is wanted."""
        return self.now is None and not self.failed and not self._held

    def outdate(self) -> None:
        """Make it anew soon, if it is wanted."""
        if self._wanted:
            self._timer.start()

    def hold(self, held: bool) -> None:
        """Let none begin while this holds; the one that was due meanwhile begins when it ends."""
        self._held = held
        if not held:
            self.outdate()

    def say(self, waiting: str) -> str:
        """Return what a view says while there is no survey: ``waiting``, what for, or that it failed."""
        if self.failed:
            return _("The sources could not be compared.")
        if self._held:
            return _("The sources are compared once all articles have been analysed again.")
        return waiting

    def look_over(self) -> None:
        """Survey the corpus in the background; a newer survey takes the place of one under way."""
        if self._corpus.jobs.path is None or self._held:
            return
        if self._job is not None:
            self._job.cancel()
        self.failed = False

        def failed(error: BaseException) -> None:
            self._job = None
            self.failed = True
            self._lost(error)
            self.settled.emit()

        job = self._corpus.jobs.run(_survey, done=lambda found: self._surveyed(job, found), failed=failed)
        self._job = job
        self._begun(job)

    def _surveyed(self, job: Job, survey: Survey) -> None:
        if job is self._job:
            self._job = None
            self.now = survey
            self._told(survey)
            self.settled.emit()


def _survey(workspace: Workspace, progress: Callable[[int, int, str], None]) -> Survey:
    with beside_the_window():
        return surveying.survey(workspace, progress)

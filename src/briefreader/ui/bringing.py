"""Bringing articles in: choosing, importing in the background, and telling what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from briefreader.domain.changes import Changes
from briefreader.i18n import _, plural
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.views.notices import Activity

if TYPE_CHECKING:
    from briefreader.library.succeeding import Carried, Succession

Progress = Callable[[int, int, str], None]

_LOOK_MS = 700
_TITLE = 40  # letters of a title in the name of a step


def _import(
    workspace: Workspace,
    paths: tuple[Path, ...],
    jobs: int,
    carried: Callable[[Carried], object],
    progress: Progress,
) -> object:
    from briefreader.engine import open_engine
    from briefreader.library import importing

    with closing(open_engine(jobs or None)) as engine:
        return importing.import_paths(workspace, paths, engine, progress, carried)


def _count_stale(workspace: Workspace) -> int:
    from briefreader.library import renewing

    return renewing.stale(workspace)


def _renew(workspace: Workspace, jobs: int, progress: Progress) -> object:
    from briefreader.engine import open_engine
    from briefreader.library import renewing

    with closing(open_engine(jobs or None)) as engine:
        return renewing.renew(workspace, engine, progress)


def say_succeeded(succeeded: Sequence[Succession]) -> list[str]:
    """Say that articles have changed, and what became of their marks."""
    if not succeeded:
        return []
    found, unsure, unplaced = (
        sum(counts)
        for counts in zip(*((each.found, each.unsure, each.unplaced) for each in succeeded), strict=True)
    )
    changed = sum(bool(each.old) for each in succeeded)
    anew = len(succeeded) - changed
    said = []
    if changed:
        said.append(plural("{n} article has changed.", "{n} articles have changed.", changed))
    if anew:
        said.append(plural("{n} article was read anew.", "{n} articles were read anew.", anew))
    if found:
        said.append(plural("{n} mark was found again.", "{n} marks were found again.", found))
    if unsure:
        said.append(plural("{n} needs a look.", "{n} need a look.", unsure))
    if unplaced:
        said.append(plural("{n} is unplaced.", "{n} are unplaced.", unplaced))
    return said


def name_carrying(carried: Sequence[Carried]) -> str:
    """Return the name of the step that carried marks over: "" if nothing can be taken back."""
    if not any(each.of_a_person for each in carried):
        return ""
    titles = [told.title for each in carried for told in each.told if told.old]
    if len(titles) > 1:
        return plural(
            "carrying the marks of {n} article over", "carrying the marks of {n} articles over", len(titles)
        )
    title = titles[0] if len(titles[0]) <= _TITLE else titles[0][:_TITLE].rstrip() + "…"
    return _("carrying the marks of “{title}” over").format(title=title)


class Bringing(QObject):
    """Imports files and folders into the open workspace, and analyses again what an earlier version did.

    Until that is done the corpus is not surveyed: facts of an earlier version may lack what it asks for.
    """

    def __init__(self, corpus: Corpus, activity: Activity, jobs: int, window: QWidget) -> None:
        super().__init__(window)
        self._corpus = corpus
        self._activity = activity
        self._window = window
        self._waiting: list[tuple[Sequence[Path], bool]] = []
        self._stale = 0
        corpus.workspace_opened.connect(self._begin)
        self.jobs = jobs
        # While articles come in, the list is looked at anew now and then.
        self._looking = QTimer(self, interval=_LOOK_MS)
        self._looking.timeout.connect(corpus.refresh)
        self.show_failures: Callable[[], None] = lambda: None
        self.show_marks: Callable[[], None] = lambda: None

    def _begin(self) -> None:
        self._waiting.clear()
        self._stale = 0
        self._corpus.surveys.hold(True)
        self._corpus.jobs.call(_count_stale, done=self._counted)

    def _counted(self, stale: int) -> None:
        self._stale = stale
        self._corpus.surveys.hold(stale > 0)
        if not self._activity.busy:
            self._renew()

    def choose_files(self) -> None:
        """Ask for files and import them."""
        from briefreader.readers import suffixes

        kinds = " ".join(f"*{suffix}" for suffix in sorted(suffixes()))
        chosen, _kind = QFileDialog.getOpenFileNames(
            self._window, _("Import articles"), str(Path.home()), _("Articles ({kinds})").format(kinds=kinds)
        )
        self.bring([Path(path) for path in chosen])

    def choose_folder(self) -> None:
        """Ask for a folder and import what is in it."""
        chosen = QFileDialog.getExistingDirectory(self._window, _("Import a folder"), str(Path.home()))
        if chosen:
            self.bring([Path(chosen)])

    def bring(self, paths: Sequence[Path], quietly: bool = False) -> None:
        """Import files and folders; ``quietly`` says nothing if nothing is new."""
        if not paths:
            return
        if self._activity.busy:
            self._waiting.append((paths, quietly))
            return
        carried: list[Carried] = []  # filled by the job, whether it comes to its end or not
        job = self._corpus.jobs.run(
            _import,
            tuple(paths),
            self.jobs,
            carried.append,
            done=lambda report: self._done(report, quietly),
            failed=self._failed,
        )
        path = self._corpus.jobs.path
        for ended in (job.done, job.failed, job.cancelled):
            ended.connect(lambda *_told: self._make_step(carried, path))
        job.cancelled.connect(self._cancelled)
        self._activity.follow(job, _("Reading articles …"))
        self._looking.start()
        self._corpus.importing.emit(True)

    def _done(self, report: object, quietly: bool) -> None:
        from briefreader.library.importing import ImportReport

        assert isinstance(report, ImportReport)
        self._ended()
        self._corpus.imported(report.changes)
        self._corpus.refresh_index()
        said = say_succeeded(report.succeeded)
        fresh = len(report.added) - len(report.succeeded)
        if fresh:
            said.append(plural("{n} article imported.", "{n} articles imported.", fresh))
        if report.known and not (report.added and quietly):
            said.append(plural("{n} was already there.", "{n} were already there.", len(report.known)))
        if report.skipped and not quietly:
            kinds = Counter(Path(each.origin).suffix.lower() or _("no ending") for each in report.skipped)
            words = plural("{n} file was left alone", "{n} files were left alone", len(report.skipped))
            said.append(f"{words}: {', '.join(f'{kind} {count}' for kind, count in kinds.most_common(4))}.")
        if report.failed:
            said.append(plural("{n} could not be read.", "{n} could not be read.", len(report.failed)))
            text = " ".join(said)
            self._corpus.notice.emit(Notice(text, "warning", _("Show"), lambda: self.show_failures()))
        elif any(each.unsure or each.unplaced for each in report.succeeded):
            self._corpus.notice.emit(Notice(" ".join(said), "warning", _("Show"), lambda: self.show_marks()))
        elif said and not (quietly and not report.added):
            self._corpus.notice.emit(Notice(" ".join(said)))
        elif not said and not quietly:
            self._corpus.notice.emit(Notice(_("There are no articles to read there."), "warning"))

    def _make_step(self, carried: Sequence[Carried], path: Path | None) -> None:
        """Make what was carried over to changed articles a step that can be undone."""
        label = name_carrying(carried)
        if label and self._corpus.jobs.path == path:
            self._corpus.carried_out([edit for each in carried for edit in each.edits], label)

    def _failed(self, error: BaseException) -> None:
        self._ended()
        self._corpus.refresh()
        self._corpus.refresh_index()
        self._corpus.report(error)

    def _cancelled(self) -> None:
        self._ended()
        self._corpus.refresh()
        self._corpus.refresh_index()
        self._corpus.notice.emit(Notice(_("Stopped. What had been read is kept.")))

    def _ended(self) -> None:
        self._looking.stop()
        self._corpus.importing.emit(False)
        QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        if self._waiting:
            self.bring(*self._waiting.pop(0))
        elif self._stale:  # an import may have read some of them anew
            self._corpus.jobs.call(_count_stale, done=self._counted)

    # -- what an earlier version analysed -------------------------------------------------------

    def _renew(self) -> None:
        """Analyse again what is stale, if anything is."""
        if not self._stale or self._activity.busy:
            return
        job = self._corpus.jobs.run(_renew, self.jobs, done=self._renewed, failed=self._not_renewed)
        job.cancelled.connect(self._stopped_renewing)
        words = plural("Analysing {n} article again …", "Analysing {n} articles again …", self._stale)
        self._activity.follow(job, words)

    def _renewed(self, changes: object) -> None:
        assert isinstance(changes, Changes)
        said = plural(
            "{n} article was analysed again: this version finds more in it.",
            "{n} articles were analysed again: this version finds more in them.",
            self._stale,
        )
        self._stale = 0
        self._corpus.surveys.hold(False)
        self._corpus.imported(changes)
        self._corpus.refresh_index()
        self._corpus.notice.emit(Notice(said))
        QTimer.singleShot(0, self, self._next)

    def _not_renewed(self, error: BaseException) -> None:
        self._corpus.report(error)
        if self._waiting:
            QTimer.singleShot(0, self, self._next)

    def _stopped_renewing(self) -> None:
        words = _("Stopped. The sources are compared once all articles have been analysed again.")
        self._corpus.notice.emit(Notice(words, "warning", _("Go on"), self._renew))
        self._corpus.refresh()

"""Running jobs for a command: which engine to take, and answers in the order of the questions."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from briefreader.cli import DONE, FAILED
from briefreader.cli._output import Output
from briefreader.domain.errors import WorkspaceError
from briefreader.i18n import _

if TYPE_CHECKING:
    from briefreader.domain.fact import Analysis
    from briefreader.engine import Engine, Outcome
    from briefreader.library.pipeline import Job
    from briefreader.library.sources import Source
    from briefreader.library.workspace import Workspace

_FEW, _SMALL = 2, 200_000
_PLAIN = (".txt", ".text")


def engine_for(sources: list[Source], jobs: int | None) -> Engine:
    """Return the engine for these sources; ``jobs`` is what the user asked for, if anything.

    Little plain text is done in this process, since starting workers would take longer than the work.
    Formats with a parser stay in workers, where a hostile file can do no harm.
    """
    from briefreader.engine import open_engine
    from briefreader.library.sources import several

    if jobs is None:
        if len(sources) <= _FEW and all(_plain(source) for source in sources):
            jobs = 0
        else:
            jobs = os.cpu_count() or 1
            if not any(several(source.path) for source in sources):
                jobs = max(1, min(jobs, len(sources)))
    return open_engine(jobs)


def _plain(source: Source) -> bool:
    return PurePath(source.path).suffix.lower() in _PLAIN and source.size <= _SMALL


class Analyses:
    """The outcomes of analysing the articles that a command names, in their order.

    What cannot be read is complained about; ``code`` is the exit code, right when all have been taken.
    """

    def __init__(self, options: Namespace, output: Output) -> None:
        self._options = options
        self._output = output
        self.code = DONE

    def __iter__(self) -> Iterator[Outcome[Job, list[Analysis]]]:
        from briefreader.library.pipeline import read_and_analyse

        sources = self._found()
        engine = engine_for(sources, self._options.jobs)
        total = len(sources)
        try:
            outcomes = in_order(engine.map(read_and_analyse, _numbered(sources, self._options)))
            for done, outcome in enumerate(outcomes, 1):
                if outcome.error is not None:
                    self._complain(str(outcome.error))
                yield outcome
                self._output.progress(done, max(done, total), PurePath(outcome.item.path).name)
        finally:
            engine.close()
        if not sources and self.code == DONE:
            self._complain(_("There is nothing to read there."))

    def _found(self) -> list[Source]:
        from briefreader.library.sources import find

        sources: list[Source] = []
        for source in find(self._options.paths):
            if not source.reason:
                sources.append(source)
            elif source.skipped:
                self._output.error(source.reason)
            else:
                self._complain(source.reason)
        return sources

    def _complain(self, reason: str) -> None:
        self._output.error(reason)
        self.code = FAILED


def _numbered(sources: list[Source], options: Namespace) -> Iterator[Job]:
    from briefreader.library.sources import jobs

    published = getattr(options, "published", None) or ""
    every = (job for source in sources for job in jobs(source, published, own_ids=True))
    for number, job in enumerate(every):
        yield replace(job, number=number)


def in_order(outcomes: Iterable[Outcome[Job, list[Analysis]]]) -> Iterator[Outcome[Job, list[Analysis]]]:
    """Yield outcomes in the order of their jobs' numbers, which count from 0."""
    waiting: dict[int, Outcome[Job, list[Analysis]]] = {}
    following = 0
    for outcome in outcomes:
        waiting[outcome.item.number] = outcome
        while following in waiting:
            yield waiting.pop(following)
            following += 1


def existing(path: str) -> Path:
    """Return the path of a workspace; raise WorkspaceError rather than let a new one be made."""
    if not Path(path).is_file():
        raise WorkspaceError(
            _("There is no workspace “{path}”.").format(path=path),
            _("“briefreader import … --workspace {path}” makes one.").format(path=path),
        )
    return Path(path)


def renew_stale(workspace: Workspace, jobs: int | None, output: Output) -> None:
    """Analyse again what an earlier version analysed, as the window does."""
    from briefreader.engine import open_engine
    from briefreader.library.renewing import renew, stale

    if stale(workspace):
        engine = open_engine(jobs)
        try:
            renew(workspace, engine, output.progress)
        finally:
            engine.close()
            workspace.refresh_index(output.progress)

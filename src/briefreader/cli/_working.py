"""Running jobs for a command: which engine to take, and answers in the order of the questions."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from briefreader.domain.errors import WorkspaceError
from briefreader.i18n import _

if TYPE_CHECKING:
    from briefreader.domain.fact import Analysis
    from briefreader.engine import Engine, Outcome
    from briefreader.library.pipeline import Job
    from briefreader.library.sources import Source

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

"""``briefreader analyse``: what is found in articles, as JSON Lines; nothing is stored."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.cli import DONE, FAILED
from briefreader.cli._output import Output
from briefreader.i18n import _

if TYPE_CHECKING:
    from briefreader.library.pipeline import Job
    from briefreader.library.sources import Source


def run(options: Namespace, output: Output) -> int:
    """Print a record for each document, in the order of the input; return the exit code."""
    from briefreader.cli._working import engine_for, in_order
    from briefreader.domain.text import canonical
    from briefreader.library.pipeline import read_and_analyse
    from briefreader.library.records import record
    from briefreader.library.sources import find

    code = DONE
    sources: list[Source] = []
    for source in find(options.paths):
        if source.reason:
            output.error(source.reason)
            code = code if source.skipped else FAILED
        else:
            sources.append(source)
    total = len(sources)
    engine = engine_for(sources, options.jobs)
    try:
        for done, outcome in enumerate(
            in_order(engine.map(read_and_analyse, _numbered(sources, options))), 1
        ):
            if outcome.error is not None:
                output.error(str(outcome.error))
                code = FAILED
            for analysis in outcome.value or ():
                path = canonical(outcome.item.path)
                output.json(record(analysis, path))
            output.progress(done, max(done, total), path_note(outcome.item.path))
    finally:
        engine.close()
    if not sources and code == DONE:
        output.error(_("There is nothing to read there."))
        return FAILED
    return code


def path_note(path: str) -> str:
    """Return the last part of a path, to be shown beside the progress."""
    return path.rpartition("/")[2]


def _numbered(sources: list[Source], options: Namespace) -> Iterator[Job]:
    from briefreader.library.sources import jobs

    every = (job for source in sources for job in jobs(source, options.published or "", own_ids=True))
    for number, job in enumerate(every):
        yield replace(job, number=number)

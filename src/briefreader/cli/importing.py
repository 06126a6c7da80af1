"""``briefreader import``: put articles into a workspace."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from briefreader.cli import DONE, FAILED
from briefreader.cli._output import Output
from briefreader.i18n import _, plural


def run(options: Namespace, output: Output) -> int:
    """Import the paths and say what became of them; return the exit code."""
    from briefreader.cli._working import engine_for
    from briefreader.library.importing import import_paths
    from briefreader.library.sources import find
    from briefreader.library.workspace import open_workspace

    with open_workspace(Path(options.workspace)) as workspace:
        engine = engine_for([source for source in find(options.paths) if not source.reason], options.jobs)
        try:
            report = import_paths(workspace, options.paths, engine, output.progress)
        finally:
            engine.close()
            workspace.refresh_index(output.progress)
    for failure in (*report.failed, *report.skipped):
        output.error(failure.reason)
    said = [plural("{n} article imported.", "{n} articles imported.", len(report.added))]
    if report.known:
        said.append(plural("{n} was already there.", "{n} were already there.", len(report.known)))
    if report.failed:
        said.append(plural("{n} could not be read.", "{n} could not be read.", len(report.failed)))
    if not (report.added or report.known or report.failed):
        output.error(_("There is nothing to read there."))
        return FAILED
    output.line(" ".join(said))
    return FAILED if report.failed else DONE

"""``briefreader export``: write a briefing."""

from __future__ import annotations

from argparse import Namespace
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.cli import DONE, FAILED, USAGE
from briefreader.cli._output import Output
from briefreader.cli._working import engine_for, existing
from briefreader.i18n import _

if TYPE_CHECKING:
    from briefreader.library.workspace import Workspace


def run(options: Namespace, output: Output) -> int:
    """Write the briefing on a workspace, or on articles read for it; return the exit code."""
    from briefreader.domain.query import Query
    from briefreader.library.composing import compose
    from briefreader.library.exporting import export, now
    from briefreader.library.proposing import Choice, propose
    from briefreader.settings import load_settings

    if bool(options.paths) == bool(options.workspace):
        output.error(_("Name either a workspace (--workspace FILE) or the articles to read."))
        return USAGE
    settings = load_settings()
    code = DONE
    with ExitStack() as stack:
        workspace, code = _workspace(options, output, stack)
        ids = workspace.store.ids(Query(order="oldest"))
        choice = Choice(
            title=options.title or _("Briefing"),
            author=options.author or settings.author,
            paper=options.paper or settings.paper,
        )
        output.status(_("Writing the briefing"))
        made = now()
        outline = propose(workspace.store, ids, choice, stamp=made)
        report = export(compose(workspace.store, outline, made), Path(options.output))
    for notice in report.notices:
        output.error(notice)
    output.line(str(report.path))
    return code


def _workspace(options: Namespace, output: Output, stack: ExitStack) -> tuple[Workspace, int]:
    """Return the workspace that was named, or one for the time being with the articles read into it."""
    from briefreader.library.workspace import open_workspace

    if options.workspace:
        return stack.enter_context(open_workspace(existing(options.workspace))), DONE
    from tempfile import TemporaryDirectory

    from briefreader.library.importing import import_paths
    from briefreader.library.sources import find

    folder = stack.enter_context(TemporaryDirectory(prefix="briefreader-"))
    workspace = stack.enter_context(open_workspace(Path(folder) / "export.briefreader"))
    engine = engine_for([source for source in find(options.paths) if not source.reason], options.jobs)
    try:
        report = import_paths(workspace, options.paths, engine, output.progress)
    finally:
        engine.close()
    for failure in (*report.failed, *report.skipped):
        output.error(failure.reason)
    return workspace, FAILED if report.failed else DONE

"""Which briefing a command is about: one of a workspace, or one proposed from articles."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.cli import DONE, FAILED
from briefreader.cli._output import Output
from briefreader.cli._working import engine_for, existing, renew_stale
from briefreader.i18n import _

if TYPE_CHECKING:
    from briefreader.domain.outline import Outline
    from briefreader.domain.survey import Survey
    from briefreader.library.workspace import Workspace

_PREFIX, _PASSING = "briefreader-", "passing.briefreader"
_ABANDONED = 24 * 3600  # seconds after which no command works on its workspace any more


def misnamed(options: Namespace) -> str:
    """Return what is wrong with what was named to work on, or an empty string."""
    if bool(options.paths) == bool(options.workspace):
        return _("Name either a workspace (--workspace FILE) or the articles to read.")
    if options.briefing and not options.workspace:
        return _("A briefing is chosen from a workspace (--workspace FILE).")
    return ""


def opened(options: Namespace, output: Output, stack: ExitStack) -> tuple[Workspace, int]:
    """Return the workspace that was named, or one for the time being with the articles read into it."""
    from briefreader.library.workspace import open_workspace

    if options.workspace:
        workspace = stack.enter_context(open_workspace(existing(options.workspace)))
        renew_stale(workspace, options.jobs, output)
        return workspace, DONE
    from briefreader.library.importing import import_paths
    from briefreader.library.sources import find

    workspace = passing(stack)
    engine = engine_for([source for source in find(options.paths) if not source.reason], options.jobs)
    try:
        report = import_paths(workspace, options.paths, engine, output.progress)
    finally:
        engine.close()
    for failure in (*report.failed, *report.skipped):
        output.error(failure.reason)
    return workspace, FAILED if report.failed else DONE


def passing(stack: ExitStack) -> Workspace:
    """Return a workspace that is gone when the command ends."""
    from tempfile import TemporaryDirectory

    from briefreader.library.workspace import open_workspace

    _clear()
    folder = stack.enter_context(TemporaryDirectory(prefix=_PREFIX))
    return stack.enter_context(open_workspace(Path(folder) / _PASSING))


def _clear() -> None:
    """Drop the workspaces of commands that were ended by force before they could."""
    import shutil
    from tempfile import gettempdir

    for folder in Path(gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            old = time.time() - folder.lstat().st_mtime > _ABANDONED
            if old and not folder.is_symlink() and (folder / _PASSING).is_file():
                shutil.rmtree(folder, ignore_errors=True)  # those of other users may not be removed


def kept(workspace: Workspace, name: str) -> list[Outline]:
    """Return the briefings of a workspace of this title or id, or all; raise WorkspaceError if none is."""
    from briefreader.domain.errors import WorkspaceError

    briefings = workspace.store.briefings()
    if not name:
        return briefings
    for same in (
        [each for each in briefings if name in (each.id, each.title)],
        [each for each in briefings if each.title.casefold() == name.casefold()],
    ):
        if same:
            return same
    raise WorkspaceError(
        _("There is no briefing “{name}” in the workspace.").format(name=name), _named(briefings)
    )


def one_of(briefings: Sequence[Outline]) -> Outline:
    """Return the only one of some briefings; raise WorkspaceError if it has to be chosen."""
    from briefreader.domain.errors import WorkspaceError

    if len(briefings) > 1:
        raise WorkspaceError(_("Choose a briefing (--briefing NAME)."), _named(briefings))
    return briefings[0]


def proposed(workspace: Workspace, options: Namespace, seen: Survey, made: str) -> Outline:
    """Return the briefing that is proposed from all articles of a workspace."""
    from briefreader.domain.query import Query
    from briefreader.library.proposing import Choice, propose
    from briefreader.settings import load_settings

    settings = load_settings()
    choice = Choice(
        title=getattr(options, "title", "") or _("Briefing"),
        author=getattr(options, "author", "") or settings.author,
        paper=getattr(options, "paper", "") or settings.paper,
        template=getattr(options, "template", "") or "full",
    )
    return propose(workspace.store, workspace.store.ids(Query(order="oldest")), choice, seen, made)


def _named(briefings: Sequence[Outline]) -> str:
    if not briefings:
        return _("It has no briefings.")
    names = ", ".join(f"“{each.title}” ({each.id})" for each in briefings)
    return _("It has these: {names}.").format(names=names)

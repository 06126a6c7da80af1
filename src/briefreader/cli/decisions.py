"""``briefreader decisions``: what a person decided in a workspace, out as JSON Lines and in again."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.cli import DONE
from briefreader.cli._output import Output
from briefreader.cli._working import existing
from briefreader.i18n import _, plural

if TYPE_CHECKING:
    from briefreader.domain.decision import Decision


def run(options: Namespace, output: Output) -> int:
    """Print the decisions of a workspace, or add those of a file; return the exit code."""
    from briefreader.library import exchanging
    from briefreader.library.workspace import open_workspace

    with open_workspace(existing(options.workspace)) as workspace:
        if not options.add:
            for each in workspace.store.decisions():
                output.json(exchanging.record(each))
            return DONE
        edits = exchanging.missing(workspace, _read(Path(options.add)))
        workspace.store.apply(edits)
        output.line(plural("{n} decision was added.", "{n} decisions were added.", len(edits)))
    return DONE


def _read(path: Path) -> list[Decision]:
    """Return the decisions of a file; all or none."""
    from briefreader.domain.errors import ReadError
    from briefreader.library import exchanging

    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise ReadError(_("“{name}” is not text.").format(name=path.name)) from error
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(exchanging.decision(json.loads(line)))
            except (ValueError, ReadError) as error:
                said = _("Line {n} of “{name}” is no record of a decision.")
                raise ReadError(said.format(n=number, name=path.name), _("Nothing was added.")) from error
    return found

"""``briefreader annotations``: stars, highlights, notes and tags out to other programs, and in again."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from briefreader.cli import DONE, FAILED
from briefreader.cli._output import Output
from briefreader.cli._working import existing


def run(options: Namespace, output: Output) -> int:
    """Write the annotations of a workspace, or add those of a file; return the exit code."""
    return _export(options, output) if options.direction == "export" else _import(options, output)


def _export(options: Namespace, output: Output) -> int:
    from briefreader.interchange import format_named, losses
    from briefreader.library import exporting, sharing
    from briefreader.library.workspace import open_workspace

    with open_workspace(existing(options.workspace)) as workspace:
        shared = sharing.gather(workspace, None, exporting.now(), output.progress)
    path = Path(options.output)
    apart = path.is_dir() or options.output.endswith(os.sep)
    for loss in losses(format_named(options.format), shared):
        output.error(loss)
    output.line(str(sharing.save(sharing.files(shared, options.format, apart), path)))
    return DONE


def _import(options: Namespace, output: Output) -> int:
    from briefreader.library import annotating, receiving
    from briefreader.library.workspace import open_workspace

    incoming = receiving.read(Path(options.file))
    with open_workspace(existing(options.workspace)) as workspace:
        received = receiving.receive(workspace, incoming, annotating.now(), output.progress)
        workspace.store.apply(received.edits)
    done, *rest = received.said()
    output.line(done)
    for sentence in rest:
        output.error(sentence)
    return DONE if received.whole else FAILED

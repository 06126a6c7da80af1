"""``briefreader [PATH…]``: open the window, once it is sure that it can."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from briefreader.cli import FAILED, MISSING
from briefreader.cli._output import Output
from briefreader.cli.doctor import problem
from briefreader.i18n import _
from briefreader.library.links import SCHEME


def run(options: Namespace, output: Output) -> int:
    """Open the window on the paths; return its exit code."""
    for path in options.paths:
        if not path.startswith((f"{SCHEME}:", "file:")) and not Path(path).exists():
            output.error(_("“{path}” is not there.").format(path=path))
            return FAILED
    if reason := problem():
        output.error(reason)
        return MISSING
    return int(options.open_window(options.paths))

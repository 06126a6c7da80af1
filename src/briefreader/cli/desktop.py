"""``briefreader desktop``: make the program known to the desktop of this user, or take that back."""

from __future__ import annotations

from argparse import Namespace

from briefreader.cli import DONE
from briefreader.cli._output import Output
from briefreader.library.desktop import register, unregister


def run(options: Namespace, output: Output) -> int:
    """Register or unregister; print the file that was written; return the exit code."""
    if options.remove:
        unregister()
    else:
        output.line(str(register()))
    return DONE

"""The command line: one module for each command, over the functions of the library."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefreader.cli._output import Output

DONE, FAILED, USAGE, FAULTS, MISSING, EXISTS, INTERRUPTED = 0, 1, 2, 3, 69, 73, 130
"""Exit codes: all was done; some input failed; wrong usage; a briefing has faults; something is missing; a
file is there already; Ctrl+C."""


Window = Callable[[Sequence[str]], int]
"""Opens the window on some paths and returns when it is closed, with the exit code."""


def run(arguments: Sequence[str] | None, window: Window) -> int:
    """Run the command that the arguments name, or open the window; return the exit code."""
    from briefreader.cli._output import Output

    output = Output()
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments), output, window)
    except KeyboardInterrupt:
        output.status("")
        return INTERRUPTED
    except BrokenPipeError:
        output.abandon()
        return DONE


def _run(given: list[str], output: Output, window: Window) -> int:
    from briefreader.cli._arguments import parse
    from briefreader.domain.errors import BriefreaderError, Cancelled, MissingPart

    options = parse(given)
    options.open_window = window
    _log(options.log)
    command = import_module(f"briefreader.cli.{options.module}")
    try:
        code = int(command.run(options, output))
        output.flush()
    except Cancelled:
        return INTERRUPTED
    except BriefreaderError as error:
        output.error(str(error))
        return MISSING if isinstance(error, MissingPart) else FAILED
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        output.error(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))
        return FAILED
    return code


def _log(path: str) -> None:
    """Write a log to a file, if the user asked for one; never onto the screen."""
    import logging

    logger = logging.getLogger("briefreader")
    if path:
        logging.basicConfig(filename=path, level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    elif not logger.handlers:
        logger.addHandler(logging.NullHandler())
        logger.propagate = False

"""``briefreader analyse``: what is found in articles, as JSON Lines; nothing is stored."""

from __future__ import annotations

from argparse import Namespace

from briefreader.cli._output import Output
from briefreader.cli._working import Analyses


def run(options: Namespace, output: Output) -> int:
    """Print a record for each document, in the order of the input; return the exit code."""
    from briefreader.domain.text import canonical
    from briefreader.library.records import record

    analyses = Analyses(options, output)
    for outcome in analyses:
        for analysis in outcome.value or ():
            output.json(record(analysis, canonical(outcome.item.path)))
    return analyses.code

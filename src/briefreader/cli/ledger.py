"""``briefreader ledger``: who is named, and what the sources agree and differ on, as one JSON object."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from briefreader.cli import DONE, USAGE
from briefreader.cli._output import Output
from briefreader.cli._working import Analyses, existing, renew_stale
from briefreader.i18n import _

if TYPE_CHECKING:
    from briefreader.domain.document import Document
    from briefreader.domain.fact import Fact
    from briefreader.domain.survey import Survey


def run(options: Namespace, output: Output) -> int:
    """Print register and ledger of a workspace, or of articles read for it; return the exit code."""
    from briefreader.library.ledger_records import record

    if bool(options.paths) == bool(options.workspace):
        output.error(_("Name either a workspace (--workspace FILE) or the articles to read."))
        return USAGE
    survey, code = _of_workspace(options, output) if options.workspace else _of_paths(options, output)
    if survey is None:
        return code
    output.json(record(survey))
    if survey.left_out:
        output.error(
            _("The oldest {n} articles were left out: there are too many.").format(n=survey.left_out)
        )
    return code


def _of_workspace(options: Namespace, output: Output) -> tuple[Survey, int]:
    from briefreader.library.surveying import survey
    from briefreader.library.workspace import open_workspace

    with open_workspace(existing(options.workspace)) as workspace:
        renew_stale(workspace, options.jobs, output)
        return survey(workspace, output.progress), DONE


def _of_paths(options: Namespace, output: Output) -> tuple[Survey | None, int]:
    from briefreader.library.surveying import surveyed

    documents: list[Document] = []
    facts: list[Fact] = []
    analyses = Analyses(options, output)
    for outcome in analyses:
        for analysis in outcome.value or ():
            documents.append(analysis.document)
            facts += analysis.facts
    return (surveyed(documents, facts, ()) if documents else None), analyses.code

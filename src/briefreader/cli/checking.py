"""``briefreader check``: what is wrong with a briefing before it goes out."""

from __future__ import annotations

from argparse import Namespace
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from briefreader.cli import FAULTS, USAGE
from briefreader.cli._briefings import kept, misnamed, opened, proposed
from briefreader.cli._output import Output
from briefreader.i18n import _, plural

if TYPE_CHECKING:
    from briefreader.domain.outline import Outline
    from briefreader.library.checking import Finding


def run(options: Namespace, output: Output) -> int:
    """Print what is wrong with the briefings of a workspace, or one proposed; return the exit code."""
    from briefreader.library.checking import check
    from briefreader.library.exporting import now
    from briefreader.library.surveying import survey

    if said := misnamed(options):
        output.error(said)
        return USAGE
    errors = warnings = 0
    with ExitStack() as stack:
        workspace, code = opened(options, output, stack)
        seen = survey(workspace, output.progress)
        outlines = kept(workspace, options.briefing) if options.workspace else []
        for outline in outlines or [proposed(workspace, options, seen, now())]:
            findings = check(workspace.store, outline, seen)
            for finding in findings:
                output.json(_record(outline, finding)) if options.json else _show(outline, finding, output)
            errors += sum(each.severity == "error" for each in findings)
            warnings += sum(each.severity == "warning" for each in findings)
    if not options.json:
        output.line(_summary(errors, warnings))
    return FAULTS if errors else code


def _summary(errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return _("Nothing is wrong.")
    return " ".join(
        [plural("{n} error.", "{n} errors.", errors), plural("{n} warning.", "{n} warnings.", warnings)]
    )


def _show(outline: Outline, finding: Finding, output: Output) -> None:
    severity = _("error") if finding.severity == "error" else _("warning")
    title, number = _place(outline, finding)
    where = [outline.title, f"{title} {number}" if number else title]
    output.line(f"{': '.join(each for each in where if each)}: {severity}: {finding.message} {finding.hint}")


def _record(outline: Outline, finding: Finding) -> dict[str, Any]:
    title, number = _place(outline, finding)
    return {
        "format": 1,
        "briefing": outline.id,
        "title": outline.title,
        "kind": finding.kind,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "part": finding.part,
        "section": title,
        "line": finding.line,
        "number": number,
    }


def _place(outline: Outline, finding: Finding) -> tuple[str, int]:
    """Return the heading of a finding's section, and its line's number there, from 1; 0 for none."""
    part = outline.part(finding.part)
    if part is None:
        return "", 0
    numbers = {line.id: n for n, line in enumerate(part.lines, 1)}
    return part.title, numbers.get(finding.line, 0)

"""``briefreader export``: write a briefing, or write one again from what it was made from."""

from __future__ import annotations

from argparse import Namespace
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.cli import DONE, EXISTS, FAILED, USAGE
from briefreader.cli._briefings import kept, misnamed, one_of, opened, passing, proposed
from briefreader.cli._output import Output
from briefreader.cli._working import engine_for
from briefreader.i18n import _

if TYPE_CHECKING:
    from briefreader.domain.briefing import Briefing
    from briefreader.domain.outline import Outline


def run(options: Namespace, output: Output) -> int:
    """Write the briefing that was asked for; return the exit code."""
    if said := _misnamed(options):
        output.error(said)
        return USAGE
    _format(options)
    for path in (options.output, options.manifest):
        if path and Path(path).is_file() and not options.force:
            said = _("“{path}” is there already. --force puts the new one in its place.")
            output.error(said.format(path=path))
            return EXISTS
    return _again(options, output) if options.from_manifest else _export(options, output)


def _misnamed(options: Namespace) -> str:
    from briefreader.exporters._citations import styles

    if options.style and options.style not in styles():
        known = ", ".join(styles())
        return _("There is no style “{name}” of citations. Known are: {names}.").format(
            name=options.style, names=known
        )
    if not options.from_manifest:
        return misnamed(options)
    if options.workspace or not options.paths:
        return _("Name the articles that the briefing was made from.")
    return ""


def _format(options: Namespace) -> str:
    """Return the name of the format to write; raise ExportError if it is not known."""
    from briefreader.exporters import exporter_for

    return exporter_for(options.format or Path(options.output).suffix).NAME


def _export(options: Namespace, output: Output) -> int:
    from briefreader.library.changing import keep_export
    from briefreader.library.exporting import now
    from briefreader.library.issuing import issued
    from briefreader.library.surveying import survey

    made = now()
    with ExitStack() as stack:
        workspace, code = opened(options, output, stack)
        seen = survey(workspace, output.progress)
        own = kept(workspace, options.briefing) if options.workspace and not options.new else []
        stored = one_of(own) if own else None
        outline = _as_asked(stored or proposed(workspace, options, seen, made), options)
        store = workspace.store
        briefing = issued(store, outline, made, seen)
        data = _write(briefing, options, output)
        if stored is not None:
            path = Path(options.output).absolute()
            keep_export(outline, seen, store, briefing, path, _format(options), data)
    return code


def _as_asked(outline: Outline, options: Namespace) -> Outline:
    """Return the outline with what the command says otherwise; what is kept stays as it is."""
    from briefreader.library.issuing import telling_changes

    label = f"TLP:{options.tlp}" if options.tlp else options.label
    asked = {
        "title": options.title, "author": options.author, "template": options.template, "label": label,
        "paper": options.paper, "style": options.style,
    }  # fmt: skip
    if options.changes is not None:
        outline = telling_changes(outline, options.changes)
    return replace(outline, **{name: value for name, value in asked.items() if value})


def _write(briefing: Briefing, options: Namespace, output: Output) -> bytes:
    from briefreader.library.exporting import render, save

    output.status(_("Writing the briefing"))
    data, notices = render(briefing, format=_format(options))
    report = save(data, Path(options.output), notices)
    for notice in report.notices:
        output.error(notice)
    output.line(str(report.path))
    if options.manifest:
        output.line(str(save(briefing.manifest.encode(), Path(options.manifest)).path))
    return data


def _again(options: Namespace, output: Output) -> int:
    """Write a briefing again from its manifest and the same sources."""
    from briefreader.library import manifests
    from briefreader.library.sources import find

    original = Path(options.from_manifest).read_bytes()
    text = manifests.manifest_in(original)
    told = manifests.parse(text)
    if said := manifests.other_versions(told):
        output.error(said)
    with ExitStack() as stack:
        workspace = passing(stack)
        engine = engine_for([source for source in find(options.paths) if not source.reason], options.jobs)
        stack.callback(engine.close)
        stack.enter_context(manifests.spoken(told))
        briefing = manifests.remake(workspace.store, text, options.paths, engine, output.progress)
        data = _write(briefing, options, output)
    return _compared(original, data, options, output)


def _compared(original: bytes, data: bytes, options: Namespace, output: Output) -> int:
    """Say whether the file is the same as the one that the manifest was in, if that was one of its format."""
    from briefreader.library.manifests import carrier_of

    if carrier_of(original) != _format(options):
        return DONE
    if original == data:
        output.line(_("The bytes are those of “{path}”.").format(path=options.from_manifest))
        return DONE
    output.error(_("The bytes are not those of “{path}”.").format(path=options.from_manifest))
    return FAILED

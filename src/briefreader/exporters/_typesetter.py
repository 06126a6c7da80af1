"""Runs Typst over the files of one briefing until its pages are right, and says what could not be kept.

Typst is asked again with other pages if it breaks down where a page ends, and if a row of a table and its
footnote stand on two pages.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from briefreader.domain.errors import ExportError
from briefreader.exporters._carried import left_notes
from briefreader.i18n import _

if TYPE_CHECKING:
    from typst import Fonts

__all__ = ["STANDARDS", "Job", "forget", "loaded", "typeset"]

STANDARDS = ("a-2a", "ua-1")
"""The standards that the file is made to: archiving with all structure, and accessibility."""

_NUDGES = ((0.0, False), (2.0, False), (-2.0, False), (2.0, True), (-2.0, True))
"""Millimetres by which the page is made shorter, and whether what is kept together may break: as it is tried.

Tagging in Typst fails for some tables and footnotes only where they meet the end of a page.
"""
_SETTINGS = 4
"""How often the pages are set at most because a row of a table and its footnote stand on two pages."""

Breaks = frozenset[int]
"""The footnotes whose rows of a table begin a page."""
Made = tuple[bytes, list[str]]
"""The file, and a sentence for each thing that could not be kept."""


@dataclass(frozen=True, slots=True)
class Job:
    """What the typesetter is given: all files that it sees, by the names under which the templates know them.

    The data is a file and no input of the run (``sys.inputs``): another input sets every piece anew. ``same``
    is equal in two jobs of one briefing that was written on, and empty where nothing is known of that.
    """

    files: Mapping[str, bytes]
    fonts: Fonts
    moment: datetime
    same: Hashable = ()


@dataclass(slots=True)
class _Way:
    """By which settings the last file was made: those of the same briefing are begun at once next time."""

    same: Hashable = ()
    settings: tuple[Breaks, ...] = ()


_way = _Way()


class _SetFailed(Exception):
    """The typesetter gave up; the message says why."""


def typeset(job: Job) -> Made:
    """Return the file; raise ExportError if it cannot be made.

    What was set before never changes the result, only how soon it is there.
    """
    breaks: Breaks = frozenset()
    settings = [breaks]
    with _begun(job) as begun:
        while True:
            made, told = begun[breaks].result() if breaks in begun else _compiled(job, breaks)
            further = breaks | left_notes(made)
            if further == breaks or len(settings) == _SETTINGS:
                break
            breaks = further
            settings.append(breaks)
    _way.same, _way.settings = job.same, tuple(settings)
    return made, told


@contextmanager
def _begun(job: Job) -> Iterator[dict[Breaks, Future[Made]]]:
    """Begin side by side what will most likely be asked for: the settings by which the last file was made."""
    if not job.same or job.same != _way.same or len(_way.settings) < 2:
        yield {}
        return
    with ThreadPoolExecutor(len(_way.settings)) as threads:
        yield {breaks: threads.submit(_compiled, job, breaks) for breaks in _way.settings}


def _compiled(job: Job, breaks: Breaks) -> Made:
    """Set the file to the standards; failing that, without, at last without tags; and say so."""
    reasons: list[str] = []
    notices: list[str] = []
    attempts = [(STANDARDS, True, nudge, loose) for nudge, loose in _NUDGES]
    for standards, tags, nudge, loose in [*attempts, ((), True, 0.0, False), ((), False, 0.0, False)]:
        attempt = {"nudge": nudge, "loose": loose, "breaks": sorted(breaks)}
        try:
            made = _set(job, attempt, list(standards), tags)
        except _SetFailed as error:
            reasons.append(str(error))
            continue
        if not standards:
            notices.append(
                _("The file does not keep to PDF/A-2a and PDF/UA-1, which it should: {reason}.").format(
                    reason=reasons[0]
                )
            )
        if not tags:
            notices.append(_("The file has no tags: a screen reader will not know its structure."))
        return made, notices
    raise ExportError(
        _("The PDF could not be set: {reason}.").format(reason=reasons[-1]),
        _("Leave out the passage that is named, or report this as a fault."),
    )


def _set(job: Job, attempt: Mapping[str, object], standards: list[str], tags: bool) -> bytes:
    """Run the typesetter once; raise _SetFailed if it refuses or breaks down."""
    import typst

    # The package takes files by name, its types do not say so.
    files: Any = {**job.files, "attempt.json": json.dumps(attempt).encode()}
    options: Any = {"pdf_standards": standards, "timestamp": job.moment, "pdf_tags": tags}
    try:
        made = typst.compile(files, font_paths=job.fonts, format="pdf", **options)
    except typst.TypstError as error:
        raise _SetFailed(_reason(error)) from error
    except BaseException as error:
        # A fault within Typst arrives as pyo3's PanicException, which cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        said = str(error).partition(" (occurred at ")[0]
        raise _SetFailed(f"internal error: {said}") from error
    return bytes(made)


def _reason(error: Exception) -> str:
    """Return what the typesetter complains of, without the places in the template."""
    return str(getattr(error, "message", "") or error).rstrip(".")


def forget() -> None:
    """Let go of what Typst remembers.

    It keeps all parts of the last ten runs, and drops what no later run has asked for. An empty run asks for
    nothing.
    """
    import typst

    for _run in range(11):
        typst.compile(b"", format="pdf", font_paths=loaded())


@cache
def loaded(*folders: str) -> Fonts:
    """Return the typefaces in some folders; they are read once, when they are first used."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))

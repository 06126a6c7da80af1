"""Writes a briefing as PDF: tagged, archivable (PDF/A-2a, PDF/UA-1), the same bytes each time.

Typst sets it from one of three fixed templates; all that the briefing says goes in as one JSON text, which is
never read as markup. docs/notes/pdf.md gives the reasons and the measurements.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefreader.domain.briefing import Briefing
from briefreader.domain.errors import ExportError
from briefreader.exporters._breaks import pieces
from briefreader.exporters._carried import carrying, left_notes, manifest_of
from briefreader.exporters._glyphs import SANS, SERIF, Typefaces, direction, families, named, shown, typefaces
from briefreader.exporters._layout import Layout, Tree, template_of
from briefreader.i18n import N_, _
from briefreader.resources import resource

if TYPE_CHECKING:
    from typst import Fonts

__all__ = ["LABEL", "NAME", "STANDARDS", "SUFFIX", "manifest_of", "render"]

NAME = "pdf"
LABEL = N_("PDF document")
SUFFIX = ".pdf"

STANDARDS = ("a-2a", "ua-1")
"""The standards that the file is made to: archiving with all structure, and accessibility."""

_LARGE = 120_000
"""Code points of data from which the typesetter's memory of the run is not worth its room."""

_CODES = ("link", "lang", "id", "kind")
"""The keys of what is not printed."""

_LISTED = 12
"""How many replaced characters a notice names before it only counts the rest."""


def render(briefing: Briefing) -> tuple[bytes, tuple[str, ...]]:
    """Return the PDF, and a sentence for each thing that could not be shown as it is.

    Raises ExportError if the file cannot be made at all.
    """
    data, ids, faces, notices = _data(briefing)
    moment = _moment(briefing.made)
    with _fonts(faces) as fonts:
        job = _Job(_files(template_of(briefing), data), fonts, moment)
        made, told = _compiled(job, notices)
        for _pass in range(_PASSES):
            left = left_notes(made)
            if not left or job.breaks >= left:
                break
            job.breaks |= left
            made, told = _compiled(job, notices)
    if len(data) > _LARGE:
        _forget()
    return carrying(made, moment, briefing.manifest, ids), told


def _data(briefing: Briefing) -> tuple[str, list[str], Typefaces, list[str]]:
    """Return the data of the template as text, so that nothing else of it takes room while it is set.

    Then the ids of the items, which are numbers in the data, and what the rest of the work needs.
    """
    tree = Layout(briefing).data()
    ids: list[str] = []
    _number(tree, ids)
    faces = typefaces(_texts(tree))
    replaced: dict[str, None] = {}
    data: Tree = _checked(tree, faces, replaced)
    data["faces"] = {"serif": families(faces, SERIF), "sans": families(faces, SANS)}
    written = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return written, ids, faces, list(_replacements(replaced, faces))


def _number(tree: Any, ids: list[str]) -> None:
    """Put its place among ``ids`` for each id in the data, and the id there."""
    if isinstance(tree, dict):
        if tree.get("id"):
            ids.append(tree["id"])
            tree["id"] = str(len(ids) - 1)
        tree = list(tree.values())
    if isinstance(tree, list | tuple):
        for each in tree:
            _number(each, ids)


class _SetFailed(Exception):
    """The typesetter gave up; the message says why."""


@dataclass(slots=True)
class _Job:
    """What the typesetter is given."""

    files: dict[str, bytes]
    fonts: Fonts
    moment: datetime
    breaks: set[int] = field(default_factory=set)
    """The footnotes whose rows of a table begin a page."""


def _files(template: str, data: str) -> dict[str, bytes]:
    """Return all files that the typesetter sees, by the names under which the templates know them.

    The data is a file and no input of the run (``sys.inputs``): another input sets every piece anew.
    """
    folder = resource("templates")
    return {
        "main.typ": (folder / f"{template}.typ").read_bytes(),
        "shared.typ": (folder / "shared.typ").read_bytes(),
        "data.json": data.encode(),
    }


def _compiled(job: _Job, before: list[str]) -> tuple[bytes, tuple[str, ...]]:
    """Set the file to the standards; failing that, without, at last without tags; and say so."""
    reasons: list[str] = []
    notices = list(before)
    attempts = [(list(STANDARDS), True, nudge, loose) for nudge, loose in _NUDGES]
    for standards, tags, nudge, loose in [*attempts, ([], True, 0.0, False), ([], False, 0.0, False)]:
        job.files["attempt.json"] = _attempt(job, nudge, loose)
        try:
            made = _set(job, standards, tags)
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
        return made, tuple(notices)
    raise ExportError(
        _("The PDF could not be set: {reason}.").format(reason=reasons[-1]),
        _("Leave out the passage that is named, or report this as a fault."),
    )


def _attempt(job: _Job, nudge: float, loose: bool) -> bytes:
    return json.dumps({"nudge": nudge, "loose": loose, "breaks": sorted(job.breaks)}).encode()


_PASSES = 3
"""How often the pages are set again because a row of a table and its footnote stand on two pages."""
_NUDGES = ((0.0, False), (2.0, False), (-2.0, False), (2.0, True), (-2.0, True))
"""Millimetres by which the page is made shorter, and whether what is kept together may break: as it is tried.

Tagging in Typst fails for some tables and footnotes only where they meet the end of a page.
"""


def _set(job: _Job, standards: list[str], tags: bool) -> bytes:
    """Run the typesetter once; raise _SetFailed if it refuses or breaks down."""
    import typst

    files: Any = job.files  # the package takes files by name, its types do not say so
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


def _forget() -> None:
    """Let go of what Typst remembers.

    It keeps all parts of the last ten runs, some 90 MB for a file of 13 pages, and drops what no later
    run has asked for. An empty run asks for nothing.
    """
    import typst

    for _run in range(11):
        typst.compile(b"", format="pdf", font_paths=_loaded())


def _reason(error: Exception) -> str:
    """Return what the typesetter complains of, without the places in the template."""
    return str(getattr(error, "message", "") or error).rstrip(".")


def _texts(tree: object) -> Iterator[str]:
    """Yield every string that is printed."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for key, each in tree.items():
            if key not in _CODES:
                yield from _texts(each)
    elif isinstance(tree, list | tuple):
        for each in tree:
            yield from _texts(each)


def _checked(tree: Any, faces: Typefaces, replaced: dict[str, None]) -> Any:
    """Return the tree with each text made fit to be shown, and each value cut into its lines."""
    if isinstance(tree, str):
        return shown(tree, faces, replaced)
    if isinstance(tree, list | tuple):
        return [_checked(each, faces, replaced) for each in tree]
    if not isinstance(tree, dict):
        return tree
    if tree.keys() == {"text", "lang", "longest"}:
        lines = [line for line in shown(tree["text"], faces, replaced).split("\n") if line.strip()]
        made = [pieces(line, tree["longest"]) for line in lines or [" " if tree["text"] else ""]]
        return {"lines": made, "dir": direction(tree["text"]), "lang": tree["lang"]}
    return {key: each if key in _CODES else _checked(each, faces, replaced) for key, each in tree.items()}


def _replacements(replaced: dict[str, None], faces: Typefaces) -> Iterator[str]:
    """Say which characters stand as their code, and which typefaces were borrowed."""
    if replaced:
        codes = ", ".join(named(char) for char in list(replaced)[:_LISTED])
        if len(replaced) > _LISTED:
            codes += _(" and {n} more").format(n=len(replaced) - _LISTED)
        yield _("These characters cannot be shown and stand as their code: {codes}.").format(codes=codes)
        if any("\u2e80" <= char <= "\ud7a3" for char in replaced):
            yield _(
                "For Chinese, Japanese and Korean install a typeface such as Noto Sans CJK (fonts-noto-cjk)."
            )
    if faces.borrowed:
        names = ", ".join(dict.fromkeys(face.family for face in faces.borrowed))
        yield _(
            "Typefaces of this computer were used besides the bundled ones: {names}. "
            "On another computer the file may look different."
        ).format(names=names)


@contextmanager
def _fonts(faces: Typefaces) -> Iterator[Fonts]:
    """Give the typefaces of this file and no other."""
    bundled = str(resource("fonts"))
    if not faces.borrowed:
        yield _loaded(bundled)
        return
    with tempfile.TemporaryDirectory(prefix="briefreader-") as folder:
        for path in sorted({face.path for face in faces.borrowed}):
            _lend(Path(path), Path(folder) / Path(path).name)
        yield _loaded.__wrapped__(bundled, folder)


@cache
def _loaded(*folders: str) -> Fonts:
    """Return the typefaces in some folders; they are read once, when they are first used."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))


def _lend(original: Path, place: Path) -> None:
    try:
        place.symlink_to(original)
    except OSError:  # Windows allows links to some users only
        shutil.copyfile(original, place)


def _moment(made: str) -> datetime:
    """Return when the briefing was made, for the file's metadata; the epoch if that is not known."""
    try:
        moment = datetime.fromisoformat(made)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

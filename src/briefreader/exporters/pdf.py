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
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefreader.domain.briefing import Briefing
from briefreader.exporters._breaks import pieces
from briefreader.exporters._carried import carrying, manifest_of
from briefreader.exporters._glyphs import SANS, SERIF, Typefaces, direction, families, named, shown, typefaces
from briefreader.exporters._layout import Layout, Tree, template_of
from briefreader.exporters._typesetter import STANDARDS, Job, forget, loaded, typeset
from briefreader.i18n import N_, _
from briefreader.resources import resource

if TYPE_CHECKING:
    from typst import Fonts

__all__ = ["LABEL", "NAME", "STANDARDS", "SUFFIX", "manifest_of", "render"]

NAME = "pdf"
LABEL = N_("PDF document")
SUFFIX = ".pdf"

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
    template, large = template_of(briefing), len(data) > _LARGE
    same = () if large or not any(ids) else (template, briefing.paper, *ids)
    with _fonts(faces) as fonts:
        made, told = typeset(Job(_files(template, data), fonts, moment, same))
    if large:
        forget()
    return carrying(made, moment, briefing.manifest, ids), (*notices, *told)


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


def _files(template: str, data: str) -> dict[str, bytes]:
    folder = resource("templates")
    return {
        "main.typ": (folder / f"{template}.typ").read_bytes(),
        "shared.typ": (folder / "shared.typ").read_bytes(),
        "data.json": data.encode(),
    }


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
        yield loaded(bundled)
        return
    with tempfile.TemporaryDirectory(prefix="briefreader-") as folder:
        for path in sorted({face.path for face in faces.borrowed}):
            _lend(Path(path), Path(folder) / Path(path).name)
        yield loaded.__wrapped__(bundled, folder)


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

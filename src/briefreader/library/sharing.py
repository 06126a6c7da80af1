"""Annotations for other programs: gathered, with what a format cannot hold of them, and written to files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from briefreader.domain.annotation import Annotation
from briefreader.domain.document import Document, paragraph_among
from briefreader.domain.errors import ExportError
from briefreader.domain.query import Query
from briefreader.domain.shared import Shared, SharedDocument, SharedMark, SharedSource
from briefreader.domain.text import Anchor
from briefreader.i18n import _
from briefreader.interchange import Divisible, format_named
from briefreader.library import annotating, exporting
from briefreader.library.links import link
from briefreader.library.workspace import Progress, Workspace

Files: TypeAlias = tuple[tuple[str, bytes], ...]


_NOWHERE = SharedSource()


def gather(
    workspace: Workspace, ids: Sequence[str] | None, created: str, progress: Progress | None = None
) -> Shared:
    """Return the annotations of these documents in their order, or all by date, ready to be written.

    What was set on a document itself goes with them, also where nothing is marked in it.
    ``created`` is the moment of writing.
    """
    store = workspace.store
    wanted = list(ids) if ids is not None else store.ids(Query(order="oldest"))
    marked = {
        id: list(marks) for id, marks in groupby(store.annotations(wanted), key=lambda each: each.document)
    }
    told = {each.document: each for each in store.statuses(wanted)}
    chosen = [id for id in wanted if id in marked or SharedDocument(_NOWHERE, (), told[id]).says_anything]
    documents = []
    for document in store.documents(chosen):
        starts = document.paragraph_starts()
        marks = tuple(_mark(each, document, starts) for each in marked.get(document.id, ()))
        documents.append(SharedDocument(_source(document), marks, told[document.id]))
        if progress is not None:
            progress(len(documents), len(chosen), _("Gathering annotations"))
    return Shared(tuple(documents), created)


def files(shared: Shared, format: str, apart: bool = False) -> Files:
    """Return the bytes of the file under the name ""; ``apart``, those of a file for each document.

    Raises ExportError if the format has no files for each document.
    """
    chosen = format_named(format)
    if not apart:
        return (("", chosen.write(shared)),)
    if not isinstance(chosen, Divisible):
        raise ExportError(
            _("Annotations as {format} go into one file.").format(format=_(chosen.LABEL)),
            _("Name a file, not a folder."),
        )
    return chosen.write_each(shared)


def replaced(made: Files, path: Path) -> list[Path]:
    """Return the files that writing these would take the place of."""
    return [place for name, _data in made if (place := path / name if name else path).is_file()]


def save(made: Files, path: Path) -> Path:
    """Write a file, or files into a folder that is there; raise ExportError if it cannot be done.

    Each file takes the place of an earlier one only when it is complete.
    """
    for name, data in made:
        exporting.save(data, path / name if name else path)
    return path


def _source(document: Document) -> SharedSource:
    return SharedSource(
        document.id,
        document.sha256,
        document.title,
        document.outlet,
        document.author,
        document.published.value,
        document.language,
        document.url,
        link(document.id),
        document.text,
    )


def _mark(annotation: Annotation, document: Document, starts: Sequence[int]) -> SharedMark:
    """Return an annotation as it stands in the text as it is now."""
    span = annotating.place_of(annotation, document)
    if span is None:
        return SharedMark(annotation, link(document.id))
    anchor = Anchor.on(document.text, span)
    address = link(document.id, span, anchor.exact)
    paragraph = paragraph_among(starts, span.start)
    return SharedMark(replace(annotation, anchor=anchor), address, paragraph, True)

"""CSV as Readwise imports it, and as Readwise itself exports it.

Tags stand before the note, each as ``.tag`` in one word, in a line of their own; in foreign files also in the
line of the note. What stands in *Location* is the place of the passage in code points.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import replace
from io import StringIO
from itertools import islice

from briefreader.domain.annotation import COLOURS
from briefreader.domain.errors import ReadError
from briefreader.domain.shared import Carried, Incoming, Shared, SharedDocument, SharedMark, SharedSource
from briefreader.domain.spreadsheet import armed, disarmed
from briefreader.i18n import N_, _
from briefreader.interchange._told import moment, number, one_line, place, tags_of, words

NAME = "readwise"
LABEL = N_("Readwise")
SUFFIXES = (".csv",)

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
_OTHER_NAMES = {
    "book title": "title", "book author": "author", "highlighted at": "date", "source url": "url",
    "color": "colour", "colour": "colour", "tags": "tags",
}  # fmt: skip
_LONGEST = 10_000_000  # characters of a cell
_MOST = 1_000_000  # lines

_SPACES = re.compile(r"\s+")
_TAG_LINE = re.compile(r"(\.[^\s.]\S*(?: \.[^\s.]\S*)*) *(?:\n|\Z)")
_TAGS_BEFORE = re.compile(r"(?:\.[^\s.]\S*\s+)*\.[^\s.]\S*(?:\s+|\Z)")


def lost(document: SharedDocument, mark: SharedMark) -> frozenset[str]:
    """Return what Readwise has no column for."""
    annotation = mark.annotation
    told = {
        "whole": mark.whole,
        "star": annotation.starred,
        "colour": annotation.colour,
        "underline": annotation.underline,
        "tags": any(_spelled(tag) != tag for tag in annotation.tags),
        "author": annotation.author,
        "changed": annotation.changed != annotation.created,
    }
    return frozenset(name for name, is_lost in told.items() if is_lost)


def lost_of_whole(document: SharedDocument) -> frozenset[str]:
    """Return all that was set on the document: Readwise has columns for passages only."""
    told = {
        "own star": document.status.starred,
        "own tags": document.status.tags,
        "corrected": document.corrected,
    }
    return frozenset(name for name, is_lost in told.items() if is_lost)


def write(shared: Shared) -> bytes:
    """Return a line for each annotation, under the columns that Readwise knows."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for document in shared.documents:
        for mark in document.marks:
            *cells, location, date = _cells(document.source, mark)
            writer.writerow([*map(disarmed, cells), location, date])
    return out.getvalue().encode("utf-8", "replace")


def read(raw: bytes) -> Incoming:
    """Return the annotation of each line."""
    csv.field_size_limit(_LONGEST)
    try:
        reader = csv.reader(StringIO(raw.decode("utf-8-sig"), newline=""))
        rows = list(islice(reader, _MOST + 1))
    except (UnicodeDecodeError, csv.Error) as error:
        raise ReadError(_("The file is no CSV, or not in UTF-8.")) from error
    if len(rows) > _MOST:
        raise ReadError(_("The file holds too much to be read."))
    names = [_column(cell) for cell in rows[0]] if rows else []
    if "highlight" not in names:
        raise ReadError(_("The file has no column “Highlight”: it is none of Readwise."))
    told = [_carried(dict(zip(names, map(armed, row), strict=False))) for row in rows[1:] if any(row)]
    return Incoming(tuple(mark for mark in told if mark is not None), told.count(None))


# -- writing ---------------------------------------------------------------------------------------


def _cells(source: SharedSource, mark: SharedMark) -> tuple[str, ...]:
    annotation = mark.annotation
    anchor = annotation.anchor
    return (
        anchor.exact if anchor else source.title,
        source.title,
        source.author or source.outlet,
        source.url or source.link,
        _note(annotation.note, annotation.tags),
        str(anchor.span.start) if anchor else "",
        annotation.created[:19].replace("T", " "),
    )


def _note(note: str, tags: tuple[str, ...]) -> str:
    """Return the tags in a line of their own, then the note, so that both can be told apart again."""
    told = " ".join(f".{_spelled(tag)}" for tag in tags)
    if told:
        return f"{told}\n{note}" if note else told
    return f"\n{note}" if note.startswith((".", "\n")) else note


def _spelled(tag: str) -> str:
    """Return a tag in one word that does not begin with a full stop."""
    return _SPACES.sub("_", tag.strip()).lstrip(".") or "_"


# -- reading ---------------------------------------------------------------------------------------


def _column(cell: str) -> str:
    name = cell.strip().lower()
    return _OTHER_NAMES.get(name, name)


def _carried(row: Mapping[str, str]) -> Carried | None:
    """Return the annotation of a line; None if neither passage nor article is named."""
    exact = words(row.get("highlight", ""))
    title, address = one_line(row.get("title", "")), one_line(row.get("url", ""))
    ours = address.startswith("briefreader:")
    start = number(row.get("location"))
    if not (exact.strip() or (exact and start is not None)) or not (title or address):
        return None
    note, tags = _parted(words(row.get("note", "")))
    start, end = place(start, None if start is None else start + len(exact))
    author = one_line(row.get("author", ""))
    whole = start is None and one_line(exact) == title
    source = SharedSource(title=title, author=author, outlet=author)
    return Carried(
        replace(source, link=address) if ours else replace(source, url=address),
        exact="" if whole else exact,
        start=start,
        end=end,
        whole=whole,
        note=note,
        tags=tags_of([*tags, *row.get("tags", "").split(",")]),
        colour=row.get("colour", "") if row.get("colour") in COLOURS else "",
        created=moment(row.get("date", "")),
    )


def _parted(told: str) -> tuple[str, list[str]]:
    """Return a note and the tags before it."""
    if told.startswith("\n"):
        return told[1:], []
    tags = _TAG_LINE.match(told) or _TAGS_BEFORE.match(told)
    if tags is None:
        return told, []
    return told[tags.end() :], [tag[1:] for tag in tags[0].split()]

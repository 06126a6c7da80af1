"""Reads JSON Lines: each line is an object with ``text`` and, if known, more about the article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from briefreader.domain.document import Draft, Published
from briefreader.domain.errors import ReadError
from briefreader.i18n import N_, _
from briefreader.readers._decoding import Decoded, file_name, finish
from briefreader.readers._titles import clean
from briefreader.readers.text import draft

NAME, VERSION = "records", 2
LABEL = N_("JSON Lines")
SUFFIXES = (".jsonl", ".ndjson")
SEVERAL = True
"""A file holds several documents: each has the hash of its own text."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?", re.DOTALL)


def read(raw: bytes, origin: str, first: int = 1) -> Iterator[Draft]:
    """Yield a document for each line; ``first`` is the number of the first line given."""
    empty = True
    for number, line in enumerate(raw.split(b"\n"), first):
        if line.strip():
            empty = False
            yield _record(line, number, origin)
    if empty:
        raise ReadError(_("“{name}” holds no text.").format(name=file_name(origin)))


def _record(line: bytes, number: int, origin: str) -> Draft:
    name = _("{name}, line {number}").format(name=file_name(origin), number=number)
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ReadError(_("“{name}” is not a JSON object.").format(name=name)) from error
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise ReadError(_("“{name}” has no “text”.").format(name=name))
    decoded = finish(found["text"], [], name)
    made = draft(decoded, f"{file_name(origin)} {number}")
    return _told(made, found, decoded)


def _told(made: Draft, found: dict[str, Any], decoded: Decoded) -> Draft:
    """Return the draft with what the record says about it in place of what was found in the text."""
    warnings = list(made.warnings)
    published = made.published
    if given := _word(found, "published"):
        published = _published(given)
        if not published.value:
            warnings.append(_("“{given}” is not a date that Briefreader reads.").format(given=given[:40]))
            published = made.published
    title = _word(found, "title")
    return Draft(
        made.text,
        made.blocks,
        made.noise,
        title=title or made.title,
        title_how="metadata" if title else made.title_how,
        published=published,
        outlet=_word(found, "source") or made.outlet,
        author=_word(found, "author"),
        language=_word(found, "language") or made.language,
        url=_word(found, "url"),
        id=_identity(found.get("id")),
        warnings=tuple(warnings),
    )


def _word(found: dict[str, Any], key: str) -> str:
    value = found.get(key)
    return clean(value) if isinstance(value, str) else ""


def _identity(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value)


def _published(given: str) -> Published:
    match = _DATE.fullmatch(given)
    if match:
        value = "-".join(part for part in match.groups() if part)
        published = Published(value, "metadata", _("The record gives this date."))
        try:
            if published.first and published.last:
                return published
        except ValueError:
            pass
    return Published()

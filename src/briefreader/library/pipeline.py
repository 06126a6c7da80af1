"""From a source to its documents and what is found in them. Runs in workers; writes nothing."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from briefreader.domain.document import Document, Draft, Published
from briefreader.domain.errors import BriefreaderError, ReadError
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.text import canonical
from briefreader.extractors import Extractor, Reading, extractors
from briefreader.i18n import _
from briefreader.library import dating
from briefreader.readers import Reader, reader_for, readers

VERSION = 2
"""Counts the changes of what this module itself makes of a source."""

MAX_FILE = 100 * 1024 * 1024
"""Largest source that is read, in bytes."""

MOST_TOKENS = 150_000
"""Longest text in which facts are looked for, in words and marks: half a minute's work, 500 pages."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())  # in a worker nobody listens, and nothing is to reach the screen


@dataclass(frozen=True, slots=True)
class Job:
    """A source to read: a file, or one line of a file that holds a document in each.

    ``line`` is that line's number, from 1, and ``start`` and ``end`` its place in bytes; 0 stands for
    the whole file. ``published`` is the date that the caller gives to a source that states none.
    ``own_ids`` keeps the ids that the source itself gives; without it a document is known by its hash.
    """

    path: str
    line: int = 0
    start: int = 0
    end: int = 0
    published: str = ""
    own_ids: bool = False
    number: int = 0


def _versions() -> str:
    parts = [f"{reader.NAME}/{reader.VERSION}" for reader in readers()]
    parts += [f"{extractor.NAME}/{extractor.VERSION}" for extractor in extractors()]
    return " ".join([*parts, f"pipeline/{VERSION}", f"dating/{dating.VERSION}"])


ANALYSER = _versions()
"""Names and versions of everything that has a part in an analysis: a new one means to analyse again."""


def reader_version(reader: Reader) -> str:
    """Return name and version of a reader, as a document keeps them."""
    return f"{reader.NAME}/{reader.VERSION}"


def read_and_analyse(job: Job) -> list[Analysis]:
    """Return the documents of a source, each with its facts; raise ReadError if it has none."""
    reader = reader_for(job.path)
    raw = read_bytes(job.path, job.start, job.end)
    return [_analysed(document) for document in _documents(job, reader, raw)]


def analyse_again(document: Document) -> Analysis:
    """Return what is found in a document now, made from its text as it was read then."""
    made = {_too_long(), *(_not_looked_for(each) for each in extractors())}
    published = Published() if document.published.how == "inferred" else document.published
    warnings = tuple(each for each in document.warnings if each not in made)
    return _analysed(replace(document, published=published, warnings=warnings))


def read_bytes(path: str, start: int = 0, end: int = 0) -> bytes:
    """Return what a regular file holds, or a part of it; never follows a link, never waits on a pipe."""
    name = PurePath(path).name
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise ReadError(_("“{name}” is not a file.").format(name=name))
            size = (end or status.st_size) - start
            if size > MAX_FILE:
                raise ReadError(
                    _("“{name}” is larger than 100 MB.").format(name=name), _("Split it into smaller files.")
                )
            file.seek(start)
            return file.read(size)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(_("“{name}” cannot be read: {reason}.").format(name=name, reason=reason)) from error


def _documents(job: Job, reader: Reader, raw: bytes) -> Iterator[Document]:
    several = bool(getattr(reader, "SEVERAL", False))
    first = (job.line,) if several and job.line else ()
    drafts = reader.read(raw, job.path, *first)  # a reader of several documents is told where it is
    whole = hashlib.sha256(raw).hexdigest()
    try:
        for draft in drafts:
            digest = hashlib.sha256(draft.text.encode("utf-8")).hexdigest() if several else whole
            yield _document(job, reader, draft, digest)
    except (MemoryError, RecursionError) as error:
        name = PurePath(job.path).name
        raise ReadError(_("“{name}” is too large or too deeply nested to read.").format(name=name)) from error
    except BriefreaderError:
        raise
    except Exception as error:  # a parser may fail on rubbish in any way
        _log.exception("reader %s failed", reader.NAME)
        name = PurePath(job.path).name
        raise ReadError(
            _("“{name}” could not be read: its {label} is damaged.").format(name=name, label=_(reader.LABEL))
        ) from error


def _document(job: Job, reader: Reader, draft: Draft, digest: str) -> Document:
    published = draft.published
    if job.published and not published.certain:
        published = Published(job.published, "given", _("Given when the file was read."))
    warnings = draft.warnings
    if published.first and published.first > date.today():
        warnings = (*warnings, _("The date {date} lies in the future.").format(date=published.value))
    return Document(
        id=(draft.id if job.own_ids else "") or digest,
        text=draft.text,
        blocks=draft.blocks,
        noise=draft.noise,
        title=draft.title,
        title_how=draft.title_how or "made",
        published=published,
        outlet=draft.outlet,
        author=draft.author,
        language=draft.language,
        url=draft.url,
        origin=canonical(job.path),
        sha256=digest,
        reader=reader_version(reader),
        warnings=warnings,
    )


def _analysed(document: Document) -> Analysis:
    # Better a document without facts than none, which is what the time limit of a worker would leave.
    if sum(1 for _token in _TOKEN.finditer(document.text)) > MOST_TOKENS:
        return Analysis(replace(document, warnings=(*document.warnings, _too_long())))
    reading = Reading(document)
    analysis = _extracted(reading)
    if document.published.value:
        return analysis
    inferred = dating.infer(analysis)
    dated = replace(document, published=inferred)
    if not inferred.value:
        return replace(analysis, document=replace(analysis.document, published=inferred))
    # Now that there is a date, "last year" has a value: look again, but do not parse again.
    again = Reading(dated)
    vars(again).update(
        {name: value for name, value in vars(reading).items() if name in ("parse", "mentions")}
    )
    return _extracted(again)


def _extracted(reading: Reading) -> Analysis:
    """Run every extractor; one that fails must not lose the document."""
    document = reading.document
    facts: list[Fact] = []
    warnings = list(document.warnings)
    for extractor in extractors():
        try:
            facts += reading.facts(extractor)
        except Exception:  # noqa: BLE001 - an extractor that fails loses its own facts only
            _log.exception("extractor %s failed on %s", extractor.NAME, document.origin)
            warnings.append(_not_looked_for(extractor))
    return Analysis(
        replace(document, warnings=tuple(warnings)), tuple(_told(document, fact) for fact in facts)
    )


def _too_long() -> str:
    return _("The text is too long to look for facts in it.")


def _not_looked_for(extractor: Extractor) -> str:
    return _("{label} could not be looked for.").format(label=_(extractor.LABEL))


def _told(document: Document, fact: Fact) -> Fact:
    """Say on a fact that it stands in a stretch that is not part of what the article says."""
    if not document.is_noise(fact.span):
        return fact
    return replace(fact, data={**fact.data, "noise": True})

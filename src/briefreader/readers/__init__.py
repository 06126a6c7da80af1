"""Readers: a file format each, from bytes to drafts.

A module of this package that does not start with an underscore is a reader. Readers run in worker
processes: they may fail, but they never fetch anything and never run what a file holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Protocol, cast

from briefreader.domain.document import Draft
from briefreader.domain.errors import ReadError
from briefreader.i18n import _
from briefreader.plugins import discover


class Reader(Protocol):
    """What a reader module offers."""

    @property
    def NAME(self) -> str:
        """Name the format, in one word."""

    @property
    def LABEL(self) -> str:
        """Name the format for the user."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:
        """List the file endings, with the dot, in small letters."""

    @property
    def VERSION(self) -> int:
        """Count the versions of what the reader makes: a new one means that sources are read again."""

    def read(self, raw: bytes, origin: str) -> Iterator[Draft]:
        """Yield the documents in a file; raise ReadError with a sentence if there are none."""


def readers() -> tuple[Reader, ...]:
    """Return all readers."""
    return cast("tuple[Reader, ...]", discover(__name__))


def suffixes() -> frozenset[str]:
    """Return every file ending that some reader takes."""
    return frozenset(suffix for reader in readers() for suffix in reader.SUFFIXES)


def reader_for(origin: str) -> Reader:
    """Return the reader for a path; raise ReadError if no reader takes such files."""
    suffix = PurePath(origin).suffix.lower()
    for reader in readers():
        if suffix in reader.SUFFIXES:
            return reader
    raise ReadError(
        _("“{name}” is of a kind that Briefreader does not read.").format(name=PurePath(origin).name),
        _("It reads {known}.").format(known=", ".join(sorted(suffixes()))),
    )

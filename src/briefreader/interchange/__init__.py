"""Interchange: a format of annotations each, for other programs; most can be read back.

A module of this package that does not start with an underscore is a format. Writing and reading stand in
one module, because each has to undo the other. What a file holds is never run, fetched or unpacked to disk.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Protocol, cast, runtime_checkable

from briefreader.domain.errors import ExportError, ReadError
from briefreader.domain.shared import Incoming, Shared, SharedDocument, SharedMark
from briefreader.i18n import _
from briefreader.plugins import discover


class Format(Protocol):
    """What a module of a format offers."""

    @property
    def NAME(self) -> str:
        """Name the format, in one word."""

    @property
    def LABEL(self) -> str:
        """Name the format for the user."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:
        """List the endings of such files, with the dot, in small letters; the first is the usual one."""

    def lost(self, document: SharedDocument, mark: SharedMark) -> frozenset[str]:
        """Return what the format cannot hold of an annotation: names out of ``_losses.SENTENCES``."""

    def lost_of_whole(self, document: SharedDocument) -> frozenset[str]:
        """Return what it cannot hold of star, tags and corrections of a document itself, likewise."""

    def write(self, shared: Shared) -> bytes:
        """Return the file's bytes: the same annotations give the same ones."""


@runtime_checkable
class Readable(Format, Protocol):
    """A format that can be read back."""

    def read(self, raw: bytes) -> Incoming:
        """Return what a file holds; raise ReadError with a sentence if it is no such file."""


@runtime_checkable
class Divisible(Format, Protocol):
    """A format that can also be written as one file for each document."""

    def write_each(self, shared: Shared) -> tuple[tuple[str, bytes], ...]:
        """Return the name and the bytes of each file; names differ also where case does not count."""


def formats() -> tuple[Format, ...]:
    """Return all formats."""
    return cast("tuple[Format, ...]", discover(__name__))


def format_named(name: str) -> Format:
    """Return the format of a name; raise ExportError if there is none."""
    for each in formats():
        if name == each.NAME:
            return each
    known = ", ".join(each.NAME for each in formats())
    raise ExportError(
        _("Briefreader does not write annotations as “{name}”.").format(name=name),
        _("Choose one of these: {known}.").format(known=known),
    )


def readable() -> tuple[Readable, ...]:
    """Return the formats that can be read."""
    return tuple(each for each in formats() if isinstance(each, Readable))


def format_of(path: str) -> Readable:
    """Return the format of a file by its ending; raise ReadError if it cannot be read."""
    suffix = PurePath(path).suffix.lower()
    for each in readable():
        if suffix in each.SUFFIXES:
            return each
    known = ", ".join(suffix for each in readable() for suffix in each.SUFFIXES)
    raise ReadError(
        _("Annotations cannot be read from “{name}”.").format(name=PurePath(path).name),
        _("Choose a file with one of these endings: {known}.").format(known=known),
    )


def losses(format: Format, shared: Shared) -> tuple[str, ...]:
    """Return a sentence for each thing that the format cannot hold of these annotations."""
    from briefreader.interchange._losses import SENTENCES

    counted = dict.fromkeys(SENTENCES, 0)
    for document in shared.documents:
        for name in format.lost_of_whole(document):
            counted[name] += 1
        for mark in document.marks:
            for name in format.lost(document, mark):
                counted[name] += 1
    return tuple(SENTENCES[name](n) for name, n in counted.items() if n)

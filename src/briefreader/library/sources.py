"""Which files there are to read: paths and folders turned into jobs, in order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from briefreader.domain.text import canonical
from briefreader.i18n import _
from briefreader.library.pipeline import Job
from briefreader.readers import readers, suffixes


@dataclass(frozen=True, slots=True)
class Source:
    """A file that a reader takes; or, with a ``reason``, something that is passed over and why."""

    path: str
    size: int = 0
    reason: str = ""
    skipped: bool = False


def find(paths: Iterable[str | Path]) -> Iterator[Source]:
    """Yield the files that these paths stand for, in order; a folder's in order of name.

    Of folders only regular files count that a reader takes; hidden ones and links are left alone, so
    that nothing outside of the folder is read. A path that is named itself may be a link.
    """
    seen: set[str] = set()
    for path in paths:
        for source in _of(os.fspath(path)):
            real = os.path.realpath(source.path)
            if real not in seen:
                seen.add(real)
                yield source


def _of(path: str) -> Iterator[Source]:
    path = on_disk(path)
    try:
        status = Path(path).stat()
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _within(path)
    elif stat.S_ISREG(status.st_mode):
        yield Source(os.path.realpath(path) if Path(path).is_symlink() else path, status.st_size)
    else:
        yield Source(path, reason=_("“{name}” is not a file.").format(name=PurePath(path).name))


def on_disk(path: str) -> str:
    """Return the path of the file that is meant, which a list of failures may tell as ``canonical`` does.

    A name that is not UTF-8 is no text: what was noted of it is not its name. If several names are
    noted alike, the first counts; a path that means nothing comes back as it is.
    """
    parent, name = os.path.split(path)
    if not name or os.path.lexists(path):
        return path
    folder = Path(on_disk(parent))
    try:
        alike = [entry for entry in folder.iterdir() if canonical(entry.name) == name]
    except (OSError, ValueError):
        return path
    return str(min(alike)) if alike else path


def _within(folder: str) -> Iterator[Source]:
    known = suffixes()
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _within(entry.path)
        elif PurePath(entry.name).suffix.lower() in known:
            yield from _entry(entry)


def _entry(entry: os.DirEntry[str]) -> Iterator[Source]:
    """Yield what an entry of a folder is; nothing if it is gone by now."""
    try:
        status = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return
    except OSError as error:
        yield _unreadable(entry.path, error)
        return
    if stat.S_ISREG(status.st_mode):
        yield Source(entry.path, status.st_size)
    else:
        reason = _("“{name}” is a link or no regular file, and was passed over.").format(name=entry.name)
        yield Source(entry.path, reason=reason, skipped=True)


def _unreadable(path: str, error: OSError | ValueError) -> Source:
    reason = getattr(error, "strerror", None) or str(error)
    name = PurePath(path).name or path
    return Source(path, reason=_("“{name}” cannot be read: {reason}.").format(name=name, reason=reason))


def several(path: str) -> bool:
    """Tell whether such a file holds many documents, one a line."""
    suffix = PurePath(path).suffix.lower()
    return any(suffix in reader.SUFFIXES and getattr(reader, "SEVERAL", False) for reader in readers())


def jobs(source: Source, published: str = "", own_ids: bool = False) -> Iterator[Job]:
    """Yield the jobs of a file: one, or one for each line if it holds a document in each."""
    if not several(source.path):
        yield Job(source.path, published=published, own_ids=own_ids)
        return
    empty = True
    place = 0
    with Path(source.path).open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                empty = False
                yield Job(source.path, number, place, place + len(line), published, own_ids)
            place += len(line)
    if empty:
        yield Job(source.path, published=published, own_ids=own_ids)

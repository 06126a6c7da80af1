"""Writing a briefing to a file."""

from __future__ import annotations

import errno
import os
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefreader.domain.briefing import Briefing
from briefreader.domain.errors import Crashed, ExportError
from briefreader.engine import Engine
from briefreader.exporters import exporter_for
from briefreader.exporters._carried import manifest_of
from briefreader.i18n import _

__all__ = [
    "ExportReport", "Rendered", "export", "manifest_of", "now", "render", "save",
]  # fmt: skip

Rendered = tuple[bytes, tuple[str, ...]]

_PART = ".briefreader-"
_ABANDONED = 600  # seconds after which nobody writes a file any more that was begun


@dataclass(frozen=True, slots=True)
class ExportReport:
    """Where the file is, and one sentence for each thing that could not be shown as it is."""

    path: Path
    notices: tuple[str, ...] = ()


def now() -> str:
    """Return the present moment as ISO 8601 with its zone: SOURCE_DATE_EPOCH, in UTC, where that is set."""
    try:
        moment = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        moment = datetime.now().astimezone()
    return moment.isoformat(timespec="seconds")


def export(briefing: Briefing, path: Path, engine: Engine | None = None) -> ExportReport:
    """Write the briefing in the format of the path's ending.

    It is made in a worker of the engine, or here without one. A file of that name is replaced only
    when the new one is complete. Raises ExportError with a sentence if it cannot be made or written.
    """
    exporter = exporter_for(path.name)
    with _told(path):
        _check(path)
    data, notices = _run((briefing, exporter.NAME), engine)
    return save(data, path, notices)


def save(data: bytes, path: Path, notices: tuple[str, ...] = ()) -> ExportReport:
    """Write a file that was rendered before: the very bytes that the preview showed."""
    with _told(path):
        _check(path)
        _replace(path, data)
    return ExportReport(path, notices)


def render(
    briefing: Briefing,
    engine: Engine | None = None,
    format: str = "pdf",
    tick: Callable[[], object] | None = None,
) -> Rendered:
    """Return the bytes of the file and its notices; raise ExportError if it cannot be made.

    ``tick`` is called now and then while a worker is waited for; what it raises stops the worker.
    """
    return _run((briefing, exporter_for(format).NAME), engine, tick)


def _rendered(job: tuple[Briefing, str]) -> Rendered:
    """Make the file: the task that runs in a worker."""
    briefing, name = job
    return exporter_for(name).render(briefing)


def _run(
    job: tuple[Briefing, str], engine: Engine | None, tick: Callable[[], object] | None = None
) -> Rendered:
    if engine is None:
        return _rendered(job)
    for outcome in engine.map(_rendered, [job], tick):
        if isinstance(outcome.error, Crashed):
            break  # its sentence is about a file that is read
        if outcome.error is not None:
            raise outcome.error
        if outcome.value is not None:
            return outcome.value
    raise ExportError(_("The briefing was not made: the worker gave no answer."))


def _check(path: Path) -> None:
    """Refuse a place that cannot take the file before any work is done."""
    if path.is_dir():
        raise ExportError(_("“{path}” is a folder.").format(path=path), _("Give the file a name."))
    if not path.parent.is_dir():
        raise ExportError(
            _("The folder “{folder}” does not exist.").format(folder=path.parent),
            _("Choose another folder, or make this one first."),
        )


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file and put it in its place at the end: there is never half a file."""
    target = path.resolve()  # a link stays a link
    _clear(target.parent)
    earlier = _mode(target)
    fresh = target.with_name(f"{_PART}{uuid.uuid4().hex}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        # The system takes off what the user's mask forbids; asking for the mask would change it for all.
        with os.fdopen(os.open(fresh, flags, 0o666 if earlier is None else earlier), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if earlier is not None:
            fresh.chmod(earlier)
        fresh.replace(target)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise


def _clear(folder: Path) -> None:
    """Drop what was left behind by a program that was ended by force while it wrote."""
    for path in folder.glob(f"{_PART}*.part"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _ABANDONED:
                path.unlink()


def _mode(target: Path) -> int | None:
    """Return the permissions of the file that is replaced, or None if there is none."""
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    return None


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the system says into a sentence for the user."""
    full = (errno.ENOSPC, errno.EDQUOT)
    forbidden = (errno.EACCES, errno.EPERM, errno.EROFS)
    try:
        yield
    except OSError as error:
        if error.errno in full:
            message, hint = _("The disk is full."), _("Make room, or choose another disk.")
        elif error.errno in forbidden:
            message, hint = _("Writing there is not allowed."), _("Choose another folder.")
        elif error.errno == errno.ENAMETOOLONG:
            message, hint = _("The file's name is too long."), _("Choose a shorter one.")
        else:
            message, hint = _("The system says: {reason}.").format(reason=error.strerror or error), ""
        raise ExportError(
            _("“{path}” was not written. {reason}").format(path=path, reason=message), hint
        ) from error

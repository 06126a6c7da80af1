"""What to tell the user when a task did not end well: one sentence that names the item."""

from __future__ import annotations

from os import PathLike
from pathlib import PurePath

from briefreader.domain.errors import BriefreaderError, Crashed
from briefreader.i18n import _, plural


def name_of(item: object) -> str:
    """Return what the user knows an item by: the name of the file, where there is one in it."""
    if isinstance(item, (str, PathLike)):
        text = str(item)
        return PurePath(text).name or text
    for place in ("path", "origin", "name", "title"):
        if value := getattr(item, place, ""):
            return name_of(value)
    if isinstance(item, (tuple, list)) and item:
        return name_of(item[0])
    return str(item)[:80]


def fault(item: object) -> BriefreaderError:
    """Return the error for an exception that is our fault."""
    return BriefreaderError(
        _("“{name}” could not be processed because of a fault in Briefreader.").format(name=name_of(item)),
        _("The log says more."),
    )


def crash(item: object) -> BriefreaderError:
    """Return the error for a worker that ended in the middle of an item."""
    return Crashed(
        _("“{name}” made the program that reads it crash.").format(name=name_of(item)),
        _("The file may be damaged."),
    )


def overdue(item: object, seconds: float) -> BriefreaderError:
    """Return the error for an item that took too long."""
    limit = plural("{n} second", "{n} seconds", max(1, round(seconds)))
    return BriefreaderError(
        _("“{name}” took longer than {limit} and was stopped.").format(name=name_of(item), limit=limit),
        _("It may be very long or damaged."),
    )


def too_large(item: object) -> BriefreaderError:
    """Return the error for an item that needs more memory than a worker may take."""
    return BriefreaderError(
        _("“{name}” needs more memory than there is for one file.").format(name=name_of(item)),
        _("Split it into smaller files."),
    )

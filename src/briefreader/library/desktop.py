"""Making the program known to the desktop, for one user, so that links to passages open it.

The files are those of the freedesktop.org specifications for desktop entries (version 1.5) and icon themes.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from briefreader.domain.errors import BriefreaderError
from briefreader.i18n import _
from briefreader.library.links import SCHEME
from briefreader.resources import resource

_NAME = "briefreader.desktop"
_WAIT = 10  # seconds that a tool of the desktop may take
_ESCAPED = {"\\": "\\\\\\\\", '"': '\\\\"', "`": "\\\\`", "$": "\\\\$"}


def register(home: Path | None = None) -> Path:
    """Write the desktop entry and the icon for this user, and let it open links; return the entry's path.

    ``home`` is the folder that stands for ``~/.local/share``. Raise BriefreaderError if it cannot be written.
    """
    entry, icon = _entry(home), _icon(home)
    words = resource("briefreader.desktop").read_text(encoding="utf-8")
    command = " ".join(quoted(part) for part in (sys.executable, "-m", "briefreader"))
    words = words.replace("Exec=briefreader", f"Exec={command}")
    try:
        for path in (entry, icon):
            path.parent.mkdir(parents=True, exist_ok=True)
        entry.write_text(words, encoding="utf-8")
        shutil.copyfile(resource("icons/briefreader.svg"), icon)
    except OSError as error:
        raise BriefreaderError(
            _("“{path}” cannot be written: {reason}.").format(path=entry, reason=error.strerror or error)
        ) from error
    _tell(entry.parent)
    return entry


def unregister(home: Path | None = None) -> None:
    """Take away what ``register`` has written."""
    for path in (_entry(home), _icon(home)):
        with suppress(OSError):
            path.unlink(missing_ok=True)
    _tell(_entry(home).parent, default=False)


def is_registered(home: Path | None = None) -> bool:
    """Tell whether this very program is what the desktop entry of this user starts."""
    try:
        words = _entry(home).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    return f"Exec={quoted(sys.executable)} " in words


def quoted(argument: str) -> str:
    """Return an argument as a desktop entry writes it in its key Exec."""
    escaped = "".join(_ESCAPED.get(letter, letter) for letter in argument).replace("%", "%%")
    return f'"{escaped}"'


def _home(home: Path | None) -> Path:
    from platformdirs import user_data_path

    return home or user_data_path()


def _entry(home: Path | None) -> Path:
    return _home(home) / "applications" / _NAME


def _icon(home: Path | None) -> Path:
    return _home(home) / "icons" / "hicolor" / "scalable" / "apps" / "briefreader.svg"


def _tell(folder: Path, default: bool = True) -> None:
    """Let the desktop's own tools take notice, where they are there."""
    commands = [["update-desktop-database", str(folder)]]
    if default:
        commands.append(["xdg-mime", "default", _NAME, f"x-scheme-handler/{SCHEME}"])
    for command in commands:
        if tool := shutil.which(command[0]):
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run([tool, *command[1:]], capture_output=True, timeout=_WAIT, check=False)

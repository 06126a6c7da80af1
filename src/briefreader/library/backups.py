"""Backups of a workspace: one of each day with something new, the last seven, and the way back."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from briefreader.domain.errors import WorkspaceError
from briefreader.domain.query import WorkspaceCopy
from briefreader.i18n import _
from briefreader.library.workspace import SUFFIX, Workspace, made, open_workspace
from briefreader.store import copy_workspace, is_alone, look_into, open_store, replace_by, workspace_in_use

KEPT_DAYS = 7
"""Of how many days the backups are kept."""

_NAME = "%Y-%m-%d %H.%M.%S"
_BEFORE = " replaced"
_PART = ".part"
_PATIENCE = 20.0  # s that the window's own background work has to let go of the file
_AGAIN = 0.1


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: when it was made (local time), what it holds, and whether that was before a restoring."""

    when: datetime
    held: WorkspaceCopy
    before_restoring: bool


def folder_of(workspace: Path) -> Path:
    """Return where the backups of a workspace are: the user's data folder, by the workspace's place."""
    from platformdirs import user_data_path

    path = workspace.resolve()
    short = hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return user_data_path("briefreader", appauthor=False) / "backups" / f"{path.stem}-{short}"


def backups(workspace: Path) -> list[Backup]:
    """Return the backups of a workspace, the last first; a file that cannot be read is left out."""
    found = []
    for path in reversed(_files(workspace)):
        try:
            held = look_into(path)
        except (OSError, WorkspaceError):
            continue
        found.append(Backup(_when(path), held, path.stem.endswith(_BEFORE)))
    return found


def held(workspace: Path) -> WorkspaceCopy:
    """Return what a workspace holds now."""
    return look_into(workspace)


def back_up_daily(workspace: Workspace, now: datetime) -> Path | None:
    """Make a backup if there is none of today, and if anything was written since the last one."""
    mark = workspace.store.mark()
    there = backups(workspace.path)
    daily = [each for each in there if not each.before_restoring]
    if not mark or (daily and daily[0].when.date() >= now.date()):
        return None
    if there and there[0].held.mark == mark:
        return None
    return back_up(workspace.path, now)


def back_up(workspace: Path, now: datetime, before_restoring: bool = False) -> Path:
    """Make a backup, and drop those of more than KEPT_DAYS days."""
    folder = made(folder_of(workspace))
    target = _free(folder, now, _BEFORE if before_restoring else "")
    part = target.with_suffix(_PART)
    try:
        _clear(folder)
        copy_workspace(workspace, part)
        part.replace(target)
        for old in _too_old(_files(workspace)):
            old.unlink(missing_ok=True)
    except (OSError, WorkspaceError) as error:
        reason = error.strerror or str(error) if isinstance(error, OSError) else error.message
        raise WorkspaceError(
            _("The backup of the workspace cannot be written: {reason}").format(
                reason=reason.rstrip(".") + "."
            ),
            _("Make room on the disk, or allow writing to “{folder}”.").format(folder=folder),
        ) from error
    return target


def _free(folder: Path, now: datetime, sort: str) -> Path:
    """Return where a backup goes: never in the place of one that was made in the same second."""
    while (target := folder / f"{now.strftime(_NAME)}{sort}{SUFFIX}").exists():
        now += timedelta(seconds=1)
    return target


def restore(workspace: Path, backup: Path, now: datetime) -> Path:
    """Put a backup in the place of what a workspace holds; return the backup made of that before.

    Nobody may have the workspace open, this process included: others are told of by WorkspaceError.
    """
    deadline = time.monotonic() + _PATIENCE
    while not is_alone(workspace):
        if time.monotonic() > deadline:
            raise workspace_in_use(workspace)
        time.sleep(_AGAIN)
    kept = back_up(workspace, now, before_restoring=True)
    part = kept.with_suffix(_PART)
    try:
        copy_workspace(backup, part)
        open_store(part).close()  # one of an earlier version is brought up to date before it is put in place
        _forget_index(workspace)
        replace_by(workspace, part)
    finally:
        _clear(kept.parent)
    return kept


def _forget_index(workspace: Path) -> None:
    """Empty the search index: its mark says nothing of what is put in place. It is filled again after."""
    with open_workspace(workspace) as there:
        there.index.clear()


def _clear(folder: Path) -> None:
    """Drop what was left behind by a copy that was cut short."""
    for path in folder.glob(f"*{_PART}*"):
        path.unlink(missing_ok=True)


def _files(workspace: Path) -> list[Path]:
    """Return the backups' files in the order of their making."""
    ours = [path for path in folder_of(workspace).glob(f"*{SUFFIX}") if _is_dated(path)]
    return sorted(ours, key=lambda path: (_when(path), path.stem))


def _is_dated(path: Path) -> bool:
    try:
        _when(path)
    except ValueError:
        return False
    return True


def _when(path: Path) -> datetime:
    return datetime.strptime(path.stem.removesuffix(_BEFORE), _NAME)


def _too_old(files: Sequence[Path]) -> list[Path]:
    days = sorted({_when(path).date() for path in files})[-KEPT_DAYS:]
    return [path for path in files if _when(path).date() not in days]

"""Workspaces: where they are, opening one, and keeping its index in step."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, TypeAlias

from briefreader.domain.document import Document
from briefreader.domain.errors import WorkspaceError
from briefreader.domain.folding import fold
from briefreader.i18n import _
from briefreader.index import Index, open_index, reached
from briefreader.store import Store, holds, open_store

SUFFIX = ".briefreader"
"""How the name of a workspace's file ends."""

RECENT = 12
"""How many workspaces are remembered."""

_BATCH = 5_000  # documents that become searchable together
_LENGTH = 1_000_000  # code points, some tenths of a second, after which Cancel is asked for

Progress: TypeAlias = Callable[[int, int, str], None]
"""Called with how much is done, of how much, and a word on it; may raise Cancelled."""


class Workspace:
    """A workspace that is open: its store and its index. It belongs to the thread that opened it."""

    def __init__(self, path: Path, store: Store) -> None:
        self.path = path
        self.store = store
        self._index: Index | None = None

    @property
    def index(self) -> Index:
        """Return the full-text index, opened when it is first asked for."""
        if self._index is None:
            with _writable():
                self._index = open_index(index_folder(self.store.workspace))
        return self._index

    @property
    def folder(self) -> Path | None:
        """Return the folder of sources that the workspace is for, or None."""
        kept = self.store.recall("folder")
        return Path(kept) if kept else None

    def refresh_index(self, progress: Progress | None = None) -> int:
        """Bring the index up to what the store holds; return how many documents were put in.

        Stops early, to be gone on with by the next call, if another process is writing the index.
        """
        goal = self.store.mark()
        if self._index is None and self._in_step(goal):
            return 0  # a search opens the index
        index = self.index
        if index.mark > goal:  # an older copy of the workspace was put in its place
            index.clear()
        start = index.mark
        if start == goal:
            return 0
        changed = self.store.changed_since(start)
        for done in range(0, len(changed), _BATCH):
            batch = changed[done : done + _BATCH]
            documents = self.store.documents(batch)
            # Only the last batch moves the mark: cut short, all of them are simply done again.
            last = done + len(batch) == len(changed)
            with _writable():
                index.update(_told(documents, done, len(changed), progress), [], goal if last else start)
        if not changed:
            index.update((), (), goal)
        return len(changed)

    def _in_step(self, goal: int) -> bool:
        """Tell, without opening the index, whether it holds every document as the store has it."""
        start = reached(index_folder(self.store.workspace))
        return start is not None and 0 <= start <= goal and not self.store.changed_since(start)

    def close(self) -> None:
        """Let go of the files."""
        if self._index is not None:
            self._index.close()
            self._index = None
        self.store.close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@contextmanager
def _writable() -> Iterator[None]:
    """Say in a sentence that the index cannot be written, which is the disk's or the folder's doing."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise WorkspaceError(
            _("The search index cannot be written: {reason}.").format(reason=reason.rstrip(".")),
            _("Make room on the disk, or allow writing to the folder for caches."),
        ) from error


def _told(documents: Any, done: int, total: int, progress: Progress | None) -> Iterator[Document]:
    said = _("Making documents searchable")
    if progress is not None and total:
        progress(done, total, said)
    length = 0
    for n, document in enumerate(documents, done + 1):
        length += len(document.text)
        if progress is not None and (n % 50 == 0 or length > _LENGTH):
            progress(n, total, said)
            length = 0
        yield document
    if progress is not None and total:
        progress(min(total, done + _BATCH), total, said)


def open_workspace(path: Path, folder: str = "") -> Workspace:
    """Open the workspace in a file, or make it; raise WorkspaceError with a sentence if that fails.

    ``folder`` is the folder of sources that a new workspace is for.
    """
    return Workspace(path, open_store(path, folder))


def workspace_for(folder: Path) -> Path:
    """Return where the workspace of a folder of sources is kept; its own folder is made if need be."""
    from platformdirs import user_data_path

    folder = folder.resolve()
    slug = re.sub(r"[^a-z0-9]+", "-", fold(folder.name)).strip("-")[:40] or "workspace"
    short = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    home = made(user_data_path("briefreader", appauthor=False))
    return home / f"{slug}-{short}{SUFFIX}"


def made(folder: Path) -> Path:
    """Return a folder of the program's own, made if need be; raise WorkspaceError if it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise WorkspaceError(
            _("The folder “{folder}” cannot be made: {reason}.").format(folder=folder, reason=reason),
            _("Make it writable, or set XDG_DATA_HOME to a folder that is."),
        ) from error
    return folder


def index_folder(workspace: str) -> Path:
    """Return where the index of a workspace is kept, by the workspace's id."""
    from platformdirs import user_cache_path

    return user_cache_path("briefreader", appauthor=False) / "index" / workspace


def is_workspace(path: Path) -> bool:
    """Tell whether a path is, or by its name would be, a workspace."""
    if path.is_dir():
        return False
    if path.suffix.lower() == SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\0") and head[68:] == b"Brfr"


def recent() -> list[Path]:
    """Return the workspaces that were opened last and are still there, newest first."""
    try:
        kept = json.loads(_recent_path().read_text(encoding="utf-8"))
        paths = [Path(each) for each in kept if isinstance(each, str)]
    except (OSError, ValueError, TypeError):
        return []
    return [path for path in paths if path.is_file()]


def remember_recent(path: Path) -> None:
    """Put a workspace first among those that were opened last; where that cannot be kept, it is not."""
    path = path.resolve()
    paths = [path, *(each for each in recent() if each != path)][:RECENT]
    place = _recent_path()
    fresh = place.with_suffix(".new")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps([str(each) for each in paths], indent=1), encoding="utf-8")
        fresh.replace(place)


def last_workspace() -> Path | None:
    """Return the workspace that was opened last and is still there, or None."""
    return next(iter(recent()), None)


def holder(document: str, workspaces: Sequence[Path]) -> Path | None:
    """Return the first of these workspaces that has a document, or None; none of them is altered."""
    return next((path for path in workspaces if holds(path, document)), None)


def _recent_path() -> Path:
    from platformdirs import user_state_path

    return user_state_path("briefreader", appauthor=False) / "recent.json"

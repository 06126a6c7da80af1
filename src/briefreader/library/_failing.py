"""The sources that failed: which failures an import adds, and which it does away with."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from briefreader.domain.query import Failure
from briefreader.domain.text import canonical
from briefreader.library.sources import on_disk
from briefreader.store import Store


class Failures:
    """The failures that the store holds and those of one import."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._before = {failure.origin for failure in store.failures()}
        self._now: dict[str, Failure] = {}
        self._unwritten: set[str] = set()
        self._over: set[str] = set()

    def add(self, failure: Failure) -> None:
        """Note that a source failed in this import; of several failures of one, the last is kept."""
        self._now[failure.origin] = failure
        self._unwritten.add(failure.origin)

    def has(self, path: str) -> bool:
        """Tell whether a source failed in this import."""
        return canonical(path) in self._now

    def end(self, path: str) -> None:
        """Note that a source can be read."""
        origin = canonical(path)
        if origin in self._before and origin not in self._now:
            self._over.add(origin)

    def end_gone(self, roots: Iterable[Path]) -> None:
        """Note what failed within these folders and is no longer there, and folders that can be walked again.

        Nothing is taken for gone while its folder, or one above it, cannot be looked into.
        """
        folders = [canonical(str(root)) for root in roots if root.is_dir()]
        for origin in self._before:
            path = Path(origin)
            if any(folder == origin or Path(folder) in path.parents for folder in folders) and _is_over(path):
                self.end(origin)

    def write(self, added: Iterable[str] = ()) -> None:
        """Bring the store up to this; ``added`` are the origins of documents that were just put in.

        Putting in a document does away with the failure of its source, which may have others that failed.
        """
        self._unwritten |= {origin for origin in added if origin in self._now}
        if self._unwritten:
            self._store.fail([self._now[origin] for origin in sorted(self._unwritten)])
            self._unwritten.clear()
        if self._over:
            self._store.forget_failures(sorted(self._over))
            self._before -= self._over
            self._over.clear()


def failure_of(path: str, reason: str) -> Failure:
    """Return the failure of a source now; the name of a file, which the reason tells, may be no text."""
    when = datetime.now(UTC).isoformat(timespec="seconds")
    return Failure(canonical(path), canonical(reason), when)


def _is_over(path: Path) -> bool:
    """Tell whether a source is a folder, which would have failed again, or is not there."""
    try:
        return stat.S_ISDIR(Path(on_disk(str(path))).stat(follow_symlinks=False).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False

"""Bringing articles into a workspace: what is already there is left alone, what fails is noted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Protocol

from briefreader.domain.changes import Changes
from briefreader.domain.document import Document
from briefreader.domain.errors import Conflict, ReadError
from briefreader.domain.fact import Analysis
from briefreader.domain.query import Failure
from briefreader.domain.text import canonical
from briefreader.engine import Engine
from briefreader.i18n import _
from briefreader.library._failing import Failures, failure_of
from briefreader.library.pipeline import ANALYSER, MAX_FILE, Job, read_and_analyse, read_bytes, reader_version
from briefreader.library.sources import Source, find, jobs, several
from briefreader.library.succeeding import Carried, Succession, carry_over, note_copies
from briefreader.readers import reader_for
from briefreader.store import Store

Progress = Callable[[int, int, str], None]
"""Called with how much is done, of how much, and a word on it; may raise Cancelled."""

_MOST = 16  # documents written together, at most: a fsync costs about as much as reading one
_LENGTH = 500_000
_TRIES = 3
_IN_PART = ", in part"  # said of a file of several documents of which some could not be read


class Place(Protocol):
    """Where documents go: a workspace."""

    @property
    def store(self) -> Store:
        """Return the store."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the paths: ids of documents, paths already known, failures, what was passed over."""

    added: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()
    skipped: tuple[Failure, ...] = ()
    changes: Changes = field(default_factory=Changes)
    succeeded: tuple[Succession, ...] = ()


def import_paths(
    workspace: Place,
    paths: Iterable[str | Path],
    engine: Engine,
    progress: Progress | None = None,
    carried: Callable[[Carried], object] | None = None,
) -> ImportReport:
    """Read files and folders into a workspace; the index is for the caller to refresh.

    A file whose bytes were read before by the same versions is known and not read again. Of a file that
    has changed, the new document takes the place of the old one, with all that a person made of it.
    If ``progress`` raises Cancelled, what was done stays. ``carried`` is told of what was carried over to
    newer versions as soon as that is stored, however the import ends.
    """
    return _Import(workspace.store, engine, progress or _silent, carried or _ignored).run(paths)


def _silent(_done: int, _total: int, _note: str) -> None:
    """Report nothing."""


def _ignored(_carried: Carried) -> None:
    """Do nothing with it."""


class _Import:
    """One import under way."""

    def __init__(
        self, store: Store, engine: Engine, progress: Progress, carried: Callable[[Carried], object]
    ) -> None:
        self._store = store
        self._engine = engine
        self._progress = progress
        self._carried = carried
        self._added: list[str] = []
        self._known: list[str] = []
        self._failed: list[Failure] = []
        self._skipped: list[Failure] = []
        self._changes = Changes()
        self._batch: list[Analysis] = []
        self._failures = Failures(store)
        self._twins: dict[str, list[str]] = {}  # paths with the same bytes as one that is to be read
        self._size = 1
        self._succeeded: list[Succession] = []
        self._hashes: dict[str, str] = {}
        self._left: dict[str, int] = {}  # jobs left of each file that holds several documents
        self._marks: dict[str, str] = {}

    def run(self, paths: Iterable[str | Path]) -> ImportReport:
        """Do all of it."""
        todo = self._todo(paths)
        total = len(todo)
        try:
            note = ""
            done = 0

            def tick() -> None:  # Cancel does not wait for the file that is being read
                self._progress(done, total, note)

            # The type of a generator is not told by the port, which promises an iterator.
            with closing(self._engine.map(read_and_analyse, todo, tick)) as outcomes:  # type: ignore[type-var]
                for done, outcome in enumerate(outcomes, 1):
                    self._take(outcome.item, outcome.value, outcome.error)
                    note = canonical(PurePath(outcome.item.path).name)
                    self._progress(done, total, note)
        finally:
            self._write()
        return ImportReport(
            tuple(self._added),
            tuple(self._known),
            tuple(self._failed),
            tuple(self._skipped),
            self._changes,
            tuple(self._succeeded),
        )

    def _todo(self, paths: Iterable[str | Path]) -> list[Job]:
        """Return what is to be read: not what is known."""
        todo: list[Job] = []
        seen: dict[str, str] = {}
        roots = [Path(path).absolute() for path in paths]
        for count, source in enumerate(find(roots)):
            if count % 100 == 0:
                self._progress(0, 0, _("Looking for articles"))
            if source.reason:
                self._note(source, source.reason)
                continue
            try:
                mark = self._hashes[source.path] = self._mark(source)
                if mark in seen:
                    self._known.append(source.path)
                    self._twins.setdefault(seen[mark], []).append(source.path)
                    continue
                if self._is_known(source, mark):
                    self._known.append(source.path)
                    continue
                fresh = list(jobs(source))
            except (ReadError, OSError) as error:
                self._note(source, str(error))
                continue
            seen[mark] = source.path
            if several(source.path):
                self._left[source.path] = len(fresh)
                self._marks[source.path] = mark
            todo += fresh
        self._failures.end_gone(roots)
        note_copies(self._store, self._hashes)
        return todo

    def _note(self, source: Source, reason: str) -> None:
        failure = failure_of(source.path, reason)
        if source.skipped:
            self._skipped.append(failure)
        else:
            self._failed.append(failure)
            self._failures.add(failure)

    def _mark(self, source: Source) -> str:
        """Return the hash of a file's bytes; of one that is too large to be read, nothing but its path."""
        if source.size > MAX_FILE:
            return source.path
        return hashlib.sha256(read_bytes(source.path)).hexdigest()

    def _is_known(self, source: Source, mark: str) -> bool:
        """Tell whether a file was read before; if all of it could be, it is no failure any longer."""
        version = reader_version(reader_for(source.path))
        if several(source.path):
            said = self._store.recall(f"read {mark}")
            known, whole = said.startswith(f"{version} {ANALYSER}"), not said.endswith(_IN_PART)
        else:
            known, whole = self._store.known(mark, version, ANALYSER), True
        if known and whole:
            self._failures.end(source.path)
        return known

    def _take(self, job: Job, analyses: list[Analysis] | None, error: Exception | None) -> None:
        if error is not None:
            failure = failure_of(job.path, str(error))
            self._failed.append(failure)
            self._failures.add(failure)
        elif job.path not in self._left:
            for path in (job.path, *self._twins.get(job.path, ())):
                self._failures.end(path)
        self._batch += analyses or ()
        if job.path in self._left:
            self._left[job.path] -= 1
        length = sum(len(each.document.text) for each in self._batch)
        if len(self._batch) >= self._size or length > _LENGTH:
            self._write()
            self._size = min(2 * self._size, _MOST)

    def _write(self) -> None:
        """Put in what is ready, with the failures; a file of several documents is known when all are in."""
        origins = [each.document.origin for each in self._batch]
        if self._batch:
            fresh = [each.document for each in self._batch]
            carried = self._put_in(fresh)
            self._added += [each.id for each in fresh]
            self._batch = []
            self._succeeded += carried.told
            self._carried(carried)
        for path in [path for path, left in self._left.items() if not left]:
            del self._left[path]
            self._failures.end(path)
            version = reader_version(reader_for(path))
            part = _IN_PART if self._failures.has(path) else ""
            self._store.remember(f"read {self._marks[path]}", f"{version} {ANALYSER}{part}")
        self._failures.write(origins)

    def _put_in(self, fresh: Sequence[Document]) -> Carried:
        """Put in what is ready, with all that is carried over to it in the same transaction."""
        for left in reversed(range(_TRIES)):
            carried = carry_over(self._store, fresh)
            kept = [Analysis(document) for document in carried.kept]
            try:
                edits = (*carried.edits, *carried.left)
                self._changes |= self._store.add([*kept, *self._batch], ANALYSER, edits)
                return carried
            except Conflict:  # somebody is at work on these marks: look at them again
                if not left:
                    raise
        raise AssertionError

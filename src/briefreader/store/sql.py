"""The store in one SQLite file, by way of SQLAlchemy Core."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError

from briefreader.domain.annotation import Annotation, Discarded, Edits, Status, Tagged
from briefreader.domain.changes import Changes
from briefreader.domain.decision import Decision
from briefreader.domain.document import Document
from briefreader.domain.errors import WorkspaceError
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.outline import Exported, Outline
from briefreader.domain.query import Counts, Failure, Query, Row
from briefreader.i18n import _
from briefreader.store import (
    _briefings,
    _counting,
    _editing,
    _filters,
    _migrating,
    _reading,
    _records,
    _sqlite,
    _succeeding,
    _writing,
)
from briefreader.store.tables import (
    SCHEMA,
    clock,
    documents,
    kept,
    listing,
    passages,
    sources,
)

_PAGE = 200  # documents read at once where all are asked for
_MANY = 2_000  # from here on it is quicker to read the whole list and leave out what was not found


class SqliteStore:
    """The store of a workspace. Use it only in the thread that opened it."""

    def __init__(self, path: Path, folder: str = "") -> None:
        self._path = Path(path)
        self._engine = _sqlite.connect(self._path)
        self._listed: tuple[tuple[int, Query], list[str]] | None = None
        self._seen = 0  # the mark of the last write that is known here
        self._others = False
        with self._plainly():
            if not self._path.parent.is_dir():
                gone = _("The folder of the workspace “{name}” is not there.").format(name=self._path.name)
                raise WorkspaceError(gone, _("Make the folder, or choose another place."))
            self._connection = self._engine.connect()
            try:
                self._prepare(folder)
            except BaseException:
                self._connection.close()
                raise

    # --- opening and transactions

    def _prepare(self, folder: str) -> None:
        with self._connection.begin():
            number, blank = _sqlite.schema_number(self._connection), _sqlite.is_blank(self._connection)
            ours = _sqlite.is_ours(self._connection)
        if blank and not number:
            self._make(folder)
        elif not ours:
            raise WorkspaceError(
                _("“{name}” is not a Briefreader workspace.").format(name=self._path.name),
                _("Choose a file that ends in .briefreader."),
            )
        elif number > SCHEMA:
            raise WorkspaceError(
                _("The workspace “{name}” was made by a newer Briefreader.").format(name=self._path.name),
                _("Install the newest version to open it."),
            )
        elif number < SCHEMA:
            _sqlite.copy_to(self._connection, _migrating.aside(self._path, number))
            with self._write() as connection:
                _migrating.migrate(connection)
        self._workspace = self.recall("workspace")
        self._seen = self.mark()

    def _make(self, folder: str) -> None:
        with self._write() as connection:
            if not _sqlite.is_blank(connection):  # another process was quicker
                return
            _migrating.make(connection, folder)

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """Say in a plain sentence what the database reports, where it is not our fault."""
        try:
            yield
        except DBAPIError as error:
            explained = _sqlite.explained(error.orig or error, self._path)
            if explained is None:
                raise
            raise explained from error

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with self._plainly(), self._connection.begin():
            yield self._connection

    @contextmanager
    def _write(self, durable: bool = True) -> Iterator[Connection]:
        with self._plainly():
            _sqlite.set_durable(self._connection, durable)
            self._connection.execution_options(writes=True)
            try:
                with self._connection.begin():
                    yield self._connection
            finally:
                self._connection.execution_options(writes=False)

    def _tick(self, connection: Connection) -> int:
        before = int(connection.execute(select(clock.c.mark)).scalar_one())
        self._others, self._seen = self._others or before != self._seen, before + 1
        connection.execute(update(clock).values(mark=self._seen))
        return self._seen

    # --- lists

    @property
    def workspace(self) -> str:
        """Return the workspace's own id."""
        return self._workspace

    def ids(self, query: Query, among: Sequence[str] | None = None, limit: int = 0) -> list[str]:
        """Return the ids that the query takes, in its order; with a limit, the first of them."""
        ranked = among is not None and query.order == "relevance"
        if among is None or len(among) > _MANY:
            found = self._all_ids(query, limit if among is None else 0)
        else:
            found = self._ids(query, among, 0 if ranked else limit)
        if ranked or len(among or ()) > _MANY:
            found = _both(among or (), found) if ranked else _both(found, among or ())
        return found[:limit] if limit else found

    def _all_ids(self, query: Query, limit: int) -> list[str]:
        """Return the ids without regard to words, from the last time if nothing was written since."""
        key = self.mark(), replace(query, words="")
        if self._listed is None or self._listed[0] != key:
            found = self._ids(query, None, limit)
            if limit or len(found) < _MANY:
                return found
            self._listed = key, found
        return list(self._listed[1])

    def _ids(self, query: Query, among: Sequence[str] | None, limit: int) -> list[str]:
        wanted = select(listing.c.id).where(_filters.within_time(query), _filters.but_time(query))
        wanted = wanted.where(_filters.within(among)).order_by(*_filters.ordering(query.order))
        with self._read() as connection:
            return list(connection.scalars(wanted.limit(limit) if limit else wanted))

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """Return what a list shows of these documents."""
        with self._read() as connection:
            return _reading.rows(connection, ids)

    def counts(self, query: Query, among: Sequence[str] | None = None) -> Counts:
        """Return how many documents there are of each sort."""
        with self._read() as connection:
            return _counting.counts(connection, query, among)

    # --- documents and facts

    def document(self, id: str) -> Document | None:
        """Return a document as the user has it, or None."""
        return next(iter(self._documents([id])), None)

    def documents(self, ids: Sequence[str] | None = None) -> Iterator[Document]:
        """Yield these documents, or every document, without holding them all."""
        if ids is not None:
            for start in range(0, len(ids), _PAGE):
                yield from self._documents(ids[start : start + _PAGE])
            return
        last = 0
        while True:
            page = (
                select(listing.c.n, listing.c.id).where(listing.c.n > last).order_by(listing.c.n).limit(_PAGE)
            )
            with self._read() as connection:
                found = connection.execute(page).all()
            if not found:
                return
            yield from self._documents([row.id for row in found])
            last = found[-1].n

    def _documents(self, ids: Sequence[str]) -> list[Document]:
        with self._read() as connection:
            return _reading.documents_of(connection, ids)

    def known(self, sha256: str, reader: str, analyser: str) -> bool:
        """Tell whether a source with these bytes was already read and analysed by these versions."""
        same = (documents.c.sha256 == sha256, documents.c.reader == reader, documents.c.analyser == analyser)
        there = select(documents.c.n).join(listing, listing.c.n == documents.c.n)
        with self._read() as connection:
            return connection.execute(there.where(*same).limit(1)).first() is not None

    def count_stale(self, analyser: str) -> int:
        """Return how many documents were analysed by other versions than these."""
        wanted = select(func.count()).select_from(documents.join(listing, listing.c.n == documents.c.n))
        wanted = wanted.where(documents.c.analyser != analyser)
        with self._read() as connection:
            return int(connection.execute(wanted).scalar() or 0)

    def stale(self, analyser: str) -> Iterator[Document]:
        """Yield the documents that were analysed by other versions than these, as the machine had them."""
        last = 0
        while True:
            with self._read() as connection:
                found = _reading.stale(connection, analyser, last, _PAGE)
            if not found:
                return
            yield from map(_records.document_of, found)
            last = found[-1].n

    def facts(self, documents: Sequence[str], kinds: Collection[str] = (), limit: int = 0) -> list[Fact]:
        """Return the facts of these documents, by document and place; with a limit, the best."""
        with self._read() as connection:
            return _reading.facts(connection, documents, kinds, limit)

    # --- importing

    def add(self, analyses: Sequence[Analysis], analyser: str, edits: Edits = ()) -> Changes:
        """Put in documents and their facts, in place of earlier analyses of them, and carry out edits."""
        with self._write(durable=bool(edits)) as connection:
            mark = self._tick(connection)
            _writing.add(connection, analyses, analyser, mark)
            changes = _editing.apply(connection, edits, mark)
        return changes | Changes(documents=frozenset(analysis.document.id for analysis in analyses))

    def fail(self, failures: Sequence[Failure]) -> None:
        """Remember sources that could not be read, in place of earlier failures of the same."""
        with self._write(durable=False) as connection:
            self._tick(connection)
            _writing.fail(connection, failures)

    def failures(self) -> list[Failure]:
        """Return the sources that could not be read."""
        wanted = select(sources).where(sources.c.reason != "").order_by(sources.c.origin)
        with self._read() as connection:
            return [Failure(row.origin, row.reason, row.when) for row in connection.execute(wanted)]

    def forget_failures(self, origins: Sequence[str]) -> None:
        """Drop the failures of these sources."""
        if not origins:
            return
        with self._write(durable=False) as connection:
            self._tick(connection)
            _writing.forget_failures(connection, origins)

    # --- versions of a document

    def from_origin(self, origin: str) -> list[Document]:
        """Return the documents that came from a source."""
        with self._read() as connection:
            return _reading.documents_of(connection, _succeeding.from_origin(connection, origin))

    def as_read(self, id: str) -> Document | None:
        """Return a document as its reader made it, even one that was replaced."""
        with self._read() as connection:
            return _reading.as_read(connection, id)

    def successors(self, documents: Sequence[str]) -> dict[str, str]:
        """Return which document stands in the place of each of these now; those that stand are left out."""
        with self._read() as connection:
            return _succeeding.successors(connection, documents)

    def predecessors(self, documents: Sequence[str]) -> dict[str, str]:
        """Return the documents whose place these have taken, each with the one that stands there now."""
        with self._read() as connection:
            return _succeeding.predecessors(connection, documents)

    def forget_replaced(self, before: str) -> None:
        """Drop the documents that were replaced before a moment and on which nothing rests."""
        with self._write() as connection:
            if _succeeding.forget(connection, before):
                self._tick(connection)

    # --- what a person makes

    def annotation(self, id: str) -> Annotation | None:
        """Return an annotation."""
        with self._read() as connection:
            row = connection.execute(select(passages).where(passages.c.id == id)).first()
        return None if row is None else _records.annotation_of(row)

    def annotations(self, documents: Sequence[str] | None = None) -> list[Annotation]:
        """Return the annotations of these documents, or all, by document and place."""
        with self._read() as connection:
            return _editing.marked(connection, documents)

    def discarded(self) -> list[Discarded]:
        """Return the annotations that were removed and are still kept, the last first."""
        with self._read() as connection:
            return _editing.removed(connection)

    def forget_discarded(self, before: str = "", ids: Sequence[str] | None = None) -> None:
        """Drop the annotations that were removed before a moment, or these, or all of them."""
        with self._write() as connection:
            if _editing.forget(connection, before, ids):
                self._tick(connection)

    def tagged(self, tag: str = "") -> Tagged:
        """Return the annotations and statuses that have a tag, or any tag at all."""
        with self._read() as connection:
            return _editing.tagged(connection, tag)

    def statuses(self, documents: Sequence[str]) -> list[Status]:
        """Return the state of each of these documents: a blank one where nothing was set."""
        with self._read() as connection:
            return _editing.set_on(connection, documents)

    def decisions(self, documents: Sequence[str] | None = None) -> list[Decision]:
        """Return what a person decided, oldest first; with documents, on passages of these."""
        with self._read() as connection:
            return _editing.decided(connection, documents)

    def briefings(self, ids: Sequence[str] | None = None) -> list[Outline]:
        """Return the briefings in the making, or these of them, oldest first."""
        with self._read() as connection:
            return _briefings.made(connection, ids)

    def keep_export(self, exported: Exported) -> None:
        """Note that a briefing was exported."""
        with self._write() as connection:
            self._tick(connection)  # or no backup would be made of it
            _briefings.keep(connection, exported)

    def exports(self, briefing: str) -> list[Exported]:
        """Return the exports of a briefing, the last first."""
        with self._read() as connection:
            return _briefings.history(connection, briefing)

    def apply(self, edits: Edits) -> Changes:
        """Carry out edits in one transaction, all or none; raise Conflict if a record has changed."""
        with self._write() as connection:
            return _editing.apply(connection, edits, self._tick(connection))

    def remember(self, key: str, value: str) -> None:
        """Keep a small value with the workspace, such as the reading position."""
        # Many a minute: so none waits for the disk, and none has the lists made anew.
        with self._write(durable=False) as connection:
            connection.execute(delete(kept).where(kept.c.key == key))
            connection.execute(insert(kept), {"key": key, "value": value})

    def recall(self, key: str) -> str:
        """Return a value kept by ``remember``, or an empty string."""
        with self._read() as connection:
            found: Any = connection.execute(select(kept.c.value).where(kept.c.key == key)).scalar()
        return found or ""

    # --- following

    def mark(self) -> int:
        """Return a number that grows with every write, by whichever process."""
        with self._read() as connection:
            return int(connection.execute(select(func.max(clock.c.mark))).scalar_one())

    def others_wrote(self) -> bool:
        """Tell whether somebody else has written since this was asked last, or since the store was opened."""
        before, self._seen = self._seen, self.mark()
        found, self._others = self._others or before != self._seen, False
        return found

    def evidence(self) -> str:
        """Return a digest of all that a comparison of the sources rests on."""
        with self._read() as connection:
            return _reading.evidence(connection)

    def changed_since(self, mark: int) -> list[str]:
        """Return the ids of the documents whose text, title or outlet was written after a mark."""
        wanted = select(listing.c.id).where(listing.c.changed > mark).order_by(listing.c.changed, listing.c.n)
        with self._read() as connection:
            return list(connection.scalars(wanted))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._engine.dispose()


def _both(ordered: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return what is in both, in the order of the first."""
    taken = set(others)
    return [id for id in ordered if id in taken]

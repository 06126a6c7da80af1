"""Importing: the two bulk paths, documents and facts, by the driver's own statements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Insert, delete, func, insert, select, update

from briefreader.domain.fact import Analysis
from briefreader.domain.query import Failure
from briefreader.store import _records
from briefreader.store._listing import refresh
from briefreader.store._sqlite import is_among
from briefreader.store._succeeding import revive
from briefreader.store.tables import documents, facts, sources, texts


def add(connection: Connection, analyses: Sequence[Analysis], analyser: str, mark: int) -> None:
    """Put documents and facts in place of earlier ones with the same ids."""
    latest = {analysis.document.id: analysis for analysis in analyses}
    ids = list(latest)
    there = select(documents.c.id).where(is_among(documents.c.id, ids))
    again = [row[0] for row in connection.execute(there)]
    revive(connection, ids)
    if again:  # what hangs on a document goes with it
        connection.execute(delete(documents).where(is_among(documents.c.id, again)))
    first = 1 + (connection.execute(select(func.max(documents.c.n))).scalar() or 0)
    numbered = list(enumerate(latest.values(), first))
    _bulk(
        connection,
        insert(documents),
        [(n, *_records.document_row(each.document, analyser)) for n, each in numbered],
    )
    _bulk(connection, insert(texts), [_records.text_row(n, each.document) for n, each in numbered])
    _bulk(
        connection, insert(facts), [row for n, each in numbered for row in _records.fact_rows(n, each.facts)]
    )
    refresh(connection, ids, mark)
    _note_sources(
        connection,
        {a.document.origin: (a.document.sha256, "", "") for a in latest.values() if a.document.origin},
    )


def fail(connection: Connection, failures: Sequence[Failure]) -> None:
    """Note sources that could not be read; what was read from them before is still known by its bytes."""
    there = select(sources.c.origin, sources.c.sha256)
    there = there.where(is_among(sources.c.origin, [each.origin for each in failures]))
    read = {row.origin: row.sha256 for row in connection.execute(there)}
    noted = {each.origin: (read.get(each.origin, ""), each.reason, each.when) for each in failures}
    _note_sources(connection, noted)


def forget_failures(connection: Connection, origins: Sequence[str]) -> None:
    """Take away the notes of sources that could not be read; those of sources that were read stay."""
    failed = (sources.c.reason != "", is_among(sources.c.origin, origins))
    connection.execute(delete(sources).where(*failed, sources.c.sha256 == ""))
    connection.execute(update(sources).where(*failed).values(reason="", when=""))


def _note_sources(connection: Connection, noted: dict[str, tuple[str, str, str]]) -> None:
    if not noted:
        return
    connection.execute(delete(sources).where(is_among(sources.c.origin, list(noted))))
    _bulk(connection, insert(sources), [(origin, *rest) for origin, rest in noted.items()])


def _bulk(connection: Connection, statement: Insert, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows that have a value for each column, past the query builder, which takes thrice as long."""
    if rows:
        connection.exec_driver_sql(str(statement.compile(dialect=connection.dialect)), list(rows))

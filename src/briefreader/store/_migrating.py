"""Making a workspace, and bringing an older one up to the schema of now, a copy of it put aside before."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, insert, text

from briefreader.store import _sqlite
from briefreader.store.tables import SCHEMA, briefings, clock, decisions, discarded, exports, kept, tables


def _add_decisions(connection: Connection) -> None:
    decisions.create(connection, checkfirst=True)


def _add_underlines_and_discarded(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE annotations ADD COLUMN underline TEXT NOT NULL DEFAULT ''"))
    discarded.create(connection, checkfirst=True)


def _add_briefings(connection: Connection) -> None:
    briefings.create(connection, checkfirst=True)
    exports.create(connection, checkfirst=True)


STEPS: dict[int, Callable[[Connection], None]] = {
    1: _add_decisions,
    2: _add_underlines_and_discarded,
    3: _add_briefings,
}
"""What leads from each schema number to the next. A step only adds: what a person made is never touched."""


def make(connection: Connection, folder: str) -> None:
    """Make the tables of a new workspace for this folder, within a writing transaction."""
    tables.create_all(connection, checkfirst=False)
    connection.execute(insert(clock), {"id": 1, "mark": 0})
    start = {"workspace": str(uuid.uuid4()), "folder": folder}
    connection.execute(insert(kept), [{"key": key, "value": value} for key, value in start.items()])
    _sqlite.stamp(connection, SCHEMA)


def aside(path: Path, number: int) -> Path:
    """Return where the copy of a workspace with this schema number is put before it is altered."""
    return path.with_name(f"{path.stem}.schema-{number}.bak")


def migrate(connection: Connection) -> None:
    """Take every step that is missing, within one writing transaction."""
    for step in range(_sqlite.schema_number(connection), SCHEMA):
        STEPS[step](connection)
    _sqlite.stamp(connection, SCHEMA)

"""Bringing an older workspace up to the schema of now, with a copy of it put aside before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, text

from briefreader.store import _sqlite
from briefreader.store.tables import SCHEMA, decisions, discarded


def _add_decisions(connection: Connection) -> None:
    decisions.create(connection, checkfirst=True)


def _add_underlines_and_discarded(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE annotations ADD COLUMN underline TEXT NOT NULL DEFAULT ''"))
    discarded.create(connection, checkfirst=True)


STEPS: dict[int, Callable[[Connection], None]] = {1: _add_decisions, 2: _add_underlines_and_discarded}
"""What leads from each schema number to the next. A step only adds: what a person made is never touched."""


def aside(path: Path, number: int) -> Path:
    """Return where the copy of a workspace with this schema number is put before it is altered."""
    return path.with_name(f"{path.stem}.schema-{number}.bak")


def migrate(connection: Connection) -> None:
    """Take every step that is missing, within one writing transaction."""
    for step in range(_sqlite.schema_number(connection), SCHEMA):
        STEPS[step](connection)
    _sqlite.stamp(connection, SCHEMA)

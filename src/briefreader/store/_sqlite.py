"""All that is particular to SQLite: the driver, its pragmas, and one clause."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Engine,
    TableValuedAlias,
    create_engine,
    event,
    func,
    literal,
    select,
)
from sqlalchemy.pool import NullPool

from briefreader.domain.errors import MissingPart, WorkspaceError
from briefreader.i18n import N_, _

NEEDED = (3, 51, 3)
"""Earlier versions can corrupt a file in WAL mode when two connections meet in a checkpoint."""

APPLICATION = int.from_bytes(b"Brfr", "big")
"""Written into the head of the file, so that it is known for a workspace."""

SUCCESSOR_OF = "successor of "
REPLACED_ON = "replaced on "
"""Begins the key of a small value that names the document which took the place of an older one."""

BUSY_MS = 15_000
"""How long a statement waits for another process that is writing."""


def connect(path: Path) -> Engine:
    """Return an engine for the file; nothing is opened yet."""
    import pysqlite3.dbapi2

    driver: Any = pysqlite3.dbapi2

    if driver.sqlite_version_info < NEEDED:
        raise MissingPart(
            _("SQLite {version} is too old.").format(version=driver.sqlite_version),
            _("Install the package pysqlite3 0.6.1 or newer."),
        )
    engine = create_engine(
        URL.create("sqlite", database=str(path)),  # in a text, "?", "%" and "#" would mean something
        module=driver,
        poolclass=NullPool,
        connect_args={"timeout": BUSY_MS / 1000},
        hide_parameters=True,  # what people read and write is not for an error report
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, record: object) -> None:
    connection.isolation_level = None  # else the driver begins and commits behind our back
    for pragma in (f"busy_timeout={BUSY_MS}", "foreign_keys=ON", "cache_size=-8000", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}").close()
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    filled = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application == APPLICATION or not filled:  # another program's file is left as it is
        connection.execute("PRAGMA journal_mode=WAL").close()
        connection.execute("PRAGMA journal_size_limit=67108864").close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    # A reader that turns into a writer can be refused in the middle; one that starts as a writer waits.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def set_durable(connection: Connection, durable: bool) -> None:
    """Choose, outside a transaction, whether each commit waits until it is on the disk.

    Either way a crash leaves a whole database; without it, a power cut can take the last commits.
    """
    driver: Any = connection.connection.dbapi_connection  # a statement of the engine would begin one
    driver.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}").close()


def copy_to(connection: Connection, path: Path) -> None:
    """Write a whole copy of the database, outside a transaction; one that is there already stays."""
    if path.exists():
        return
    driver: Any = connection.connection.dbapi_connection
    driver.execute("VACUUM INTO ?", (str(path),)).close()


def schema_number(connection: Connection) -> int:
    """Return the number of the file's schema; 0 for a new file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def is_blank(connection: Connection) -> bool:
    """Tell whether the file holds nothing yet."""
    return not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()


def is_ours(connection: Connection) -> bool:
    """Tell whether the file is a workspace rather than another program's database."""
    return bool(connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION)


def stamp(connection: Connection, number: int) -> None:
    """Write the schema number and the sign of a workspace, within the transaction."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version={number}")


def holds(path: Path, document: str) -> bool:
    """Tell whether a workspace has a document, or a newer version of it; False for what cannot be read."""
    import pysqlite3.dbapi2

    driver: Any = pysqlite3.dbapi2
    try:
        connection = driver.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=1)
        try:
            asked = "SELECT 1 FROM documents WHERE id = ? UNION SELECT 1 FROM kept WHERE key = ?"
            found = connection.execute(asked, (document, SUCCESSOR_OF + document)).fetchone()
        finally:
            connection.close()
    except driver.Error:
        return False
    return found is not None


def is_among(column: ColumnElement[str], ids: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that a column is one of many values, given as one parameter."""
    return column.in_(select(many(ids).c.value))


def many(ids: Sequence[str]) -> TableValuedAlias:
    """Return values, given as one parameter, as a table with the column ``value``."""
    return func.json_each(literal(json.dumps(list(ids)))).table_valued("value")


_SENTENCES = (
    (
        "not a database",
        N_("“{name}” is not a Briefreader workspace."),
        N_("Choose a file that ends in .briefreader."),
    ),
    (
        "malformed",
        N_("The workspace “{name}” is damaged."),
        N_("Open a copy of it, or import the sources again."),
    ),
    (
        "readonly",
        N_("The workspace “{name}” cannot be written."),
        N_("Allow writing to the file and its folder."),
    ),
    (
        "read-only",
        N_("The workspace “{name}” cannot be written."),
        N_("Allow writing to the file and its folder."),
    ),
    (
        "unable to open",
        N_("The workspace “{name}” cannot be opened."),
        N_("Check that its folder exists and is yours."),
    ),
    (
        "is full",
        N_("The disk with the workspace “{name}” is full."),
        N_("Make room on it; nothing was lost."),
    ),
    (
        "locked",
        N_("Another program is busy with the workspace “{name}”."),
        N_("Try again in a moment."),
    ),
    (
        "busy",
        N_("Another program is busy with the workspace “{name}”."),
        N_("Try again in a moment."),
    ),
    (
        "disk i/o error",
        N_("The disk with the workspace “{name}” cannot be read or written."),
        N_("Check the disk."),
    ),
)
"""What SQLite says, and what we say instead: a sentence and what to do about it."""


def explained(error: BaseException, path: Path) -> WorkspaceError | None:
    """Return the plain sentence for what the database says, or None if it is a fault of ours."""
    said = str(error).lower()
    for sign, message, hint in _SENTENCES:
        if sign in said:
            return WorkspaceError(_(message).format(name=path.name), _(hint))
    return None

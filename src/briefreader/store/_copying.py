"""Whole copies of a workspace's file: making one, looking into one, putting one in its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from briefreader.domain.errors import WorkspaceError
from briefreader.domain.query import WorkspaceCopy
from briefreader.i18n import _
from briefreader.store._sqlite import BUSY_MS, explained

_HELD = (
    "SELECT (SELECT max(mark) FROM clock), (SELECT count(*) FROM listing), (SELECT count(*) FROM annotations)"
)


def copy(path: Path, target: Path) -> None:
    """Write a whole copy of a workspace, which others may read and write meanwhile."""
    with _opened(path, "mode=ro") as connection:
        connection.execute("VACUUM INTO ?", (str(target),)).close()


def look_into(path: Path) -> WorkspaceCopy:
    """Return what a copy, or a workspace itself, holds; nothing in the file is altered."""
    with _opened(path, "mode=ro") as connection:
        mark, articles, marks = connection.execute(_HELD).fetchone()
    return WorkspaceCopy(path, path.stat().st_size, mark, articles, marks)


def is_alone(path: Path) -> bool:
    """Tell whether nobody has the workspace open, in this process or another."""
    with _opened(path, "mode=rw", wait=0) as connection:
        return _take(connection)


def replace_by(path: Path, source: Path) -> None:
    """Put the content of a copy in the place of a workspace's own, all or nothing.

    Raises WorkspaceError if the copy is damaged, or if anybody has the workspace open.
    """
    with _opened(source, "mode=ro&immutable=1") as taken:
        if taken.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise WorkspaceError(_("The backup “{name}” is damaged.").format(name=source.name))
        with _opened(path, "mode=rw", wait=0) as connection:
            if not _take(connection):
                raise in_use(path)
            taken.backup(connection)


def in_use(path: Path) -> WorkspaceError:
    """Return what is said when somebody else has the workspace open."""
    return WorkspaceError(
        _("Another program has the workspace “{name}” open.").format(name=path.name),
        _("Close it there, then try again; nothing was changed."),
    )


def _take(connection: Any) -> bool:
    """Take the file for this connection alone; False if another one is there."""
    connection.execute("PRAGMA locking_mode=EXCLUSIVE").close()
    try:  # only the last connection can leave the journal that lets others read and write meanwhile
        connection.execute("PRAGMA journal_mode=DELETE").close()
        connection.execute("BEGIN EXCLUSIVE").close()
        connection.execute("COMMIT").close()
    except connection.OperationalError as error:
        if "locked" not in str(error) and "busy" not in str(error):
            raise
        return False
    return True


@contextmanager
def _opened(path: Path, how: str, wait: float = BUSY_MS / 1000) -> Iterator[Any]:
    """Open a file for the driver's own statements; what the database says comes in a plain sentence."""
    import pysqlite3.dbapi2

    driver: Any = pysqlite3.dbapi2
    try:
        connection = driver.connect(
            f"{path.resolve().as_uri()}?{how}", uri=True, timeout=wait, isolation_level=None
        )
        try:
            yield connection
        finally:
            connection.close()
    except driver.Error as error:
        said = explained(error, path)
        if said is None:
            raise
        raise said from error

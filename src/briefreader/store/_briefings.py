"""Briefings in the making, and the record of their exports, as rows and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, literal_column, select

from briefreader.domain.outline import Exported, Outline
from briefreader.store._sqlite import is_among
from briefreader.store.tables import briefings, exports


def outline_row(outline: Outline) -> dict[str, object]:
    """Return the row of a briefing."""
    return {
        "id": outline.id,
        "title": outline.title,
        "outline": msgspec.json.encode(outline).decode(),
        "created": outline.created,
        "changed": outline.changed,
        "revision": outline.revision,
    }


def outline_of(row: Any) -> Outline:
    """Return the briefing of a row; what was not known when it was written is as is usual."""
    return msgspec.json.decode(row.outline, type=Outline)


def made(connection: Connection, ids: Sequence[str] | None) -> list[Outline]:
    """Return the briefings, or these of them, oldest first."""
    wanted = select(briefings).order_by(briefings.c.created, briefings.c.id)
    if ids is not None:
        wanted = wanted.where(is_among(briefings.c.id, ids))
    return [outline_of(row) for row in connection.execute(wanted)]


def keep(connection: Connection, exported: Exported) -> None:
    """Note that a briefing was exported."""
    connection.execute(insert(exports), asdict(exported))


def history(connection: Connection, briefing: str) -> list[Exported]:
    """Return the exports of a briefing, the last first: in the order in which they were kept.

    Their times do not tell: several may have the same (SOURCE_DATE_EPOCH), or one of another zone.
    """
    wanted = select(exports).where(exports.c.briefing == briefing)
    rows = connection.execute(wanted.order_by(literal_column("rowid").desc()))
    return [Exported(**row._mapping) for row in rows]

"""Documents whose place a newer version has taken: no list shows them, what still rests on them is kept.

Which took whose place stands among the small values, so that it outlives the documents themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select, update

from briefreader.store._sqlite import SUCCESSOR_OF, is_among
from briefreader.store.tables import briefings, decisions, documents, kept, listing, passages, sources


def from_origin(connection: Connection, origin: str) -> list[str]:
    """Return the documents that came from a source when it was last read."""
    bytes_then = select(sources.c.sha256).where(sources.c.origin == origin).scalar_subquery()
    wanted = select(documents.c.id).where(documents.c.sha256 == bytes_then, documents.c.origin == origin)
    return list(connection.scalars(wanted))


def succeed(connection: Connection, old: str, new: str) -> None:
    """Note that a document has taken the place of another, which goes if nothing rests on it."""
    connection.execute(delete(kept).where(kept.c.key.in_((SUCCESSOR_OF + old, SUCCESSOR_OF + new))))
    earlier = (kept.c.key.startswith(SUCCESSOR_OF, autoescape=True), kept.c.value == old)
    connection.execute(update(kept).where(*earlier).values(value=new))
    connection.execute(insert(kept), {"key": SUCCESSOR_OF + old, "value": new})
    connection.execute(delete(listing).where(listing.c.id == old))
    rests = (
        select(passages.c.id).where(passages.c.document == old),
        select(decisions.c.id).where(decisions.c.passages.contains(f'"{old}"', autoescape=True)),
        select(briefings.c.id).where(briefings.c.outline.contains(f'"{old}"', autoescape=True)),
    )
    if not any(connection.execute(each.limit(1)).first() for each in rests):
        connection.execute(delete(documents).where(documents.c.id == old))


def revive(connection: Connection, ids: Sequence[str]) -> None:
    """Note that these documents are there again in their own right."""
    connection.execute(delete(kept).where(is_among(kept.c.key, [SUCCESSOR_OF + id for id in ids])))


def successors(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return which document has taken the place of each of these; those that stand are left out."""
    wanted = select(kept.c.key, kept.c.value).where(is_among(kept.c.key, [SUCCESSOR_OF + id for id in ids]))
    return {row.key.removeprefix(SUCCESSOR_OF): row.value for row in connection.execute(wanted)}


def predecessors(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return the documents whose place these have taken, each with the one that took it."""
    told = (kept.c.key.startswith(SUCCESSOR_OF, autoescape=True), is_among(kept.c.value, ids))
    found = connection.execute(select(kept.c.key, kept.c.value).where(*told).order_by(kept.c.key))
    return {row.key.removeprefix(SUCCESSOR_OF): row.value for row in found}

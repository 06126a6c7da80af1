"""Documents whose place a newer version has taken: no list shows them, what still rests on them is kept.

Which took whose place, and when, stands among the small values, so that it outlives the documents themselves.
Each is noted with the one that took its place then: so the last version can be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select

from briefreader.domain.annotation import Edits, Replaced
from briefreader.domain.changes import Changes
from briefreader.domain.errors import Conflict
from briefreader.i18n import _
from briefreader.store._sqlite import REPLACED_ON, SUCCESSOR_OF, is_among
from briefreader.store.tables import briefings, decisions, documents, kept, passages, sources


def from_origin(connection: Connection, origin: str) -> list[str]:
    """Return the documents that came from a source when it was last read."""
    bytes_then = select(sources.c.sha256).where(sources.c.origin == origin).scalar_subquery()
    wanted = select(documents.c.id).where(documents.c.sha256 == bytes_then, documents.c.origin == origin)
    return list(connection.scalars(wanted))


def carry_out(connection: Connection, edits: Edits) -> Changes:
    """Carry out edits that let documents take the place of others, or give it back."""
    changes = Changes()
    for edit in edits:
        if isinstance(edit.before, Replaced):
            _give_back(connection, edit.before)
            changes |= Changes(documents=frozenset({edit.before.document, edit.before.by}))
        if isinstance(edit.after, Replaced):
            _replace(connection, edit.after)
            changes |= Changes(documents=frozenset({edit.after.by}), gone=frozenset({edit.after.document}))
    return changes


def _replace(connection: Connection, replaced: Replaced) -> None:
    old, new = replaced.document, replaced.by
    revive(connection, [old, new])
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    told = [(SUCCESSOR_OF + old, new), (REPLACED_ON + old, now)]
    connection.execute(insert(kept), [{"key": key, "value": value} for key, value in told])


def _give_back(connection: Connection, replaced: Replaced) -> None:
    there = select(documents.c.n).where(documents.c.id == replaced.document)
    if connection.execute(there).first() is None:
        raise Conflict(
            _("The earlier version of this article is no longer kept."),
            _("Its marks stay with the version that is there."),
        )
    if _direct(connection, [replaced.document]).get(replaced.document) != replaced.by:
        raise Conflict(_("Another version of this article has come in."), _("Look at it again."))
    revive(connection, [replaced.document])


def forget(connection: Connection, before: str) -> int:
    """Drop the documents that were replaced before a moment and on which nothing rests; tell how many."""
    old = (kept.c.key.startswith(REPLACED_ON, autoescape=True), kept.c.value < before)
    ids = [key.removeprefix(REPLACED_ON) for key in connection.scalars(select(kept.c.key).where(*old))]
    loose = [id for id in ids if not _carries(connection, id)]
    connection.execute(delete(documents).where(is_among(documents.c.id, loose)))
    connection.execute(delete(kept).where(is_among(kept.c.key, [REPLACED_ON + id for id in loose])))
    return len(loose)


def _carries(connection: Connection, id: str) -> bool:
    """Tell whether anything that a person made rests on a document."""
    rests = (
        select(passages.c.id).where(passages.c.document == id),
        select(decisions.c.id).where(decisions.c.passages.contains(f'"{id}"', autoescape=True)),
        select(briefings.c.id).where(briefings.c.outline.contains(f'"{id}"', autoescape=True)),
    )
    return any(connection.execute(each.limit(1)).first() for each in rests)


def revive(connection: Connection, ids: Sequence[str]) -> None:
    """Note that these documents are there again in their own right."""
    keys = [prefix + id for id in ids for prefix in (SUCCESSOR_OF, REPLACED_ON)]
    connection.execute(delete(kept).where(is_among(kept.c.key, keys)))


def successors(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return which document stands in the place of each of these now; those that stand are left out."""
    found = _direct(connection, ids)
    further = found
    while further:  # what took a place may have been replaced itself; never by what it replaced
        further = _direct(connection, list(set(found.values())))
        found = {id: further.get(by, by) for id, by in found.items()}
    return found


def predecessors(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return the documents whose place these have taken, each with the one that stands there now."""
    found: dict[str, str] = {}
    asked = {id: id for id in ids}
    while asked:
        told = (kept.c.key.startswith(SUCCESSOR_OF, autoescape=True), is_among(kept.c.value, list(asked)))
        rows = connection.execute(select(kept.c.key, kept.c.value).where(*told).order_by(kept.c.key)).all()
        asked = {row.key.removeprefix(SUCCESSOR_OF): asked[row.value] for row in rows}
        found |= asked
    return found


def _direct(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    wanted = select(kept.c.key, kept.c.value).where(is_among(kept.c.key, [SUCCESSOR_OF + id for id in ids]))
    return {row.key.removeprefix(SUCCESSOR_OF): row.value for row in connection.execute(wanted)}

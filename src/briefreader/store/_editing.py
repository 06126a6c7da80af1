"""Edits of what a person made: each is carried out only if nobody was there before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, insert, select, true

from briefreader.domain.annotation import Annotation, Discarded, Edit, Edits, Record, Status
from briefreader.domain.changes import Changes
from briefreader.domain.decision import Decision
from briefreader.domain.errors import Conflict
from briefreader.i18n import _
from briefreader.store import _listing, _records
from briefreader.store._sqlite import is_among
from briefreader.store.tables import decisions, discarded, passages, statuses


def apply(connection: Connection, edits: Edits, mark: int) -> Changes:
    """Carry out the edits within a writing transaction; raise Conflict to have it taken back."""
    changes = Changes()
    for edit in edits:
        changes |= _carry_out(connection, edit)
    listed = {
        record.document
        for edit in edits
        for record in (edit.before, edit.after)  # a mark may be put on another document
        if record is not None and not isinstance(record, Decision)
    }
    if listed:  # a list shows nothing of a decision
        _listing.refresh(connection, sorted(listed), mark)
    return changes


def _carry_out(connection: Connection, edit: Edit) -> Changes:
    record = edit.after or edit.before
    if record is None:
        return Changes()
    stored, before, after = _stored(connection, record), _some(edit.before), _some(edit.after)
    if stored != before:
        raise _conflict(before, stored)
    kept = _KEPT[type(record)]
    if stored is not None:
        connection.execute(delete(kept.table).where(kept.key == record.id))
    if after is not None:
        connection.execute(insert(kept.table), kept.row(after))
    if isinstance(record, Annotation):
        _discard(connection, stored, after)
    was = kept.changes(edit.before) if edit.before is not None else Changes()
    return was | kept.changes(record) | Changes(corrected=frozenset(_corrected(record, stored, after)))


def marked(connection: Connection, documents: Sequence[str] | None) -> list[Annotation]:
    """Return the annotations of these documents, or all, by document and place."""
    wanted = select(passages).order_by(passages.c.document, passages.c.start, passages.c.end, passages.c.id)
    if documents is not None:
        wanted = wanted.where(is_among(passages.c.document, documents))
    found = [_records.annotation_of(row) for row in connection.execute(wanted)]
    if documents is None:
        return found
    position = {id: n for n, id in enumerate(documents)}
    return sorted(found, key=lambda annotation: position[annotation.document])


def removed(connection: Connection) -> list[Discarded]:
    """Return the annotations that were removed and are still kept, the last first."""
    wanted = select(discarded).order_by(discarded.c.when.desc(), discarded.c.id)
    return [_records.discarded_of(row) for row in connection.execute(wanted)]


def forget(connection: Connection, before: str) -> int:
    """Drop those that were removed before a moment, or all for ""; return how many there were."""
    old = discarded.c.when < before if before else true()
    return int(connection.execute(delete(discarded).where(old)).rowcount)


def _discard(connection: Connection, stored: Record | None, after: Record | None) -> None:
    """Keep an annotation that is removed; one that comes back is no longer among them."""
    if isinstance(stored, Annotation) and after is None:
        when = datetime.now(UTC).replace(microsecond=0).isoformat()
        connection.execute(insert(discarded), _records.discarded_row(stored, when))
    elif isinstance(after, Annotation) and stored is None:
        connection.execute(delete(discarded).where(discarded.c.id == after.id))


def _corrected(record: Record, before: Record | None, after: Record | None) -> Iterator[str]:
    """Yield the document if the edit gives it another title, outlet or date."""
    if isinstance(record, Status):
        old, new = (
            (each.title, each.outlet, each.published) if isinstance(each, Status) else ("", "", "")
            for each in (before, after)
        )
        if old != new:
            yield record.document


@dataclass(frozen=True, slots=True)
class _Kept:
    """How one kind of record is kept: its table and key, the way to a row and back, what it touches."""

    table: Table
    key: Column[Any]
    row: Callable[[Any], dict[str, object]]
    record: Callable[[Any], Record]
    changes: Callable[[Any], Changes]


_KEPT: dict[type, _Kept] = {
    Annotation: _Kept(
        passages,
        passages.c.id,
        _records.annotation_row,
        _records.annotation_of,
        lambda record: Changes(annotations=frozenset({record.id}), statuses=frozenset({record.document})),
    ),
    Status: _Kept(
        statuses,
        statuses.c.document,
        _records.status_row,
        _records.status_of,
        lambda record: Changes(statuses=frozenset({record.document})),
    ),
    Decision: _Kept(
        decisions,
        decisions.c.id,
        _records.decision_row,
        _records.decision_of,
        lambda record: Changes(decisions=frozenset({record.id})),
    ),
}


def _stored(connection: Connection, record: Record) -> Record | None:
    kept = _KEPT[type(record)]
    row = connection.execute(select(kept.table).where(kept.key == record.id)).first()
    return None if row is None else kept.record(row)


def _some(record: Record | None) -> Record | None:
    """Return the record, or None for a status that says nothing: there is no row for that."""
    return None if isinstance(record, Status) and record == Status(record.document) else record


def _conflict(before: Record | None, stored: Record | None) -> Conflict:
    if before is None:
        return Conflict(_("This was already added."), _("Reload to see it."))
    if stored is None:
        return Conflict(_("This was removed in another window."), _("Add it again if you still want it."))
    return Conflict(_("This was changed in another window."), _("Look at it again, then change it."))

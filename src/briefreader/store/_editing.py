"""Edits of what a person made: each is carried out only if nobody was there before."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from briefreader.domain.annotation import Annotation, Edit, Edits, Record, Status
from briefreader.domain.changes import Changes
from briefreader.domain.errors import Conflict
from briefreader.i18n import _
from briefreader.store import _listing, _records
from briefreader.store.tables import passages, statuses


def apply(connection: Connection, edits: Edits, mark: int) -> Changes:
    """Carry out the edits within a writing transaction; raise Conflict to have it taken back."""
    changes = Changes()
    for edit in edits:
        changes |= _carry_out(connection, edit)
    _listing.refresh(connection, sorted({edit.document for edit in edits}), mark)
    return changes


def _carry_out(connection: Connection, edit: Edit) -> Changes:
    record = edit.after or edit.before
    if record is None:
        return Changes()
    stored, before, after = _stored(connection, record), _some(edit.before), _some(edit.after)
    if stored != before:
        raise _conflict(before, stored)
    table, key = (passages, "id") if isinstance(record, Annotation) else (statuses, "document")
    if stored is not None:
        connection.execute(delete(table).where(table.c[key] == record.id))
    if isinstance(after, Annotation):
        connection.execute(insert(table), _records.annotation_row(after))
    elif after is not None:
        connection.execute(insert(table), _records.status_row(after))
    if isinstance(record, Annotation):
        return Changes(annotations=frozenset({record.id}), statuses=frozenset({record.document}))
    return Changes(statuses=frozenset({record.document}))


def _stored(connection: Connection, record: Record) -> Record | None:
    if isinstance(record, Annotation):
        row = connection.execute(select(passages).where(passages.c.id == record.id)).first()
        return None if row is None else _records.annotation_of(row)
    row = connection.execute(select(statuses).where(statuses.c.document == record.document)).first()
    return None if row is None else _records.status_of(row)


def _some(record: Record | None) -> Record | None:
    """Return the record, or None for a status that says nothing: there is no row for that."""
    return None if isinstance(record, Status) and record == Status(record.document) else record


def _conflict(before: Record | None, stored: Record | None) -> Conflict:
    if before is None:
        return Conflict(_("This was already added."), _("Reload to see it."))
    if stored is None:
        return Conflict(_("This was removed in another window."), _("Add it again if you still want it."))
    return Conflict(_("This was changed in another window."), _("Look at it again, then change it."))

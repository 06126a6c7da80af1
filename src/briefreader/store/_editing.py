"""Edits of what a person made: each is carried out only if nobody was there before."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

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
    table, key = (passages, "id") if isinstance(record, Annotation) else (statuses, "document")
    stored = connection.execute(select(table.c.revision).where(table.c[key] == record.id)).scalar()
    expected = None if edit.before is None else edit.before.revision
    if stored is None and isinstance(edit.before, Status) and not edit.before.revision:
        expected = None  # a blank status stands for none
    if stored != expected:
        raise _conflict(edit, stored)
    _write(connection, table, key, stored, edit.after, record.id)
    if isinstance(record, Annotation):
        return Changes(annotations=frozenset({record.id}), statuses=frozenset({record.document}))
    return Changes(statuses=frozenset({record.document}))


def _write(
    connection: Connection, table: Table, key: str, stored: int | None, after: Record | None, id: str
) -> None:
    if after is None:
        connection.execute(delete(table).where(table.c[key] == id))
        return
    if stored is not None and after.revision <= stored:
        raise ValueError(f"the revision of an edit must grow: {stored} → {after.revision}")
    row: dict[str, Any] = (
        _records.annotation_row(after) if isinstance(after, Annotation) else _records.status_row(after)
    )
    if stored is None:
        connection.execute(insert(table), row)
    else:
        connection.execute(update(table).where(table.c[key] == id).values(row))


def _conflict(edit: Edit, stored: int | None) -> Conflict:
    if edit.before is None:
        return Conflict(_("This was already added."), _("Reload to see it."))
    if stored is None:
        return Conflict(_("This was removed in another window."), _("Add it again if you still want it."))
    return Conflict(_("This was changed in another window."), _("Look at it again, then change it."))

"""Edits of what a person made: each is carried out only if nobody was there before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, insert, select, true

from briefreader.domain.annotation import Annotation, Discarded, Edits, Record, Replaced, Status, Tagged
from briefreader.domain.changes import Changes
from briefreader.domain.decision import Decision
from briefreader.domain.errors import Conflict
from briefreader.domain.outline import Outline
from briefreader.i18n import _
from briefreader.store import _briefings, _listing, _records, _succeeding
from briefreader.store._sqlite import is_among
from briefreader.store.tables import briefings, decisions, discarded, passages, statuses


def apply(connection: Connection, edits: Edits, mark: int) -> Changes:
    """Carry out the edits within a writing transaction; raise Conflict to have it taken back.

    What is stored is read once and written once, so that a tag of thousands of passages is soon renamed.
    """
    changes, listed = Changes(), set()
    replaced = [edit for edit in edits if isinstance(edit.after or edit.before, Replaced)]
    for kind, kept in _KEPT.items():
        own = [edit for edit in edits if isinstance(edit.after or edit.before, kind)]
        if not own:
            continue
        changes |= _carry_out(connection, own, kept)
        if kind not in (Decision, Outline):  # a list shows nothing of these
            listed |= {record.document for record in _records_of(own)}
    if replaced:
        moved = _succeeding.carry_out(connection, replaced)
        changes |= moved
        listed |= moved.documents | moved.gone
    if listed:
        _listing.refresh(connection, sorted(listed), mark)
    return changes


def _records_of(edits: Edits) -> Iterator[Record]:
    """Yield what each edit begins and ends with: a mark may be put on another document."""
    for edit in edits:
        yield from (record for record in (edit.before, edit.after) if record is not None)


def _carry_out(connection: Connection, edits: Edits, kept: _Kept) -> Changes:
    """Carry out edits of one kind of record, one after another, each on what the last has left."""
    ids = list(dict.fromkeys(record.id for record in _records_of(edits)))
    there = select(kept.table).where(is_among(kept.key, ids))
    stored = {record.id: record for record in map(kept.record, connection.execute(there))}
    now: dict[str, Record] = dict(stored)
    gone: dict[str, Record] = {}
    corrected: set[str] = set()
    for edit in edits:
        before, after = _some(edit.before), _some(edit.after)
        record = edit.after or edit.before
        assert record is not None
        found = now.pop(record.id, None)
        if found != before:
            raise _conflict(before, found)
        if after is not None:
            now[after.id] = after
        elif found is not None:
            gone[found.id] = found
        corrected.update(_corrected(record, found, after))
    if stored:
        connection.execute(delete(kept.table).where(is_among(kept.key, list(stored))))
    if now:
        connection.execute(insert(kept.table), [kept.row(record) for record in now.values()])
    _discard(connection, gone, now)
    return kept.changes(list(_records_of(edits))) | Changes(corrected=frozenset(corrected))


def marked(connection: Connection, documents: Sequence[str] | None) -> list[Annotation]:
    """Return the annotations of these documents, or all, by document and place."""
    wanted = select(passages).order_by(passages.c.document, passages.c.start, passages.c.end, passages.c.id)
    if documents is not None:
        wanted = wanted.where(is_among(passages.c.document, documents))
    found = [_records.annotation_of(row) for row in connection.execute(wanted).fetchall()]
    if documents is None or len(documents) == 1:
        return found
    position = {id: n for n, id in enumerate(documents)}
    return sorted(found, key=lambda annotation: position[annotation.document])


def removed(connection: Connection) -> list[Discarded]:
    """Return the annotations that were removed and are still kept, the last first."""
    wanted = select(discarded).order_by(discarded.c.when.desc(), discarded.c.id)
    return [_records.discarded_of(row) for row in connection.execute(wanted)]


def forget(connection: Connection, before: str, ids: Sequence[str] | None) -> int:
    """Drop those removed before a moment (any for ""), all or of these ids; return how many there were."""
    old = discarded.c.when < before if before else true()
    meant = true() if ids is None else is_among(discarded.c.id, ids)
    return int(connection.execute(delete(discarded).where(old, meant)).rowcount)


def tagged(connection: Connection, tag: str) -> Tagged:
    """Return the annotations and statuses that have a tag, or any tag at all for ""."""

    def having(table: Table) -> list[Any]:
        rows = connection.execute(
            select(table).where(table.c.tags != "").order_by(table.primary_key.columns[0])
        )
        return [row for row in rows if not tag or tag in _records.unpacked(row.tags)]

    return Tagged(
        tuple(map(_records.annotation_of, having(passages))), tuple(map(_records.status_of, having(statuses)))
    )


def set_on(connection: Connection, documents: Sequence[str]) -> list[Status]:
    """Return the state of each of these documents: a blank one where nothing was set."""
    wanted = select(statuses).where(is_among(statuses.c.document, documents))
    found = {row.document: _records.status_of(row) for row in connection.execute(wanted)}
    return [found.get(id) or Status(id) for id in documents]


def decided(connection: Connection, documents: Sequence[str] | None) -> list[Decision]:
    """Return what a person decided, oldest first; with documents, on passages of these."""
    wanted = select(decisions).order_by(decisions.c.created, decisions.c.id)
    if documents is not None:
        wanted = wanted.where(is_among(decisions.c.document, documents))
    return [_records.decision_of(row) for row in connection.execute(wanted)]


def _discard(connection: Connection, gone: Mapping[str, Record], now: Mapping[str, Record]) -> None:
    """Keep annotations that were removed; those that are there are not among them, or no longer."""
    there = [id for id, each in now.items() if isinstance(each, Annotation)]
    if there:
        connection.execute(delete(discarded).where(is_among(discarded.c.id, there)))
    when = datetime.now(UTC).replace(microsecond=0).isoformat()
    kept = [each for id, each in gone.items() if id not in now and isinstance(each, Annotation)]
    if kept:
        connection.execute(insert(discarded), [_records.discarded_row(each, when) for each in kept])


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
    """Returns what the edits of some records touch."""


_KEPT: dict[type, _Kept] = {
    Annotation: _Kept(
        passages,
        passages.c.id,
        _records.annotation_row,
        _records.annotation_of,
        lambda records: Changes(
            annotations=frozenset(each.id for each in records),
            statuses=frozenset(each.document for each in records),
        ),
    ),
    Status: _Kept(
        statuses,
        statuses.c.document,
        _records.status_row,
        _records.status_of,
        lambda records: Changes(statuses=frozenset(each.document for each in records)),
    ),
    Decision: _Kept(
        decisions,
        decisions.c.id,
        _records.decision_row,
        _records.decision_of,
        lambda records: Changes(decisions=frozenset(each.id for each in records)),
    ),
    Outline: _Kept(
        briefings,
        briefings.c.id,
        _briefings.outline_row,
        _briefings.outline_of,
        lambda records: Changes(briefings=frozenset(each.id for each in records)),
    ),
}


def _some(record: Record | None) -> Record | None:
    """Return the record, or None for a status that says nothing: there is no row for that."""
    return None if isinstance(record, Status) and record == Status(record.document) else record


def _conflict(before: Record | None, stored: Record | None) -> Conflict:
    if before is None:
        return Conflict(_("This was already added."), _("Reload to see it."))
    if stored is None:
        return Conflict(_("This was removed in another window."), _("Add it again if you still want it."))
    return Conflict(_("This was changed in another window."), _("Look at it again, then change it."))

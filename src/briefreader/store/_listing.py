"""The listing: one row for each document, made from what the machine found and the user set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, case, delete, func, insert, or_, select

from briefreader.domain.document import Published
from briefreader.domain.folding import fold
from briefreader.store._records import unpacked
from briefreader.store._sqlite import is_among
from briefreader.store._succeeding import successors
from briefreader.store.tables import documents, listing, listing_tags, passages, statuses


def refresh(connection: Connection, ids: Sequence[str], mark: int) -> None:
    """Make the listing's rows of these documents anew, within the writing transaction.

    ``mark`` is noted as the time of the change for documents whose title or outlet is other than
    before; rows that were not there are new and so changed.
    """
    replaced = successors(connection, ids)
    found = [
        row
        for row in connection.execute(select(documents).where(is_among(documents.c.id, ids)))
        if row.id not in replaced
    ]
    before = {row.id: row for row in connection.execute(select(listing).where(is_among(listing.c.id, ids)))}
    set_by_user = {
        row.document: row
        for row in connection.execute(select(statuses).where(is_among(statuses.c.document, ids)))
    }
    marked = _marks(connection, ids)
    rows, tags = [], []
    for row in found:
        status = set_by_user.get(row.id)
        own = marked.get(row.id, _Marked())
        made = _row(row, status, own)
        old = before.get(row.id)
        same = old is not None and (old.title, old.outlet) == (made["title"], made["outlet"])
        made["changed"] = old.changed if old is not None and same else mark
        rows.append(made)
        tags += [{"n": row.n, "tag": tag} for tag in _tags(status, own)]
    ns = [row.n for row in before.values()]
    if ns:
        connection.execute(delete(listing_tags).where(listing_tags.c.n.in_(_chunk(connection, ids))))
        connection.execute(delete(listing).where(is_among(listing.c.id, ids)))
    if rows:
        connection.execute(insert(listing), rows)
    if tags:
        connection.execute(insert(listing_tags), tags)


def _chunk(connection: Connection, ids: Sequence[str]) -> Any:
    return select(listing.c.n).where(is_among(listing.c.id, ids))


@dataclass(slots=True)
class _Marked:
    """What the marks of a document come to."""

    marks: int = 0
    stars: int = 0
    notes: int = 0
    highlights: int = 0
    tags: set[str] = field(default_factory=set)


def _marks(connection: Connection, ids: Sequence[str]) -> dict[str, _Marked]:
    """Count the marks of documents in the database: a long report can have thousands of them."""
    here = is_among(passages.c.document, ids)
    coloured = or_(passages.c.colour != "", passages.c.underline != "")
    counted = select(
        passages.c.document,
        func.count(),
        *(
            func.sum(case((told, 1), else_=0))
            for told in (passages.c.starred, passages.c.note != "", coloured)
        ),
    )
    found = {
        document: _Marked(*numbers)
        for document, *numbers in connection.execute(counted.where(here).group_by(passages.c.document))
    }
    tagged = select(passages.c.document, passages.c.tags).distinct().where(here, passages.c.tags != "")
    for document, tags in connection.execute(tagged):
        found[document].tags.update(unpacked(tags))
    return found


def _tags(status: Any, marked: _Marked) -> set[str]:
    own = unpacked(status.tags) if status is not None else []
    return {*own, *marked.tags} - {""}


def _row(found: Any, status: Any, marked: _Marked) -> dict[str, object]:
    title = (status and status.title) or found.title
    published, how = found.published, found.published_how
    if status and dated(status.published):
        published, how = status.published, "user"
    first, last = limits(published)
    return {
        "n": found.n,
        "id": found.id,
        "title": title,
        "title_how": "user" if status and status.title else found.title_how,
        "title_key": fold(title),
        "outlet": (status and status.outlet) or found.outlet,
        "published": published if first else "",
        "published_how": how if first else "none",
        "first": first,
        "last": last,
        "undated": int(not first),
        "unread": int(not (status and status.read)),
        "starred": int(bool(status and status.starred)),
        "annotated": int(bool(marked.marks)),
        "stars": marked.stars,
        "notes": marked.notes,
        "highlights": marked.highlights,
    }


def dated(value: str) -> bool:
    """Tell whether a value is a date that can be used."""
    return bool(limits(value)[0])


def limits(value: str) -> tuple[str, str]:
    """Return the first and last day that a date can mean, or two empty strings if it is none."""
    published = Published(value)
    try:
        first, last = published.first, published.last
    except ValueError:
        return "", ""
    return (first.isoformat(), last.isoformat()) if first and last else ("", "")

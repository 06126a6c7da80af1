"""Counts for the source list and the histogram: two passes over one index, and no join."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, func, select

from briefreader.domain.query import Counts, Query
from briefreader.store import _filters
from briefreader.store.tables import listing, listing_tags


def counts(connection: Connection, query: Query, among: Sequence[str] | None) -> Counts:
    """Return the counts of a query."""
    found = _filters.within(among)
    in_time = (found, _filters.within_time(query))
    by_outlet = connection.execute(
        select(
            listing.c.outlet,
            func.count(),
            func.sum(listing.c.unread),
            func.sum(listing.c.starred),
            func.sum(listing.c.annotated),
        )
        .where(*in_time)
        .group_by(listing.c.outlet)
    ).all()
    days = dict(_days(connection, found, _filters.but_time(query)))
    undated = days.pop("", 0)
    return Counts(
        all=sum(row[1] for row in by_outlet),
        unread=sum(row[2] for row in by_outlet),
        starred=sum(row[3] for row in by_outlet),
        annotated=sum(row[4] for row in by_outlet),
        undated=undated,
        outlets={row[0]: row[1] for row in by_outlet},
        tags=_tags(connection, *in_time),
        days=days,
    )


def _days(connection: Connection, *conditions: ColumnElement[bool]) -> list[tuple[str, int]]:
    wanted = select(listing.c.published, func.count()).where(*conditions).group_by(listing.c.published)
    return [(value, number) for value, number in connection.execute(wanted).fetchall()]


def _tags(connection: Connection, *conditions: ColumnElement[bool]) -> dict[str, int]:
    inside = select(listing.c.n).where(*conditions)
    wanted = select(listing_tags.c.tag, func.count()).where(listing_tags.c.n.in_(inside))
    rows = connection.execute(wanted.group_by(listing_tags.c.tag)).fetchall()
    return {row[0]: row[1] for row in sorted(rows, key=lambda row: (row[0].casefold(), row[0]))}

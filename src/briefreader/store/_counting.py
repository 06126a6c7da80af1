"""Counts for the source list and the histogram: a walk along an index each, and no join."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, select

from briefreader.domain.query import Counts, Query
from briefreader.store import _filters
from briefreader.store._sqlite import is_among, many
from briefreader.store.tables import listing, listing_tags


def counts(connection: Connection, query: Query, among: Sequence[str] | None) -> Counts:
    """Return the counts of a query."""
    if among is not None:
        return _among(connection, query, among)
    in_time, but_time = _filters.within_time(query), _filters.but_time(query)
    number, shown = func.count(), listing.c
    by_outlet = connection.execute(
        select(
            shown.outlet, number, func.sum(shown.unread), func.sum(shown.starred), func.sum(shown.annotated)
        )
        .where(in_time)
        .group_by(shown.outlet)
    ).all()
    by_day = select(shown.published, number).where(but_time).group_by(shown.published)
    return _counts(by_outlet, _pairs(connection.execute(by_day)), _tags(connection, in_time))


def _among(connection: Connection, query: Query, ids: Sequence[str]) -> Counts:
    """Count within the documents that the index found: they are fetched once, and counted here."""
    found, shown = many(ids), listing.c
    in_time, but_time = _filters.within_time(query), _filters.but_time(query)
    wanted = select(
        shown.outlet, shown.published, shown.unread, shown.starred, shown.annotated,
        case((in_time, 1), else_=0), case((but_time, 1), else_=0),
    ).join_from(found, listing, shown.id == found.c.value)  # fmt: skip
    outlets: dict[str, list[int]] = {}
    days: Counter[str] = Counter()
    for outlet, day, unread, starred, annotated, inside, taken in connection.execute(wanted).fetchall():
        if taken:
            days[day] += 1
        if inside:
            sums = outlets.setdefault(outlet, [0, 0, 0, 0])
            sums[0] += 1
            sums[1] += unread
            sums[2] += starred
            sums[3] += annotated
    tags = _tags(connection, in_time, is_among(shown.id, ids))
    return _counts([(outlet, *sums) for outlet, sums in sorted(outlets.items())], dict(days), tags)


def _counts(by_outlet: Iterable[Sequence[Any]], days: dict[str, int], tags: dict[str, int]) -> Counts:
    rows: list[Any] = list(by_outlet)
    undated = days.pop("", 0)
    return Counts(
        all=sum(row[1] for row in rows),
        unread=sum(row[2] for row in rows),
        starred=sum(row[3] for row in rows),
        annotated=sum(row[4] for row in rows),
        undated=undated,
        outlets={row[0]: row[1] for row in rows},
        tags=tags,
        days=days,
    )


def _tags(connection: Connection, *conditions: ColumnElement[bool]) -> dict[str, int]:
    # From the tags, which are few, to their documents, of which there may be a hundred thousand.
    wanted = select(listing_tags.c.tag, func.count()).join(listing, listing.c.n == listing_tags.c.n)
    found = _pairs(connection.execute(wanted.where(*conditions).group_by(listing_tags.c.tag)))
    return dict(sorted(found.items(), key=lambda pair: (pair[0].casefold(), pair[0])))


def _pairs(rows: Iterable[Sequence[Any]]) -> dict[str, int]:
    return {row[0]: row[1] for row in rows}

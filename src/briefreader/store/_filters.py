"""The conditions and orders of a query, over the listing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, case, select, true

from briefreader.domain.query import Query
from briefreader.store._sqlite import is_among
from briefreader.store.tables import listing, listing_tags


def within_time(query: Query) -> ColumnElement[bool]:
    """Return the condition that a document's date can lie between the limits."""
    if not query.dated:
        return true()
    parts: list[ColumnElement[bool]] = [listing.c.undated == 0]
    if query.since is not None:
        parts.append(listing.c.last >= query.since.isoformat())
    if query.until is not None:
        parts.append(listing.c.first <= query.until.isoformat())
    if not query.undated:
        return and_(*parts)
    # An "or" would have SQLite gather rows from several indexes and sort them afterwards.
    return case((listing.c.undated == 1, 1), (and_(*parts), 1), else_=0) == 1


def but_time(query: Query) -> ColumnElement[bool]:
    """Return the condition of everything else: shelf, outlets and tags."""
    parts: list[ColumnElement[bool]] = [true()]
    if query.shelf in ("unread", "starred", "annotated"):
        parts.append(listing.c[query.shelf] == 1)
    if query.outlets:
        parts.append(listing.c.outlet.in_(sorted(query.outlets)))
    if query.tags:
        tagged = select(listing_tags.c.n).where(listing_tags.c.tag.in_(sorted(query.tags)))
        parts.append(listing.c.n.in_(tagged))
    return and_(*parts)


def within(among: Sequence[str] | None) -> ColumnElement[bool]:
    """Return the condition that a document is one of those that the index found."""
    return true() if among is None else is_among(listing.c.id, among)


def ordering(order: str) -> tuple[Any, ...]:
    """Return what to order by; documents without a date come last in either direction of time."""
    if order == "title":
        return listing.c.title_key, listing.c.id
    if order == "oldest":
        return listing.c.undated, listing.c.first, listing.c.title_key, listing.c.id
    return listing.c.undated, listing.c.first.desc(), listing.c.title_key, listing.c.id

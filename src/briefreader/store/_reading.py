"""Reading documents, the rows of lists, and a digest of all that was found."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, select

from briefreader.domain.document import Document
from briefreader.domain.fact import Fact
from briefreader.domain.query import Row
from briefreader.store import _records, tables
from briefreader.store._sqlite import is_among
from briefreader.store.tables import decisions, documents, listing, listing_tags, texts


def rows(connection: Connection, ids: Sequence[str]) -> list[Row]:
    """Return what a list shows of these documents."""
    shown = [column for column in listing.c if column.name != "title_key"]
    wanted = select(*shown, documents.c.snippet, documents.c.words, documents.c.published_reason)
    wanted = wanted.join_from(listing, documents, listing.c.n == documents.c.n)
    tagged = select(listing_tags.c.n, listing_tags.c.tag).join(listing, listing.c.n == listing_tags.c.n)
    tags: dict[int, list[str]] = defaultdict(list)
    for n, tag in connection.execute(tagged.where(is_among(listing.c.id, ids))):
        tags[n].append(tag)
    found = connection.execute(wanted.where(is_among(listing.c.id, ids))).all()
    rows = {row.id: _records.list_row(row, tuple(sorted(tags[row.n], key=str.casefold))) for row in found}
    return [rows[id] for id in ids if id in rows]


def documents_of(connection: Connection, ids: Sequence[str]) -> list[Document]:
    """Return these documents, with what the user set put in."""
    shown = (
        listing.c.id, listing.c.title, listing.c.title_how, listing.c.published, listing.c.published_how,
        listing.c.outlet,
    )  # fmt: skip
    own = [documents.c[name] for name in ("published_reason", "author", "language", "url", "origin")]
    own += [documents.c[name] for name in ("sha256", "reader", "warnings")]
    wanted = (
        select(*shown, *own, texts.c.text, texts.c.blocks, texts.c.noise)
        .join_from(listing, documents, listing.c.n == documents.c.n)
        .join(texts, texts.c.n == listing.c.n)
        .where(listing.c.id == ids[0] if len(ids) == 1 else is_among(listing.c.id, ids))
    )
    found = {row.id: _records.document_of(row) for row in connection.execute(wanted)}
    return [found[id] for id in ids if id in found]


def stale(connection: Connection, analyser: str, after: int, limit: int) -> Sequence[Any]:
    """Return the next documents that were analysed by other versions, as rows that hold their texts."""
    page = (
        select(documents, texts.c.text, texts.c.blocks, texts.c.noise)
        .join_from(documents, texts, texts.c.n == documents.c.n)
        .join(listing, listing.c.n == documents.c.n)
        .where(documents.c.n > after, documents.c.analyser != analyser)
        .order_by(documents.c.n)
        .limit(limit)
    )
    return connection.execute(page).all()


def as_read(connection: Connection, id: str) -> Document | None:
    """Return a document as its reader made it, whether a list shows it or not."""
    wanted = select(documents, texts.c.text, texts.c.blocks, texts.c.noise)
    wanted = wanted.join_from(documents, texts, texts.c.n == documents.c.n).where(documents.c.id == id)
    row = connection.execute(wanted).first()
    return None if row is None else _records.document_of(row)


def evidence(connection: Connection) -> str:
    """Return a digest of all that a comparison of the sources rests on."""
    listed = select(
        listing.c.n, listing.c.id, listing.c.changed, listing.c.published, listing.c.published_how
    )
    digest = hashlib.sha256()
    for row in connection.execute(listed.order_by(listing.c.n)):
        digest.update(repr(tuple(row)).encode())
    for row in connection.execute(select(decisions).order_by(decisions.c.id)):
        digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()


def facts(connection: Connection, ids: Sequence[str], kinds: Collection[str], limit: int) -> list[Fact]:
    """Return the facts of these documents, by document and place; with a limit, the best."""
    own = [column for column in tables.facts.c if column.name not in ("n", "place")]
    wanted = select(listing.c.id, *own).join_from(tables.facts, listing, tables.facts.c.n == listing.c.n)
    wanted = wanted.where(listing.c.id == ids[0] if len(ids) == 1 else is_among(listing.c.id, ids))
    if kinds:
        wanted = wanted.where(tables.facts.c.kind.in_(sorted(kinds)))
    best = (tables.facts.c.score.desc(),) if limit else ()
    wanted = wanted.order_by(*best, tables.facts.c.n, tables.facts.c.place)
    found = [_records.fact_of(row) for row in connection.execute(wanted.limit(limit or None))]
    position = {id: n for n, id in enumerate(ids)}
    return found if limit else sorted(found, key=lambda fact: position[fact.document])

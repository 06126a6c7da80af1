"""The tables of a workspace: what the machine derived, and what a person made.

Derived tables may be emptied and filled again from the sources; nothing in a precious table
refers to them by a foreign key, so that no cascade can ever reach what a person wrote.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
)

SCHEMA = 4
"""The number of this schema; a workspace with a higher one is refused."""

tables = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, default="")


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, default=0)


# --- derived -----------------------------------------------------------------------------------

documents = Table(
    "documents",
    tables,
    Column("n", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    _text("title"),
    _text("title_how"),
    _text("published"),
    _text("published_how"),
    _text("published_reason"),
    _text("outlet"),
    _text("author"),
    _text("language"),
    _text("url"),
    _text("origin"),
    _text("sha256"),
    _text("reader"),
    _text("analyser"),
    _text("warnings"),
    _text("snippet"),
    _number("words"),
    Index("documents_by_source", "sha256", "reader", "analyser"),
)
"""What a reader said of a document, without its text.

``n`` is a number of this file alone: it keeps 64 letters of id out of each row of facts.
"""

texts = Table(
    "texts",
    tables,
    Column("n", ForeignKey("documents.n", ondelete="CASCADE"), primary_key=True),
    _text("text"),
    _text("blocks"),
    _text("noise"),
)
"""The texts, apart from the rest so that lists read few pages of the file."""

facts = Table(
    "facts",
    tables,
    Column("n", ForeignKey("documents.n", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    _text("kind"),
    _number("start"),
    _number("end"),
    _text("text"),
    _text("when"),
    Column("amount", Float),
    _text("unit"),
    _text("about"),
    Column("score", Float, nullable=False, default=0.0),
    _text("data"),
    Index("facts_by_score", "kind", "score"),
    sqlite_with_rowid=False,
)
"""What the extractors found; ``place`` counts them in the order of the text."""

listing = Table(
    "listing",
    tables,
    Column("n", ForeignKey("documents.n", ondelete="CASCADE"), primary_key=True),
    Column("id", String, nullable=False, unique=True),
    _text("title"),
    _text("title_how"),
    _text("title_key"),
    _text("outlet"),
    _text("published"),
    _text("published_how"),
    _text("first"),
    _text("last"),
    Column("undated", SmallInteger, nullable=False, default=0),
    Column("unread", SmallInteger, nullable=False, default=1),
    Column("starred", SmallInteger, nullable=False, default=0),
    Column("annotated", SmallInteger, nullable=False, default=0),
    _number("stars"),
    _number("notes"),
    _number("highlights"),
    _number("changed"),
    Index("listing_oldest", "undated", "first", "title_key", "id"),
    Index("listing_by_title", "title_key", "id"),
    Index("listing_outlets", "outlet", "undated", "first", "last", "unread", "starred", "annotated"),
    Index("listing_days", "published", "unread", "starred", "annotated", "outlet"),
    Index("listing_starred", "starred", "id"),
    Index("listing_annotated", "annotated", "id"),
    Index("listing_changed", "changed", "id"),
)
"""One narrow row for each document: what it shows and is filtered by, the user's word put first.

Derived from ``documents`` and the precious tables, so that lists and facets need no join.
"""

# Holds all that a filter looks at, so that the list of a hundred thousand is one walk along it.
Index(
    "listing_newest",
    *(listing.c.undated, listing.c.first.desc(), listing.c.title_key, listing.c.id),
    *(listing.c.last, listing.c.unread, listing.c.starred, listing.c.annotated, listing.c.outlet),
)

listing_tags = Table(
    "listing_tags",
    tables,
    Column("tag", String, primary_key=True),
    Column("n", ForeignKey("documents.n", ondelete="CASCADE"), primary_key=True),
    Index("listing_tags_by_document", "n"),
    sqlite_with_rowid=False,
)
"""The tags of each document and of its passages."""

# --- precious ----------------------------------------------------------------------------------

passages = Table(
    "annotations",
    tables,
    Column("id", String, primary_key=True),
    _text("document"),
    _number("start"),
    _number("end"),
    _text("exact"),
    _text("before"),
    _text("after"),
    Column("starred", Boolean, nullable=False, default=False),
    _text("colour"),
    _text("underline"),
    _text("note"),
    _text("tags"),
    _text("author"),
    _text("created"),
    _text("changed"),
    _number("revision"),
    Index("annotations_by_document", "document", "start"),
)

"""What a person marked; where ``end`` is 0 and ``exact`` empty it is about the document as a whole."""

discarded = Table(
    "discarded",
    tables,
    Column("id", String, primary_key=True),
    _text("annotation"),
    _text("when"),
    Index("discarded_by_time", "when"),
)
"""Annotations that were removed, as they were, until they are too old to be asked for."""

statuses = Table(
    "statuses",
    tables,
    Column("document", String, primary_key=True),
    Column("starred", Boolean, nullable=False, default=False),
    Column("read", Boolean, nullable=False, default=False),
    _text("tags"),
    _text("title"),
    _text("outlet"),
    _text("published"),
    _number("revision"),
)

decisions = Table(
    "decisions",
    tables,
    Column("id", String, primary_key=True),
    _text("act"),
    _text("kind"),
    _text("document"),
    _text("passages"),
    _text("names"),
    _text("values"),
    _text("reason"),
    _text("author"),
    _text("created"),
    _text("changed"),
    _number("revision"),
    Index("decisions_by_document", "document"),
)
"""What a person decided about facts, names and claims; ``document`` is that of the first passage."""

briefings = Table(
    "briefings",
    tables,
    Column("id", String, primary_key=True),
    _text("title"),
    _text("outline"),
    _text("created"),
    _text("changed"),
    _number("revision"),
)
"""The briefings that a person is making: ``outline`` holds all of each."""

exports = Table(
    "exports",
    tables,
    Column("id", String, primary_key=True),
    _text("briefing"),
    _text("when"),
    _text("path"),
    _text("format"),
    _text("sha256"),
    _text("manifest"),
    _text("state"),
    Index("exports_by_briefing", "briefing", "when"),
)
"""That a briefing was exported, and what it rested on then."""

sources = Table(
    "sources",
    tables,
    Column("origin", String, primary_key=True),
    _text("sha256"),
    _text("reason"),
    _text("when"),
    Index("sources_failed", "reason"),
)
"""Every source that was brought in; one with a reason could not be read."""

kept = Table(
    "kept",
    tables,
    Column("key", String, primary_key=True),
    _text("value"),
)
"""Small values: the workspace's id and folder, the reading position."""

clock = Table("clock", tables, Column("id", Integer, primary_key=True), _number("mark"))
"""One row: how many writes there were."""

from __future__ import annotations

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from briefreader.store.tables import (
    briefings,
    decisions,
    discarded,
    exports,
    facts,
    listing,
    listing_tags,
    passages,
    sources,
    statuses,
    tables,
    texts,
)

PRECIOUS = (passages, statuses, decisions, discarded, briefings, exports, sources)
DERIVED = (texts, facts, listing, listing_tags)


def test_no_cascade_reaches_what_a_person_made() -> None:
    for table in PRECIOUS:
        assert not table.foreign_keys


def test_what_was_derived_goes_with_its_document() -> None:
    for table in DERIVED:
        assert [key.ondelete for key in table.foreign_keys] == ["CASCADE"]


def test_the_tables_can_be_made_in_both_databases() -> None:
    for dialect in (sqlite.dialect(), postgresql.dialect()):
        for table in tables.sorted_tables:
            assert str(CreateTable(table).compile(dialect=dialect))
            assert all(str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes)

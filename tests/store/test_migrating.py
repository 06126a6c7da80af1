"""What a person decided is kept as it was said, and an older workspace gets a place for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefreader.domain.annotation import Annotation, Edit
from briefreader.domain.decision import Decision, Passage
from briefreader.domain.errors import Conflict
from briefreader.domain.outline import Exported, Outline
from briefreader.domain.text import Anchor, Span
from briefreader.store import Store, _migrating, open_store
from briefreader.store.tables import SCHEMA

REJECTED = Decision(
    "1", "reject", "quote", (Passage("a", Anchor.on("“No,” he said.", Span(1, 4))),),
    reason="a title", author="me", created="2026-01-01", changed="2026-01-01", revision=1,
)  # fmt: skip
MARKED = Annotation("m", "a", Anchor.on("“No,” he said.", Span(1, 4)), starred=True, note="so", revision=1)
MERGED = Decision("2", "merge", "person", names=("to lam", "lam"), values={"name": "Tô Lâm"}, revision=1)

OUTLINE = Outline("b", "A briefing", created="2026-01-01", revision=1)


def test_decisions_come_back_as_they_were(store: Store) -> None:
    changes = store.apply([Edit(None, REJECTED), Edit(None, MERGED)])
    assert changes.decisions == {"1", "2"}
    assert changes.evidence
    assert store.decisions() == [MERGED, REJECTED]
    assert store.decisions(["a"]) == [REJECTED]
    assert store.decisions(["b"]) == []


def test_a_decision_is_taken_back_and_changed(store: Store) -> None:
    store.apply([Edit(None, REJECTED)])
    again = replace(REJECTED, reason="a motto", revision=2)
    store.apply([Edit(REJECTED, again)])
    with pytest.raises(Conflict):
        store.apply([Edit(REJECTED, None)])
    store.apply([Edit(again, None)])
    assert store.decisions() == []


ADDED = {
    2: ("DROP TABLE decisions",),
    3: ("DROP TABLE discarded", "ALTER TABLE annotations DROP COLUMN underline"),
    4: ("DROP TABLE briefings", "DROP TABLE exports"),
}
"""What each schema added, and how it is taken away again."""


@pytest.mark.parametrize("number", range(1, SCHEMA))
def test_an_older_workspace_is_copied_aside_and_brought_up_to_date(number: int, tmp_path: Path) -> None:
    path = tmp_path / "old.briefreader"
    store = open_store(path)
    id = store.workspace
    driver = store._connection.connection.dbapi_connection  # type: ignore[attr-defined]
    store.apply([Edit(None, MARKED)])
    for later in range(number + 1, SCHEMA + 1):
        for statement in ADDED[later]:
            driver.execute(statement)
    driver.execute(f"PRAGMA user_version={number}")
    store.close()
    again = open_store(path)
    assert again.workspace == id
    assert again.annotations() == [MARKED]
    underlined = replace(MARKED, underline="red", revision=2)
    again.apply([Edit(MARKED, underlined), Edit(underlined, None)])
    assert [each.annotation for each in again.discarded()] == [underlined]
    again.apply([Edit(None, MERGED)])
    assert again.decisions() == [MERGED]
    again.apply([Edit(None, OUTLINE)])
    exported = Exported("x", OUTLINE.id, "2026-11-27T10:00:00+00:00", "b.pdf", "pdf")
    again.keep_export(exported)
    again.close()
    assert _migrating.aside(path, number).is_file()
    assert set(_migrating.STEPS) == set(range(1, SCHEMA))
    last = open_store(path)
    assert (last.briefings(), last.exports(OUTLINE.id)) == ([OUTLINE], [exported])
    last.close()

"""Briefings in the making come back as they were, and so does the history of their exports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefreader.domain.annotation import Edit, Replaced
from briefreader.domain.decision import Passage
from briefreader.domain.errors import Conflict
from briefreader.domain.outline import CITED, Exported, Grade, Line, Outline, Part
from briefreader.domain.text import Anchor, Span
from briefreader.store import Store
from store.made import article, put

RESTS = Passage("a", Anchor.on("“No,” he said 🙂.", Span(1, 4)))
OUTLINE = Outline(
    "b",
    "A briefing",
    to="The desk",
    period=("2026-01", "2026-02-03"),
    label="TLP:GREEN",
    parts=(
        Part("p1", "lead", "Bottom line", (Line("l1", "text", f"So it is.{CITED}", (RESTS,)),)),
        Part(
            "p2",
            "quotes",
            "Who said what",
            (Line("l2", "quote", "", (RESTS,), {"speaker": "He", "n": [1]}, True),),
        ),
        Part("p3", "free", "Empty"),
    ),
    scope=("a", "z"),
    grades={"a": Grade("B", "2", "an agency")},
    options={"contents": True},
    created="2026-01-01",
    changed="2026-01-02",
    revision=1,
)


def test_a_briefing_comes_back_as_it_was(store: Store) -> None:
    changes = store.apply([Edit(None, OUTLINE)])
    assert changes.briefings == {"b"}
    assert changes
    assert not changes.evidence
    assert store.briefings() == [OUTLINE]
    assert store.briefings(["b"]) == [OUTLINE]
    assert store.briefings(["c"]) == []


def test_briefings_come_in_the_order_they_were_made(store: Store) -> None:
    later = replace(OUTLINE, id="a", created="2026-03-01")
    store.apply([Edit(None, later), Edit(None, OUTLINE)])
    assert [each.id for each in store.briefings()] == ["b", "a"]


def test_a_briefing_that_somebody_else_changed_is_not_overwritten(store: Store) -> None:
    store.apply([Edit(None, OUTLINE)])
    store.apply([Edit(OUTLINE, replace(OUTLINE, title="Other", revision=2))])
    with pytest.raises(Conflict):
        store.apply([Edit(OUTLINE, replace(OUTLINE, title="Mine", revision=2))])


def test_a_briefing_is_removed_and_brought_back(store: Store) -> None:
    edit = Edit(None, OUTLINE)
    store.apply([edit])
    store.apply([edit.undone()])
    assert store.briefings() == []
    store.apply([edit])
    assert store.briefings() == [OUTLINE]


def test_exports_come_last_first_and_by_briefing(store: Store) -> None:
    first = Exported("1", "b", "2026-01-01T10:00:00+00:00", "/a.pdf", "pdf", "f0", "{}", "{}")
    second = replace(first, id="2", when="2026-01-02T10:00:00+00:00")
    for each in (first, second, replace(first, id="3", briefing="c")):
        store.keep_export(each)
    assert store.exports("b") == [second, first]


def test_an_earlier_version_of_a_source_is_kept_while_a_briefing_rests_on_it(store: Store) -> None:
    put(store, article("a"), article("new"))
    store.apply([Edit(None, OUTLINE)])
    store.apply([Edit(None, Replaced("a", "new"))])
    store.forget_replaced("2099-01-01")
    driver = store._connection.connection.dbapi_connection  # type: ignore[attr-defined]
    assert driver.execute("SELECT count(*) FROM documents WHERE id = 'a'").fetchone() == (1,)
    assert store.successors(["a"]) == {"a": "new"}


def test_the_export_that_was_kept_last_is_the_last_whatever_its_time(store: Store) -> None:
    times = ["2026-11-27T10:00:00+00:00"] * 4 + ["2026-11-27T09:00:00+00:00", "2026-11-27T09:30:00-02:00"]
    for n, when in enumerate(times):
        store.keep_export(Exported(f"{9 - n}", "b", when, f"{n}.pdf", "pdf"))
    assert [each.path for each in store.exports("b")] == [f"{n}.pdf" for n in reversed(range(len(times)))]

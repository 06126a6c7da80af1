"""The contract of the Store port: every store must pass it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefreader.domain.annotation import Edit, Status
from briefreader.domain.document import Document, Noise, lines
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.query import Counts, Query
from briefreader.domain.text import Span
from briefreader.store import Store
from store.made import article, mark, person, put

DATED = {
    "day": "2025-05-09",
    "month": "2025-05",
    "year": "2025",
    "old": "2019-12-31",
    "leap": "2024-02",
    "none": "",
}


@pytest.fixture
def dated(store: Store) -> Store:
    put(store, *(article(id, value, "AP" if value else "") for id, value in DATED.items()))
    return store


# --- documents and facts


def test_a_document_comes_back_as_it_was(store: Store) -> None:
    document = replace(article("a", "2025-05", "AP"), noise=(Noise("caption", Span(2, 4)),))
    put(store, document)
    assert store.document("a") == document
    assert store.document("b") is None
    assert list(store.documents()) == [document]
    assert list(store.documents(["b", "a"])) == [document]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(text=st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text_comes_back_as_it_was(store: Store, text: str) -> None:
    document = Document("any", text, lines(text), title=text[:9], outlet=text[:3], author=text)
    fact = Fact("any", "person", Span(0, 1), text[:1], about=text, data={text: text})
    store.add([Analysis(document, (fact,))], text)
    assert store.document("any") == document
    assert store.facts(["any"]) == [fact]


def test_facts_come_by_document_and_place(store: Store) -> None:
    found = {id: (person(id, 5), person(id, 1, 3.0), person(id, 3, 9.0, "place")) for id in ("a", "b")}
    store.add([Analysis(article(id), facts) for id, facts in found.items()], "a/1")
    assert [(f.document, f.span.start) for f in store.facts(["b", "x", "a"])] == [
        ("b", 1), ("b", 3), ("b", 5), ("a", 1), ("a", 3), ("a", 5),
    ]  # fmt: skip
    assert store.facts(["a"], ["place"]) == [found["a"][2]]
    assert store.facts(["a", "b"], {"person", "place"}, limit=3) == [
        found["a"][2],
        found["b"][2],
        found["a"][1],
    ]
    assert store.facts([]) == []


def test_a_fact_keeps_its_typed_places(store: Store) -> None:
    fact = Fact("a", "figure", Span(0, 2), "5%", "2025", 5.5, "%", "growth", 2.5, {"key": True, "of": None})
    store.add([Analysis(article("a"), (fact,))], "a/1")
    assert store.facts(["a"]) == [fact]
    assert store.facts(["a"])[0].amount == 5.5


def test_analysing_again_takes_the_place_of_the_earlier_analysis(store: Store) -> None:
    store.add([Analysis(article("a"), (person("a", 1),))], "a/1")
    again = replace(article("a", title="Better"), reader="text/2")
    changes = store.add([Analysis(again, (person("a", 2), person("a", 3)))], "a/2")
    assert changes.documents == {"a"}
    assert store.document("a") == again
    assert [fact.span.start for fact in store.facts(["a"])] == [2, 3]
    assert store.counts(Query()).all == 1


def test_what_a_person_made_survives_another_analysis(store: Store) -> None:
    put(store, article("a", "2025"))
    status = Status("a", starred=True, tags=("t",), title="Mine", revision=1)
    star = mark("m", "a", starred=True)
    store.apply([Edit(None, star), Edit(None, status)])
    put(store, article("a", "2024", text="Wholly\nother words."))
    assert store.annotations(["a"]) == [star]
    assert store.statuses(["a"]) == [status]
    row = store.rows(["a"])[0]
    assert (row.title, row.starred, row.stars, row.tags) == ("Mine", True, 1, ("t",))


def test_it_is_known_what_was_read_by_these_versions(store: Store) -> None:
    put(store, article("a"))
    assert store.known("sha-a", "text/1", "a/1")
    assert not store.known("sha-b", "text/1", "a/1")
    assert not store.known("sha-a", "text/2", "a/1")
    assert not store.known("sha-a", "text/1", "a/2")


def test_an_import_is_whole_or_not_at_all(store: Store) -> None:
    broken = replace(article("b"), title=None)  # type: ignore[arg-type]
    with pytest.raises(Exception, match=r"."):
        put(store, article("a"), broken)
    assert store.ids(Query()) == []
    put(store, article("a"))
    assert store.ids(Query()) == ["a"]


# --- lists


def test_a_row_shows_the_document_without_its_noise(store: Store) -> None:
    text = "Title\nPHOTO: a caption\nHe said yes and went home."
    document = replace(article("a", "2025-05-09", "AP", text=text), noise=(Noise("caption", Span(6, 22)),))
    put(store, document)
    row = store.rows(["a"])[0]
    assert (row.id, row.title, row.outlet, row.title_how) == ("a", "a", "AP", "headline")
    assert row.published == document.published
    assert row.snippet == "He said yes and went home."
    assert row.words == 6
    assert (row.read, row.starred, row.stars, row.notes, row.highlights) == (False, False, 0, 0, 0)


def test_a_long_snippet_is_cut_between_words(store: Store) -> None:
    put(store, article("a", text="T\n" + "some words " * 100))
    snippet = store.rows(["a"])[0].snippet
    assert len(snippet) <= 241
    assert snippet.endswith(("some…", "words…"))


def test_rows_keep_the_order_asked_for(store: Store) -> None:
    put(store, article("a"), article("b"), article("c"))
    assert [row.id for row in store.rows(["c", "x", "a"])] == ["c", "a"]
    assert store.rows([]) == []


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("newest", ["day", "month", "year", "leap", "old", "none"]),
        ("oldest", ["old", "leap", "year", "month", "day", "none"]),
        ("title", ["day", "leap", "month", "none", "old", "year"]),
        ("relevance", ["day", "month", "year", "leap", "old", "none"]),
    ],
)
def test_lists_have_an_order(dated: Store, order: str, expected: list[str]) -> None:
    assert dated.ids(Query(order=order)) == expected
    assert dated.ids(Query(order=order), limit=2) == expected[:2]


def test_titles_are_ordered_without_case_and_marks(store: Store) -> None:
    put(store, *(article(id, title=title) for id, title in [("1", "zoo"), ("2", "Éclair"), ("3", "Apple")]))
    assert store.ids(Query(order="title")) == ["3", "2", "1"]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (date(2025, 5, 9), date(2025, 5, 9), {"day", "month", "year"}),
        (date(2025, 5, 10), None, {"month", "year"}),
        (date(2025, 6, 1), None, {"year"}),
        (None, date(2019, 12, 31), {"old"}),
        (date(2024, 2, 29), date(2024, 2, 29), {"leap"}),
        (date(2024, 3, 1), date(2024, 12, 31), set()),
        (None, date(2024, 2, 1), {"old", "leap"}),
    ],
)
@pytest.mark.parametrize("undated", [True, False])
def test_a_document_counts_if_any_day_it_can_mean_is_within(
    dated: Store, since: date | None, until: date | None, expected: set[str], undated: bool
) -> None:
    query = Query(since=since, until=until, undated=undated)
    expected = expected | {"none"} if undated else expected
    assert set(dated.ids(query)) == expected
    assert dated.counts(query).all == len(expected)
    assert set(dated.ids(query, list(DATED))) == expected
    assert dated.counts(query, list(DATED)).all == len(expected)


def test_undated_documents_count_while_no_limit_is_set(dated: Store) -> None:
    assert "none" in dated.ids(Query(undated=False))


def test_outlets_and_shelves_and_tags_filter(store: Store) -> None:
    put(store, article("a", outlet="AP"), article("b", outlet="BBC"), article("c"))
    store.apply([Edit(None, Status("a", starred=True, read=True, tags=("x", "y"), revision=1))])
    store.apply([Edit(None, mark("m", "b", note="so", tags=("x",)))])
    assert set(store.ids(Query(outlets=frozenset({"AP", ""})))) == {"a", "c"}
    assert set(store.ids(Query(shelf="unread"))) == {"b", "c"}
    assert store.ids(Query(shelf="starred")) == ["a"]
    assert store.ids(Query(shelf="annotated")) == ["b"]
    assert set(store.ids(Query(tags=frozenset({"x"})))) == {"a", "b"}
    assert store.ids(Query(tags=frozenset({"y", "z"}), shelf="starred")) == ["a"]
    assert store.ids(Query(tags=frozenset({"y"}), shelf="unread")) == []
    assert store.rows(["b"])[0].tags == ("x",)


def test_what_the_index_found_limits_the_list(dated: Store) -> None:
    assert dated.ids(Query(), ["none", "old", "gone"]) == ["old", "none"]
    assert dated.ids(Query(order="relevance"), ["none", "gone", "old", "day"]) == ["none", "old", "day"]
    assert dated.ids(Query(order="relevance"), ["none", "old", "day"], limit=2) == ["none", "old"]
    assert dated.ids(Query(), []) == []
    assert dated.counts(Query(), []) == Counts()


def test_much_found_gives_the_same_lists_as_little(store: Store) -> None:
    count = 2_500
    put(
        store,
        *(article(f"{n:04}", f"20{n % 30:02}-01-01" if n % 7 else "", str(n % 3)) for n in range(count)),
    )
    found = [f"{n:04}" for n in range(0, count, 2)]
    all_found = [f"{n:04}" for n in range(count)][::-1]
    for order in ("newest", "oldest", "title"):
        query = Query(order=order, outlets=frozenset({"1", "2"}), since=date(2010, 1, 1))
        whole = store.ids(query)
        assert store.ids(query, all_found) == whole
        assert store.ids(query, all_found, limit=7) == whole[:7]
        assert store.ids(query, found) == [id for id in whole if id in set(found)]
    assert store.ids(Query(order="relevance"), all_found) == all_found
    assert store.counts(Query(), all_found) == store.counts(Query())
    extra = article("zzzz", "2024-01-01", "1")
    put(store, extra)
    assert "zzzz" in store.ids(query, [*all_found, "zzzz"])


def test_counts_never_hide_what_a_filter_could_be_widened_to(store: Store) -> None:
    put(
        store,
        article("a", "2025-05-09", "AP"),
        article("b", "2025-05-09", "BBC"),
        article("c", "2024-01", "AP"),
        article("d"),
    )
    store.apply([Edit(None, Status("a", read=True, tags=("B", "a"), revision=1)), Edit(None, mark("m", "c"))])
    everything = Counts(
        all=4, unread=3, starred=0, annotated=1, undated=1, outlets={"": 1, "AP": 2, "BBC": 1},
        tags={"a": 1, "B": 1}, days={"2024-01": 1, "2025-05-09": 2},
    )  # fmt: skip
    assert store.counts(Query()) == everything
    assert list(store.counts(Query()).tags) == ["a", "B"]
    by_outlet = store.counts(Query(outlets=frozenset({"AP"}), shelf="unread"))
    assert by_outlet == replace(everything, undated=0, days={"2024-01": 1})
    in_time = Query(since=date(2025, 1, 1), undated=False)
    assert store.counts(in_time) == replace(
        everything, all=2, unread=1, annotated=0, outlets={"AP": 1, "BBC": 1}
    )
    assert store.counts(in_time, ["b", "c", "d"]) == Counts(
        all=1, unread=1, undated=1, outlets={"BBC": 1}, days={"2024-01": 1, "2025-05-09": 1}
    )


# --- what earlier versions analysed


def test_what_other_versions_analysed_is_told_as_the_machine_had_it(store: Store) -> None:
    old = [article(id, "2025-05", "AP") for id in ("a", "b")]
    store.add([Analysis(each, ()) for each in old], "a/1")
    store.add([Analysis(article("c"), ())], "a/2")
    store.apply([Edit(None, Status("a", title="Mine", published="2024"))])
    assert store.count_stale("a/2") == 2
    assert list(store.stale("a/2")) == old
    assert store.count_stale("a/1") == 1


def test_stale_documents_can_be_put_in_anew_while_they_are_told(store: Store) -> None:
    store.add([Analysis(article(f"d{n}"), ()) for n in range(1_201)], "a/1")
    told = []
    for document in store.stale("a/2"):
        told.append(document.id)
        store.add([Analysis(document, ())], "a/2")
    assert len(told) == len(set(told)) == 1_201
    assert store.count_stale("a/2") == 0

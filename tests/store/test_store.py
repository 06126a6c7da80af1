"""The contract of the Store port: every store must pass it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefreader.domain.annotation import Annotation, Edit, Status, undone
from briefreader.domain.document import Block, Document, Noise, Published, lines
from briefreader.domain.errors import Conflict
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.query import Counts, Failure, Query
from briefreader.domain.text import Anchor, Span
from briefreader.store import Store, open_store

Opener = Callable[[], Store]


@pytest.fixture(params=["sqlite"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Return a function that opens the same workspace each time."""
    opened: list[Store] = []

    def open_it() -> Store:
        opened.append(open_store(tmp_path / "w.briefreader", "/sources"))
        return opened[-1]

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture
def store(opener: Opener) -> Store:
    return opener()


def article(id: str, published: str = "", outlet: str = "", title: str = "", text: str = "") -> Document:
    text = text or f"{title or id}\nSome words of {id}."
    first = text.index("\n")
    return Document(
        id,
        text,
        (Block("title", Span(0, first)), *lines(text)[1:]),
        title=title or id,
        title_how="headline",
        published=Published(published, "header" if published else "none", "why"),
        outlet=outlet,
        author="An Author",
        language="en",
        url="https://example.org/" + id,
        origin=f"/sources/{id}.txt",
        sha256=f"sha-{id}",
        reader="text/1",
        warnings=("odd",),
    )


def person(id: str, start: int, score: float = 0.0, kind: str = "person") -> Fact:
    return Fact(id, kind, Span(start, start + 2), "ab", about="Ab", score=score, data={"rule": "r", "n": [1]})


def put(store: Store, *documents: Document) -> None:
    store.add([Analysis(each) for each in documents], "a/1")


def mark(id: str, document: str, start: int = 0, **values: object) -> Annotation:
    anchor = Anchor(Span(start, start + 3), "abc", "x", "y")
    return replace(Annotation(id, document, anchor, revision=1), **values)  # type: ignore[arg-type]


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


# --- the user's word


def test_the_users_title_outlet_and_date_go_first_everywhere(store: Store) -> None:
    put(store, article("a", "2025-05-09", "AP"), article("b", "2025-01-01", "AP"))
    store.apply([Edit(None, Status("a", title="Mine", outlet="DPA", published="2020-03", revision=1))])
    document, row = store.document("a"), store.rows(["a"])[0]
    assert document is not None
    for shown in (document, row):
        assert (shown.title, shown.title_how, shown.outlet) == ("Mine", "user", "DPA")
        assert shown.published == Published("2020-03", "user", "")
    assert store.ids(Query(order="oldest")) == ["a", "b"]
    assert store.ids(Query(until=date(2020, 3, 1), undated=False)) == ["a"]
    assert store.ids(Query(outlets=frozenset({"DPA"}))) == ["a"]
    counts = store.counts(Query())
    assert counts.outlets == {"AP": 1, "DPA": 1}
    assert counts.days == {"2020-03": 1, "2025-01-01": 1}


def test_a_date_that_the_user_confirms_is_the_users(store: Store) -> None:
    put(store, replace(article("a"), published=Published("2025-05", "inferred", "a guess")))
    store.apply([Edit(None, Status("a", published="2025-05", revision=1))])
    assert store.rows(["a"])[0].published == Published("2025-05", "user", "")


def test_a_date_that_is_none_does_no_harm(store: Store) -> None:
    put(store, article("a", "2025-05-09"), replace(article("b"), published=Published("soon", "text")))
    store.apply([Edit(None, Status("a", published="2025-13-40", revision=1))])
    assert store.rows(["a"])[0].published.value == "2025-05-09"
    assert store.rows(["b"])[0].published == Published("", "none", "")


def test_rows_count_what_was_marked(store: Store) -> None:
    put(store, article("a"))
    store.apply(
        [
            Edit(None, mark("1", "a", starred=True, note="n")),
            Edit(None, mark("2", "a", 5, colour="red", tags=("t",))),
        ]
    )
    row = store.rows(["a"])[0]
    assert (row.stars, row.notes, row.highlights, row.tags) == (1, 1, 1, ("t",))
    store.apply([Edit(mark("2", "a", 5, colour="red", tags=("t",)), None)])
    row = store.rows(["a"])[0]
    assert (row.stars, row.notes, row.highlights, row.tags) == (1, 1, 0, ())
    assert store.counts(Query()).tags == {}


# --- edits


def test_an_annotation_comes_back_as_it_was(store: Store) -> None:
    made = mark(
        "m", "a", starred=True, colour="red", note="Ghi chú 😀", tags=("x", "y"), author="Me",
        created="2025-01-01T00:00:00Z", changed="2025-01-02T00:00:00Z",
    )  # fmt: skip
    changes = store.apply([Edit(None, made)])
    assert (changes.annotations, changes.statuses, changes.documents) == ({"m"}, {"a"}, frozenset())
    assert store.annotation("m") == made
    assert store.annotation("x") is None


def test_annotations_come_by_document_and_place(store: Store) -> None:
    made = [mark("1", "b", 9), mark("2", "b", 1), mark("3", "a", 5)]
    store.apply([Edit(None, each) for each in made])
    assert [each.id for each in store.annotations()] == ["3", "2", "1"]
    assert [each.id for each in store.annotations(["b", "a"])] == ["2", "1", "3"]
    assert store.annotations([]) == []


def test_a_document_of_which_nothing_was_set_has_a_blank_status(store: Store) -> None:
    put(store, article("a"))
    assert store.statuses(["a", "b"]) == [Status("a"), Status("b")]


def test_edits_can_be_undone_and_redone(store: Store) -> None:
    put(store, article("a"))
    first = mark("m", "a", starred=True)
    second = replace(first, note="so", revision=2)
    steps = [
        (Edit(None, first),),
        (Edit(first, second), Edit(Status("a"), Status("a", starred=True, revision=1))),
        (Edit(second, None),),
    ]
    states = []
    for edits in steps:
        states.append((store.annotations(), store.statuses(["a"]), store.rows(["a"])))
        store.apply(edits)
    for _ in range(2):
        after = (store.annotations(), store.statuses(["a"]), store.rows(["a"]))
        for edits, state in zip(reversed(steps), reversed(states), strict=True):
            store.apply(undone(edits))
            assert (store.annotations(), store.statuses(["a"]), store.rows(["a"])) == state
        for edits in steps:
            store.apply(edits)
        assert (store.annotations(), store.statuses(["a"]), store.rows(["a"])) == after


FIRST = mark("m", "a", starred=True)


@pytest.mark.parametrize(
    "edit",
    [
        Edit(None, replace(FIRST, note="again")),
        Edit(replace(FIRST, revision=7), replace(FIRST, revision=8)),
        Edit(replace(FIRST, note="not what is stored"), replace(FIRST, revision=2)),
        Edit(replace(FIRST, revision=0), None),
        Edit(mark("other", "a"), mark("other", "a", revision=2)),
        Edit(mark("other", "a"), None),
        Edit(Status("a", read=True, revision=3), Status("a", revision=4)),
    ],
)
def test_a_stale_edit_is_refused_and_nothing_of_its_batch_is_done(store: Store, edit: Edit) -> None:
    put(store, article("a"))
    store.apply([Edit(None, FIRST)])
    with pytest.raises(Conflict) as refused:
        store.apply([Edit(None, mark("new", "a", 9)), edit])
    assert refused.value.message.endswith(".")
    assert store.annotations() == [FIRST]
    assert store.statuses(["a"]) == [Status("a")]


def test_two_windows_do_not_overwrite_each_other(opener: Opener) -> None:
    one, other = opener(), opener()
    put(one, article("a"))
    one.apply([Edit(None, FIRST)])
    seen = other.annotations()[0]
    one.apply([Edit(FIRST, replace(FIRST, note="one", revision=2))])
    with pytest.raises(Conflict):
        other.apply([Edit(seen, replace(seen, note="other", revision=2))])
    assert other.annotations()[0].note == "one"


def test_no_edits_change_nothing(store: Store) -> None:
    assert not store.apply([])


# --- failures, small values, following


def test_failures_are_kept_until_the_source_is_read(store: Store) -> None:
    store.fail([Failure("/sources/a.txt", "No.", "2025"), Failure("/b.txt", "Nor this.")])
    store.fail([Failure("/b.txt", "Still not.", "2026")])
    assert store.failures() == [
        Failure("/b.txt", "Still not.", "2026"),
        Failure("/sources/a.txt", "No.", "2025"),
    ]
    put(store, article("a"))
    assert [each.origin for each in store.failures()] == ["/b.txt"]


def test_small_values_are_kept(opener: Opener) -> None:
    store = opener()
    assert store.recall("place") == ""
    store.remember("place", "1")
    store.remember("place", "ü2")
    assert opener().recall("place") == "ü2"
    assert store.recall("folder") == "/sources"


def test_a_workspace_keeps_its_id(opener: Opener) -> None:
    one = opener()
    assert len(one.workspace) == 36
    assert opener().workspace == one.workspace


def test_the_mark_grows_with_every_write_by_anybody(opener: Opener) -> None:
    one, other = opener(), opener()
    marks = [one.mark()]
    for write in (
        lambda: put(other, article("a")),
        lambda: one.apply([Edit(None, FIRST)]),
        lambda: other.remember("k", "v"),
        lambda: one.fail([Failure("x", "y")]),
    ):
        write()
        marks.append(one.mark())
    assert marks == sorted(set(marks))
    assert other.mark() == one.mark()


def test_what_changed_since_a_mark_is_told(store: Store) -> None:
    put(store, article("a"), article("b"))
    start = store.mark()
    assert set(store.changed_since(0)) == {"a", "b"}
    assert store.changed_since(start) == []
    store.apply([Edit(None, FIRST), Edit(None, Status("b", starred=True, published="2020", revision=1))])
    assert store.changed_since(start) == []
    title = Status("b", starred=True, published="2020", title="New", revision=2)
    store.apply([Edit(store.statuses(["b"])[0], title)])
    put(store, article("a"))
    assert store.changed_since(start) == ["b", "a"]

"""The contract of the Store port, continued: what a person makes, and following changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefreader.domain.annotation import Annotation, Edit, Status, undone
from briefreader.domain.document import Published
from briefreader.domain.errors import Conflict
from briefreader.domain.query import Failure, Query
from briefreader.store import Store
from store.conftest import Opener
from store.made import article, mark, put

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


def test_an_underline_counts_as_a_highlight(store: Store) -> None:
    put(store, article("a"))
    store.apply([Edit(None, mark("1", "a", underline="red")), Edit(None, mark("2", "a", 5, colour="red"))])
    assert store.rows(["a"])[0].highlights == 2


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


def test_an_annotation_of_a_whole_document_comes_back_as_it_was(store: Store) -> None:
    put(store, article("a"))
    made = Annotation("w", "a", None, underline="green", note="All of it", tags=("x",), revision=1)
    store.apply([Edit(None, mark("m", "a", 1)), Edit(None, made)])
    assert [each.id for each in store.annotations(["a"])] == ["w", "m"]
    assert store.annotation("w") == made
    assert store.rows(["a"])[0].notes == 1


def test_what_was_removed_is_kept_until_it_comes_back(store: Store) -> None:
    made, whole = mark("m", "a", 2, colour="red", tags=("x",)), Annotation("w", "a", None, note="so")
    store.apply([Edit(None, made), Edit(None, whole)])
    store.apply([Edit(made, None), Edit(whole, None)])
    assert {each.annotation for each in store.discarded()} == {made, whole}
    store.apply(undone([Edit(made, None)]))
    assert [each.annotation for each in store.discarded()] == [whole]
    store.forget_discarded(before="2020-01-01T00:00:00+00:00")
    assert store.discarded()
    store.forget_discarded()
    assert not store.discarded()


def test_edits_of_one_record_are_carried_out_one_after_another(store: Store) -> None:
    first = mark("m", "a", starred=True)
    second, third = replace(first, note="so", revision=2), replace(first, note="other", revision=3)
    store.apply([Edit(None, first), Edit(first, second), Edit(second, third)])
    assert store.annotations() == [third]
    with pytest.raises(Conflict):
        store.apply([Edit(None, mark("n", "a", 9)), Edit(third, None), Edit(third, second)])
    assert store.annotations() == [third]  # all or none
    store.apply([Edit(third, None), Edit(None, second), Edit(second, None)])
    assert [each.annotation for each in store.discarded()] == [second]


def test_chosen_ones_of_what_was_removed_are_forgotten(store: Store) -> None:
    made = [mark(id, "a", place) for place, id in enumerate("xyz")]
    store.apply([Edit(None, each) for each in made])
    store.apply([Edit(each, None) for each in made])
    store.forget_discarded(ids=["x", "z", "unknown"])
    assert [each.annotation.id for each in store.discarded()] == ["y"]
    store.forget_discarded(ids=[])
    assert len(store.discarded()) == 1


def test_what_has_a_tag_is_found_and_case_counts(store: Store) -> None:
    tagged = mark("1", "a", tags=("Trade", 'odd "tag"'))
    status = Status("b", tags=("trade",), revision=1)
    store.apply([Edit(None, tagged), Edit(None, mark("2", "a", 9)), Edit(None, status)])
    assert (store.tagged().annotations, store.tagged().statuses) == ((tagged,), (status,))
    assert store.tagged("trade").annotations == ()
    assert store.tagged("trade").statuses == (status,)
    assert store.tagged('odd "tag"').annotations == (tagged,)


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


def test_failures_can_be_forgotten(store: Store) -> None:
    put(store, article("a"))
    store.fail([Failure("/b.txt", "No."), Failure("/c.txt", "Nor this.")])
    mark = store.mark()
    store.forget_failures(["/b.txt", "/sources/a.txt", "/unknown.txt"])
    assert [each.origin for each in store.failures()] == ["/c.txt"]
    assert store.mark() > mark
    store.forget_failures([])
    assert [each.origin for each in store.failures()] == ["/c.txt"]


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
        lambda: one.fail([Failure("x", "y")]),
    ):
        write()
        marks.append(one.mark())
    assert marks == sorted(set(marks))
    assert other.mark() == one.mark()


def test_a_small_value_is_no_change_to_follow(opener: Opener) -> None:
    one, other = opener(), opener()
    put(one, article("a"))
    mark = one.mark()
    other.remember("place", "1")
    assert one.mark() == other.mark() == mark


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


def test_only_another_title_outlet_or_date_corrects_a_document(store: Store) -> None:
    put(store, article("a"))
    read, named = Status("a", read=True), Status("a", read=True, title="Mine")
    assert store.apply([Edit(None, read)]).corrected == frozenset()
    assert store.apply([Edit(read, named)]).corrected == frozenset({"a"})
    assert store.apply([Edit(named, Status("a"))]).corrected == frozenset({"a"})
    assert store.apply([Edit(None, mark("n", "a"))]).corrected == frozenset()

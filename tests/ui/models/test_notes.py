"""Groups of the Notes tab by tag and colour, and the filters in words."""

from __future__ import annotations

from briefreader.domain.annotation import Annotation
from briefreader.domain.noting import NotesFilter
from briefreader.ui.models.entries import Group, note_groups
from briefreader.ui.models.notes import chips_of, regrouped
from store.made import mark

MARKS = [
    mark("1", "a", colour="red", tags=("x", "Y")),
    mark("2", "a", 5, underline="yellow", colour="red"),
    Annotation("3", "b", None, note="all of it", tags=("x",)),
]
TITLES = {"a": "Talks", "b": "Trade"}


def shown(by: str) -> list[tuple[str, list[str]]]:
    groups = [*note_groups(MARKS, None, TITLES), Group("unplaced", "Unplaced", ())]
    found = regrouped(groups, MARKS, by, TITLES, str.lower)
    return [(group.title, [entry.key for entry in group.entries]) for group in found]


def test_by_tag_a_mark_stands_under_each_of_its_tags() -> None:
    assert shown("tag") == [("#x", ["1", "3"]), ("#Y", ["1"]), ("Without a tag", ["2"]), ("Unplaced", [])]


def test_by_colour_underlines_count_as_well() -> None:
    assert shown("colour") == [
        ("Yellow", ["2"]), ("Red", ["1", "2"]), ("Without a colour", ["3"]), ("Unplaced", []),
    ]  # fmt: skip


def test_an_entry_says_its_article_where_groups_do_not() -> None:
    group = regrouped(note_groups(MARKS, None, TITLES), MARKS, "tag", TITLES, str.capitalize)[0]
    assert [entry.meta for entry in group.entries] == ["#x #Y · Talks", "The article as a whole · #x · Trade"]


def test_each_chip_takes_one_filter_away() -> None:
    wanted = NotesFilter("w", frozenset({"red"}), frozenset({"whole"}), frozenset({"x"}), frozenset({""}))
    chips = list(chips_of(wanted, str.capitalize))
    assert [chip.label for chip in chips] == ["Red", "Note on an article", "#x", "By nobody named"]
    assert chips[2].without == NotesFilter("w", wanted.colours, wanted.kinds, frozenset(), wanted.authors)

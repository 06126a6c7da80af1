"""Words of two texts side by side: each word once, nothing differs in equal texts."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefreader.library.aligning import Alike, aligned, alike, key, words

ROWS = st.lists(st.sampled_from(list("abcdefghij")), max_size=60)
TEXTS = st.text(st.characters(blacklist_categories=("Cs",)), max_size=120)


def keys(text: str) -> list[str]:
    return [key(text[start:end]) for start, end in words(text)]


def said(one: str, other: str) -> list[tuple[str, str]]:
    """Return what differs, in words."""
    mine, theirs = keys(one), keys(other)
    return [
        (" ".join(mine[slice(*each.one)]), " ".join(theirs[slice(*each.other)]))
        for each in aligned(mine, theirs)
        if not each.same
    ]


@given(ROWS, ROWS)
def test_every_word_is_in_exactly_one_piece(one: list[str], other: list[str]) -> None:
    pieces = aligned(one, other)
    assert [n for each in pieces for n in range(*each.one)] == list(range(len(one)))
    assert [n for each in pieces for n in range(*each.other)] == list(range(len(other)))
    for each in pieces:
        if each.same:
            assert one[slice(*each.one)] == other[slice(*each.other)] != []
        else:
            assert each.one[0] < each.one[1] or each.other[0] < each.other[1]
    kinds = [each.same for each in pieces]
    assert all(kind != behind for kind, behind in pairwise(kinds))


@given(ROWS)
def test_equal_rows_do_not_differ(row: list[str]) -> None:
    assert [each.same for each in aligned(row, row)] == ([True] if row else [])


@given(ROWS, st.integers(0, 60), st.lists(st.sampled_from("xyz"), min_size=1, max_size=5))
def test_what_is_put_in_is_found(row: list[str], place: int, more: list[str]) -> None:
    longer = [*row[:place], *more, *row[place:]]
    assert [longer[slice(*each.other)] for each in aligned(row, longer) if not each.same] == [more]


@given(TEXTS)
def test_words_lie_within_the_text_and_rise(text: str) -> None:
    found = words(text)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert not found or found[-1][1] <= len(text)
    letters = {n for each in found for n in range(*each)}
    assert all(n in letters for n, char in enumerate(text) if char.isalnum())


def test_changed_inserted_and_removed_words() -> None:
    one = "Trade was $244 million in 2024, the old minister said."
    other = "Trade was over $245 million in 2024, the minister said."
    assert said(one, other) == [("", "over"), ("244", "245"), ("old", "")]


def test_punctuation_and_lines_make_no_difference_but_capitals_do() -> None:
    assert said("He said: “Yes, we can.”\nThen he left.", 'He said "Yes – we can". Then he left') == []
    assert said("the Prime Minister", "the prime Minister") == [("Prime", "prime")]


def test_accents_in_either_form_are_the_same_word() -> None:
    text = "Tô Lâm đến Hà Nội, don’t they?"
    assert said(unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)) == []
    assert said("don’t", "don't") == []


def test_numbers_and_signs_are_whole_words() -> None:
    text = "€5.5 e-mail 12,000 % 🙂 中文"
    assert keys(text) == ["€", "5.5", "e-mail", "12,000", "%", "🙂", "中", "文"]


def test_a_few_words_in_common_by_chance_do_not_part_a_difference() -> None:
    one = "red green blue the yellow brown black"
    other = "one two three the four five six"
    assert said(one, other) == [(one, other)]


def test_a_passage_finds_the_one_with_its_wording_wherever_it_stands() -> None:
    one = [keys("The two sides signed a plan on trade"), keys("Nothing of it is known to anybody else here")]
    other = [
        keys("Quite another thing was told on that day"),
        keys("On Monday the two sides signed a plan on trade and more"),
    ]
    assert alike(one, other) == [Alike(0, 1, 0.8)]
    assert alike(one, []) == alike([], other) == []


def test_no_passage_is_taken_twice() -> None:
    row = keys("The two sides signed a plan on trade")
    assert alike([row, row], [row]) == [Alike(0, 0, 1.0)]


def test_long_texts_that_only_repeat_themselves_are_bounded() -> None:
    pieces = aligned(["x", "y"] * 20_000, ["y", "x", "x"] * 20_000)
    assert sum(each.one[1] - each.one[0] for each in pieces) == 40_000

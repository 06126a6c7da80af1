from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.domain.folding import fold, fold_map, words

NAMES = ["Tô Lâm", "tô lâm", "TÔ LÂM", "to lam", "To Lam"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_case_marks_and_normal_form_make_no_difference(name: str, form: str) -> None:
    assert fold(unicodedata.normalize(form, name)) == "to lam"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đặng Đình Đức", "dang dinh duc"),
        ("Đà Nẵng", "da nang"),
        ("Erdoğan", "erdogan"),
        ("Łódź", "lodz"),
        ("Ørsted", "orsted"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("İstanbul", "istanbul"),
        ("ﬁne", "fine"),
        ("ΟΔΟΣ", "οδοσ"),
        ("οδός", "οδοσ"),
        ("Йод", "иод"),
        ("ℋ™", "htm"),
        ("co\u00adoperation", "cooperation"),
    ],
)
def test_letters_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_the_map_folds_alike_and_its_places_never_go_back(text: str) -> None:
    folded, places = fold_map(text)
    assert folded == fold(text)
    assert len(places) == len(folded) + 1
    assert places == sorted(places)
    assert places[-1] == len(text)


@given(st.text())
def test_each_folded_character_comes_from_its_place(text: str) -> None:
    folded, places = fold_map(text)
    for n, char in enumerate(folded):
        assert char in fold(text[places[n]])


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_what_a_text_folds_to_does_not_depend_on_its_neighbours(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


def test_words_are_folded_and_in_order() -> None:
    assert words("Tô Lâm’s visit, 1,000 km") == ["to", "lam", "s", "visit", "1", "000", "km"]

"""Texts are folded in steps, and searched by folded words."""

from __future__ import annotations

from briefreader.ui.models.folded import FoldedTexts

TEXTS = ("To Lâm\nHà Nội", "Minsk", "", "To Lam in Minsk")


def test_texts_are_folded_a_part_at_a_time() -> None:
    texts = FoldedTexts(len(TEXTS), TEXTS.__getitem__)
    assert texts.fold_on(3)
    assert not texts.fold_on(3)
    assert texts.all() == ["to lam\nha noi", "minsk", "", "to lam in minsk"]


def test_every_word_has_to_be_in_a_text() -> None:
    texts = FoldedTexts(len(TEXTS), TEXTS.__getitem__)
    assert texts.narrowed([0, 1, 2, 3], "LÂM to") == [0, 3]
    assert texts.narrowed([1, 3], "lam minsk") == [3]
    assert texts.narrowed([2, 1], " ") == [2, 1]


def test_no_texts_are_no_fault() -> None:
    texts = FoldedTexts(0, TEXTS.__getitem__)
    assert not texts.fold_on(5)
    assert texts.all() == []

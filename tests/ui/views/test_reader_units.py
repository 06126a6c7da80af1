"""Wider and narrower selections."""

from __future__ import annotations

from briefreader.domain.text import Span
from briefreader.ui.views.reader_units import narrower, wider, word_at

TEXT = "Mr. Berg came. He left.\nNobody else did."
FIRST, SECOND, LINE = Span(0, 14), Span(15, 23), Span(0, 23)


def test_a_word_is_found_from_within_and_from_its_end() -> None:
    assert word_at(TEXT, 5) == word_at(TEXT, 8) == Span(4, 8)
    assert word_at(TEXT, len(TEXT)) is None


def test_sentence_then_paragraph_then_no_more() -> None:
    assert wider(TEXT, None, 5) == FIRST
    assert wider(TEXT, Span(4, 8), 8) == FIRST
    assert wider(TEXT, FIRST, 14) == LINE
    assert wider(TEXT, LINE, 23) == LINE
    assert wider(TEXT, Span(9, 18), 18) == LINE
    assert wider(TEXT, Span(16, 27), 27) == Span(15, 40)
    assert wider("", None, 0) is None
    assert wider("\n\n", None, 1) is None


def test_back_to_the_sentence_the_word_and_nothing() -> None:
    assert narrower(TEXT, LINE, 17) == SECOND
    assert narrower(TEXT, SECOND, 15) == Span(15, 17)
    assert narrower(TEXT, Span(15, 17), 15) is None

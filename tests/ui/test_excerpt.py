"""A piece of a document in a field of its own."""

from __future__ import annotations

from briefreader.domain.text import Span
from briefreader.ui.excerpt import Excerpt

TEXT = "One line.\nHere 😀 stand 😀 the words.\nA third."


def test_the_lines_that_hold_the_spans_are_shown() -> None:
    words = TEXT.index("words")
    excerpt = Excerpt.around(TEXT, (Span(words, words + 5), Span(12, 13)))
    assert excerpt.text == "Here 😀 stand 😀 the words."
    assert Excerpt.around(TEXT, (Span(4, 8), Span(words, words + 5))).text == TEXT[: words + 6]
    assert Excerpt.around(TEXT, (Span(len(TEXT) - 2, len(TEXT)),)).text == "A third."


def test_places_are_turned_into_qts_and_back() -> None:
    start = TEXT.index("the")
    span = Span(start, start + 3)
    excerpt = Excerpt.around(TEXT, (span,))
    assert excerpt.words(span) == "the"
    first, last = excerpt.to_qt(span)
    assert (first, last) == (17, 20)  # two characters before it take two places each
    assert excerpt.from_qt(first, last) == span


def test_white_space_at_the_ends_is_not_meant() -> None:
    excerpt = Excerpt(TEXT, Span(0, 9))
    assert excerpt.from_qt(3, 9) == Span(4, 9)
    assert excerpt.from_qt(3, 4) is None
    assert excerpt.from_qt(2, 2) is None

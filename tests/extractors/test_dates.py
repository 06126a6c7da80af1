"""The dates of a whole document."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefreader.domain.document import Document, Noise, Published
from briefreader.domain.text import Span
from briefreader.extractors._dates import expressions
from extractors.times_of import document, times


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Currently, it is closed.", "Currently", "PRESENT_REF"),
        ("It is closed at the moment.", "the moment", "PRESENT_REF"),
        ("It was closed recently.", "recently", "PAST_REF"),
        ("It fell in recent years.", "recent years", "PAST_REF"),
        ("A plan for the near future exists.", "the near future", "FUTURE_REF"),
        ("They will work together in the time to come.", "the time to come", "FUTURE_REF"),
    ],
)
def test_times_told_without_a_day(text: str, span: str, value: str) -> None:
    assert times(text) == [(span, value)]


def test_spans_are_places_of_the_text_and_never_overlap() -> None:
    text = "На 3 December 2025 — “Tô Lâm” came on Wednesday, Dec. 3, at 2 p.m.; by the end of 2026 he left."
    found = expressions(document(text))
    assert [each.span.of(text)[0] for each in found] == ["3", "W", "t"]
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_a_date_line_counts_and_a_ticker_does_not() -> None:
    text = "date 2025-12-06\n5 May 2011 3.00\nHe left."
    noise = (Noise("date line", Span(0, 15)), Noise("ticker", Span(16, 31)))
    found = expressions(Document("x", text, noise=noise, published=Published("2025-12-06", "header")))
    assert [each.value for each in found] == ["2025-12-06"]


def test_dates_do_not_cross_paragraphs_but_do_cross_wrapped_lines() -> None:
    assert times("The last words were May\n\n2012 began well.") == [("2012", "2012")]
    wrapped = "The two ministers met in the capital and signed it on December\n3, 2012."
    assert times(wrapped) == [("December\n3, 2012", "2012-12-03")]


def test_the_arithmetic_is_told() -> None:
    (found,) = expressions(document("He left on Wednesday."))
    assert "2013-03-22" in found.why


@pytest.mark.parametrize("piece", ["1", ",", "1,", "3 May ", "the end of ", "more than ", "Friday ", "2012-"])
def test_hostile_lines_end(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(each.span.end <= len(text) for each in expressions(document(text)))

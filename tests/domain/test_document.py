from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.domain.document import Block, Document, Noise, Published, lines
from briefreader.domain.text import Span

TEXT = "Title\ncaption here\nHANOI, May 1 - He said yes.\n\nAnd no."


def document() -> Document:
    dateline = Span(TEXT.index("HANOI"), TEXT.index("He"))
    return Document(
        "d",
        TEXT,
        (Block("title", Span(0, 5)), *lines(TEXT)[1:]),
        (Noise("caption", Span(6, 18)), Noise("dateline", dateline)),
    )


@pytest.mark.parametrize(
    ("value", "precision", "first", "last"),
    [
        ("2025-05-09", "day", date(2025, 5, 9), date(2025, 5, 9)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", "year", date(2025, 1, 1), date(2025, 12, 31)),
        ("", "none", None, None),
    ],
)
def test_a_date_means_a_first_and_a_last_day(
    value: str, precision: str, first: date | None, last: date | None
) -> None:
    published = Published(value)
    assert (published.precision, published.first, published.last) == (precision, first, last)


@pytest.mark.parametrize(
    ("how", "certain"),
    [
        ("header", True),
        ("given", True),
        ("user", True),
        ("inferred", False),
        ("text", False),
        ("none", False),
    ],
)
def test_only_a_stated_date_is_certain(how: str, certain: bool) -> None:
    assert Published("2025", how).certain is certain


@given(st.text())
def test_lines_are_the_lines_that_say_something(text: str) -> None:
    blocks = lines(text)
    assert [block.span.of(text) for block in blocks] == [line for line in text.split("\n") if line.strip()]


def test_paragraphs_count_without_title_and_noise() -> None:
    found = document()
    assert found.paragraph_starts() == [TEXT.index("HANOI"), TEXT.index("And")]
    assert found.paragraph_at(0) == 1
    assert found.paragraph_at(TEXT.index("He")) == 1
    assert found.paragraph_at(TEXT.index("no.")) == 2


def test_what_is_said_leaves_noise_out() -> None:
    found = document()
    assert found.said(Span(0, len(TEXT))) == "Title He said yes. And no."
    assert found.said(Span(6, 18)) == ""
    assert found.is_noise(Span(17, 19))
    assert not found.is_noise(Span(0, 5))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=5), st.integers(0, 30))
def test_said_copes_with_noise_that_overlaps(noise: list[tuple[int, int]], start: int) -> None:
    text = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    spans = [Span(at, at + length) for at, length in noise]
    found = Document("d", text, noise=tuple(Noise("caption", span) for span in spans))
    whole = Span(start, start + 15)
    kept = [text[n] for n in range(whole.start, whole.end) if not any(s.start <= n < s.end for s in spans)]
    assert found.said(whole) == "".join(kept)

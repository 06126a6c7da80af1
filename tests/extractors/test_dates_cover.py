"""Stretches that are taken."""

from __future__ import annotations

from briefreader.domain.text import Span
from briefreader.extractors._dates_cover import Cover


def test_a_long_span_is_found_behind_a_short_one_within_it() -> None:
    cover = Cover([Span(0, 100), Span(10, 20)])
    assert cover.touches(50, 60)
    assert not cover.touches(100, 110)


def test_ends_do_not_touch() -> None:
    cover = Cover([Span(5, 10), Span(20, 30)])
    assert [cover.touches(a, b) for a, b in ((0, 5), (4, 6), (10, 20), (29, 31))] == [
        False,
        True,
        False,
        True,
    ]
    assert not Cover([])

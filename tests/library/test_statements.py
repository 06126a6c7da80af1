"""Statements are put together as if each were compared with each, but in far fewer steps."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.library import _statements
from briefreader.library._statements import _alike, _are_near, _are_one, _compared, _Said
from library.composed import document, fact

WORDS = ("trade", "grows", "tractors", "plant", "minsk", "not")


def said(words: str, source: str, day: int) -> _Said:
    quote = fact(document(source, words), "quote", words)
    weights = {word: 1.0 + WORDS.index(word) % 3 for word in set(words.replace(".", "").split())}
    return _compared(quote, weights, date(2025, 12, day) if day else None)


def plainly(compared: list[_Said]) -> list[list[int]]:
    """Return the groups by comparing each with each."""
    home: dict[int, int] = {}
    groups: dict[int, list[int]] = {}
    for n, one in enumerate(compared):
        for m, other in enumerate(compared[:n]):
            answer = _are_one(one, other) if one.document != other.document else "never"
            if answer == "always" or (answer == "near days" and _are_near(one.day, other.day)):
                top = home.setdefault(m, m)
                groups.setdefault(top, [m])
                if n not in home:
                    home[n] = top
                    groups[top].append(n)
    return list(groups.values())


SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
SAID = st.builds(
    said,
    st.lists(SENTENCES, min_size=1, max_size=2).map(". ".join),
    st.sampled_from("abcd"),
    st.sampled_from([0, 1, 2, 4, 20]),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(SAID, max_size=14))
def test_the_groups_are_those_of_comparing_each_with_each(compared: list[_Said]) -> None:
    assert _alike(compared) == plainly(compared)


def test_copies_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def counted(one: _Said, other: _Said) -> str:
        asked.append(one)
        return _are_one(one, other)

    monkeypatch.setattr(_statements, "_are_one", counted)
    texts = ("trade grows. tractors plant minsk", "plant not grows tractors", "minsk trade")
    copies = [said(text, f"{n}", 1 + n % 20) for n in range(60) for text in texts]
    found = _alike(copies)
    assert len(asked) <= len(texts) ** 2
    assert all(one < other for group in found for one, other in pairwise(group))

"""Numbers as people write them."""

from __future__ import annotations

import re

import pytest

from briefreader.extractors._numbers import WORD_NUMBER, from_digits, from_words, ordinal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-two", 22),
        ("two hundred and fifty", 250),
        ("one hundred", 100),
        ("a hundred", 100),
        ("three thousand", 3000),
        ("twelve million", 12e6),
        ("a dozen", 12),
        ("nineteen seventy", None),
        ("two three", None),
    ],
)
def test_words(text: str, value: float | None) -> None:
    assert from_words(text) == value


def test_the_pattern_takes_whole_words_only() -> None:
    found = [
        match[0]
        for match in re.finditer(WORD_NUMBER, "Someone saw seventy-two tents; million, often", re.IGNORECASE)
    ]
    assert found == ["seventy-two"]


@pytest.mark.parametrize(
    ("text", "value"), [("1,234.5", 1234.5), ("12,34,567", 1234567), ("9" * 25, None), ("", None)]
)
def test_digits(text: str, value: float | None) -> None:
    assert from_digits(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("3rd", 3), ("twenty-first", 21), ("twentieth", 20), ("hundredth", 100), ("last", None)],
)
def test_ordinals(text: str, value: int | None) -> None:
    assert ordinal(text) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two hundred and six", ["two hundred and six"]),
        ("twenty and four hours", ["twenty and four"]),
        ("between six and nine", ["six", "nine"]),
        ("thirty and forty", ["thirty", "forty"]),
    ],
)
def test_which_and_is_within_a_number(text: str, found: list[str]) -> None:
    assert [match[0] for match in re.finditer(WORD_NUMBER, text, re.IGNORECASE)] == found

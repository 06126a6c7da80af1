"""Tokens of dates."""

from __future__ import annotations

import pytest

from briefreader.extractors._dates_tokens import compile_rule, row, tokens


def kinds(text: str) -> list[str]:
    return [token.kind for token in tokens(text) if token.kind != "X"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("December 3, 2025", ["MON", "N2", "COMMA", "YR"]),
        ("twenty-first", ["ORD"]),
        ("thirty-three years", ["NUM", "US"]),
        ("1,500 and 250", ["NUM", "AND", "NUM"]),
        ("5 p.m. GMT", ["CLOCK", "ZONE"]),
        ("may march", ["LOWMON"]),
        ("50%", []),
    ],
)
def test_classes(text: str, expected: list[str]) -> None:
    found = kinds(text)
    assert found[: len(expected)] == expected


def test_irrelevant_words_become_one_separator() -> None:
    assert [token.kind for token in tokens("Friday the big brown bear slept on Monday")] == [
        "WD", "THE", "X", "ON", "WD", "X",
    ]  # fmt: skip


def test_a_rule_is_read_over_classes() -> None:
    found = tokens("On Monday, May 5 they met")
    match = compile_rule("WEEKDAY COMMA?MONTH DAY").search(row(found))
    assert match is not None
    assert [token.kind for token in found[match.start() : match.end()]] == ["WD", "COMMA", "MAY", "N2"]


def test_digits_beyond_measure_are_left() -> None:
    assert kinds("1" * 5000) == []

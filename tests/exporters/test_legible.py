"""What would break a file or deceive its reader stands as its code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.exporters._glyphs import forbidden
from briefreader.exporters._legible import legible, notices, on_one_line
from exporters.printed import PASSAGES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("evil \u202etxt.exe", "evil [U+202E]txt.exe"), ("a\x00b", "a[U+0000]b"), ("\ud800", "[U+D800]"),
        ("a\tb\u2028c", "a b c"), ("a\r\nb\rc", "a\nb\nc"), ("😀 👨‍👩‍👧", "😀 👨‍👩‍👧"),
        ("\U000e0041", "[U+E0041]"),
    ],
)  # fmt: skip
def test_what_deceives_is_shown(text: str, expected: str) -> None:
    assert legible(text, {}) == expected


def test_ordinary_text_is_as_it_was() -> None:
    replaced: dict[str, None] = {}
    assert [legible(text, replaced) for text in PASSAGES] == list(PASSAGES)
    assert replaced == {} and notices(replaced) == ()


@given(st.text(st.characters()))
def test_nothing_forbidden_is_left(text: str) -> None:
    replaced: dict[str, None] = {}
    left = legible(text, replaced)
    assert not any(forbidden(char) for char in left if char != "\n")
    assert all(f"[U+{ord(char):04X}]" in left for char in replaced)
    left.encode("utf-8")


def test_the_notice_names_what_was_replaced() -> None:
    (said,) = notices(dict.fromkeys(map(chr, range(0xE000, 0xE00C))))
    assert "U+E000" in said and "4 more" in said


def test_white_space_is_one_space() -> None:
    assert on_one_line(" a \n\u3000 b ") == "a b"

from __future__ import annotations

import pytest

from briefreader.index.highlight import spans


def marked(text: str, words: str) -> list[str]:
    return [span.of(text) for span in spans(text, words)]


@pytest.mark.parametrize(
    "text, words, expected",
    [
        ("Tô Lâm met to talk in Đà Nẵng", "da", ["Đà"]),
        ("Tô Lâm met to talk", "to lam", ["Tô Lâm"]),
        ("to meet Lam", "to lam", ["to", "Lam"]),
        ("trade and traders", "trad", ["trade", "traders"]),
        ("trade and traders", "trad and", ["and"]),
        ("a joint group, a group joint", '"joint group"', ["joint group"]),
        ("peace and trade", "peace -trade", ["peace"]),
        ("nothing", "", []),
        ("", "word", []),
    ],
)
def test_what_is_marked(text: str, words: str, expected: list[str]) -> None:
    assert marked(text, words) == expected


def test_combining_marks_belong_to_the_mark() -> None:
    text = "Ha\u0300 No\u0323\u0302i"
    assert marked(text, "ha noi") == [text]

from __future__ import annotations

import pytest

from briefreader.index._search import Part, parse


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("To Lâm", (Part(("to",)), Part(("lam",), begun=True))),
        ('"To Lâm" visit', (Part(("to", "lam")), Part(("visit",), begun=True))),
        ('visit "To Lâm"', (Part(("visit",)), Part(("to", "lam")))),
        ('visit "To Lâ', (Part(("visit",)), Part(("to", "la"), begun=True))),
        ("-no yes", (Part(("no",), excluded=True), Part(("yes",), begun=True))),
        ("yes -no", (Part(("yes",)), Part(("no",), excluded=True))),
        ("covid-19", (Part(("covid", "19"), begun=True),)),
        ("a a", (Part(("a",)), Part(("a",), begun=True))),
        ("— … !", ()),
    ],
)
def test_what_was_typed_is_taken_apart(typed: str, parts: tuple[Part, ...]) -> None:
    assert parse(typed) == parts

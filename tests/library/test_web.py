"""Addresses of web pages in a text."""

from __future__ import annotations

import pytest

from briefreader.library.web import address_at, host_of, openable


@pytest.mark.parametrize(
    "text, address",
    [
        ("See https://example.org/a?b=c#d for more.", "https://example.org/a?b=c#d"),
        ("(http://example.org/x).", "http://example.org/x"),
        ("See https://example.org/wiki/A_(b), and go.", "https://example.org/wiki/A_(b)"),
        ("“https://example.org/ở-đâu”", "https://example.org/ở-đâu"),
        ("😀 https://example.org…", "https://example.org"),
    ],
)
def test_the_address_at_a_place_without_the_signs_of_the_sentence(text: str, address: str) -> None:
    start = text.index("http")
    assert address_at(text, start) == address
    assert address_at(text, start + len(address)) == address
    assert address_at(text, 0) == ("" if start else address)


def test_where_there_is_none() -> None:
    assert address_at("No address here: www or ftp://example.org/x", 30) == ""
    assert address_at("", 0) == ""


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "file:///etc/passwd", "ftp://example.org", "https://", "https://[::1",
        "https://bank.example@elsewhere.example/", "https://example.org:x/", "https://example.org/\n",
        "https://example.org/" + "a" * 2_001, "briefreader://open?document=a", "",
    ],
)  # fmt: skip
def test_what_is_never_opened(address: str) -> None:
    assert openable(address) == ""


def test_a_host_that_looks_like_another_is_told_by_its_letters() -> None:
    assert host_of("https://example.org:8080/x") == "example.org"
    assert host_of("https://exаmple.org/") == "xn--exmple-4nf.org"  # with a Cyrillic letter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.domain.errors import BriefreaderError
from briefreader.domain.text import Span
from briefreader.library.links import QUOTED, Link, link, parse

anything = st.text(st.characters(codec=None))


@given(anything, st.integers(0, 10**6), st.integers(1, 1000), anything)
def test_an_address_comes_back_as_it_was_made(document: str, start: int, length: int, exact: str) -> None:
    span = Span(start, start + length)
    address = link(document, span, exact)
    assert parse(address) == Link(document, span, exact[:QUOTED])
    assert address.isascii() and " " not in address


@given(anything)
def test_a_document_has_an_address_too(document: str) -> None:
    assert parse(link(document)) == Link(document)


@pytest.mark.parametrize("id", ["", ".", "..", "a/b?c#d&e=f", "\x00", "\ud800", "Hà Nội", "%41", "+"])
def test_hard_ids(id: str) -> None:
    assert parse(link(id, Span(1, 2), id)).document == id


@pytest.mark.parametrize(
    "address",
    ["", "https://example.org", "briefreader://open", "briefreader://open?document=a&start=x&end=2",
     "briefreader://open?document=a&start=5&end=2", "briefreader://other?document=a", "file:///etc/passwd",
     "briefreader://[", "briefreader://open?document=a&start=1"],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_a_sentence(address: str) -> None:
    with pytest.raises(BriefreaderError, match="not the address of a passage"):
        parse(address)

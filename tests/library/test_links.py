import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.domain.errors import BriefreaderError
from briefreader.domain.text import Span
from briefreader.library.links import QUOTED, Link, link, parse, place_of

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


TEXT = "Talks were held. Trade grew by a tenth. Talks were held again, and trade grew."


def test_a_passage_is_where_its_words_are() -> None:
    span = Span(17, 39)
    meant = parse(link("a", span, span.of(TEXT)))
    assert place_of(meant, TEXT) == span
    assert place_of(meant, "Before. " + TEXT) == Span(25, 47)
    assert place_of(meant, "Nothing of it is left.") is None


def test_words_that_stand_there_twice_are_not_guessed_at() -> None:
    meant = Link("a", Span(3, 8), "Talks")
    assert place_of(meant, TEXT) is None
    assert place_of(Link("a", Span(40, 45), "Talks"), TEXT) == Span(40, 45)


def test_a_long_passage_is_as_long_as_it_was() -> None:
    long = "word " * 60
    span = Span(0, 250)
    assert place_of(parse(link("a", span, span.of(long))), long) == span
    assert place_of(parse(link("a", span, span.of(long))), long[:100]) == Span(0, 100)


def test_an_address_without_words_or_passage() -> None:
    assert place_of(Link("a"), TEXT) is None
    assert place_of(Link("a", Span(1, 5)), TEXT) == Span(1, 5)
    assert place_of(Link("a", Span(1, 500)), TEXT) is None

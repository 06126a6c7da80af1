"""The contract of the Index port, and of marking hits, which must agree with it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefreader.domain.document import Document
from briefreader.domain.folding import fold
from briefreader.domain.text import Span
from briefreader.index import Index, hits, open_index

TEXTS = {
    "visit": "Tô Lâm went to Hà Nội, and then to Đà Nẵng.",
    "lamb": "A lamb is what to lam likes. Straße, Łódź, Ørsted.",
    "virus": "The covid-19 virus and the co-operation of cities; the U.S. paid $1,000.",
    "nothing": "Erdoğan said: “No comment.”",
}


SIGNS = 'ab -"“”*?:()[]{}^~\\/+&|<>.,\x00\x01é'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def index(folder: Path) -> Iterator[Index]:
    opened = open_index(folder)
    opened.update(
        [Document(id, text, title=f"On {id}", outlet="AP News") for id, text in TEXTS.items()], [], 3
    )
    yield opened
    opened.close()


def found(index: Index, words: str) -> set[str]:
    return {hit.document for hit in index.search(words)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("to lam", {"visit", "lamb"}),
        ("TÔ LÂM", {"visit", "lamb"}),
        ("To\u0302 La\u0302m", {"visit", "lamb"}),
        ("da nang", {"visit"}),
        ("đà nẵng", {"visit"}),
        ("nan", {"visit"}),
        ("strasse", {"lamb"}),
        ("lodz orsted", {"lamb"}),
        ("erdogan", {"nothing"}),
        ("lam went", {"visit"}),
        ("lam wen", {"visit"}),
        ("la went", set()),
        ('"to lam"', {"visit", "lamb"}),
        ('"lam to"', set()),
        ('"lam went"', {"visit"}),
        ('"lam wen"', set()),
        ('"lam wen', {"visit"}),
        ("“lam went”", {"visit"}),
        ('lam "went to"', {"visit"}),
        ("covid-19", {"virus"}),
        ("co-op", {"virus"}),
        ("operation-co", set()),
        ("u.s.", {"virus"}),
        ("1,000", {"virus"}),
        ("lam -went", {"lamb"}),
        ("-went lam", {"lamb"}),
        ('lam -"lam went"', {"lamb"}),
        ("-lam", {"virus", "nothing"}),
        ("lam -wen", {"visit", "lamb"}),
        ("on vis", {"visit"}),
        ("ap new", set(TEXTS)),
        ('"visit ap"', set()),
        ("visit lamb", set()),
        ("", set()),
        ("  ", set()),
        ("-", set()),
        ('"', set()),
        ("!? ...", set()),
        ("lam AND went", {"visit"}),
    ],
)
def test_words_find_documents(index: Index, words: str, expected: set[str]) -> None:
    assert found(index, words) == expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(
    words=st.text(max_size=30)
    | st.text(st.sampled_from('ab -"“”*?:()[]{}^~\\/+&|<>.,\x00\x01é'), max_size=20)
)
def test_anything_typed_is_a_search(index: Index, words: str) -> None:
    assert [hit.document for hit in index.search(words)] == index.ids(words)
    assert isinstance(hits(TEXTS["visit"], words), list)


WORDS = st.lists(
    st.sampled_from(["to", "lam", "lâm", "lamb", "da", "đà", "nang", "U.S.", "co-op", "x"]),
    min_size=1,
    max_size=6,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(texts=st.lists(WORDS, min_size=1, max_size=5), typed=WORDS, quoted=st.booleans())
def test_what_is_found_is_what_is_marked(
    index: Index, texts: list[list[str]], typed: list[str], quoted: bool
) -> None:
    words = f'"{" ".join(typed)}"' if quoted else " ".join(typed)
    documents = [Document(str(n), " ".join(text)) for n, text in enumerate(texts)]
    index.clear()
    index.update(documents, [], 1)
    for document in documents:
        if document.id in found(index, words):
            assert hits(document.text, words)
        elif quoted:
            assert not hits(document.text, words)


def test_the_best_comes_first(folder: Path) -> None:
    index = open_index(folder)
    texts = {"once": "lam " + "x " * 50, "often": "lam lam lam " + "x " * 47, "begun": "lambs lambs lambs"}
    index.update([Document(id, text) for id, text in texts.items()], [], 1)
    index.update([Document("title", "y " * 50, title="Lam")], [], 2)
    ranked = [hit.document for hit in index.search("lam")]
    assert ranked[0] == "title"
    assert ranked.index("often") < ranked.index("once") < ranked.index("begun")
    assert [hit.document for hit in index.search("lam", 2)] == ranked[:2]
    assert index.search("lam", 0) == []
    assert index.ids("lam") == ranked


def test_many_words_with_one_beginning_are_all_found(folder: Path) -> None:
    index = open_index(folder)
    index.update([Document(str(n), f"the word{n:05} is here") for n in range(3000)], [], 1)
    assert len(index.search("wor")) == 3000
    assert len(index.search('"the wor')) == 3000


@pytest.mark.parametrize("length", [100, 101, 999, 3_000, 70_000])
@pytest.mark.parametrize("form", ["{}", '"{}', '"lam {}', '"{} la', "-{} lam", "{} la"])
def test_no_word_is_too_long_to_be_looked_for(index: Index, length: int, form: str) -> None:
    for letter in ("a", "中"):
        assert found(index, form.format(letter * length)) == ({"visit", "lamb"} if "-" in form else set())
    assert (index.count(), index.mark) == (4, 3)


def test_a_long_word_is_found_whole(index: Index) -> None:
    index.update([Document("long", "a " + "b" * 3_000)], [], 4)
    assert found(index, "b" * 3_000) == {"long"}
    assert found(index, '"a ' + "b" * 3_000) == {"long"}


def test_a_phrase_begun_with_too_many_endings_is_looked_for_in_whole_words(index: Index) -> None:
    texts = [" ".join(f"the s{n}x{word}" for word in range(200)) for n in range(110)]
    index.update([Document(str(n), text) for n, text in enumerate([*texts, "the s is a letter"])], [], 4)
    assert found(index, '"the s') == {"110"}
    assert found(index, '"the s5x19') == {"5"}
    assert (index.count(), index.mark) == (115, 4)


def test_a_document_put_in_again_takes_the_place_of_the_earlier_one(index: Index) -> None:
    index.update([Document("visit", "other words")], ["lamb", "unknown"], 4)
    assert (index.count(), index.mark) == (3, 4)
    assert found(index, "lam") == set()
    assert found(index, "other") == {"visit"}


def test_an_index_is_kept(index: Index, folder: Path) -> None:
    index.close()
    again = open_index(folder)
    assert (again.count(), again.mark) == (4, 3)
    assert found(again, "lam") == {"visit", "lamb"}


def test_a_new_index_has_reached_nothing(folder: Path) -> None:
    index = open_index(folder)
    assert (index.count(), index.mark) == (0, -1)
    assert index.search("a") == []


def test_clearing_takes_everything_out(index: Index) -> None:
    index.clear()
    assert (index.count(), index.mark, index.search("lam")) == (0, -1, [])


def test_what_another_process_wrote_is_seen(index: Index, folder: Path) -> None:
    other = open_index(folder)
    other.update([Document("more", "quite new")], [], 9)
    assert found(index, "quite") == {"more"}
    assert (index.count(), index.mark) == (5, 9)


def test_an_error_in_the_middle_leaves_the_index_as_it_was(index: Index) -> None:
    def source() -> Iterator[Document]:
        yield Document("more", "quite new")
        raise KeyError

    with pytest.raises(KeyError):
        index.update(source(), ["visit"], 9)
    assert (index.count(), index.mark) == (4, 3)
    index.update([Document("more", "quite new")], [], 9)
    assert found(index, "quite") == {"more"}


# --- hits


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Tô Lâm, to lam", "to lam", ["Tô Lâm", "to lam"]),
        ("He went to see To Lam", "to lam", ["To Lam"]),
        ("Lam went to Minsk", "to lam", ["Lam", "to"]),
        ("To\u0302 La\u0302m went", "tô lâm", ["To\u0302 La\u0302m"]),
        ("Tomorrow to Lamb", "to lam", ["to Lamb"]),
        ("to lam to lamb", '"to lam"', ["to lam"]),
        ("to lam to lamb", '"to lam', ["to lam", "to lamb"]),
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("the U.S. and us", "u.s.", ["U.S"]),
        ("a ﬁne day, finest", "fine", ["ﬁne", "finest"]),
        ("co\u00adoperation", "cooperation", ["co\u00adoperation"]),
        ("lam lam lam", '"lam lam"', ["lam lam lam"]),
        ("no hits", "other", []),
        ("but -not", "but -not", ["but"]),
        ("anything", "", []),
    ],
)
def test_hits_are_whole_words_of_the_text(text: str, words: str, expected: list[str]) -> None:
    assert [span.of(text) for span in hits(text, words)] == expected


@given(st.text(), st.text(max_size=8))
def test_hits_are_in_order_and_do_not_overlap(text: str, words: str) -> None:
    spans = hits(text, words)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.end <= len(text) for span in spans)


@given(st.text(), st.from_regex(r"[^\W_]{1,9}", fullmatch=True), st.text())
def test_a_word_is_found_wherever_it_stands(before: str, word: str, after: str) -> None:
    text = f"{before} {word} {after}"
    if fold(word).isalnum():
        place = len(before) + 1
        assert any(Span(place, place + len(word)).overlaps(span) for span in hits(text, word))

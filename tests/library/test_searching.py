from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.domain.document import Block, Document, Noise, Published, lines
from briefreader.domain.fact import Analysis
from briefreader.domain.query import Query
from briefreader.domain.text import Span
from briefreader.library.searching import find, matching, snippet
from briefreader.library.workspace import Workspace, open_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    documents = [
        Document("once", "Tô Lâm and others " + "word " * 80, published=Published("2025-05-02")),
        Document("often", "To Lam, To Lam, To Lam", outlet="AP", published=Published("2025-05-01")),
        Document("none", "Something else", published=Published("2025-05-03")),
    ]
    with open_workspace(tmp_path / "w.briefreader") as opened:
        opened.store.add([Analysis(document) for document in documents], "a/1")
        opened.refresh_index()
        yield opened


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(), ["none", "once", "often"]),
        (Query(words="to lam"), ["once", "often"]),
        (Query(words="to lam", order="relevance"), ["often", "once"]),
        (Query(words="to lam", order="oldest"), ["often", "once"]),
        (Query(words="to lam", outlets=frozenset({"AP"})), ["often"]),
        (Query(words="nobody"), []),
        (Query(words='  "'), ["none", "once", "often"]),
        (Query(words="-"), ["none", "once", "often"]),
    ],
)
def test_words_and_filters_go_together(workspace: Workspace, query: Query, expected: list[str]) -> None:
    assert find(workspace, query) == expected


def test_no_words_match_everything(workspace: Workspace) -> None:
    assert matching(workspace, Query(words=" ")) is None
    assert matching(workspace, Query(words="nobody")) == []


TEXT = (
    "A long headline of To Lam\n"
    "PHOTO: To Lam with a guest\n"
    "The first paragraph speaks of other things, and at some length, before it comes to an end at last.\n"
    "The second one speaks of the economy, of the weather, and of what Lam had said before he went.\n"
    "The third says that To Lam met the guest from Warsaw, and that both were glad of it and smiled."
)


def document() -> Document:
    caption = TEXT.index("PHOTO")
    blocks = (Block("title", Span(0, TEXT.index("\n"))), *lines(TEXT)[1:])
    return Document("d", TEXT, blocks, (Noise("caption", Span(caption, caption + 26)),))


def test_a_snippet_shows_where_most_of_the_words_are() -> None:
    text, marks = snippet(document(), "to lam warsaw", 100)
    assert "To Lam met the guest from Warsaw" in text
    assert [mark.of(text) for mark in marks] == ["To", "Lam", "Warsaw"]
    assert text.startswith("…")
    assert len(text) <= 102


def test_a_snippet_shows_neither_noise_nor_the_title() -> None:
    text, _marks = snippet(document(), "photo headline", 1000)
    assert "PHOTO" not in text
    assert "headline" not in text
    assert text.startswith("The first paragraph")


def test_a_snippet_without_a_hit_is_the_beginning() -> None:
    text, marks = snippet(document(), "nobody", 40)
    assert text == "The first paragraph speaks of other…"
    assert marks == []
    assert snippet(Document("d", ""), "a") == ("", [])


@given(st.text(max_size=400), st.text(max_size=12), st.integers(1, 200))
def test_the_marks_of_a_snippet_lie_in_it(text: str, words: str, width: int) -> None:
    found, marks = snippet(Document("d", text, lines(text)), words, width)
    assert len(found) <= width + 2
    assert all(mark.end <= len(found) for mark in marks)
    assert all(mark.of(found).strip("…") for mark in marks)

"""Documents, facts and annotations for the tests of the store."""

from __future__ import annotations

from dataclasses import replace

from briefreader.domain.annotation import Annotation
from briefreader.domain.document import Block, Document, Published, lines
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.text import Anchor, Span
from briefreader.store import Store


def article(id: str, published: str = "", outlet: str = "", title: str = "", text: str = "") -> Document:
    text = text or f"{title or id}\nSome words of {id}."
    first = text.index("\n")
    return Document(
        id,
        text,
        (Block("title", Span(0, first)), *lines(text)[1:]),
        title=title or id,
        title_how="headline",
        published=Published(published, "header" if published else "none", "why"),
        outlet=outlet,
        author="An Author",
        language="en",
        url="https://example.org/" + id,
        origin=f"/sources/{id}.txt",
        sha256=f"sha-{id}",
        reader="text/1",
        warnings=("odd",),
    )


def person(id: str, start: int, score: float = 0.0, kind: str = "person") -> Fact:
    return Fact(id, kind, Span(start, start + 2), "ab", about="Ab", score=score, data={"rule": "r", "n": [1]})


def put(store: Store, *documents: Document) -> None:
    store.add([Analysis(each) for each in documents], "a/1")


def mark(id: str, document: str, start: int = 0, **values: object) -> Annotation:
    anchor = Anchor(Span(start, start + 3), "abc", "x", "y")
    return replace(Annotation(id, document, anchor, revision=1), **values)  # type: ignore[arg-type]

"""A small store in memory, and documents for tests of briefings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, cast

from briefreader.domain.annotation import Annotation
from briefreader.domain.briefing import Briefing, Item
from briefreader.domain.decision import Decision
from briefreader.domain.document import Document, Noise, Published, lines
from briefreader.domain.fact import Fact
from briefreader.domain.text import Anchor, Span
from briefreader.library.composing import compose
from briefreader.library.proposing import Choice, propose
from briefreader.store import Store

FIRST = """BYN 3.78
Minsk and Hanoi signed a protocol on 3 December 2025.
"We see Vietnam as a promising partner," said Alexander Volfovich. He added that trade had grown.
Trade exceeded $245 million in 2024. Some 100 million people live in Vietnam."""
SECOND = """Bộ trưởng Lương Tam Quang hội đàm tại Hà Nội.
"Chúng tôi tin cậy nhau," ông Lương Tam Quang nói.
Kim ngạch đạt 245 triệu USD."""
THIRD = """Вольфович прибыл в Ханой.
"Мы доверяем друг другу", — сказал Вольфович."""


def document(id: str, text: str, date: str = "", how: str = "header", **values: Any) -> Document:
    noise = (Noise("ticker", Span(0, 8)),) if text.startswith("BYN") else ()
    return Document(
        id, text, lines(text), noise, f"Title of {id}", published=Published(date, how, "Because."), **values
    )


def documents() -> list[Document]:
    return [
        document("c", THIRD, "", "none", language="ru"),
        document("a", FIRST, "2025-12-04", outlet="Viet Nam News", language="en", sha256="a" * 64),
        document("b", SECOND, "2025-05", "inferred", language="vi", origin="/home/me/b.txt"),
    ]


def fact(owner: Document, kind: str, text: str, **values: Any) -> Fact:
    start = owner.text.index(text)
    return Fact(owner.id, kind, Span(start, start + len(text)), text, **values)


def mark(id: str, owner: Document, text: str, **values: Any) -> Annotation:
    start = owner.text.index(text)
    return Annotation(id, owner.id, Anchor.on(owner.text, Span(start, start + len(text))), **values)


def briefed(store: Store, documents: Sequence[str], choice: Choice, made: str) -> Briefing:
    """Return the briefing that is proposed on some documents."""
    return compose(store, propose(store, documents, choice, stamp=made), made)


class ListedStore:
    """The few methods of a store that composing asks, over lists."""

    def __init__(
        self,
        documents: Sequence[Document],
        facts: Sequence[Fact] = (),
        marks: Sequence[Annotation] = (),
        decisions: Sequence[Decision] = (),
    ) -> None:
        self._documents = {each.id: each for each in documents}
        self._facts, self._marks, self._decisions = list(facts), list(marks), list(decisions)
        self.replaced: dict[str, str] = {}

    def document(self, id: str) -> Document | None:
        return self._documents.get(id)

    def successors(self, documents: Sequence[str]) -> dict[str, str]:
        found = {id: self.replaced[id] for id in documents if id in self.replaced}
        further = self.successors(list(found.values())) if found else {}
        return {id: further.get(now, now) for id, now in found.items()}

    def predecessors(self, documents: Sequence[str]) -> dict[str, str]:
        return {old: new for old, new in self.replaced.items() if new in documents}

    def documents(self, ids: Sequence[str]) -> list[Document]:
        return [self._documents[id] for id in ids if id in self._documents]

    def facts(self, documents: Sequence[str], kinds: Collection[str] = (), limit: int = 0) -> list[Fact]:
        found = [f for id in documents for f in self._facts if f.document == id and f.kind in kinds]
        return sorted(found, key=lambda f: -f.score)[:limit] if limit else found

    def decisions(self, documents: Sequence[str] | None = None) -> list[Decision]:
        return [each for each in self._decisions if documents is None or each.document in documents]

    def annotations(self, documents: Sequence[str] | None = None) -> list[Annotation]:
        return [each for each in self._marks if documents is None or each.document in documents]


def sample_store() -> Store:
    c, a, b = documents()
    facts = [
        fact(a, "figure", "3.78", amount=3.78, score=9.0),
        fact(a, "figure", "$245 million", amount=245e6, unit="USD", about="trade", when="2024", score=3.0,
             data={"comparator": ">"}),
        fact(a, "figure", "100 million", amount=1e8, score=1.0, data={"comparator": "~"}),
        fact(b, "figure", "245 triệu USD", amount=245e6, unit="USD", about="trade", when="2024", score=2.0),
        fact(a, "event", "Minsk and Hanoi signed a protocol", when="2025-12-03", score=1.0,
             data={"who": ["Minsk", "Hanoi"]}),
        fact(a, "key", "Minsk and Hanoi signed a protocol on 3 December 2025.", score=1.0),
        fact(a, "quote", "We see Vietnam as a promising partner,", about="Alexander Volfovich",
             data={"kind": "direct", "role": "State Secretary"}),
        fact(a, "quote", "trade had grown", about="Alexander Volfovich", data={"kind": "indirect"}),
        fact(b, "quote", "Chúng tôi tin cậy nhau,", about="Lương Tam Quang", data={"kind": "direct"}),
        fact(c, "quote", "Мы доверяем друг другу", about="", data={"kind": "direct"}),
    ]  # fmt: skip
    marks = [
        mark("4", c, "Вольфович прибыл в Ханой.", starred=True),
        mark("2", a, "Trade exceeded $245 million in 2024.", starred=True, note="Check this."),
        mark("1", a, "Minsk and Hanoi", starred=True),
        mark("3", b, "hội đàm tại Hà Nội", note="A note alone."),
        mark("5", b, "Kim ngạch", colour="green"),
    ]
    return cast("Store", ListedStore((c, a, b), facts, marks))


def items(briefing: Briefing, kind: str) -> list[Item]:
    """Return the items of all sections of a kind."""
    return [item for section in briefing.sections if section.kind == kind for item in section.items]

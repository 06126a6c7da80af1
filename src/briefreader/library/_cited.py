"""The sources of one briefing: where each passage stands now, in which words, and the numbered list."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefreader.domain.briefing import Citation, CitedSource
from briefreader.domain.decision import Passage
from briefreader.domain.document import Document
from briefreader.domain.outline import Grade
from briefreader.domain.placing import CHANGED, Placed, place, place_after
from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.library import _evidence as evidence
from briefreader.library.links import link
from briefreader.store import Store


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage stands now: no span if its words are no longer there; ``text`` is what it says."""

    document: Document
    span: Span | None
    text: str


class Cited:
    """The documents behind some passages, each as its newest version, numbered by date."""

    def __init__(self, store: Store, passages: Sequence[Passage], scope: Sequence[str]) -> None:
        self._store = store
        self._opened: dict[str, Document | None] = {}
        self._newest = store.successors(list(dict.fromkeys(each.document for each in passages)))
        self._found: dict[Passage, Found] = {}
        self._starts: dict[str, list[int]] = {}
        given = {id: n for n, id in enumerate(scope)}
        places: dict[str, int] = {}
        for each in passages:
            id = self.found(each).document.id
            own = min(given.get(each.document, len(given)), given.get(id, len(given)))
            places[id] = min(own, places.get(id, own))
        ordered = sorted(places, key=lambda id: (self._known(id).published.value or "9999", places[id]))
        self.numbers = {id: n for n, id in enumerate(ordered, 1)}

    @property
    def documents(self) -> list[Document]:
        """Return the cited documents by their number."""
        return [self._known(id) for id in self.numbers]

    def found(self, passage: Passage) -> Found:
        """Return where a passage stands now: in the newest version of its document, if that still says it."""
        if passage not in self._found:
            self._found[passage] = self._place(passage)
        return self._found[passage]

    def citation(self, passage: Passage) -> Citation:
        """Return the citation of a passage; one that is no longer found has no paragraph."""
        found = self.found(passage)
        document, span = found.document, found.span
        published = document.published
        return Citation(
            self.numbers[document.id],
            document.outlet,
            document.title,
            published.value,
            bool(published.value) and not published.certain,
            self._paragraph(document, span.start) if span else 0,
            link(document.id, span, span.of(document.text) if span else ""),
            found.text,
        )

    def whole(self, passage: Passage) -> Citation:
        """Return the citation of the document that a passage is in, as a whole."""
        cited = self.citation(passage)
        return Citation(
            cited.source, cited.outlet, cited.title, cited.date, cited.inferred, 0,
            link(self.found(passage).document.id),
        )  # fmt: skip

    def sources(self, grades: Mapping[str, Grade]) -> Iterator[CitedSource]:
        """Yield the list of sources; a grade holds for every version of its document."""
        newest = self._store.successors(list(grades))
        given = {newest.get(id, id): grade for id, grade in grades.items()} | dict(grades)
        for id, number in self.numbers.items():
            document, grade = self._known(id), given.get(id, Grade())
            published = document.published
            yield CitedSource(
                number,
                document.outlet,
                document.title,
                published.value,
                bool(published.value) and not published.certain,
                evidence.how_dated(published) if document.text else _("It is no longer in the workspace."),
                document.author,
                evidence.origin(document),
                document.sha256,
                link(document.id),
                document.language,
                grade.reliability + grade.credibility,
                grade.descriptor,
                document.url,
            )

    def period(self) -> tuple[str, str]:
        """Return the first and the last date of the sources: of those that are stated, if any is."""
        dated = [each.published for each in self.documents if each.published.value]
        dated = [each for each in dated if each.certain] or dated
        if not dated:
            return "", ""
        first = min(dated, key=lambda each: (str(each.first), each.value))
        last = max(dated, key=lambda each: (str(each.last), each.value))
        return first.value, last.value

    def _paragraph(self, document: Document, place: int) -> int:
        """Return what ``Document.paragraph_at`` does; a long document is gone through once."""
        if document.id not in self._starts:
            self._starts[document.id] = document.paragraph_starts()
        return max(1, bisect_right(self._starts[document.id], place))

    def _place(self, passage: Passage) -> Found:
        there = self._document(passage.document)
        newest = self._document(self._newest.get(passage.document, passage.document))
        document = newest or there or Document(passage.document, "")
        placed = _placed(passage, there, document)
        if placed is not None and placed.how != CHANGED:
            return Found(document, placed.span, evidence.verbatim(document, placed.span))
        span = passage.anchor.find(there.text) if there is not None else None
        said = evidence.verbatim(there, span) if there is not None and span else passage.anchor.exact
        return Found(document, None, said)

    def _document(self, id: str) -> Document | None:
        if id not in self._opened:
            self._opened[id] = self._store.document(id)
        return self._opened[id]

    def _known(self, id: str) -> Document:
        return self._document(id) or Document(id, "")


def _placed(passage: Passage, there: Document | None, document: Document) -> Placed | None:
    if there is not None and there.id != document.id:
        return place_after(passage.anchor, there.text, document.text)
    return place(passage.anchor, document.text)

"""What the user looks at: the documents that a query takes, and one document with all that is known of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefreader.domain.annotation import Annotation, Edit, Status
from briefreader.domain.document import Document
from briefreader.domain.fact import Fact
from briefreader.domain.placing import Placed
from briefreader.domain.query import Counts, Query
from briefreader.domain.text import Span
from briefreader.library import annotating, judging
from briefreader.library.workspace import Workspace

LONG_TEXT = 150_000
"""Code points from which a document is shown before its facts are there."""
_CHUNK = 500  # documents asked for at once on the way to the next unread one


@dataclass(frozen=True, slots=True)
class Listing:
    """The documents that the query takes, in its order, and the counts beside them."""

    query: Query
    ids: tuple[str, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Opened:
    """The document in the reader with all that is known of it."""

    document: Document
    facts: tuple[Fact, ...]
    annotations: tuple[Annotation, ...]
    status: Status
    complete: bool = True
    """Whether the facts are there; those of a long document come a moment later."""
    asked: str = ""
    """The id that was asked for, of an earlier version of the document perhaps."""

    def annotation_on(self, span: Span) -> Annotation | None:
        """Return the annotation of exactly this passage."""
        return annotating.annotation_on(self.annotations, self.document, span)

    def annotation(self, id: str) -> Annotation | None:
        """Return the annotation with this id."""
        return next((each for each in self.annotations if each.id == id), None)

    def place_of(self, id: str) -> Span | None:
        """Return where the passage of an annotation is now; None if it is gone."""
        annotation = self.annotation(id)
        return annotating.place_of(annotation, self.document) if annotation else None

    def covering(self, span: Span) -> Annotation | None:
        """Return the annotation with the shortest passage that holds all of a span."""
        places = [(annotating.place_of(each, self.document), each) for each in self.annotations]
        around = [(len(place), each.id, each) for place, each in places if place and place.contains(span)]
        return min(around)[2] if around else None

    def refreshed(self, fetched: Opened, edited: bool) -> Opened:
        """Return this with what was fetched anew; what is ``edited`` just now is newer than the store's."""
        marks = self if edited else fetched
        found = fetched if fetched.complete else self
        return replace(found, annotations=marks.annotations, status=marks.status)

    def after(self, *edits: Edit) -> Opened:
        """Return this with edits carried out, one after another."""
        status = self.status
        marks = {each.id: each for each in self.annotations}
        for edit in edits:
            record = edit.after or edit.before
            assert record is not None
            if isinstance(record, Status):
                rebased = annotating.rebased(edit, status).after
                status = rebased if isinstance(rebased, Status) else Status(self.document.id)
                continue
            marks.pop(record.id, None)
            if isinstance(edit.after, Annotation):
                marks[record.id] = edit.after
        return replace(
            self, annotations=tuple(sorted(marks.values(), key=annotating.in_order)), status=status
        )


def look(workspace: Workspace, query: Query) -> Listing:
    """Return the documents that a query takes, in its order, with the counts beside them."""
    from briefreader.library import searching

    among = searching.matching(workspace, query)
    ids = workspace.store.ids(query, among)
    return Listing(query, tuple(ids), workspace.store.counts(query, among))


def opened(workspace: Workspace, id: str) -> Opened | None:
    """Return a document with its facts, annotations and state; None if there is none.

    Marks of its earlier versions that could not be carried over are among them. Of an earlier version,
    the document that took its place is returned.
    """
    store, asked = workspace.store, id
    document = store.document(id)
    if document is None:
        id = store.successors([id]).get(id, "")
        document = store.document(id) if id else None
    if document is None:
        return None
    facts = tuple(judging.judged(workspace, store.facts([id]), [id]))
    return replace(marked(workspace, document), facts=facts, asked=asked, complete=True)


def first_seen(workspace: Workspace, id: str) -> Opened | None:
    """Return a document as ``opened`` does, but a long one without its facts, which take longer."""
    document = workspace.store.document(id)
    if document is None or len(document.text) < LONG_TEXT:
        return opened(workspace, id)
    return replace(marked(workspace, document), asked=id)


def marked(workspace: Workspace, document: Document) -> Opened:
    """Return a document with what a person made of it, without its facts."""
    store, id = workspace.store, document.id
    annotations = tuple(store.annotations([id, *store.predecessors([id])]))
    return Opened(document, (), annotations, store.statuses([id])[0], complete=False)


def placed_in_all(workspace: Workspace, annotations: Sequence[Annotation]) -> dict[str, Placed | None]:
    """Return where the passages of annotations are in their documents, by the ids of the annotations."""
    of: dict[str, list[Annotation]] = defaultdict(list)
    for annotation in annotations:
        if annotation.anchor is not None:
            of[annotation.document].append(annotation)
    placed: dict[str, Placed | None] = {each.id: None for marks in of.values() for each in marks}
    for document in workspace.store.documents(list(of)):
        for each in of[document.id]:
            placed[each.id] = each.placed(document.text)
    return placed


def next_unread(workspace: Workspace, ids: Sequence[str]) -> str | None:
    """Return the first of these documents that has not been read; None if all have."""
    for start in range(0, len(ids), _CHUNK):
        for status in workspace.store.statuses(ids[start : start + _CHUNK]):
            if not status.read:
                return status.document
    return None

"""What a person does to passages and documents, as edits that can be undone."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any

from briefreader.domain.annotation import Annotation, Edit, Status
from briefreader.domain.changes import Changes
from briefreader.domain.document import Document
from briefreader.domain.outline import Outline
from briefreader.domain.placing import Placed
from briefreader.domain.text import Anchor, Span
from briefreader.library import merging, outlining
from briefreader.library.workspace import Workspace


def now() -> str:
    """Return this moment as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


def annotation_on(annotations: Iterable[Annotation], document: Document, span: Span) -> Annotation | None:
    """Return the annotation of exactly this passage."""
    for annotation in annotations:
        # The length alone tells most of them apart, without looking for each in a long text.
        may_be = annotation.document == document.id and len(annotation.exact) == len(span)
        if may_be and place_of(annotation, document) == span:
            return annotation
    return None


def place_of(annotation: Annotation, document: Document) -> Span | None:
    """Return where an annotation's passage is in the document as it is now, or None if there is none."""
    placed = placed_in(annotation, document)
    return placed.span if placed else None


def placed_in(annotation: Annotation, document: Document) -> Placed | None:
    """Return where an annotation's passage is in a document, and how it was found there.

    One that is still of an earlier version of the document could not be carried over, so it has no place.
    """
    return annotation.placed(document.text) if annotation.document == document.id else None


def in_order(annotation: Annotation) -> tuple[int, int]:
    """Return what annotations of one document are sorted by: those about the whole of it come first."""
    span = annotation.anchor.span if annotation.anchor else None
    return (span.start, span.end) if span else (-1, -1)


def annotate(
    document: Document, existing: Annotation | None, span: Span, stamp: str, author: str = "", **values: Any
) -> Edit:
    """Return the edit that sets values (starred, colour, underline, note, tags) on a passage.

    With no annotation there yet, one is made; one on which nothing is left is removed.
    """
    if existing is None:
        fresh = Annotation(str(uuid.uuid4()), document.id, Anchor.on(document.text, span))
        fresh = replace(fresh, author=author, created=stamp, changed=stamp, revision=1, **values)
        return Edit(None, fresh)
    return amend(existing, stamp, **values)


def note_on_whole(document: str, stamp: str, note: str, tags: Sequence[str] = (), author: str = "") -> Edit:
    """Return the edit that adds a note about a document as a whole."""
    fresh = Annotation(
        str(uuid.uuid4()), document, None, note=note, tags=tuple(tags), author=author, created=stamp,
        changed=stamp, revision=1,
    )  # fmt: skip
    return Edit(None, fresh)


def amend(existing: Annotation, stamp: str, **values: Any) -> Edit:
    """Return the edit that sets values on an annotation, or removes it if nothing is left on it."""
    changed = replace(existing, changed=stamp, revision=existing.revision + 1, **values)
    return Edit(existing, None if changed.blank else changed)


def put(existing: Annotation, document: Document, span: Span, stamp: str) -> Edit:
    """Return the edit that puts an annotation on a passage, whose words are then its own."""
    anchor = Anchor.on(document.text, span)
    after = replace(
        existing, document=document.id, anchor=anchor, changed=stamp, revision=existing.revision + 1
    )
    return Edit(existing, after)


def set_status(status: Status, **values: Any) -> Edit:
    """Return the edit that sets values (starred, read, tags, title, outlet, published) on a document."""
    return Edit(status if status.revision else None, replace(status, revision=status.revision + 1, **values))


def rebased(edit: Edit, stored: Status) -> Edit:
    """Return the edit of a status as it has to be made on what is stored now.

    Only the fields that the edit changes count: that the article was read meanwhile does not stand in
    the way of taking a star off. If one of these fields is no longer as it was, the edit comes back as
    it is, and the store refuses it.
    """
    before = edit.before if isinstance(edit.before, Status) else Status(edit.document)
    after = edit.after if isinstance(edit.after, Status) else Status(edit.document)
    names = [each.name for each in fields(Status) if each.name != "revision"]
    changed = {name: getattr(after, name) for name in names if getattr(before, name) != getattr(after, name)}
    if any(getattr(stored, name) != getattr(before, name) for name in changed):
        return edit
    return set_status(stored, **changed)


def tags_in_use(annotations: Sequence[Annotation], statuses: Sequence[Status] = ()) -> list[str]:
    """Return every tag in use, each once, in order."""
    records: list[Annotation | Status] = [*annotations, *statuses]
    found = {tag for record in records for tag in record.tags}
    return sorted(found, key=str.casefold)


def apply(workspace: Workspace, edits: Sequence[Edit]) -> Changes:
    """Carry out edits, those of statuses and briefings on what is stored now.

    Raise Conflict if what they change has been changed by somebody else.
    """
    ids = [edit.document for edit in edits if _of_status(edit)]
    stored = {status.document: status for status in workspace.store.statuses(ids)}
    edits = [
        replace(edit, after=outlining.sound(edit.after)) if isinstance(edit.after, Outline) else edit
        for edit in edits
    ]
    own = [edit.after.id for edit in edits if isinstance(edit.after, Outline)]
    outlines = {each.id: each for each in workspace.store.briefings(own)} if own else {}

    def made(edit: Edit) -> Edit:
        if _of_status(edit):
            return rebased(edit, stored[edit.document])
        after = edit.after
        if isinstance(after, Outline) and after.id in outlines and own.count(after.id) == 1:
            return merging.rebased(edit, outlines[after.id])
        return edit

    return workspace.store.apply([made(edit) for edit in edits])


def renames(edit: Edit) -> bool:
    """Tell whether an edit changes words that the search looks at: a title or an outlet."""
    before, after = (
        (record.title, record.outlet) if isinstance(record, Status) else ("", "")
        for record in (edit.before, edit.after)
    )
    return before != after


def _of_status(edit: Edit) -> bool:
    return isinstance(edit.after or edit.before, Status)

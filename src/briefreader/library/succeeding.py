"""What becomes of marks, states and decisions when a source has changed: its new document takes over.

Marks whose passage is found again go over with their old anchors, so that their old words can still be shown;
the others stay with the old document, which no list shows, and are listed as unplaced.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefreader.domain.annotation import Annotation, Edit, Status, with_tag
from briefreader.domain.changes import Changes
from briefreader.domain.decision import Decision, Passage
from briefreader.domain.document import Document
from briefreader.domain.errors import ReadError
from briefreader.domain.placing import Placed, place, place_after
from briefreader.library.origins import fingerprint, resemblance
from briefreader.library.pipeline import read_bytes
from briefreader.store import Store

SAME_ARTICLE = 0.15
"""The share of runs of words from which on a changed source is taken for a version of the article it held."""


@dataclass(frozen=True, slots=True)
class Succession:
    """A document that took the place of an older version: how many marks were found again, how sure."""

    old: str
    new: str
    found: int = 0
    unsure: int = 0
    unplaced: int = 0


def earlier(store: Store, document: Document) -> Document | None:
    """Return the version of a document that its source held when it was read before, if it has changed.

    To be asked before the new one is put in. A source that now holds quite another article, or whose old
    content is still to be found in another file, has no earlier version: both are documents of their own.
    """
    for old in store.from_origin(document.origin):
        if old.id != document.id and old.sha256 != document.sha256 and _alike(old, document):
            return None if _stands_elsewhere(store, old) else old
    return None


def note_copies(store: Store, marks: dict[str, str]) -> None:
    """Remember which files hold the same bytes; ``marks`` maps paths to hashes."""
    of: dict[str, list[str]] = {}
    for path, mark in marks.items():
        of.setdefault(mark, []).append(path)
    for mark, paths in of.items():
        if len(paths) > 1:
            known = set(_copies(store, mark))
            if not known >= set(paths):
                store.remember(f"copies {mark}", json.dumps(sorted(known | set(paths))))


def take_over(store: Store, old: Document, new: Document) -> tuple[Succession, Changes]:
    """Let a document take the place of its earlier version, with all that a person made of that."""
    before = [old.id, *store.predecessors([old.id])]
    marks = [(each, _placed(each, old, new)) for each in store.annotations(before)]
    edits = [
        Edit(each, replace(each, document=new.id, revision=each.revision + 1))
        for each, placed in marks
        if placed is not None or each.anchor is None
    ]
    edits += _statuses(store, old.id, new.id)
    edits += _decisions(store, old.id, new)
    changes = store.succeed(old.id, new.id, edits)
    found = [placed for _each, placed in marks if placed is not None]
    whole = sum(each.anchor is None for each, _placed in marks)
    unsure = sum(not placed.sure for placed in found)
    told = Succession(old.id, new.id, len(found) + whole, unsure, len(marks) - len(found) - whole)
    return told, changes


def _alike(old: Document, new: Document) -> bool:
    if old.title == new.title and old.title_how in ("headline", "metadata"):
        return True
    return resemblance(fingerprint(old), fingerprint(new)) >= SAME_ARTICLE


def _copies(store: Store, mark: str) -> list[str]:
    said = store.recall(f"copies {mark}")
    return [str(path) for path in json.loads(said)] if said else []


def _stands_elsewhere(store: Store, old: Document) -> bool:
    for path in _copies(store, old.sha256):
        try:
            if hashlib.sha256(read_bytes(path)).hexdigest() == old.sha256:
                return True
        except ReadError:
            continue
    return False


def _placed(annotation: Annotation, old: Document, new: Document) -> Placed | None:
    if annotation.anchor is None:
        return None
    if annotation.document != old.id:  # it was unplaced before
        return place(annotation.anchor, new.text)
    return place_after(annotation.anchor, old.text, new.text)


def _statuses(store: Store, old: str, new: str) -> Iterator[Edit]:
    before, there = store.statuses([old, new])
    if before == Status(old):
        return
    tags: Sequence[str] = there.tags
    for tag in before.tags:
        tags = with_tag(tags, tag)
    yield Edit(before, None)
    yield Edit(
        there if there != Status(new) else None,
        Status(
            new,
            before.starred or there.starred,
            before.read or there.read,
            tuple(tags),
            there.title or before.title,
            there.outlet or before.outlet,
            there.published or before.published,
            there.revision + 1,
        ),
    )


def _decisions(store: Store, old: str, new: Document) -> Iterator[Edit]:
    """Yield the edits of decisions: only words that are still the same are what was decided on."""
    for decision in store.decisions():
        passages = tuple(_carried(each, old, new) for each in decision.passages)
        if passages != decision.passages:
            yield Edit(decision, _with(decision, passages))


def _with(decision: Decision, passages: tuple[Passage, ...]) -> Decision:
    return replace(decision, passages=passages, revision=decision.revision + 1)


def _carried(passage: Passage, old: str, new: Document) -> Passage:
    there = passage.document == old and passage.anchor.find(new.text) is not None
    return replace(passage, document=new.id) if there else passage

"""What becomes of marks, states and decisions when a source has changed: its new document takes over.

Marks whose passage is found again go over with their old anchors, so that their old words can still be shown;
the others stay with the old document, which no list shows, and are listed as unplaced.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefreader.domain.annotation import Annotation, Edit, Replaced, Status, with_tag
from briefreader.domain.decision import Passage
from briefreader.domain.document import Document
from briefreader.domain.errors import ReadError
from briefreader.domain.placing import Placed, place, place_after
from briefreader.library.origins import fingerprint, resemblance
from briefreader.library.pipeline import read_bytes
from briefreader.library.sources import several
from briefreader.store import Store

SAME_ARTICLE = 0.15
"""The share of runs of words from which on a changed source is taken for a version of the article it held."""


@dataclass(frozen=True, slots=True)
class Succession:
    """A document that took the place of an older version: how many marks were found again, how sure.

    Without an ``old`` one, it is the same source of which another reader made another text.
    """

    old: str
    new: str
    title: str = ""
    found: int = 0
    unsure: int = 0
    unplaced: int = 0


@dataclass(frozen=True, slots=True)
class Carried:
    """How marks, states and decisions are carried over to new documents.

    ``edits`` carry over what was made on earlier versions, which they replace: undone, these are there again.
    ``left`` are those that go with another reading of the same bytes, which there is no way back from; the
    texts of earlier readings that marks are left on are ``kept``.
    """

    told: tuple[Succession, ...]
    edits: tuple[Edit, ...]
    left: tuple[Edit, ...]
    kept: tuple[Document, ...]

    @property
    def of_a_person(self) -> bool:
        """Tell whether anything is carried over but that an article was read."""
        return any(not _only_read(edit) for edit in self.edits)


def _only_read(edit: Edit) -> bool:
    for record in (edit.before, edit.after):
        if isinstance(record, Status):
            if record != Status(record.document, read=record.read, revision=record.revision):
                return False
        elif record is not None and not isinstance(record, Replaced):
            return False
    return True


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


def carry_over(store: Store, documents: Sequence[Document]) -> Carried:
    """Return how all that a person made is carried over to documents that are about to be put in.

    That is from the versions that their sources held before, and from what an earlier reader made of the
    same bytes. The old texts are at hand for it: a mark that is not surely found stays with the old text.
    """
    told: list[Succession] = []
    edits: list[Edit] = []
    kept: list[Document] = []
    left: list[Edit] = []
    olds: dict[str, Document] = {}
    for new in documents:
        was = store.as_read(new.id)
        # A record of a file of several says nothing of which of the others it was before.
        old = None if several(new.origin) else earlier(store, new)
        rewritten = was is not None and was.text != new.text
        if old is None and not rewritten:
            continue
        succession, marks, behind = _marks(store, old, new, was if rewritten else None)
        own = store.statuses([old.id])[0].title if old else ""
        told.append(replace(succession, title=own) if own else succession)
        if behind and was is not None:
            version = replace(was, id=_version_of(was))
            kept.append(version)
            left += [Edit(each, _moved(each, version.id)) for each in behind]
            left.append(Edit(None, Replaced(version.id, new.id)))
        if old is None:
            left += marks
            continue
        olds[old.id] = new
        edits += [*marks, *_statuses(store, old.id, new.id), Edit(None, Replaced(old.id, new.id))]
    if olds:
        edits = [*_decisions(store, olds), *edits]
    return Carried(tuple(told), tuple(edits), tuple(left), tuple(kept))


def _marks(
    store: Store, old: Document | None, new: Document, was: Document | None
) -> tuple[Succession, list[Edit], list[Annotation]]:
    """Return what becomes of the marks: how many, the edits, and those left to an earlier reading."""
    versions = [old.id, *store.predecessors([old.id])] if old else []
    if was is not None:
        versions += [was.id, *store.predecessors([was.id])]
    texts = {id: each.text for id in dict.fromkeys(versions) if (each := store.as_read(id)) is not None}
    edits: list[Edit] = []
    behind: list[Annotation] = []
    found = unsure = unplaced = 0
    for mark in store.annotations(list(dict.fromkeys(versions))):
        placed = _placed(mark, texts.get(mark.document), new)
        if placed is None and mark.anchor is not None:
            unplaced += 1
            if mark.document == new.id and was is not None:
                behind.append(mark)
            continue
        found += 1
        unsure += placed is not None and not placed.sure
        if mark.document != new.id:
            edits.append(Edit(mark, _moved(mark, new.id)))
    return Succession(old.id if old else "", new.id, new.title, found, unsure, unplaced), edits, behind


def _moved(mark: Annotation, document: str) -> Annotation:
    return replace(mark, document=document, revision=mark.revision + 1)


def _version_of(document: Document) -> str:
    """Return the id under which an earlier reading of the same bytes is kept."""
    return hashlib.sha256(f"{document.id}\n{document.text}".encode()).hexdigest()


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


def _placed(annotation: Annotation, old: str | None, new: Document) -> Placed | None:
    if annotation.anchor is None:
        return None
    if old is None:  # of a version that an earlier program did not keep
        return place(annotation.anchor, new.text)
    return place_after(annotation.anchor, old, new.text)


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


def _decisions(store: Store, olds: Mapping[str, Document]) -> Iterator[Edit]:
    """Yield the edits of decisions: only words that are still the same are what was decided on."""
    for decision in store.decisions():
        passages = tuple(_carried(each, olds.get(each.document)) for each in decision.passages)
        if passages != decision.passages:
            yield Edit(decision, replace(decision, passages=passages, revision=decision.revision + 1))


def _carried(passage: Passage, new: Document | None) -> Passage:
    there = new is not None and passage.anchor.find(new.text) is not None
    return replace(passage, document=new.id) if new is not None and there else passage

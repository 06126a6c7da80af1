"""Many marks at once: those that are looked at, and what is done to all that are chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from briefreader.domain.annotation import Annotation, Edit, with_tag
from briefreader.domain.noting import NotesFilter
from briefreader.domain.placing import Placed
from briefreader.library import annotating, looking
from briefreader.library.workspace import Progress, Workspace


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks that a filter takes, the first of them, and what all of them could be narrowed by."""

    shown: tuple[Annotation, ...] = ()
    matching: int = 0
    total: int = 0
    tags: tuple[str, ...] = ()
    """The tags of all, the most frequent first."""
    authors: tuple[str, ...] = ()


def choose(annotations: Iterable[Annotation], wanted: NotesFilter, limit: int) -> Marks:
    """Return the marks that a filter takes; no more than ``limit`` are to be shown."""
    shown: list[Annotation] = []
    matching = total = 0
    tags: Counter[str] = Counter()
    authors: set[str] = set()
    for each in annotations:
        total += 1
        tags.update(each.tags)
        authors.add(each.author)
        if wanted.takes(each):
            matching += 1
            if len(shown) < limit:
                shown.append(each)
    by_use = sorted(tags, key=lambda tag: (-tags[tag], tag.casefold(), tag))
    return Marks(tuple(shown), matching, total, tuple(by_use), tuple(sorted(authors, key=str.casefold)))


def gather(
    workspace: Workspace, ids: Sequence[str], wanted: NotesFilter, limit: int, progress: Progress
) -> tuple[Marks, dict[str, str], dict[str, Placed | None]]:
    """Return the marks of these documents that a filter takes, titles of those with shown ones, and places.

    Marks that were left on an earlier version of a document are among them.
    """
    progress(0, 1, "")
    found = workspace.store.annotations([*ids, *workspace.store.predecessors(ids)])
    progress(0, 1, "")
    marks = choose(found, wanted, limit)
    used = list(dict.fromkeys(each.document for each in marks.shown))
    titles = {row.id: row.title for row in workspace.store.rows(used)}
    return marks, titles, looking.placed_in_all(workspace, marks.shown)


def marks_named(workspace: Workspace, documents: Sequence[str], ids: Collection[str]) -> list[Annotation]:
    """Return the marks with these ids, which are on these documents, as they are stored now."""
    wanted = set(ids)
    return [each for each in workspace.store.annotations(documents) if each.id in wanted]


def set_on_all(marks: Iterable[Annotation], stamp: str, **values: Any) -> list[Edit]:
    """Return the edits that set values (starred, colour, underline) on each mark that has others."""
    return _changed(marks, stamp, lambda _mark: values)


def tag_all(
    marks: Iterable[Annotation], add: Collection[str], off: Collection[str], stamp: str
) -> list[Edit]:
    """Return the edits that put tags on each of the marks and take others off."""

    def tags(mark: Annotation) -> dict[str, Any]:
        now: tuple[str, ...] = tuple(tag for tag in mark.tags if tag not in off)
        for tag in add:
            now = with_tag(now, tag)
        return {"tags": now if set(now) != set(mark.tags) else mark.tags}

    return _changed(marks, stamp, tags)


def _changed(
    marks: Iterable[Annotation], stamp: str, values: Callable[[Annotation], dict[str, Any]]
) -> list[Edit]:
    made = ((mark, values(mark)) for mark in marks)
    return [
        annotating.amend(mark, stamp, **given)
        for mark, given in made
        if any(getattr(mark, name) != value for name, value in given.items())
    ]

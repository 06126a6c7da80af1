"""Annotations from elsewhere: each finds its document and its passage, or it is said that it does not."""

from __future__ import annotations

import re
import uuid
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from briefreader.domain.annotation import COLOURS, Annotation, Edit, with_tag
from briefreader.domain.document import Document
from briefreader.domain.errors import ReadError
from briefreader.domain.shared import CORRECTED, Carried, CarriedStatus, Incoming, SharedSource
from briefreader.domain.text import Anchor, Span
from briefreader.i18n import _, plural
from briefreader.interchange import format_of
from briefreader.library import annotating
from briefreader.library._whereabouts import Whereabouts
from briefreader.library.workspace import Progress, Workspace

Passage: TypeAlias = Span | str | None

_LARGEST = 128 * 2**20  # bytes of a file
_NAMED = 3  # articles that a sentence names
_BETWEEN_WORDS = re.compile(r"[\s_]+")


@dataclass(slots=True)
class Received:
    """What becomes of the annotations of a file: the edits that add them, and what is said of the rest.

    ``taken`` counts the articles on which something is set itself, ``known`` what the workspace has already;
    ``unplaced`` holds annotations that are added although their passage is not found, ``homeless`` those
    whose document is not in the workspace; ``unclear`` counts what could not be understood.
    """

    edits: list[Edit] = field(default_factory=list)
    taken: int = 0
    known: int = 0
    unplaced: list[Carried] = field(default_factory=list)
    homeless: list[Carried] = field(default_factory=list)
    unclear: int = 0

    @property
    def whole(self) -> bool:
        """Tell whether everything in the file is now where it belongs."""
        return not (self.unplaced or self.homeless or self.unclear)

    def said(self) -> list[str]:
        """Return it in sentences."""
        added = len(self.edits) - self.taken
        told = [plural("{n} annotation was added.", "{n} annotations were added.", added)]
        if self.taken:
            told.append(
                plural(
                    "Star, tags or corrections of {n} article were taken over.",
                    "Stars, tags or corrections of {n} articles were taken over.",
                    self.taken,
                )
            )
        if self.known:
            told.append(plural("{n} was already there.", "{n} were already there.", self.known))
        if self.unplaced:
            told.append(
                plural(
                    "The passage of {n} was not found: it is kept as unplaced.",
                    "The passages of {n} were not found: they are kept as unplaced.",
                    len(self.unplaced),
                )
            )
        if self.homeless:
            words = plural(
                "{n} belongs to no article of this workspace",
                "{n} belong to no article of this workspace",
                len(self.homeless),
            )
            told.append(f"{words}: {_named(self.homeless)}.")
        if self.unclear:
            told.append(plural("{n} could not be understood.", "{n} could not be understood.", self.unclear))
        return told


def read(path: Path) -> Incoming:
    """Return the annotations of a file; raise ReadError with a sentence if it cannot be read."""
    format = format_of(path.name)
    try:
        if path.stat().st_size > _LARGEST:
            raise ReadError(_("“{name}” is too large to be read.").format(name=path.name))
        raw = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).rstrip(".")
        raise ReadError(
            _("“{name}” cannot be read: {reason}.").format(name=path.name, reason=reason)
        ) from error
    try:
        return format.read(raw)
    except ReadError as error:
        words = _("“{name}” cannot be read. {reason}").format(name=path.name, reason=error.message)
        raise ReadError(words, error.hint) from error


def receive(
    workspace: Workspace, incoming: Incoming, stamp: str, progress: Progress | None = None
) -> Received:
    """Return what adds annotations to a workspace; those that it has already are not added again.

    ``stamp`` is the moment of those that tell none.
    """
    received = Received(unclear=incoming.unclear)
    shelf = _Shelf(workspace, stamp)
    sources = [each.source for each in incoming.marks] + [each.source for each in incoming.statuses]
    where = Whereabouts(workspace.store, sources, progress)
    _take_statuses(workspace, incoming.statuses, where, received)
    for n, mark in enumerate(incoming.marks, 1):
        document, span = where.find(mark)
        if document is None:
            received.homeless.append(mark)
        elif (anchor := _anchor(mark, document, span)) is None and not mark.whole:
            received.unclear += 1
        elif shelf.has(mark, document, anchor, span):
            received.known += 1
        elif mark.whole and mark.blank:
            received.unclear += 1
        else:
            received.edits.append(Edit(None, shelf.put(mark, document, anchor, span)))
            if span is None and not mark.whole:
                received.unplaced.append(mark)
        if progress is not None and n % 50 == 0:
            progress(n, len(incoming.marks), _("Placing annotations"))
    return received


def _take_statuses(
    workspace: Workspace, statuses: Sequence[CarriedStatus], where: Whereabouts, received: Received
) -> None:
    """Add the edits that set on articles themselves what a file says of them; nothing there is altered."""
    for each in {each.source: each for each in statuses}.values():
        told = each.status
        mark = Carried(each.source, whole=True, starred=told.starred, tags=told.tags)
        document, _span = where.find(mark)
        if document is None:
            received.homeless.append(mark)
            continue
        (there,) = workspace.store.statuses([document.id])
        shown = dict(zip(CORRECTED, (document.title, document.outlet, document.published.value), strict=True))
        corrected = {
            name: value
            for name in CORRECTED
            if (value := getattr(told, name)) and not getattr(there, name) and value != shown[name]
        }
        spelled = {*map(_spelled, there.tags)}
        fresh = [tag for tag in told.tags if _spelled(tag) not in spelled]
        if not (corrected or fresh or told.starred > there.starred):
            received.known += 1
            continue
        tags = there.tags
        for tag in fresh:
            tags = with_tag(tags, tag)
        starred = there.starred or told.starred
        received.edits.append(annotating.set_status(there, starred=starred, tags=tags, **corrected))
        received.taken += 1


class _Shelf:
    """The annotations that a workspace has, and those that come to it."""

    def __init__(self, workspace: Workspace, stamp: str) -> None:
        self._stamp = stamp
        self._ids: set[str] = set()
        self._before: dict[str, list[Annotation]] = defaultdict(list)
        for each in workspace.store.annotations():
            self._ids.add(each.id)
            self._before[each.document].append(each)
        self._kept: dict[str, dict[Passage, list[Annotation]]] = {}
        self._come: set[tuple[str, Span | None, Carried]] = set()

    def has(self, mark: Carried, document: Document, anchor: Anchor | None, span: Span | None) -> bool:
        """Tell whether an annotation of the same passage says all that this one does.

        Those of the file itself stay apart, unless one stands in it twice.
        """
        if _come_as(mark, document, span) in self._come:
            return True
        there = self._of(document).get(_passage(anchor, span), ())
        return any(_holds(each, mark) for each in there)

    def put(self, mark: Carried, document: Document, anchor: Anchor | None, span: Span | None) -> Annotation:
        """Keep and return the annotation that a mark becomes."""
        id = mark.id if mark.id and mark.id not in self._ids else str(uuid.uuid4())
        created = mark.created or self._stamp
        moments = {"created": created, "changed": mark.changed or created}
        made = Annotation(id, document.id, anchor, 1, **(mark.values() | moments))
        if made.blank:  # the passage was marked, and nothing more is known
            made = replace(made, colour=COLOURS[0])
        self._ids.add(id)
        self._come.add(_come_as(mark, document, span))
        return made

    def _of(self, document: Document) -> Mapping[Passage, Sequence[Annotation]]:
        """Return what a document had before, by passages."""
        if document.id not in self._kept:
            there = self._kept[document.id] = defaultdict(list)
            for each in self._before.get(document.id, ()):
                there[_passage(each.anchor, each.place(document.text))].append(each)
        return self._kept[document.id]


def _passage(anchor: Anchor | None, span: Span | None) -> Passage:
    """Return what two annotations of one passage have in common: its place, else its words."""
    return span or (anchor.exact if anchor else None)


def _come_as(mark: Carried, document: Document, span: Span | None) -> tuple[str, Span | None, Carried]:
    """Return all that tells an annotation of a file from the others in it."""
    return document.id, span, replace(mark, source=SharedSource())


def _anchor(mark: Carried, document: Document, span: Span | None) -> Anchor | None:
    """Return the anchor of a mark: where it was found, else as the file has it; None if that is nothing."""
    if span is not None:
        return Anchor.on(document.text, span)
    if mark.whole or not mark.exact.strip():
        return None
    start = mark.start or 0
    return Anchor(Span(start, start + len(mark.exact)), mark.exact, mark.before, mark.after)


def _holds(annotation: Annotation, mark: Carried) -> bool:
    return (
        mark.note in ("", annotation.note)
        and mark.colour in ("", annotation.colour)
        and mark.underline in ("", annotation.underline)
        and mark.starred <= annotation.starred
        and {*map(_spelled, mark.tags)} <= {*map(_spelled, annotation.tags)}
    )


def _spelled(tag: str) -> str:
    """Return a tag as it is the same in every format: some know tags of one word only."""
    return _BETWEEN_WORDS.sub(" ", tag).strip(" .") or tag


def _named(marks: Sequence[Carried]) -> str:
    """Return the titles of the articles that most of these belong to."""
    titles = Counter(
        mark.source.title or mark.source.url or mark.source.id or _("no title") for mark in marks
    )
    shown = [f"“{title[:60]}”" for title, _n in titles.most_common(_NAMED)]
    return ", ".join(shown) + (" …" if len(titles) > _NAMED else "")

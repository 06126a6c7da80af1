"""What a person makes of a document: passages marked, and the state of the document itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeAlias

from briefreader.domain.decision import Decision
from briefreader.domain.outline import Outline
from briefreader.domain.placing import Placed, place
from briefreader.domain.text import Anchor, Span

COLOURS = ("yellow", "red", "green", "blue", "purple", "magenta", "orange", "grey")
"""The highlight colours, in the order of the keys 1 to 8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """How a passage is marked: starred, highlighted, underlined, noted, tagged, or several of these.

    ``colour`` (of the highlight) and ``underline`` are each one of COLOURS or empty; times are
    ISO 8601 in UTC.
    """

    starred: bool = False
    colour: str = ""
    underline: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    author: str = ""
    created: str = ""
    changed: str = ""

    @property
    def blank(self) -> bool:
        """Tell whether nothing is left that would be worth keeping."""
        return not (self.starred or self.colour or self.underline or self.note or self.tags)

    def values(self) -> dict[str, Any]:
        """Return by name what makes another marking the same."""
        return {each.name: getattr(self, each.name) for each in fields(Marking)}


@dataclass(frozen=True, slots=True)
class Annotation(Marking):
    """A passage that a person marked; without an ``anchor`` it is about the document as a whole.

    ``id`` is a UUID in text form. ``revision`` counts the writes, so that a stale edit is refused.
    """

    id: str
    document: str
    anchor: Anchor | None
    revision: int = 0

    @property
    def exact(self) -> str:
        """Return the words of its passage as they were when it was marked; "" for a whole document."""
        return self.anchor.exact if self.anchor else ""

    def place(self, text: str) -> Span | None:
        """Return where its passage is in this text: None if it is not found, or is no passage."""
        placed = self.placed(text)
        return placed.span if placed else None

    def placed(self, text: str) -> Placed | None:
        """Return where its passage is in this text, and how it was found there."""
        return place(self.anchor, text) if self.anchor else None


@dataclass(frozen=True, slots=True)
class Status:
    """What a person has set on a document as a whole; empty means "as the machine found it"."""

    document: str
    starred: bool = False
    read: bool = False
    tags: tuple[str, ...] = ()
    title: str = ""
    outlet: str = ""
    published: str = ""
    revision: int = 0

    @property
    def id(self) -> str:
        """Return what identifies the record: there is one for each document."""
        return self.document


@dataclass(frozen=True, slots=True)
class Replaced:
    """A document whose place a newer version has taken: no list shows it, what a person made is carried over.

    That it was replaced can be taken back like anything else, as long as its text is kept.
    """

    document: str
    by: str

    @property
    def id(self) -> str:
        """Return what identifies the record: a document is replaced by one other."""
        return self.document


Record: TypeAlias = Annotation | Status | Decision | Replaced | Outline


@dataclass(frozen=True, slots=True)
class Discarded:
    """A mark or note that was removed, as it was, with the moment (ISO 8601 in UTC); kept for a while."""

    annotation: Annotation
    when: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """Passages and documents that have a tag."""

    annotations: tuple[Annotation, ...]
    statuses: tuple[Status, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one record: without ``before`` it adds, without ``after`` it removes."""

    before: Record | None
    after: Record | None

    def undone(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(self.after, self.before)

    @property
    def document(self) -> str:
        """Return the document that it touches; "" for a briefing or a decision about the whole corpus."""
        record = self.after or self.before
        assert record is not None
        return record.document


Edits: TypeAlias = Sequence[Edit]


def undone(edits: Edits) -> tuple[Edit, ...]:
    """Return the edits that take all of these back, last first."""
    return tuple(edit.undone() for edit in reversed(edits))


def with_tag(tags: Sequence[str], tag: str) -> tuple[str, ...]:
    """Return the tags with this one added, in order, none twice."""
    return tuple(sorted({*tags, tag.strip()} - {""}, key=lambda each: (each.casefold(), each)))

"""Which documents the user is looking at, and what a list of them shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefreader.domain.document import Published

SHELVES = ("all", "unread", "starred", "annotated")
ORDERS = ("newest", "oldest", "title", "relevance")


@dataclass(frozen=True, slots=True)
class Query:
    """A filter: every part that is set must hold.

    ``since`` and ``until`` are inclusive; a document counts if any day that its date can mean lies
    between them. ``undated`` says whether documents without a date count while a limit is set.
    ``outlets`` and ``tags`` take any of their members; the outlet "" means "no outlet known".
    """

    words: str = ""
    shelf: str = "all"
    outlets: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    undated: bool = True
    order: str = "newest"

    @property
    def dated(self) -> bool:
        """Tell whether a limit of time is set."""
        return self.since is not None or self.until is not None


@dataclass(frozen=True, slots=True)
class Row:
    """A document as a list shows it; title, outlet and date are the user's where they set them."""

    id: str
    title: str
    title_how: str
    outlet: str
    published: Published
    snippet: str
    words: int
    read: bool
    starred: bool
    stars: int
    notes: int
    highlights: int
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many documents there are of each sort, for the source list and the histogram.

    ``days`` maps each publication date as stored (ISO, of any precision) to its count.
    """

    all: int = 0
    unread: int = 0
    starred: int = 0
    annotated: int = 0
    undated: int = 0
    outlets: dict[str, int] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)
    days: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, and why, in one sentence."""

    origin: str
    reason: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class WorkspaceCopy:
    """What a copy of a workspace holds: its file, size in bytes, the store's mark, articles and marks."""

    path: Path
    size: int
    mark: int
    articles: int
    marks: int

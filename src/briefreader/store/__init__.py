"""The store: the one truth of a workspace. A store belongs to the thread that opened it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from briefreader.domain.annotation import Annotation, Discarded, Edits, Status, Tagged
from briefreader.domain.changes import Changes
from briefreader.domain.decision import Decision
from briefreader.domain.document import Document
from briefreader.domain.errors import WorkspaceError
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.outline import Exported, Outline
from briefreader.domain.query import Counts, Failure, Query, Row, WorkspaceCopy


class Store(Protocol):
    """What every store offers. Lists keep the order of the ids asked for; unknown ids are left out."""

    @property
    def workspace(self) -> str:
        """Return the workspace's own id, a UUID made when it was."""

    def ids(self, query: Query, among: Sequence[str] | None = None, limit: int = 0) -> list[str]:
        """Return the ids of the documents that the query takes, in its order; with a limit, the first.

        ``query.words`` is not looked at: the index answers for it and its answer is ``among``, whose
        order holds if ``query.order`` is "relevance".
        """

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """Return what a list shows of these documents."""

    def counts(self, query: Query, among: Sequence[str] | None = None) -> Counts:
        """Return how many documents there are of each sort.

        Shelves, outlets and tags are counted within words and time; ``days`` and ``undated`` within
        everything but time, so that a filter never hides what it could be widened to.
        """

    def document(self, id: str) -> Document | None:
        """Return a document, with the user's title, outlet and date put in; None if there is none."""

    def documents(self, ids: Sequence[str] | None = None) -> Iterable[Document]:
        """Yield these documents, or every one, as ``document`` does, without holding them all."""

    def known(self, sha256: str, reader: str, analyser: str) -> bool:
        """Tell whether a source with these bytes was already read and analysed by these versions."""

    def count_stale(self, analyser: str) -> int:
        """Return how many documents were analysed by other versions than these."""

    def stale(self, analyser: str) -> Iterable[Document]:
        """Yield the documents that were analysed by other versions than these, as the machine had them.

        What a person corrected on them is not put in. They may be added anew while they are yielded.
        """

    def facts(self, documents: Sequence[str], kinds: Collection[str] = (), limit: int = 0) -> list[Fact]:
        """Return the facts of these documents: all kinds unless some are named.

        They come by document in the order asked for, then by place; with a limit, the ``limit``
        highest scores of all, highest first.
        """

    def add(self, analyses: Sequence[Analysis], analyser: str, edits: Edits = ()) -> Changes:
        """Put in documents and their facts, in one transaction, in place of earlier analyses of them.

        Edits of what a person made, which go with that, are carried out after it, as ``apply`` does.
        """

    def fail(self, failures: Sequence[Failure]) -> None:
        """Remember sources that could not be read, in place of earlier failures of the same."""

    def failures(self) -> list[Failure]:
        """Return the sources that could not be read."""

    def forget_failures(self, origins: Sequence[str]) -> None:
        """Drop the failures of these sources, which can be read by now or are gone; others have none."""

    def from_origin(self, origin: str) -> list[Document]:
        """Return the documents that came from a source, as ``document`` does; none that was replaced."""

    def as_read(self, id: str) -> Document | None:
        """Return a document as its reader made it, even one that was replaced, as long as that is kept."""

    def successors(self, documents: Sequence[str]) -> dict[str, str]:
        """Return which document stands in the place of each of these now; those that stand are left out."""

    def predecessors(self, documents: Sequence[str]) -> dict[str, str]:
        """Return the documents whose place these have taken, each with the one that stands there now."""

    def forget_replaced(self, before: str) -> None:
        """Drop the documents that were replaced before a moment (ISO 8601 in UTC).

        Those on which anything rests that a person made are kept.
        """

    def annotation(self, id: str) -> Annotation | None:
        """Return an annotation."""

    def annotations(self, documents: Sequence[str] | None = None) -> list[Annotation]:
        """Return the annotations of these documents, or all, by document and place.

        Those about a document as a whole come first.
        """

    def discarded(self) -> list[Discarded]:
        """Return the annotations that were removed and are still kept, the last first."""

    def forget_discarded(self, before: str = "", ids: Sequence[str] | None = None) -> None:
        """Drop the annotations that were removed before a moment (ISO 8601 in UTC), or all of them.

        With ids, only those of them.
        """

    def tagged(self, tag: str = "") -> Tagged:
        """Return the annotations and statuses that have a tag, or any tag at all."""

    def statuses(self, documents: Sequence[str]) -> list[Status]:
        """Return the state of each of these documents: a blank one where nothing was set."""

    def decisions(self, documents: Sequence[str] | None = None) -> list[Decision]:
        """Return what a person decided on facts, names and claims, oldest first.

        With documents, the decisions whose first passage is in one of them.
        """

    def briefings(self, ids: Sequence[str] | None = None) -> list[Outline]:
        """Return the briefings in the making, or these of them, oldest first."""

    def keep_export(self, exported: Exported) -> None:
        """Note that a briefing was exported; it is history, so no edit and no change that is followed."""

    def exports(self, briefing: str) -> list[Exported]:
        """Return the exports of a briefing, the last first."""

    def apply(self, edits: Edits) -> Changes:
        """Carry out edits in one transaction, all or none; raise Conflict if a record has changed.

        The changes name the annotations, and as statuses the documents whose rows are now other.
        A record counts as unchanged if the stored one equals ``edit.before``, its revision
        included; a blank status stands for none. What is stored is ``edit.after`` as it is, so that
        an undone edit brings back the earlier revision with the earlier value. A document that is
        ``Replaced`` is in no list any more.
        """

    def remember(self, key: str, value: str) -> None:
        """Keep a small value with the workspace, such as the reading position.

        It is no change that anybody follows, so the mark stays; a power cut may take the last ones.
        """

    def recall(self, key: str) -> str:
        """Return a value kept by ``remember``, or an empty string."""

    def mark(self) -> int:
        """Return a number that grows with every write but ``remember``, by whichever process."""

    def others_wrote(self) -> bool:
        """Tell whether somebody else has written since this was asked last, or since the store was opened.

        Whoever writes by another store object is somebody else, in this process as well.
        """

    def evidence(self) -> str:
        """Return a digest of all that a comparison of the sources rests on.

        It is another once a document comes, goes or is analysed again, once it has another title, outlet
        or date, and once a decision is made or taken back; not by reading, marking or tagging.
        """

    def changed_since(self, mark: int) -> list[str]:
        """Return the ids of the documents whose text, title or outlet was written after a mark."""

    def close(self) -> None:
        """Let go of the file."""


def holds(path: Path, document: str) -> bool:
    """Tell whether the workspace in a file has a document, without altering anything in the file."""
    from briefreader.store import _sqlite

    return _sqlite.holds(path, document)


def copy_workspace(path: Path, target: Path) -> None:
    """Write a whole copy of the workspace in a file, which others may read and write meanwhile."""
    from briefreader.store import _copying

    _copying.copy(path, target)


def look_into(path: Path) -> WorkspaceCopy:
    """Return what a copy of a workspace holds, without altering anything in the file."""
    from briefreader.store import _copying

    return _copying.look_into(path)


def is_alone(path: Path) -> bool:
    """Tell whether nobody has the workspace in a file open, in this process or another."""
    from briefreader.store import _copying

    return _copying.is_alone(path)


def replace_by(path: Path, source: Path) -> None:
    """Put the content of a copy in the place of a workspace's own; raise WorkspaceError if it is open."""
    from briefreader.store import _copying

    _copying.replace_by(path, source)


def workspace_in_use(path: Path) -> WorkspaceError:
    """Return what is said when somebody else has a workspace open."""
    from briefreader.store import _copying

    return _copying.in_use(path)


def open_store(path: Path, folder: str = "") -> Store:
    """Open the workspace in a file, or make it; raise WorkspaceError with a sentence if that fails.

    ``folder`` is the folder of sources that a new workspace is for.
    """
    from briefreader.store.sql import SqliteStore

    return SqliteStore(path, folder)

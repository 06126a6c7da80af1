"""The trash: marks and notes that were removed, kept for a while, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from briefreader.domain.annotation import Annotation, Edit
from briefreader.library.workspace import Workspace

KEPT_DAYS = 30
"""How many days what was removed is kept."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A mark or note in the trash: as it was, when it was removed, and the title of its article."""

    annotation: Annotation
    when: str
    title: str


def removed(workspace: Workspace) -> list[Removed]:
    """Return what is in the trash, the last removed first; the title is empty if the article is gone."""
    found = workspace.store.discarded()
    ids = list(dict.fromkeys(each.annotation.document for each in found))
    titles = {row.id: row.title for row in workspace.store.rows(ids)}
    return [Removed(each.annotation, each.when, titles.get(each.annotation.document, "")) for each in found]


def restored(found: Sequence[Removed]) -> list[Edit]:
    """Return the edits that bring these back as they were."""
    return [Edit(None, each.annotation) for each in found]


def erase(workspace: Workspace, ids: Sequence[str] | None = None) -> None:
    """Delete for good what was removed: these, or everything that is in the trash."""
    workspace.store.forget_discarded(ids=ids)


def forget_old(workspace: Workspace, now: datetime) -> None:
    """Delete for good what was removed more than KEPT_DAYS days before this moment (in UTC).

    Earlier versions of articles go then too, if nothing rests on them.
    """
    limit = (now - timedelta(days=KEPT_DAYS)).replace(microsecond=0).isoformat()
    workspace.store.forget_discarded(before=limit)
    workspace.store.forget_replaced(before=limit)

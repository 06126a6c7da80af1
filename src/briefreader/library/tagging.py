"""Tags over the whole workspace: how often each is used, renaming, merging and deleting everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefreader.domain.annotation import Annotation, Edit, Status, with_tag
from briefreader.library import annotating
from briefreader.library.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TagUse:
    """A tag, and on how many articles and passages it stands."""

    tag: str
    articles: int
    passages: int


def tags_used(workspace: Workspace) -> list[TagUse]:
    """Return every tag with how often it is used, in order."""
    found = workspace.store.tagged()
    articles = Counter(tag for each in found.statuses for tag in each.tags)
    passages = Counter(tag for each in found.annotations for tag in each.tags)
    order = sorted(articles.keys() | passages.keys(), key=lambda tag: (tag.casefold(), tag))
    return [TagUse(tag, articles[tag], passages[tag]) for tag in order]


def cleaned(tag: str) -> str:
    """Return a tag as it is kept: single spaces, no # before it; "" for one with a comma."""
    tag = " ".join(tag.split()).lstrip("#").strip()
    return "" if "," in tag else tag


def renaming(workspace: Workspace, tag: str, other: str, stamp: str) -> list[Edit]:
    """Return the edits that put another tag in the place of one everywhere; it may be there already."""
    return _everywhere(workspace, tag, other, stamp)


def deleting(workspace: Workspace, tag: str, stamp: str) -> list[Edit]:
    """Return the edits that take a tag off everywhere; a passage that has nothing else loses its mark."""
    return _everywhere(workspace, tag, "", stamp)


def _everywhere(workspace: Workspace, tag: str, other: str, stamp: str) -> list[Edit]:
    found = workspace.store.tagged(tag)
    marks = [annotating.amend(each, stamp, tags=_instead(each, tag, other)) for each in found.annotations]
    return marks + [annotating.set_status(each, tags=_instead(each, tag, other)) for each in found.statuses]


def _instead(record: Annotation | Status, tag: str, other: str) -> Sequence[str]:
    return with_tag([each for each in record.tags if each != tag], other)

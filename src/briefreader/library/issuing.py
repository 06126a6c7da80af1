"""A briefing as it goes out: made here by window and command alike, so that one choice gives one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefreader.domain.briefing import Briefing
from briefreader.domain.outline import Outline
from briefreader.domain.survey import Survey
from briefreader.library import changing, manifests
from briefreader.store import Store


def issued(store: Store, outline: Outline, made: str, survey: Survey | None = None) -> Briefing:
    """Return the printed briefing with its manifest; ``made`` is the moment it bears.

    What changed since its last export is printed if the briefing is to tell it.
    """
    changes = changing.since_export(outline, survey, store).lines if tells_changes(outline) else {}
    return manifests.sealed(store, outline, made, survey, changes)


def printed_changes(outline: Outline, changes: Mapping[str, str]) -> Mapping[str, str]:
    """Return what is printed of the changes of its lines: all if the briefing is to tell them, else none."""
    return changes if tells_changes(outline) else {}


def tells_changes(outline: Outline) -> bool:
    """Tell whether what changed since the last export is printed: only if the author wants it."""
    return bool(outline.options.get("changes"))


def telling_changes(outline: Outline, wanted: bool) -> Outline:
    """Return the outline with what changed printed, or not."""
    if tells_changes(outline) == wanted:
        return outline
    return replace(outline, options={**outline.options, "changes": wanted})

"""Looking over the whole corpus: who is named, what sources agree and differ on, when, and how much."""

from __future__ import annotations

from briefreader.domain.survey import Survey
from briefreader.library.workspace import Progress, Workspace


def survey(workspace: Workspace, progress: Progress | None = None) -> Survey:
    """Return the survey of a workspace as it is now."""
    return Survey()

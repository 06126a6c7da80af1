"""Writes a briefing as JSON: all that it holds, for programs (docs/notes/briefing-format.md)."""

from __future__ import annotations

from dataclasses import asdict

from briefreader.domain.briefing import Briefing
from briefreader.exporters._json import written
from briefreader.i18n import N_

NAME = "json"
LABEL = N_("JSON, for programs")
SUFFIX = ".json"

FORMAT = 1
"""Counts up when something in the format means something else than before."""


def render(briefing: Briefing) -> tuple[bytes, tuple[str, ...]]:
    """Return the file; a reader gets each text back as it was."""
    return written({"format": FORMAT, "briefing": asdict(briefing)}), ()

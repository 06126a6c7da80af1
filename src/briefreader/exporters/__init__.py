"""Exporters: an export format each, from a briefing to a file.

A module of this package that does not start with an underscore is an exporter.
"""

from __future__ import annotations

from typing import Protocol, cast

from briefreader.domain.briefing import Briefing
from briefreader.domain.errors import ExportError
from briefreader.i18n import _
from briefreader.plugins import discover


class Exporter(Protocol):
    """What an exporter module offers."""

    @property
    def NAME(self) -> str:
        """Name the format, in one word."""

    @property
    def LABEL(self) -> str:
        """Name the format for the user."""

    @property
    def SUFFIX(self) -> str:
        """Name the file ending, with the dot."""

    def render(self, briefing: Briefing) -> tuple[bytes, tuple[str, ...]]:
        """Return the file's bytes and one sentence for each thing that could not be shown as it is.

        The same briefing gives the same bytes. Raises ExportError if the file cannot be made.
        """


def exporters() -> tuple[Exporter, ...]:
    """Return all exporters."""
    return cast("tuple[Exporter, ...]", discover(__name__))


def citation_styles() -> dict[str, str]:
    """Return the styles of citations by name, each with what it is called; the usual one comes first."""
    from briefreader.exporters._citations import styles

    return styles()


def exporter_for(name: str) -> Exporter:
    """Return the exporter for a format's name, a file's ending or its name; ExportError if there is none.

    Of endings that fit, as those of "sources.csl.json", the longest counts.
    """
    asked = name.lower()
    fitting = [each for each in exporters() if asked == each.NAME or asked.endswith(each.SUFFIX)]
    if fitting:
        return max(fitting, key=lambda each: len(each.SUFFIX))
    known = ", ".join(exporter.SUFFIX for exporter in exporters())
    ending = name[max(name.rfind("."), 0) :]
    raise ExportError(
        _("Briefreader does not write “{name}” files.").format(name=ending),
        _("Give the file one of these endings: {known}.").format(known=known),
    )

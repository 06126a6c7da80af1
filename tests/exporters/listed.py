"""Sources for tests of the lists of sources."""

from __future__ import annotations

from dataclasses import replace

from briefreader.domain.briefing import Briefing, CitedSource
from briefreader.exporters import exporter_for
from exporters.printed import source

ONE = replace(source(1), url="https://example.org/a?b=1&c={2}", grade="B2", date="2025-05", inferred=True)
BARE = replace(source(2), outlet="", author="", date="", url="", language="", origin="", sha256="", link="")


def text(format: str, *sources: CitedSource) -> str:
    """Return the list in a format."""
    return exporter_for(format).render(Briefing("B", sources=sources))[0].decode("utf-8")

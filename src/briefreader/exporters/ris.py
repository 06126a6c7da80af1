"""Writes the sources of a briefing as RIS, which programs for references read."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.domain.briefing import Briefing, CitedSource
from briefreader.exporters._bibliography import day, key, notes_on
from briefreader.exporters._legible import legible, notices, on_one_line
from briefreader.i18n import N_

NAME = "ris"
LABEL = N_("Sources as RIS")
SUFFIX = ".ris"


def render(briefing: Briefing) -> tuple[bytes, tuple[str, ...]]:
    """Return the list of sources, and a sentence for each thing that could not be shown as it is."""
    replaced: dict[str, None] = {}
    lines: list[str] = []
    for source in briefing.sources:
        # One line for each entry: a line end in a text would begin an entry of its own.
        lines += [f"{tag}  - {on_one_line(legible(text, replaced))}" for tag, text in _entries(source)]
        lines += ["ER  - ", ""]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8"), notices(replaced)


def _entries(source: CitedSource) -> Iterator[tuple[str, str]]:
    """Yield tag and text of each entry; the type comes first, as the format wants it."""
    yield "TY", "NEWS"
    parts = day(source.date)
    written = "/".join(f"{part:0{width}}" for part, width in zip(parts, (4, 2, 2), strict=False))
    for tag, text in (
        ("ID", key(source)),
        ("AU", source.author),
        ("TI", source.title),
        ("T2", source.outlet),
        ("PY", f"{parts[0]:04}" if parts else ""),
        ("DA", written + "/" * (3 - len(parts)) if parts else ""),
        ("UR", source.url),
        ("LA", source.language),
    ):
        if text.strip():
            yield tag, text
    for note in notes_on(source):
        yield "N1", note

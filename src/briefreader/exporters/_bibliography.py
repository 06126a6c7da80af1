"""What the lists of sources for other programs have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefreader.domain.briefing import CitedSource
from briefreader.exporters._legible import on_one_line

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def key(source: CitedSource) -> str:
    """Return a name for a source that no other source of the list has, and that stays over exports."""
    digest = re.sub("[^0-9a-f]", "", source.sha256.lower())[:8]
    return f"source-{source.number}" + (f"-{digest}" if digest else "")


def day(date: str) -> tuple[int, ...]:
    """Return year, month and day of an ISO 8601 date, as far as it goes; nothing for anything else."""
    found = _ISO.fullmatch(date)
    parts = tuple(int(part) for part in found.groups() if part) if found else ()
    within = all(low <= part <= high for part, (low, high) in zip(parts, _RANGES, strict=False))
    return parts if within else ()


_RANGES = ((0, 9999), (1, 12), (1, 31))


def notes_on(source: CitedSource) -> Iterator[str]:
    """Yield what is known of a source for which such lists have no place of their own, a line each."""
    for name, text in (
        ("Source grade", source.grade),
        ("Descriptor", source.descriptor),
        ("Date", source.how if source.inferred else ""),
        ("File", source.origin),
        ("SHA-256", source.sha256),
        ("Briefreader", source.link),
    ):
        if text.strip():
            yield f"{name}: {on_one_line(text)}"

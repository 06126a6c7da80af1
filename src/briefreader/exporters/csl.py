"""Writes the sources of a briefing as CSL-JSON, which Zotero, pandoc and others read."""

from __future__ import annotations

from typing import Any

from briefreader.domain.briefing import Briefing, CitedSource
from briefreader.exporters._bibliography import day, key, notes_on
from briefreader.exporters._json import written
from briefreader.i18n import N_

NAME = "csl"
LABEL = N_("Sources as CSL-JSON")
SUFFIX = ".csl.json"


def render(briefing: Briefing) -> tuple[bytes, tuple[str, ...]]:
    """Return the list of sources; a reader gets each text back as it was."""
    return written([_item(source) for source in briefing.sources]), ()


def _item(source: CitedSource) -> dict[str, Any]:
    """Return a source as an item of the Citation Style Language; what is not known is left out."""
    item: dict[str, Any] = {"id": key(source), "type": "article-newspaper", "title": source.title}
    item["container-title"] = source.outlet
    item["author"] = [{"literal": source.author}] if source.author else []
    item["issued"] = _date(source)
    item |= {"URL": source.url, "language": source.language, "note": "\n".join(notes_on(source))}
    return {name: value for name, value in item.items() if value}


def _date(source: CitedSource) -> dict[str, Any]:
    parts = day(source.date)
    if not parts:
        return {"literal": source.date} if source.date else {}
    return {"date-parts": [list(parts)]} | ({"circa": True} if source.inferred else {})

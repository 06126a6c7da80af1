"""Writes a briefing for word processors (Office Open XML), with real styles, footnotes and fields."""

from __future__ import annotations

import io
import zipfile
import zlib
from datetime import UTC, datetime

from briefreader.domain.briefing import Briefing
from briefreader.exporters._blocks import Content
from briefreader.exporters._content import content
from briefreader.exporters._docx_body import Body
from briefreader.exporters._docx_parts import (
    content_types,
    core,
    document,
    footnotes,
    package,
    relations,
    running,
    settings,
    styles,
)
from briefreader.i18n import N_

NAME = "docx"
LABEL = N_("Word document")
SUFFIX = ".docx"

_MANIFEST = "briefreader/manifest.json"
_NO_MANIFEST = "{}"
_LARGEST = 256 * 2**20  # bytes of a manifest: what claims to be more is no such thing
_BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, RuntimeError, OSError, EOFError)


def render(briefing: Briefing) -> tuple[bytes, tuple[str, ...]]:
    """Return the document, and a sentence for each thing that could not be shown as it is."""
    whole = content(briefing)
    made = _moment(briefing.made)
    return _packed(_parts(briefing, whole, made), made), whole.notices


def manifest_of(document: bytes) -> str:
    """Return the manifest that a document carries, or an empty text."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            held = archive.getinfo(_MANIFEST)
            text = archive.read(held).decode() if held.file_size <= _LARGEST else ""
    except _BROKEN:  # what an archive from elsewhere can be
        return ""
    return "" if text == _NO_MANIFEST else text


def _parts(briefing: Briefing, whole: Content, made: datetime) -> dict[str, str]:
    """Return all that is in the file, by name; the types come first, as some readers want it."""
    body = Body(whole, briefing.paper)
    text = body.text(briefing.contents)
    notes = footnotes(body)
    parts = {
        "[Content_Types].xml": content_types(len(body.charts)),
        "_rels/.rels": package(),
        "docProps/core.xml": core(briefing, whole, made),
        "word/document.xml": document(text, briefing.paper, whole),
        "word/styles.xml": styles(whole.lang, briefing.paper),
        "word/settings.xml": settings(whole.lang),
        "word/footnotes.xml": notes,
        "word/header1.xml": running("hdr", whole),
        "word/footer1.xml": running("ftr", whole),
        "word/_rels/document.xml.rels": relations(body.links, len(body.charts)),
        "word/_rels/footnotes.xml.rels": relations(body.note_links, None),
        _MANIFEST: briefing.manifest or _NO_MANIFEST,
    }
    for n, chart in enumerate(body.charts, 1):
        parts[f"word/charts/chart{n}.xml"] = chart
    return parts


def _packed(parts: dict[str, str], made: datetime) -> bytes:
    """Return the parts as one archive: the same parts give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, made.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same from every system
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode("utf-8", "backslashreplace"))
    return packed.getvalue()


def _moment(made: str) -> datetime:
    """Return when the briefing was made, in UTC, at the precision and in the years that an archive knows."""
    earliest = datetime(1980, 1, 1, tzinfo=UTC)
    try:
        moment = datetime.fromisoformat(made)
        moment = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return earliest
    return moment.replace(microsecond=0) if 1980 <= moment.year <= 2107 else earliest

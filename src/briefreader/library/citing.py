"""A passage with its source, as people paste it elsewhere."""

from __future__ import annotations

from briefreader.domain.document import Document
from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.library.links import link


def cited(document: Document, span: Span) -> str:
    """Return the words of a passage in quotation marks, then outlet, title, date, paragraph and link."""
    said = span.of(document.text)
    date = document.published.value or _("no date")
    if document.published.value and not document.published.certain:
        date = _("{date}, inferred").format(date=date)
    place = _("para. {n}").format(n=document.paragraph_at(span.start))
    parts = (document.outlet or _("outlet not known"), f"“{document.title}”", date, place)
    return f"“{said}” ({', '.join(parts)}) {link(document.id, span, said)}"

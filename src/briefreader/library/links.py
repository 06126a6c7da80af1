"""Addresses of documents and passages: what a footnote carries so that the passage opens again."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, quote, urlsplit

from briefreader.domain.errors import BriefreaderError
from briefreader.domain.text import Anchor, Span
from briefreader.i18n import _

SCHEME = "briefreader"
QUOTED = 64
"""How many code points of a passage its address carries, to tell whether it still stands there."""


@dataclass(frozen=True, slots=True)
class Link:
    """What an address says: a document, and a passage of it with how it begins."""

    document: str
    span: Span | None = None
    exact: str = ""


def link(document: str, span: Span | None = None, exact: str = "") -> str:
    """Return the address of a document or of a passage of it: ASCII, whatever the id and the text hold.

    Of ``exact``, what the passage says, the first QUOTED code points are kept.
    """
    address = f"{SCHEME}://open?document={_quoted(document)}"
    if span is not None:
        address += f"&start={span.start}&end={span.end}"
    if exact:
        address += f"&exact={_quoted(exact[:QUOTED])}"
    return address


def parse(address: str) -> Link:
    """Return what an address made by ``link`` says; raise BriefreaderError if it is not such an address."""
    try:
        parts = urlsplit(address)
        values = parse_qs(parts.query, keep_blank_values=True, errors="surrogatepass", max_num_fields=8)
        if parts.scheme != SCHEME or parts.netloc != "open":
            raise ValueError(address)
        span = Span(int(values["start"][0]), int(values["end"][0])) if "start" in values else None
        return Link(values["document"][0], span, values.get("exact", [""])[0])
    except (ValueError, KeyError) as error:
        raise BriefreaderError(
            _("“{address}” is not the address of a passage.").format(address=address[:80])
        ) from error


def place_of(meant: Link, text: str) -> Span | None:
    """Return where the passage of an address is in a text: None if its words are not to be found there.

    Its words are known by how they begin; where they stand now, the passage is as long as it was.
    """
    if meant.span is None:
        return None
    if not meant.exact:
        return meant.span if meant.span.end <= len(text) else None
    first = meant.span.start
    begins = Anchor(Span(first, first + len(meant.exact)), meant.exact).find(text)
    if begins is None:
        return None
    return Span(begins.start, min(max(begins.start + len(meant.span), begins.end), len(text)))


def _quoted(text: str) -> str:
    return quote(text, safe="", errors="surrogatepass")

"""Reads Markdown: paragraphs, headings, lists, quotes and tables; markup within a line is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefreader.domain.document import Draft, Published
from briefreader.i18n import N_, _
from briefreader.readers._blocks import Builder, Known, draft
from briefreader.readers._dates import iso_date
from briefreader.readers._decoding import decode
from briefreader.readers._links import unsafe_links

if TYPE_CHECKING:
    from markdown_it.token import Token

NAME, VERSION = "markdown", 2
LABEL = N_("Markdown")
SUFFIXES = (".md", ".markdown")

_FRONT = re.compile(r"---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"([A-Za-z_-]{2,20})\s?:[ \t]+(\S.{0,500})")
_KEYS = {
    "title": "title", "headline": "title", "date": "date", "published": "date", "source": "outlet",
    "site": "outlet", "publisher": "outlet", "outlet": "outlet", "author": "author", "authors": "author",
    "url": "url", "link": "url", "lang": "language", "language": "language",
}  # fmt: skip
_NESTING = 50
_CONTAINERS = frozenset({"blockquote", "list_item", "heading", "table"})


def read(raw: bytes, origin: str) -> Iterator[Draft]:
    """Yield the file as one document; its front matter tells about it."""
    decoded = decode(raw, origin)
    text, known = _front_matter(decoded.text)
    builder = Builder()
    warnings = list(decoded.warnings)
    unsafe = unsafe_links(_build(text, builder))
    if unsafe:
        warnings.append(_("{n} links of an unsafe kind were dropped.").format(n=unsafe))
    yield draft(builder, known, origin, tuple(warnings))


def _front_matter(text: str) -> tuple[str, Known]:
    """Take the front matter off. Only plain ``key: value`` lines count: tags, anchors and lists are left."""
    match = _FRONT.match(text)
    if not match:
        return text, Known()
    found: dict[str, str] = {}
    for line in match[1].split("\n"):
        entry = _ENTRY.fullmatch(line.rstrip())
        if entry and entry[1].lower() in _KEYS and entry[2][0] not in "!&*[{|>%@`":
            found.setdefault(_KEYS[entry[1].lower()], entry[2].strip().strip("\"'").strip())
    date = iso_date(found.get("date", ""))
    published = (
        Published(date, "metadata", _("The file's front matter gives this date.")) if date else Published()
    )
    url = found.get("url", "")
    language = found.get("language", "").lower()[:2]
    return text[match.end() :], Known(
        found.get("title", ""),
        published,
        found.get("outlet", ""),
        found.get("author", ""),
        language if language.isalpha() else "",
        url if url.startswith(("http://", "https://")) else "",
    )


def _build(text: str, builder: Builder) -> list[str]:
    """Add the blocks of a Markdown text; return the addresses that it links to."""
    from markdown_it import MarkdownIt

    links: list[str] = []
    within: list[tuple[str, int]] = []
    cells: list[str] = []
    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table")
    parser.validateLink = lambda _address: True  # type: ignore[method-assign,assignment]  # none is ever kept
    for token in parser.parse(text):
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            builder.row(cells)
        elif kind in _CONTAINERS and token.nesting > 0:
            within.append((kind, int(token.tag[1]) if kind == "heading" else 0))
        elif kind in _CONTAINERS and within:
            within.pop()
        elif token.type == "inline":
            said = _plain(token, links)
            if within and within[-1][0] == "table":
                cells.append(said)
            else:
                _add(builder, within, said)
        elif token.type in ("fence", "code_block", "html_block"):
            for line in token.content.split("\n"):
                builder.add("paragraph", line)
    return links


def _add(builder: Builder, within: list[tuple[str, int]], said: str) -> None:
    kinds = [kind for kind, _level in within]
    last = kinds[-1] if kinds else ""
    if last == "heading":
        builder.add("heading", said, within[-1][1])
    elif "blockquote" in kinds:
        builder.add("quote", said, kinds.count("blockquote"))
    elif last == "list_item":
        builder.add("item", said, kinds.count("list_item"))
    else:
        builder.add("paragraph", said)


def _plain(token: Token, links: list[str]) -> str:
    """Return what a line says without markup; raw HTML is text like any other."""
    pieces: list[str] = []
    for child in token.children or ():
        if child.type in ("text", "code_inline", "html_inline", "text_special"):
            pieces.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
        elif child.type in ("link_open", "image"):
            links.append(str(child.attrGet("href") or child.attrGet("src") or ""))
    return "".join(pieces)

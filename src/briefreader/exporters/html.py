"""Writes a briefing as one HTML file: nothing in it is loaded from elsewhere, and nothing in it runs."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html import escape

from briefreader.domain.briefing import Briefing
from briefreader.exporters._blocks import (
    Block,
    Chart,
    Content,
    Heading,
    Inline,
    Mark,
    Paragraph,
    Table,
    Words,
)
from briefreader.exporters._content import content
from briefreader.exporters._html_chart import svg
from briefreader.exporters._html_style import STYLE, pages
from briefreader.i18n import N_

NAME = "html"
LABEL = N_("Web page")
SUFFIX = ".html"

_ID = re.compile(r"[A-Za-z0-9_-]+")
_TAGS = {"quote": "blockquote", "source": "p"}


def render(briefing: Briefing) -> tuple[bytes, tuple[str, ...]]:
    """Return the page, and a sentence for each thing that could not be shown as it is."""
    whole = content(briefing)
    return _Page(whole, briefing.contents).text().encode("utf-8"), whole.notices


class _Page:
    """One page in the making."""

    def __init__(self, whole: Content, contents: bool) -> None:
        self._whole, self._contents = whole, contents
        self._sections = self._charts = 0
        self._named: set[str] = set()

    def text(self) -> str:
        """Return the whole page."""
        whole, title = self._whole, escape(self._whole.title)
        style = STYLE + pages(whole.label)
        body = list(self._body())
        label = f'<p class="label">{escape(whole.label)}</p>\n' if whole.label else ""
        meta = "".join(
            f"<div><dt>{escape(name)}</dt><dd>{escape(words)}</dd></div>\n" for name, words in whole.meta
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{whole.lang}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
            f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
            f"<header>\n{label}<h1>{title}</h1>\n<dl>\n{meta}</dl>\n</header>\n"
            f"{self._navigation()}<main>\n{''.join(body)}</main>\n{self._notes()}"
            f"{label.replace('label', 'label last', 1) if label else ''}</body>\n</html>\n"
        )

    def _navigation(self) -> str:
        headings = [block for block in self._whole.blocks if isinstance(block, Heading) and block.level == 1]
        if not self._contents or not headings:
            return ""
        items = "".join(
            f'<li><a href="#section-{n}">{self._inline(heading.inline)}</a></li>\n'
            for n, heading in enumerate(headings, 1)
        )
        name = escape(self._whole.texts["contents"])
        return (
            f'<nav aria-labelledby="contents">\n<h2 id="contents">{name}</h2>\n<ol>\n{items}</ol>\n</nav>\n'
        )

    def _body(self) -> Iterator[str]:
        for block in self._whole.blocks:
            if isinstance(block, Heading) and block.level == 1:
                if self._sections:
                    yield "</section>\n"
                self._sections += 1
                name = f"section-{self._sections}"
                yield f'<section aria-labelledby="{name}">\n'
                yield f'<h2 id="{name}">{self._inline(block.inline)}</h2>\n'
            else:
                yield self._block(block)
        if self._sections:
            yield "</section>\n"

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return f"<h{block.level + 1}>{self._inline(block.inline)}</h{block.level + 1}>\n"
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        if isinstance(block, Table):
            return self._table(block)
        return self._chart(block)

    def _paragraph(self, block: Paragraph) -> str:
        tag = _TAGS.get(block.style, "p")
        first = next((piece for piece in block.inline if isinstance(piece, Words)), None)
        lang, way = (first.lang, first.direction) if first else (self._whole.lang, "ltr")
        looks = f"{self._id(block.id)}{self._language(lang)}" + (f' dir="{way}"' if way == "rtl" else "")
        inside = self._inline(block.inline, lang, way)
        if tag == "blockquote":
            return f"<blockquote{looks}><p>{inside}</p></blockquote>\n"
        return f'<p class="{block.style}"{looks}>{inside}</p>\n'

    def _table(self, block: Table) -> str:
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in block.head)
        rows = "".join(
            "<tr>" + "".join(f"<td>{self._inline(cell)}</td>" for cell in row) + "</tr>\n"
            for row in block.rows
        )
        named = f' aria-label="{escape(block.caption)}"' if block.caption else ""
        return (
            f"<table{self._id(block.id)}{named}>\n<thead><tr>{head}</tr></thead>\n"
            f"<tbody>\n{rows}</tbody>\n</table>\n"
        )

    def _chart(self, block: Chart) -> str:
        identity = self._id(block.id)
        self._charts += 1
        picture = svg(block, f"chart-{self._charts}") if block.bars else ""
        return (
            f"<figure{identity}>\n{picture}<figcaption>{escape(block.title)}</figcaption>\n</figure>\n"
            f"{self._table(block.table)}"
        )

    def _inline(self, inline: Inline, lang: str = "", way: str = "ltr") -> str:
        return "".join(
            f'<sup><a id="ref-{piece.number}" href="#note-{piece.number}" role="doc-noteref">'
            f"{piece.number}</a></sup>"
            if isinstance(piece, Mark)
            else self._words(piece, lang or self._whole.lang, way)
            for piece in inline
        ).replace("</sup><sup>", "</sup><sup>, </sup><sup>")

    def _words(self, words: Words, lang: str, way: str) -> str:
        text = escape(words.text).replace("\n", "<br>\n")
        if words.bold:
            text = f"<strong>{text}</strong>"
        if words.italic:
            text = f"<em>{text}</em>"
        if words.link:
            text = f'<a href="{escape(words.link)}">{text}</a>'
        own = words.direction
        # Letters of the other direction are set apart, so that what stands around them keeps its order.
        looks = self._language(words.lang, lang) + (f' dir="{own}"' if own != way else "")
        return f"<span{looks}>{text}</span>" if looks else text

    def _language(self, lang: str, around: str = "") -> str:
        return f' lang="{lang}"' if lang != (around or self._whole.lang) else ""

    def _id(self, id: str) -> str:
        """Return the attribute that names an item, if it has a name of its own."""
        if not _ID.fullmatch(id) or id in self._named:
            return ""
        self._named.add(id)
        return f' id="item-{id}"'

    def _notes(self) -> str:
        if not self._whole.notes:
            return ""
        back = escape(self._whole.texts["back"])
        items = "".join(
            f'<li id="note-{n}" role="doc-endnote">{self._inline(note)} '
            f'<a href="#ref-{n}" role="doc-backlink" aria-label="{back}" title="{back}">↩</a></li>\n'
            for n, note in enumerate(self._whole.notes, 1)
        )
        name = escape(self._whole.texts["footnotes"])
        return (
            '<section class="notes" role="doc-endnotes" aria-labelledby="notes">\n'
            f'<h2 id="notes">{name}</h2>\n'
            f"<ol>\n{items}</ol>\n</section>\n"
        )


def _policy(style: str) -> str:
    """Return what the page allows: its own style sheet, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"

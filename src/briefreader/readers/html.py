"""Reads web pages that were saved as HTML: the article without what surrounds it. Nothing is fetched."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefreader.domain.document import Draft
from briefreader.domain.errors import ReadError
from briefreader.i18n import N_, _
from briefreader.readers._blocks import Builder, Known, draft
from briefreader.readers._decoding import Decoded, decode, file_name
from briefreader.readers._links import unsafe_links
from briefreader.readers._markup import known

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME, VERSION = "html", 2
LABEL = N_("Web page")
SUFFIXES = (".html", ".htm", ".xhtml")

_LONGEST_TAG = re.compile(r"<[A-Za-z/!?][^<>]{100000}")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*(/?)>")
_DEEPEST = 500
_NO_END = "area base br col embed hr img input link meta param source track wbr"
_OPTIONAL_END = "p li dt dd tr td th option html body"
_CLOSED = frozenset(f"{_NO_END} {_OPTIONAL_END}".split())
_CHARSET = re.compile(
    rb"<meta[^<>]{0,200}?charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_HIDDEN = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden|font-size\s?:\s?0(?![\d.])")


def read(raw: bytes, origin: str) -> Iterator[Draft]:
    """Yield the page's article as one document."""
    decoded = _decoded(raw, origin)
    name = file_name(origin)
    _guard(decoded.text, name)
    from trafilatura import load_html

    tree = load_html(decoded.text)
    if tree is None:
        tree = load_html(f"<html><body><p>{decoded.text}</p></body></html>")
    if tree is None:
        raise ReadError(_("“{name}” is not a web page.").format(name=name))
    about, doubts = known(tree)
    warnings = [*decoded.warnings, *doubts, *_dropped(tree)]
    yield _drafted(tree, about, origin, warnings)


def _decoded(raw: bytes, origin: str) -> Decoded:
    """Decode as any text; only bytes that are not UTF-8 are read as the page itself declares."""
    declared = _CHARSET.search(raw[:4_096])
    if declared and not raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            encoding = declared[1].decode("ascii").lower()
            encoding = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}.get(
                encoding, encoding
            )
            if not encoding.startswith(("utf-7", "utf7", "utf-16", "unicode", "raw", "idna", "punycode")):
                try:
                    return decode(raw.decode(encoding).encode("utf-8"), origin)
                except (LookupError, ValueError):
                    pass
    return decode(raw, origin)


def _guard(text: str, name: str) -> None:
    """Refuse what would keep the parser busy for minutes: endless tags and endless nesting."""
    if _LONGEST_TAG.search(text):
        raise ReadError(_("“{name}” holds a tag of more than 100,000 characters.").format(name=name))
    depth = 0
    for match in _TAG.finditer(text):
        if match[3] or match[2].lower() in _CLOSED:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > _DEEPEST:
            raise ReadError(_("“{name}” is nested too deeply to be read.").format(name=name))


def _drafted(tree: HtmlElement, about: Known, origin: str, warnings: list[str]) -> Draft:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    builder = Builder()
    body = getattr(found, "body", None)
    if body is not None:
        _walk(body, builder, "", 0)
    if not builder.text.strip():
        for line in _everything(tree):
            builder.add("paragraph", line)
        warnings.append(_("No article was found on the page; all of its text is shown."))
    return draft(builder, about, origin, tuple(warnings))


def _walk(element: HtmlElement, builder: Builder, within: str, depth: int) -> None:
    """Add the blocks below an element of trafilatura's own tree."""
    for child in element:
        kind = child.tag
        if kind == "head":
            rend = child.get("rend") or "h2"
            builder.add("heading", _said(child), int(rend[1]) if rend[1:].isdigit() else 2)
        elif kind == "row":
            builder.row([_said(cell) for cell in child])
        elif kind in ("list", "quote", "table", "div") and depth < 50 and len(child):
            if kind == "quote" or within == "quote":
                _lines(child.text or "", builder, "quote")
                _walk(child, builder, "quote", depth + 1)
            else:
                _walk(child, builder, kind, depth + 1)
        else:
            block = "quote" if "quote" in (within, kind) else "item" if kind == "item" else "paragraph"
            _lines(_said(child), builder, block)
        _lines(child.tail or "", builder, "quote" if within == "quote" else "paragraph")


def _lines(text: str, builder: Builder, kind: str) -> None:
    for line in text.split("\n"):
        builder.add(kind, line, int(kind != "paragraph"))


def _said(element: HtmlElement) -> str:
    """Return an element's text; a line break in it is one, and any other white space a space."""
    pieces: list[str] = []
    for each in element.iter():
        if not isinstance(each.tag, str):
            continue
        if each.tag == "lb":
            pieces.append("\n")
        elif each.tag in ("item", "p", "row", "cell") and each is not element:
            pieces.append("\n" if element.tag != "cell" else " ")
        if each.tag != "graphic":
            pieces.append(_folded(each.text))
        if each is not element:
            pieces.append(_folded(each.tail))
    return "".join(pieces)


def _folded(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _everything(tree: HtmlElement) -> Iterator[str]:
    for each in tree.iter():
        if isinstance(each.tag, str) and each.tag not in ("script", "style", "noscript", "template", "title"):
            yield each.text or ""
        if each.getparent() is not None and each.getparent().tag not in ("script", "style"):
            yield each.tail or ""


def _dropped(tree: HtmlElement) -> list[str]:
    """Return a sentence for each sort of thing on the page that is not shown."""
    warnings = []
    addresses = [str(each.get("href") or "") for each in tree.iter("a")]
    addresses += [
        str(each.get("src") or "") for each in tree.iter("img", "iframe", "embed", "video", "audio")
    ]
    if unsafe := unsafe_links(addresses):
        warnings.append(_("{n} links of an unsafe kind were dropped.").format(n=unsafe))
    if hidden := _drop_hidden(tree):
        warnings.append(_("{n} passages that the page does not show were left out.").format(n=hidden))
    return warnings


def _drop_hidden(tree: HtmlElement) -> int:
    """Take out what the page hides from its readers; return how many passages that were.

    Where that is half of the page or more, a script would have shown it, and it stays.
    """
    hidden = [each for each in tree.iter() if isinstance(each.tag, str) and _is_hidden(each)]
    length = sum(_length(each) for each in hidden)
    if not hidden or length * 2 >= _length(tree):
        return 0
    for each in hidden:
        if each.getparent() is not None:
            each.drop_tree()
    return len(hidden)


def _is_hidden(element: HtmlElement) -> bool:
    if element.tag in (
        "script",
        "style",
        "template",
        "input",
        "svg",
        "head",
        "link",
        "meta",
        "noscript",
        "body",
    ):
        return False
    hidden = element.get("hidden") is not None or _HIDDEN.search((element.get("style") or "").lower())
    return bool(hidden) and _length(element) > 0


def _length(element: HtmlElement) -> int:
    return sum(len(text.strip()) for text in element.itertext())

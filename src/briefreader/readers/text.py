"""Reads plain text: the document's text is the whole file in canonical form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefreader.domain.document import Block, Document, Draft, Noise, Published, lines
from briefreader.i18n import N_, _
from briefreader.readers._cleaning import VIETNAMESE, Survey, dated, leading_date, survey
from briefreader.readers._decoding import Decoded, decode, file_name
from briefreader.readers._language import language
from briefreader.readers._titles import clean, headline, made
from briefreader.readers._warning import suspicious

NAME, VERSION = "text", 2
LABEL = N_("Plain text")
SUFFIXES = (".txt", ".text")

_BYLINE = re.compile(r"by [^\n]{2,60}\Z", re.IGNORECASE)


def read(raw: bytes, origin: str) -> Iterator[Draft]:
    """Yield the file as one document."""
    yield draft(decode(raw, origin), origin)


def draft(decoded: Decoded, origin: str) -> Draft:
    """Return the draft of a plain text: its lines, its noise, and what its header says."""
    text = decoded.text
    found = survey(text)
    noise = tuple(found.noise)
    blocks, title = _titled(text, lines(text), noise)
    how = "headline" if title else "made"
    said = _said(text, blocks, noise)
    return Draft(
        text,
        blocks,
        noise,
        title=title or made(said, _stem(origin)),
        title_how=how,
        published=_published(blocks, text, found),
        outlet=found.outlet or _vietnamese(text, found),
        language=language(" ".join(said[:20])),
        warnings=(*decoded.warnings, *_explained(found), *suspicious(text)),
    )


def _titled(text: str, blocks: tuple[Block, ...], noise: tuple[Noise, ...]) -> tuple[tuple[Block, ...], str]:
    """Return the blocks with the headline's kind set to "title", and the headline, if there is one."""
    view = Document("", text, noise=noise)
    real = [(index, said) for index, block in enumerate(blocks[:40]) if (said := view.said(block.span))][:4]
    if len(real) < 2:
        return blocks, ""
    at, first = real[0]
    starts = blocks[at].span.start
    following = next((said for _, said in real[1:] if not dated(said) and not _BYLINE.match(said)), "")
    if not headline(first, following) or dated(first):
        return blocks, ""
    if any(each.kind == "dateline" and each.span.start == starts for each in noise):
        return blocks, ""
    return (*blocks[:at], replace(blocks[at], kind="title", level=1), *blocks[at + 1 :]), clean(first)


def _published(blocks: tuple[Block, ...], text: str, found: Survey) -> Published:
    """Return the date of the header, or of a line among the first three that is or begins with one."""
    if found.published:
        return Published(found.published, "header", _("The file begins with this date."))
    for block in blocks[:3]:
        line = block.span.of(text)
        if value := dated(line) or leading_date(line):
            return Published(value, "header", _("A line at the top of the text holds this date."))
    return Published()


def _said(text: str, blocks: tuple[Block, ...], noise: tuple[Noise, ...]) -> list[str]:
    """Return what the first blocks say without noise: enough for a title and to tell the language."""
    view = Document("", text, noise=noise)
    return [said for block in blocks[:60] if (said := view.said(block.span)[:4_000])]


def _stem(origin: str) -> str:
    name = file_name(origin)
    return name.rpartition(".")[0] or name


def _vietnamese(text: str, found: Survey) -> str:
    """Return a Vietnamese agency if a picture credit names it and the text ends with its ``./.``.

    A credit alone tells where a picture is from, the mark alone only the country; together they
    tell who wrote the report.
    """
    if not any(noise.kind == "end mark" and "/." in noise.span.of(text) for noise in found.noise):
        return ""
    for noise in found.noise:
        if noise.kind == "caption":
            credit = noise.span.of(text).rstrip(" .)\n").rpartition(":")[2].strip()
            if credit.split("/")[0] in VIETNAMESE:
                return credit.split("/")[0]
    return ""


def _explained(found: Survey) -> list[str]:
    sentences = {
        "impossible header date": _("The date at the start of the file is not a date of the calendar."),
        "two header dates": _("The file begins with two dates; the first was taken."),
    }
    return [sentences[each] for each in found.warnings]

"""Reads plain text: the document's text is the whole file in canonical form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefreader.domain.document import Block, Document, Draft, Noise, Published, lines
from briefreader.i18n import N_, _
from briefreader.readers._cleaning import VIETNAMESE, Survey, survey
from briefreader.readers._decoding import Decoded, decode, file_name
from briefreader.readers._language import language
from briefreader.readers._titles import clean, headline, made
from briefreader.readers._warning import suspicious

NAME, VERSION = "text", 1
LABEL = N_("Plain text")
SUFFIXES = (".txt", ".text")


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
    published = Published()
    if found.published:
        published = Published(found.published, "header", _("The file begins with this date."))
    return Draft(
        text,
        blocks,
        noise,
        title=title or made(said, _stem(origin)),
        title_how=how,
        published=published,
        outlet=found.outlet or _vietnamese(text, found),
        language=language(" ".join(said[:20])),
        warnings=(*decoded.warnings, *_explained(found), *suspicious(text)),
    )


def _titled(text: str, blocks: tuple[Block, ...], noise: tuple[Noise, ...]) -> tuple[tuple[Block, ...], str]:
    """Return the blocks with the headline's kind set to "title", and the headline, if there is one."""
    view = Document("", text, noise=noise)
    real = [index for index, block in enumerate(blocks[:40]) if view.said(block.span)][:2]
    if len(real) < 2:
        return blocks, ""
    first, second = (view.said(blocks[index].span) for index in real)
    starts = blocks[real[0]].span.start
    if not headline(first, second) or any(n.kind == "dateline" and n.span.start == starts for n in noise):
        return blocks, ""
    at = real[0]
    return (*blocks[:at], replace(blocks[at], kind="title", level=1), *blocks[at + 1 :]), clean(first)


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

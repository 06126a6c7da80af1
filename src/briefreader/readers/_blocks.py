"""Putting a text together from blocks, for formats whose files are not the text themselves."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from briefreader.domain.document import Block, Document, Draft, Published, lines
from briefreader.domain.text import Span, canonical
from briefreader.i18n import _
from briefreader.readers._cleaning import Survey, survey
from briefreader.readers._decoding import MAX_TEXT, file_name, finish
from briefreader.readers._language import language
from briefreader.readers._titles import clean, made
from briefreader.readers._warning import suspicious


@dataclass(slots=True)
class Known:
    """What a file says about its article besides the text."""

    title: str = ""
    published: Published = field(default_factory=Published)
    outlet: str = ""
    author: str = ""
    language: str = ""
    url: str = ""


class Builder:
    """Collects blocks; each is one line of the text, with white space folded."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._lines: list[str] = []
        self._length = 0

    def add(self, kind: str, text: str, level: int = 0) -> None:
        """Add a block, unless it is empty; what is beyond the longest text of a document is left out."""
        line = " ".join(canonical(text).split())
        if not line or self._length + len(line) > MAX_TEXT:
            return
        self.blocks.append(Block(kind, Span(self._length, self._length + len(line)), level))
        self._lines.append(line)
        self._length += len(line) + 1

    def row(self, cells: list[str]) -> None:
        """Add a row of a table: its cells with a bar between them."""
        told = [" ".join(cell.split()) for cell in cells]
        if any(told):
            self.add("row", " | ".join(told))

    @property
    def text(self) -> str:
        """Return the text so far."""
        return "\n".join(self._lines)


def draft(builder: Builder, known: Known, origin: str, warnings: tuple[str, ...] = ()) -> Draft:
    """Return the draft of what was built; raise ReadError if there is no text.

    Noise is looked for as in a plain text. The title is the file's own or the first heading, else it
    is made from the first sentence.
    """
    name = file_name(origin)
    decoded = finish(builder.text, [], name)
    text = decoded.text
    found = survey(text)
    blocks = tuple(builder.blocks)
    if text != builder.text:  # canonical() is idempotent, so only rubbish gets here
        blocks = lines(text)
    noise = tuple(found.noise)
    view = Document("", text, blocks, noise)
    blocks, heading = _titled(view, known.title)
    said = [line for block in blocks[:60] if (line := view.said(block.span)[:4_000])]
    title = known.title or heading or made(said, name.rpartition(".")[0] or name)
    return Draft(
        text,
        blocks,
        noise,
        title=clean(title),
        title_how="headline" if heading else "metadata" if known.title else "made",
        published=_published(known, found),
        outlet=clean(known.outlet) or found.outlet,
        author=clean(known.author),
        language=known.language or language(" ".join(said[:20])),
        url=known.url,
        warnings=(*warnings, *suspicious(text)),
    )


def _titled(view: Document, title: str) -> tuple[tuple[Block, ...], str]:
    """Return the blocks with the headline marked, and the headline: a first heading that fits the title."""
    for index, block in enumerate(view.blocks[:5]):
        said = clean(view.said(block.span))
        alike = bool(said) and said.casefold() == title.casefold()
        leading = (
            block.kind == "heading" and not title and all(b.kind != "paragraph" for b in view.blocks[:index])
        )
        if alike or leading:
            marked = replace(block, kind="title", level=1)
            return (*view.blocks[:index], marked, *view.blocks[index + 1 :]), said
    return view.blocks, ""


def _published(known: Known, found: Survey) -> Published:
    if known.published.value or not found.published:
        return known.published
    return Published(found.published, "header", _("The text begins with this date."))

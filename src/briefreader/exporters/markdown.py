"""Writes a briefing as Markdown with footnotes, for notebooks and wikis; what sources say is never markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
from briefreader.i18n import N_

NAME = "markdown"
LABEL = N_("Markdown")
SUFFIX = ".md"

_SPECIAL = re.compile(
    r"^(?P<before> *)[-+=]"  # lists, and lines below headings
    r"|^(?P<number> *\d+)[.)]"
    r"|[\\`*_{}\[\]<>#|~$^@]|&(?=[#\w])|:(?=//|\w+:)|(?<=www)\.|==|--|\.(?=\.\.)",
    re.IGNORECASE | re.MULTILINE,
)
"""What means something in Markdown or in a dialect: tables, footnotes, links made of themselves, dashes."""
_HEAD, _QUOTE = "# ", "> "


def render(briefing: Briefing) -> tuple[bytes, tuple[str, ...]]:
    """Return the text, and a sentence for each thing that could not be shown as it is."""
    whole = content(briefing)
    parts = [part for part in _parts(whole) if part]
    return ("\n\n".join(parts) + "\n").encode("utf-8"), whole.notices


def _parts(whole: Content) -> Iterator[str]:
    """Yield what is set apart by empty lines."""
    yield f"**{escaped(whole.label)}**" if whole.label else ""
    yield _HEAD + escaped(whole.title)
    yield "\n".join(f"- {escaped(name)}: {escaped(words)}" for name, words in whole.meta)
    for block in whole.blocks:
        yield from _block(block)
    yield "\n".join(f"[^{n}]: {_flat(note)}" for n, note in enumerate(whole.notes, 1))


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * (block.level + 1)} {_flat(block.inline)}"
    elif isinstance(block, Paragraph):
        yield _paragraph(block)
    elif isinstance(block, Table):
        yield _table(block)
    elif isinstance(block, Chart):
        yield f"**{escaped(block.title)}**"
        yield _table(block.table)


def _paragraph(block: Paragraph) -> str:
    lines = _inline(block.inline).split("\n")
    prefix = _QUOTE if block.style in ("quote", "assessment", "comment") else ""
    # Two spaces at its end keep the end of a line.
    return "  \n".join(prefix + line.strip() for line in lines if line.strip())


def _table(block: Table) -> str:
    """Return a table; Markdown has no line ends within a cell, so they are strokes."""
    rows = [
        "| " + " | ".join(escaped(name) for name in block.head) + " |",
        "|" + " --- |" * len(block.head),
        *("| " + " | ".join(_flat(cell, " / ") for cell in row) + " |" for row in block.rows),
    ]
    return "\n".join(rows)


def _flat(inline: Inline, between: str = " ") -> str:
    """Return the text on one line."""
    return between.join(line.strip() for line in _inline(inline).split("\n") if line.strip())


def _inline(inline: Inline) -> str:
    return "".join(f"[^{each.number}]" if isinstance(each, Mark) else _words(each) for each in inline)


def _words(words: Words) -> str:
    text = escaped(words.text)
    if words.link:
        return f"[{text}](<{words.link.replace('<', '%3C').replace('>', '%3E')}>)"
    sign = "**" if words.bold else "*" if words.italic else ""
    if not sign:
        return text
    lines = text.split("\n")
    return "\n".join(_signed(line, sign) for line in lines)


def _signed(line: str, sign: str) -> str:
    """Put the sign of emphasis at the words: at the space around them it would count for nothing."""
    bare = line.strip()
    if not bare:
        return line
    before, _bare, after = line.partition(bare)
    return f"{before}{sign}{bare}{sign}{after}"


def escaped(text: str) -> str:
    """Return a text in which nothing means anything to Markdown."""
    return _SPECIAL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    before = match["before"] or match["number"] or ""
    return before + "".join("\\" + char for char in match[0][len(before) :])

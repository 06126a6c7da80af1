"""The little markup that notes may have: **bold**, *italic*, [links](https://…) and lists.

It is a small part of Markdown, read by rules of our own: everything else, HTML included, stays the
characters that it is. What is shown is the text of the runs, one after another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_LONGEST = 6_000  # code points of a note beyond which nothing is looked for
_DEEPEST = 4  # marks within marks


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a note in one look.

    ``link`` is the address that it leads to, http or https only; where the words are not the address
    itself, a run with the address follows them. ``bullet`` marks the sign or number of a list's item.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    bullet: bool = False


_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*+•]|(?P<number>\d{1,3}[.)]))[ \t]+(?=\S)")
_INSIDE = r"((?:\\.|[^\\\n]){1,300}?)"  # bounded, so that signs without an end cost little
_MARK = re.compile(
    r"\\(?P<escaped>[\\*_\[\]()#+.!-])"
    r"|\[(?P<label>[^\[\]\n]+)\]\((?P<address>https?://[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\)"
    r"|(?P<bare>https?://[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]*_])"
    rf"|\*\*\*(?![\s*])(?P<both>{_INSIDE})(?<!\s)\*\*\*(?!\*)"
    rf"|\*\*(?![\s*])(?P<bold>{_INSIDE})(?<!\s)\*\*(?!\*)"
    rf"|\*(?![\s*])(?P<italic>{_INSIDE})(?<![\s*])\*(?!\*)"
    rf"|(?<!\w)__(?![\s_])(?P<bold_>{_INSIDE})(?<!\s)__(?!\w)"
    rf"|(?<!\w)_(?![\s_])(?P<italic_>{_INSIDE})(?<![\s_])_(?!\w)",
    re.IGNORECASE,
)


def runs(note: str) -> tuple[Run, ...]:
    """Return a note as runs; their texts, one after another, are what is to be shown."""
    if len(note) > _LONGEST:
        return (Run(note),)
    found: list[Run] = []
    for number, line in enumerate(note.split("\n")):
        if number:
            found.append(Run("\n"))
        item = _ITEM.match(line)
        if item:
            level = len(item["indent"].replace("\t", "  ")) // 2
            found.append(Run("\u2003" * level + (item["number"] or "•") + " ", bullet=True))
            line = line[item.end() :]
        found += _inline(line, Run(""), 0)
    return tuple(_joined(found))


def plain(note: str) -> str:
    """Return the text of a note without the signs of its markup."""
    return "".join(run.text for run in runs(note))


def _inline(text: str, look: Run, depth: int) -> Iterator[Run]:
    """Yield the runs of a line, or of a part of it that stands within other marks."""
    place = 0
    for match in _MARK.finditer(text) if depth < _DEEPEST else ():
        yield replace(look, text=text[place : match.start()])
        place = match.end()
        if match["escaped"]:
            yield replace(look, text=match["escaped"])
        elif address := match["address"] or match["bare"]:
            yield from _link(match[0], match["label"] or address, address, look)
        else:
            both = match["both"]
            bold, italic = match["bold"] or match["bold_"], match["italic"] or match["italic_"]
            inner = replace(look, bold=look.bold or bool(both or bold))
            inner = replace(inner, italic=look.italic or bool(both or italic))
            yield from _inline(both or bold or italic, inner, depth + 1)
    yield replace(look, text=text[place:])


def _link(written: str, label: str, address: str, look: Run) -> Iterator[Run]:
    if not address.isprintable():  # what turns the direction of writing could show another address
        yield replace(look, text=written)
        return
    yield replace(look, text=label, link=address)
    if label != address:
        yield replace(look, text=f" ({address})", link=address)


def _joined(found: list[Run]) -> Iterator[Run]:
    """Yield runs without empty ones; neighbours of one look are one."""
    last: Run | None = None
    for run in found:
        if not run.text:
            continue
        if (
            last is not None
            and not (last.bullet or last.link)
            and replace(run, text="") == replace(last, text="")
        ):
            last = replace(last, text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last

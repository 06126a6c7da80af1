"""A document: what a reader made of a source."""

from __future__ import annotations

import calendar
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from briefreader.domain.text import Span

BLOCK_KINDS = ("title", "heading", "paragraph", "item", "quote", "row")
NOISE_KINDS = ("date line", "ticker", "caption", "dateline", "agency", "end mark", "boilerplate")


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text and what it is: one of BLOCK_KINDS. The span never holds a line end."""

    kind: str
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class Noise:
    """A stretch that is not part of what the article says: one of NOISE_KINDS."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, how exactly that is known, and from what.

    ``value`` is ISO 8601, cut to its precision (2025, 2025-05, 2025-05-09), or empty. ``how`` is
    "header" (a date line of the file), "metadata", "given" (by the caller), "text", "inferred",
    "user" or "none"; ``reason`` is a sentence for the reader.
    """

    value: str = ""
    how: str = "none"
    reason: str = ""

    @property
    def precision(self) -> str:
        """Return "day", "month", "year" or "none"."""
        return {10: "day", 7: "month", 4: "year"}.get(len(self.value), "none")

    @property
    def first(self) -> date | None:
        """Return the earliest day that it can mean."""
        if not self.value:
            return None
        return date.fromisoformat(self.value + "-01-01"[len(self.value) - 4 :])

    @property
    def last(self) -> date | None:
        """Return the latest day that it can mean."""
        if not self.value:
            return None
        if self.precision == "day":
            return date.fromisoformat(self.value)
        year, month = int(self.value[:4]), int(self.value[5:7] or 12)
        return date(year, month, calendar.monthrange(year, month)[1])

    @property
    def certain(self) -> bool:
        """Tell whether the date is stated rather than inferred."""
        return self.how not in ("none", "inferred", "text")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader yields: one document before it is given its identity.

    ``text`` is canonical and the spans of ``blocks`` and ``noise`` refer to it. ``id`` is empty
    unless the source itself names its documents (a line of a .jsonl file).
    """

    text: str
    blocks: tuple[Block, ...] = ()
    noise: tuple[Noise, ...] = ()
    title: str = ""
    title_how: str = ""
    published: Published = field(default_factory=Published)
    outlet: str = ""
    author: str = ""
    language: str = ""
    url: str = ""
    id: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An article, report or letter as Briefreader holds it.

    ``id`` is the SHA-256 of the source's raw bytes in hexadecimal (of the record's text for one of
    several documents in a file), or the id that the source itself gave. ``title_how`` is
    "headline" (a block of kind "title" holds it), "metadata", "made" (from the first sentence) or
    "user".
    ``origin`` is the path or address that it came from; ``reader`` is name and version of what read
    it, as in "text/1". Every span in the program refers to ``text``.
    """

    id: str
    text: str
    blocks: tuple[Block, ...] = ()
    noise: tuple[Noise, ...] = ()
    title: str = ""
    title_how: str = "made"
    published: Published = field(default_factory=Published)
    outlet: str = ""
    author: str = ""
    language: str = ""
    url: str = ""
    origin: str = ""
    sha256: str = ""
    reader: str = ""
    warnings: tuple[str, ...] = ()

    def paragraph_at(self, place: int) -> int:
        """Return the number, from 1, of the paragraph at a place; noise-only lines do not count."""
        return paragraph_among(self.paragraph_starts(), place)

    def paragraph_starts(self) -> list[int]:
        """Return where each counted paragraph starts."""
        return [
            block.span.start
            for block in self.blocks
            if block.kind != "title" and (not self.is_noise(block.span) or self.said(block.span))
        ]

    def is_noise(self, span: Span) -> bool:
        """Tell whether a span touches a stretch that is not part of the article."""
        return any(noise.span.overlaps(span) for noise in self.noise)

    def said(self, span: Span) -> str:
        """Return the span's text without noise and with white space folded."""
        kept: list[str] = []
        place = span.start
        for noise in sorted(self.noise, key=lambda each: each.span):
            if noise.span.end <= place or noise.span.start >= span.end:
                continue
            kept.append(self.text[place : max(place, noise.span.start)])
            place = noise.span.end
        kept.append(self.text[place : span.end])
        return " ".join("".join(kept).split())


def paragraph_among(starts: Sequence[int], place: int) -> int:
    """Return the number, from 1, of the paragraph at a place, of those that start at these places."""
    return max(1, bisect_right(starts, place))


def lines(text: str) -> tuple[Block, ...]:
    """Return each line of a text that holds more than white space as a paragraph."""
    blocks: list[Block] = []
    place = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", Span(place, place + len(line))))
        place += len(line) + 1
    return tuple(blocks)

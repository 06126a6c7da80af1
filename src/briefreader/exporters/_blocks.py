"""Headings, paragraphs, tables and footnotes: what a briefing is made of where it is written as text.

All text in them is plain, and fit to be shown; who writes it down has only to escape what the format wants
escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from briefreader.domain.briefing import Briefing, Citation, CitedSource
from briefreader.exporters._citations import Run, cite
from briefreader.exporters._glyphs import direction
from briefreader.exporters._legible import followed, legible, on_one_line
from briefreader.exporters._words import texts_of

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text in one language; ``link`` is an address that it leads to."""

    text: str
    lang: str
    italic: bool = False
    bold: bool = False
    link: str = ""

    @property
    def direction(self) -> str:
        """Return "rtl" or "ltr"."""
        return direction(self.text)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a footnote is called; its text is ``Content.notes[number - 1]``."""

    number: int


Inline = tuple[Words | Mark, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; ``id`` is that of the section."""

    level: int
    inline: Inline
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``style`` is body, assessment, judgement, quote, detail, comment or source.

    A line end in its text is a line end on the page. ``id`` is that of the item that begins with it.
    """

    style: str
    inline: Inline
    id: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its head is repeated on each page. ``widths`` are shares of the width."""

    head: tuple[str, ...]
    rows: tuple[tuple[Inline, ...], ...]
    widths: tuple[float, ...]
    caption: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A point of a chart: what it is called, its amount, and that as printed."""

    label: str
    amount: float
    value: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with the table of the same figures, which is where their sources stand."""

    title: str
    bars: tuple[Bar, ...]
    table: Table
    id: str = ""


Block = Heading | Paragraph | Table | Chart


@dataclass(frozen=True, slots=True)
class Content:
    """A briefing, ready to be written down. ``meta`` are the entries of the title block."""

    title: str
    lang: str
    label: str
    meta: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    notes: tuple[Inline, ...]
    texts: dict[str, str]
    notices: tuple[str, ...] = ()


@dataclass(slots=True)
class Writing:
    """What the parts of a briefing are written with: its words and languages, and the notes so far."""

    briefing: Briefing
    texts: dict[str, str] = field(init=False)
    lang: str = field(init=False)
    notes: list[Inline] = field(default_factory=list)
    replaced: dict[str, None] = field(default_factory=dict)
    sources: dict[int, CitedSource] = field(init=False)

    def __post_init__(self) -> None:
        self.texts = {key: self.clean(text) for key, text in texts_of(self.briefing).items()}
        self.lang = _language(self.briefing.language, "en")
        self.sources = {source.number: source for source in self.briefing.sources}

    def clean(self, text: str) -> str:
        """Return a text as it can be shown."""
        return legible(text, self.replaced)

    def line(self, text: str) -> str:
        """Return a text as it can be shown, on one line."""
        return on_one_line(self.clean(text))

    def own(self, text: str, italic: bool = False, bold: bool = False) -> Words:
        """Return words in the language of the briefing."""
        return Words(self.clean(text), self.lang, italic, bold)

    def said(self, text: str, cited: Citation | None, bold: bool = False) -> Words:
        """Return words in the language of their source."""
        return Words(self.clean(text), self.language_of(cited.source if cited else 0), bold=bold)

    def language_of(self, number: int) -> str:
        """Return the language of a source."""
        source = self.sources.get(number)
        return _language(source.language, self.lang) if source else self.lang

    def mark(self, cited: Citation | None, exact: bool = False) -> Inline:
        """Return a footnote that cites a passage; ``exact`` adds what it says."""
        if cited is None:
            return ()
        language = self.language_of(cited.source)
        source = self.sources.get(cited.source)
        runs = cite(source, cited, self.briefing.style, self.briefing.language, self.texts)
        note = self.cited(runs, language)
        if exact and cited.exact.strip():
            note += (self.own(" “"), Words(self.line(cited.exact), language), self.own("”"))
        self.notes.append((*note, *self.link(cited.link)))
        return (Mark(len(self.notes)),)

    def cited(self, runs: Iterable[Run], language: str) -> Inline:
        """Return a citation: the title in its source's language, all else in the briefing's."""
        return tuple(
            Words(
                self.clean(run.text),
                language if run.field == "title" else self.lang,
                run.italic,
                link=followed(run.text) if run.field == "url" else "",
            )
            for run in runs
        )

    def link(self, address: str) -> Inline:
        """Return a link that reopens the passage, or nothing if this is no address that may be followed."""
        if not followed(address):
            return ()
        return (self.own(" "), Words(self.texts["open-source"], self.lang, link=address))


@lru_cache(maxsize=256)
def _language(tag: str, otherwise: str) -> str:
    return tag if _TAG.fullmatch(tag) else otherwise

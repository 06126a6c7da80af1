"""A briefing as a complete value: it needs no store to be printed."""

from __future__ import annotations

from dataclasses import dataclass, field

PAPERS = ("a4", "us-letter")


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a line of the briefing comes from: a passage of a source.

    ``source`` is the number of the source in the briefing's list, from 1; ``date`` is ISO 8601 at
    its precision, or empty; ``inferred`` says that the date was not stated; ``paragraph`` counts from
    1, 0 meaning that the passage is no longer found; ``link`` is a ``briefreader://`` address that
    reopens the passage.
    """

    source: int
    outlet: str
    title: str
    date: str
    inferred: bool
    paragraph: int
    link: str


@dataclass(frozen=True, slots=True)
class Item:
    """One line of evidence.

    ``kind`` is "passage", "quote", "fact" or "note"; ``text`` is verbatim from the source.
    ``label`` heads it (a quote's speaker, a fact's kind or measure), ``detail`` says more (the
    speaker's office; the words around a figure), ``note`` is the author's own words.
    ``form`` tells apart the items of a section: a quote's form (direct, mixed, indirect), a fact's
    kind (figure, event, agreement, key). The cells of a fact's row are ``label`` (what),
    ``value``, ``period`` (ISO 8601, an interval with a slash, or words) and ``speaker`` (said by whom).
    """

    kind: str
    text: str
    citation: Citation | None = None
    label: str = ""
    detail: str = ""
    note: str = ""
    colour: str = ""
    underline: str = ""
    starred: bool = False
    tags: tuple[str, ...] = ()
    form: str = ""
    value: str = ""
    period: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the briefing: ``kind`` is "facts", "passages", "notes" or "quotes"."""

    kind: str
    title: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class CitedSource:
    """An entry of the list of sources. ``how`` says where its date comes from."""

    number: int
    outlet: str
    title: str
    date: str
    inferred: bool
    how: str
    author: str
    origin: str
    sha256: str
    link: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """All that a briefing says. ``made`` is ISO 8601 with its zone; ``period`` is two ISO dates.

    ``considered`` counts the documents that were looked at, ``sources`` are those that are cited;
    ``colours`` says what each colour of a mark is called;
    ``texts`` puts other words in place of the exporter's own, such as "sources" or "page".
    """

    title: str
    author: str = ""
    made: str = ""
    period: tuple[str, str] = ("", "")
    sections: tuple[Section, ...] = ()
    sources: tuple[CitedSource, ...] = ()
    considered: int = 0
    paper: str = "a4"
    language: str = "en"
    method: str = ""
    colours: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

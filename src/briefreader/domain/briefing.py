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
    reopens the passage. ``exact`` is what the passage says.
    """

    source: int
    outlet: str
    title: str
    date: str
    inferred: bool
    paragraph: int
    link: str
    exact: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """What one source says of a matter on which sources are compared; ``text`` is verbatim.

    ``mark`` is where in ``text`` (code points) the words stand that carry the value, which is ``value``
    as printed; ``origin`` is the same for sources that go back to one report.
    """

    text: str
    value: str
    citation: Citation
    mark: tuple[int, int] = (0, 0)
    origin: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A row of a timeline, of a table of figures or a point of a chart.

    ``label`` says what happened or is measured, ``value`` the figure as printed, ``amount`` that in
    ``unit``; ``first`` and ``last`` are ISO dates, ``precision`` is day, week, month, quarter, year, decade
    or range; ``status`` of an event is held, planned or cancelled; ``inferred`` says that the date was
    worked out. ``differs`` says that sources differ on it.
    """

    label: str
    citation: Citation
    value: str = ""
    amount: float | None = None
    to: float | None = None
    unit: str = ""
    period: str = ""
    first: str = ""
    last: str = ""
    precision: str = "day"
    status: str = ""
    inferred: bool = False
    speaker: str = ""
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a briefing. ``id`` names it, so that a place in the preview leads to it.

    ``kind`` is "passage", "quote", "fact" or "note", whose ``text`` is verbatim from the source; "text" or
    "judgement", the author's own words with a CITED (``domain.outline``) for each of ``citations``, an
    ``assessment`` if there is none; "claim", with what each source says in ``sides``, and ``verdict``
    (``domain.ledger.VERDICTS``) and ``reason``; "timeline", "figures" or "chart", with ``cells``; or
    "person", with ``variants``. ``proposed`` says that the author has not accepted it yet.
    ``confidence`` (high, moderate, low) and ``basis`` belong to a judgement and stand in a sentence of their
    own. ``independent`` is how many independent sources say so, 0 if that was not counted; ``differs``
    that sources differ on it. ``change`` is what has become of it since the last export: "", "new",
    "corroborated", "contradicted", "superseded" or "source changed".

    ``label`` heads it (a quote's speaker, a fact's kind or measure), ``detail`` says more (the
    speaker's office; the words around a figure), ``note`` is the author's own words.
    A "claim", "timeline", "figures", "chart" or "person" has no ``text``: ``label`` is the matter, the title
    or the name, ``detail`` the office of a person, whose spellings are cited in ``citations``. What else
    rests on several passages has them all in ``citations`` too, the first of them being ``citation``.
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
    id: str = ""
    citations: tuple[Citation, ...] = ()
    assessment: bool = False
    proposed: bool = False
    confidence: str = ""
    basis: str = ""
    independent: int = 0
    differs: bool = False
    verdict: str = ""
    reason: str = ""
    sides: tuple[Side, ...] = ()
    cells: tuple[Cell, ...] = ()
    variants: tuple[str, ...] = ()
    change: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the briefing: ``kind`` is one of ``domain.outline.SECTION_KINDS``, or "notes"."""

    kind: str
    title: str
    items: tuple[Item, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """An entry of the list of sources. ``how`` says where its date comes from.

    ``grade`` is its Admiralty grade (reliability letter and credibility digit, as "B2", or one of the
    two), ``descriptor`` a line on its quality.
    """

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
    grade: str = ""
    descriptor: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """All that a briefing says. ``made`` is ISO 8601 with its zone; ``period`` is two ISO dates.

    ``date`` is the day that it bears (ISO 8601; empty for that of ``made``), ``as_of`` that up to which
    information was taken in. ``label`` is the handling label of each page, ``template`` one of
    ``domain.outline.TEMPLATES``, ``style`` a citation style, ``contents`` asks for a table of contents,
    ``listed`` for the list of sources.
    ``manifest`` is a JSON text that the file carries, from which it can be made again.

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
    id: str = ""
    to: str = ""
    date: str = ""
    as_of: str = ""
    label: str = ""
    template: str = "full"
    style: str = "chicago-notes"
    contents: bool = False
    listed: bool = True
    manifest: str = ""

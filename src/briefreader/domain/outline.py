"""A briefing in the making, as its author has it: an outline of sections, and the lines in them.

It is a value that a person makes and the store keeps; ``library/composing.py`` makes the printed
``Briefing`` of it. Each line of evidence rests on passages of sources; what the machine had found there
is kept as it was when the line was added, so that no later analysis changes what stands in a briefing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from briefreader.domain.decision import Passage

CITED = "\ufffc"
"""The character that stands in an author's words where a citation is; the n-th is that of ``evidence[n]``."""

LINE_KINDS = (
    "text", "judgement", "quote", "fact", "passage", "claim", "timeline", "figures", "chart", "person",
)  # fmt: skip
WORDED = ("text", "judgement")
"""The kinds of line whose words are the author's own; of all others they are verbatim from sources."""

SECTION_KINDS = (
    "lead", "judgements", "facts", "figures", "differences", "timeline", "quotes", "people", "gaps",
    "outlook", "passages", "changes", "free",
)  # fmt: skip
TEMPLATES = ("note", "full", "annex")
LABELS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""The labels of TLP 2.0 (FIRST, August 2022), never translated."""
CONFIDENCE = ("high", "moderate", "low")
RELIABILITY = ("A", "B", "C", "D", "E", "F")
CREDIBILITY = ("1", "2", "3", "4", "5", "6")


@dataclass(frozen=True, slots=True)
class Grade:
    """What the author thinks of a source, by the Admiralty scale; empty where nothing was set.

    ``reliability`` is one of RELIABILITY, ``credibility`` one of CREDIBILITY (the two are judged apart),
    ``descriptor`` one line on what affects the quality of the source.
    """

    reliability: str = ""
    credibility: str = ""
    descriptor: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a briefing. ``id`` is a UUID in text form, ``kind`` one of LINE_KINDS.

    ``text`` is what the author wrote: of a worded kind the line itself, with a CITED for each of the
    passages in ``evidence``; of the others a comment on the evidence. A worded line without evidence is an
    assessment. ``proposed`` says that the machine proposed it and the author has not accepted it yet.

    ``values`` by kind, all of them plain JSON values, text verbatim as the machine had it when the line
    was added; any may be missing:

    - "judgement": "confidence" (one of CONFIDENCE) and "basis" (why, the author's words).
    - "quote": "speaker", "office", "form" (direct, mixed, indirect).
    - "fact": "kind" (figure, event, agreement, key, date), "label" (what), "value", "period" (ISO 8601),
      "speaker", "detail", "claim" (id of its claim in the ledger), "amount", "unit".
    - "passage": "colour", "underline", "starred", "tags", "annotation" (its id); "whole" if the
      annotation is about the document as a whole, whose headline then is the evidence.
    - "claim": "topic", "kind", "verdict", "reason", "period", "claim" (its id); and "sides", one mapping
      for each passage of evidence in its order: "value", "mark" (start and end in code points within
      the passage, of the words that carry the value), "origin", "speaker".
    - "timeline", "figures", "chart": "rows", one mapping for each passage of evidence: of a timeline
      "label", "first", "last" (ISO dates), "precision", "status", "inferred"; of the others "label",
      "value", "amount", "unit", "comparator", "to", "period", "first", "last", "speaker", "claim";
      each may have a "title", a chart also a "unit".
    - "person": "name", "kind" (person, organisation, place), "variants" (a list), "role".
    """

    id: str
    kind: str
    text: str = ""
    evidence: tuple[Passage, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    proposed: bool = False

    @property
    def worded(self) -> bool:
        """Tell whether the line is the author's own words."""
        return self.kind in WORDED

    @property
    def assessment(self) -> bool:
        """Tell whether the line says something of the author's own that nothing is cited for."""
        return self.worded and not self.evidence


@dataclass(frozen=True, slots=True)
class Part:
    """A section of an outline: ``kind`` is one of SECTION_KINDS, ``title`` its heading."""

    id: str
    kind: str
    title: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A briefing in the making. ``id`` is a UUID in text form; times are ISO 8601 in UTC.

    Empty stands for "as is usual": ``date`` the day of the export, ``period`` that of the sources,
    ``as_of`` (information as of) the latest date of a source. ``label`` is one of LABELS, free text or
    empty for none. ``template`` is one of TEMPLATES, ``paper`` "a4" or "us-letter", ``style`` the
    name of a citation style. ``scope`` holds the documents that were considered; ``grades`` go by
    document. ``options`` holds what to print besides: "contents", "sources", "method", "changes" (booleans).
    ``left_out`` is how many further quotations there were when it was proposed.
    """

    id: str
    title: str = ""
    to: str = ""
    author: str = ""
    date: str = ""
    period: tuple[str, str] = ("", "")
    as_of: str = ""
    label: str = ""
    template: str = "full"
    paper: str = "a4"
    language: str = "en"
    style: str = "chicago-notes"
    parts: tuple[Part, ...] = ()
    scope: tuple[str, ...] = ()
    grades: Mapping[str, Grade] = field(default_factory=dict)
    options: Mapping[str, bool] = field(default_factory=dict)
    created: str = ""
    changed: str = ""
    revision: int = 0
    left_out: int = 0

    @property
    def document(self) -> str:
        """Return the document that the record is about: none."""
        return ""

    def lines(self) -> Iterator[tuple[Part, Line]]:
        """Yield each line with its section, in order."""
        for part in self.parts:
            for line in part.lines:
                yield part, line

    def part(self, id: str) -> Part | None:
        """Return a section."""
        return next((part for part in self.parts if part.id == id), None)

    def line(self, id: str) -> Line | None:
        """Return a line."""
        return next((line for _part, line in self.lines() if line.id == id), None)

    def cited(self) -> tuple[str, ...]:
        """Return the documents that any line rests on, each once, in the order of the lines."""
        rests = (passage.document for _part, line in self.lines() for passage in line.evidence)
        return tuple(dict.fromkeys(rests))

    def with_parts(self, parts: tuple[Part, ...]) -> Outline:
        """Return the outline with other sections."""
        return replace(self, parts=parts)


@dataclass(frozen=True, slots=True)
class Exported:
    """That a briefing was exported: when (ISO 8601 with zone), where to, in which format, and from what.

    ``sha256`` is that of the file; ``manifest`` is the JSON text that the file carries, and ``state``
    the JSON text of what the corpus held at that moment, which later changes are told against.
    """

    id: str
    briefing: str
    when: str
    path: str
    format: str
    sha256: str = ""
    manifest: str = ""
    state: str = ""

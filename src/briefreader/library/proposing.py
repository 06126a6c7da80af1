"""Proposing a briefing: an outline of what was starred, noted, said and found in some documents.

The machine chooses and puts in order; it writes no sentence. Bottom line, judgements, gaps and outlook stay
empty. The same store, documents, choice, survey and stamp give an equal outline, its ids included.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefreader.domain.annotation import Annotation
from briefreader.domain.document import Document
from briefreader.domain.fact import Fact
from briefreader.domain.outline import Line, Outline, Part
from briefreader.domain.survey import Survey
from briefreader.i18n import _, language
from briefreader.library import _evidence as evidence
from briefreader.library import _proposed_survey as surveyed
from briefreader.library import annotating, judging, lining, outlining
from briefreader.store import Store

_IDS = uuid.UUID("5d2c1a0e-7a9b-5e0f-9d0c-3b1f6f5d8a41")
"""The namespace of the ids of what is proposed."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What goes into a briefing, and how it is headed.

    ``facts_each`` is how many facts of each kind go in at most; ``quotes_each`` how many quotations
    of each speaker, 0 meaning all; ``quotes_most`` is how many in all. What a person starred or wrote
    is never cut. ``accepted`` says that the author takes on all of it at once.
    """

    title: str = ""
    author: str = ""
    facts: bool = True
    passages: bool = True
    highlights: bool = False
    notes: bool = True
    quotes: bool = True
    paper: str = "a4"
    language: str = field(default_factory=language)
    facts_each: int = 10
    quotes_each: int = 0
    quotes_most: int = 600
    template: str = "full"
    accepted: bool = False


def propose(
    store: Store, documents: Sequence[str], choice: Choice, survey: Survey | None = None, stamp: str = ""
) -> Outline:
    """Return an outline of what these documents hold, made at a moment (ISO 8601 in UTC).

    With a survey it has figures, differences, timeline and people as well, as far as the template asks.
    """
    return _Proposal(store, documents, choice, survey).outline(stamp)


class _Proposal:
    """One proposal: the documents that were opened for it, in their order."""

    def __init__(self, store: Store, documents: Sequence[str], choice: Choice, survey: Survey | None) -> None:
        self._store, self._choice, self._survey = store, choice, survey
        self._ids = list(dict.fromkeys(documents))
        self._place = {id: n for n, id in enumerate(self._ids)}
        self._opened: dict[str, Document | None] = {}
        self._left_out = 0  # quotations

    def outline(self, stamp: str) -> Outline:
        """Choose, and put in order."""
        choice = self._choice
        made = outlining.blank(
            choice.template, stamp, choice.title, choice.author, paper=choice.paper, language=choice.language
        )
        kinds = {part.kind for part in made.parts}
        filled = self._filled(kinds)
        parts: list[Part] = []
        for part in made.parts:
            parts.append(replace(part, lines=tuple(filled.get(part.kind, ()))))
            if part.kind == "facts":
                parts += self._marked()
        if "facts" not in kinds:
            parts += self._marked()
        outline = replace(made, parts=tuple(parts), scope=tuple(self._ids), left_out=self._left_out)
        return _named(outline, proposed=not choice.accepted)

    def _filled(self, kinds: set[str]) -> dict[str, list[Line]]:
        """Return the lines of each kind of section that is asked for."""
        choice, survey = self._choice, self._survey
        filled: dict[str, list[Line]] = {}
        if choice.quotes and "quotes" in kinds:
            filled["quotes"] = self._quotes()
        if survey is not None:
            gathered = surveyed.Gathered(survey.within(self._ids), self._ids, self._document)
            filled |= gathered.sections(kinds, choice.facts_each)
        if choice.facts and "facts" in kinds:
            # A figure stands once: in the table of figures if there is one.
            apart = bool(filled.get("figures"))
            filled["facts"] = self._facts([kind for kind in evidence.KINDS if kind != "figure" or not apart])
        return filled

    # What a person marked

    def _marked(self) -> list[Part]:
        """Return the starred, the highlighted or underlined, and the noted passages; none is in two."""
        choice = self._choice
        starred: list[Annotation] = []
        coloured: list[Annotation] = []
        noted: list[Annotation] = []
        for each in self._store.annotations(self._ids):
            if self._document(each.document) is None:
                continue
            if choice.passages and each.starred:
                starred.append(each)
            elif choice.highlights and (each.colour or each.underline):
                coloured.append(each)
            elif choice.notes and each.note.strip():
                noted.append(each)
        titled = ((_("Starred passages"), starred), (_("Highlights"), coloured), (_("Notes"), noted))
        return [
            outlining.part("passages", title, map(self._marked_line, self._by_place(marked)))
            for title, marked in titled
            if marked
        ]

    def _by_place(self, marked: Sequence[Annotation]) -> list[Annotation]:
        return sorted(
            marked, key=lambda each: (*self._order(each.document), *annotating.in_order(each), each.id)
        )

    def _marked_line(self, annotation: Annotation) -> Line:
        line = lining.from_annotation(self._known(annotation.document), annotation)
        return line if self._choice.notes else replace(line, text="")

    # What was found

    def _facts(self, kinds: Sequence[str]) -> list[Line]:
        """Return the best facts of each kind, near-repeats and what is no part of an article left out."""
        chosen: list[Fact] = []
        for kind in kinds:
            found = self._judged(self._ids, kind, self._choice.facts_each * 20)
            real = [fact for fact in found if self._real(fact)]
            real.sort(key=lambda fact: (evidence.rank(fact), *self._order(fact.document), fact.span))
            chosen += evidence.distinct(evidence.telling(real))[: self._choice.facts_each]
        heard = self._judged(sorted({fact.document for fact in chosen}), "quote")
        ledger = self._survey.ledger if self._survey is not None else None
        return [lining.from_fact(self._known(each.document), each, heard, ledger) for each in chosen]

    def _quotes(self) -> list[Line]:
        """Return the quotations by speaker, the most quoted first, those of nobody known last."""
        quotes = [fact for fact in self._judged(self._ids, "quote") if self._real(fact)]
        quotes.sort(key=lambda fact: (*self._order(fact.document), fact.span))
        speakers: dict[str, list[Fact]] = {}
        for fact in evidence.without_repeats(quotes):
            speakers.setdefault(evidence.bearer(fact), []).append(fact)
        ranked = sorted(speakers.items(), key=lambda entry: (not entry[0], -len(entry[1])))
        most = self._choice.quotes_each or None
        chosen = [fact for _speaker, said in ranked for fact in said[:most]]
        self._left_out = sum(map(len, speakers.values())) - len(chosen[: self._choice.quotes_most])
        return self._quote_lines(chosen[: self._choice.quotes_most])

    def _quote_lines(self, quotes: Sequence[Fact]) -> list[Line]:
        """Return the lines of quotations, each speaker by the fullest name and the office given most."""
        names: dict[str, str] = {}
        for fact in quotes:
            bearer, name = evidence.bearer(fact), fact.about.strip()
            names[bearer] = max(names.get(bearer, ""), name, key=len)
        offices = evidence.offices(quotes)
        made = []
        for fact in quotes:
            line, bearer = lining.from_fact(self._known(fact.document), fact), evidence.bearer(fact)
            known = {"speaker": names[bearer], "office": offices.get(bearer, "")}
            values = {**line.values, **known}
            made.append(replace(line, values={name: value for name, value in values.items() if value}))
        return made

    def _judged(self, documents: Sequence[str], kind: str, limit: int = 0) -> list[Fact]:
        """Return facts of a kind as a person has corrected them, without those that were rejected."""
        return judging.standing(judging.facts_in(self._store, documents, (kind,), limit))

    def _real(self, fact: Fact) -> bool:
        document = self._document(fact.document)
        return document is not None and not document.is_noise(fact.span)

    # Documents

    def _document(self, id: str) -> Document | None:
        if id not in self._opened:
            self._opened[id] = self._store.document(id)
        return self._opened[id]

    def _known(self, id: str) -> Document:
        document = self._document(id)
        assert document is not None
        return document

    def _order(self, id: str) -> tuple[str, int]:
        """Order documents by date, undated ones last, then as they were given."""
        document = self._document(id)
        value = document.published.value if document else ""
        return value or "9999", self._place.get(id, len(self._place))


def _named(outline: Outline, proposed: bool) -> Outline:
    """Return the outline with ids that are the same for the same content, all lines proposed or not."""
    told = (outline.created, outline.title, outline.author, outline.template, *outline.scope)
    own = uuid.uuid5(_IDS, "\n".join(told))

    def part_of(n: int, part: Part) -> Part:
        lines = tuple(
            replace(line, id=str(uuid.uuid5(own, f"{n} {place}")), proposed=proposed)
            for place, line in enumerate(part.lines)
        )
        return replace(part, id=str(uuid.uuid5(own, f"{n}")), lines=lines)

    parts = tuple(part_of(n, part) for n, part in enumerate(outline.parts))
    return replace(outline, id=str(own), parts=parts)

"""Proposing a briefing: an outline of what was starred, noted, said and found in some documents.

The machine chooses and puts in order; it writes no sentence. Bottom line, judgements, gaps and outlook stay
empty. The same store, documents, choice, survey and stamp give an equal outline, its ids included.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefreader.domain.annotation import Annotation
from briefreader.domain.document import Document
from briefreader.domain.fact import Fact
from briefreader.domain.outline import Line, Outline, Part
from briefreader.domain.register import Entity
from briefreader.domain.survey import Survey
from briefreader.domain.text import Span
from briefreader.i18n import _, language
from briefreader.library import _evidence as evidence
from briefreader.library import _proposed_survey as surveyed
from briefreader.library import annotating, judging, lining, outlining
from briefreader.library.corroborating import claim_of
from briefreader.store import Store

_IDS = uuid.UUID("5d2c1a0e-7a9b-5e0f-9d0c-3b1f6f5d8a41")
"""The namespace of the ids of what is proposed."""

_OF_SURVEY = ("figures", "differences", "timeline", "people")  # kinds of section, and what is chosen
_SHORT = 3  # facts of each kind in a note of one page


@dataclass(frozen=True, slots=True)
class Choice:
    """What goes into a briefing, and how it is headed.

    ``facts_each`` is how many facts of each kind go in at most; ``quotes_each`` how many quotations
    of each speaker, 0 meaning all; ``quotes_most`` is how many in all. What a person starred or wrote
    is never cut. Figures as a table, differences, timeline and people need a survey. ``accepted`` says
    that the author takes on all of it at once.
    """

    title: str = ""
    author: str = ""
    facts: bool = True
    passages: bool = True
    highlights: bool = False
    notes: bool = True
    quotes: bool = True
    figures: bool = True
    differences: bool = True
    timeline: bool = True
    people: bool = True
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
        self._ledger = survey.ledger if survey is not None else None
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

    def _filled(self, kinds: Collection[str]) -> dict[str, list[Line]]:
        """Return the lines of each kind of section that is asked for."""
        choice, survey = self._choice, self._survey
        filled: dict[str, list[Line]] = {}
        if choice.quotes and "quotes" in kinds:
            filled["quotes"] = self._quotes()
        if survey is not None:
            asked = [kind for kind in _OF_SURVEY if kind in kinds and getattr(choice, kind)]
            scores = self._figure_scores() if "figures" in asked else {}
            gathered = surveyed.Gathered(survey.within(self._ids), self._ids, self._document, scores)
            filled |= gathered.sections(asked)
        if choice.facts and "facts" in kinds:
            # A figure stands once: in the table of figures if there is one.
            apart = bool(filled.get("figures"))
            each = min(choice.facts_each, _SHORT) if choice.template == "note" else choice.facts_each
            found = [kind for kind in evidence.KINDS if kind != "figure" or not apart]
            filled["facts"] = self._facts(found, each)
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

    def _facts(self, kinds: Sequence[str], each: int) -> list[Line]:
        """Return the best facts of each kind, near-repeats and what is no part of an article left out."""
        chosen: list[Fact] = []
        for kind in kinds:
            found = self._judged(self._ids, kind, each * 20)
            real = [fact for fact in found if self._real(fact)]
            real.sort(key=lambda fact: (evidence.rank(fact), *self._order(fact.document), fact.span))
            chosen += self._one_of_each_claim(evidence.distinct(evidence.telling(real)))[:each]
        heard = self._judged(sorted({fact.document for fact in chosen}), "quote")
        return [lining.from_fact(self._known(fact.document), fact, heard, self._ledger) for fact in chosen]

    def _one_of_each_claim(self, facts: Sequence[Fact]) -> list[Fact]:
        """Leave out what an earlier fact says by the ledger; figures on which sources differ are all kept."""
        kept: dict[str, Fact] = {}
        for fact in facts:
            claim = claim_of(self._ledger, fact.document, fact.span, fact.kind) if self._ledger else None
            apart = claim is None or (fact.kind == "figure" and claim.verdict in ("differ", "scope"))
            kept.setdefault(fact.key if apart or claim is None else claim.id, fact)
        return list(kept.values())

    def _figure_scores(self) -> dict[str, float]:
        """Return the weight of each figure that is a key figure of its article, by the key of the fact."""
        found = [fact for fact in self._judged(self._ids, "figure") if self._real(fact)]
        return {fact.key: fact.score for fact in evidence.telling(found)}

    def _quotes(self) -> list[Line]:
        """Return the quotations by speaker, the most quoted first, those of nobody known last."""
        quotes = [fact for fact in self._judged(self._ids, "quote") if self._real(fact)]
        quotes.sort(key=lambda fact: (*self._order(fact.document), fact.span))
        speakers: dict[str, list[Fact]] = {}
        for fact in evidence.without_repeats(quotes):
            speakers.setdefault(self._bearer(fact), []).append(fact)
        ranked = sorted(speakers.items(), key=lambda entry: (not entry[0], -len(entry[1])))
        most = self._choice.quotes_each or None
        chosen = [fact for _speaker, said in ranked for fact in said[:most]]
        self._left_out = sum(map(len, speakers.values())) - len(chosen[: self._choice.quotes_most])
        return self._quote_lines(chosen[: self._choice.quotes_most])

    def _quote_lines(self, quotes: Sequence[Fact]) -> list[Line]:
        """Return the lines of quotations, each speaker by one name and one office.

        They are those of the register, else the fullest name and the office given most.
        """
        names: dict[str, str] = {}
        for fact in quotes:
            bearer, name = self._bearer(fact), fact.about.strip()
            names[bearer] = max(names.get(bearer, ""), name, key=len)
        offices = evidence.offices(quotes, self._bearer)
        for fact in quotes:
            entity = self._speaker(fact)
            if entity is not None:
                names[entity.id] = entity.name
                if entity.offices:
                    offices[entity.id] = entity.offices[0].title
        return [self._quote_line(fact, names, offices) for fact in quotes]

    def _quote_line(self, fact: Fact, names: Mapping[str, str], offices: Mapping[str, str]) -> Line:
        line, bearer = lining.from_fact(self._known(fact.document), fact), self._bearer(fact)
        told = {**line.values, "speaker": names[bearer], "office": offices.get(bearer, "")}
        return replace(line, values={name: value for name, value in told.items() if value})

    def _bearer(self, fact: Fact) -> str:
        """Return who speaks, the same for all spellings of the name; "" if nobody is known."""
        entity = self._speaker(fact)
        return entity.id if entity is not None else evidence.bearer(fact)

    def _speaker(self, fact: Fact) -> Entity | None:
        """Return who in the register speaks."""
        place = fact.data.get("speaker") or {}
        start, end = place.get("start"), place.get("end")
        if self._survey is None or start is None or end is None:
            return None
        return self._survey.register.within(fact.document, Span(start, end), "person")

    def _judged(self, documents: Sequence[str], kind: str, limit: int = 0) -> list[Fact]:
        """Return facts of a kind as a person has corrected them, without those that were rejected."""
        found = judging.standing(judging.facts_in(self._store, documents, (kind,), limit))
        self._open(fact.document for fact in found)
        return found

    def _real(self, fact: Fact) -> bool:
        document = self._document(fact.document)
        return document is not None and not document.is_noise(fact.span)

    # Documents

    def _open(self, ids: Iterable[str]) -> None:
        """Open documents together, which is much quicker than one by one."""
        missing = [id for id in dict.fromkeys(ids) if id not in self._opened]
        self._opened |= {each.id: each for each in self._store.documents(missing)}

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

"""Making the printed briefing of an outline: it says what the outline holds, and chooses nothing.

The same store, outline, survey and moment give an equal briefing: nothing here looks at a clock or depends
on the order of a set. ``library/proposing.py`` makes an outline of what was starred, noted, said and found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from math import isfinite
from typing import Any

from briefreader.domain.annotation import COLOURS
from briefreader.domain.briefing import Briefing, Cell, Citation, Item, Section, Side
from briefreader.domain.decision import Passage
from briefreader.domain.errors import ExportError
from briefreader.domain.outline import CITED, SECTION_KINDS, Line, Outline, Part
from briefreader.domain.survey import Survey
from briefreader.i18n import _
from briefreader.library import _method, corroborating, outlining
from briefreader.library._cited import Cited
from briefreader.library.colours import called, names_in
from briefreader.store import Store

LONG = 40
"""How many items a briefing has from which on it gets a table of contents, if nothing else is said."""


def compose(
    store: Store,
    outline: Outline,
    made: str,
    survey: Survey | None = None,
    changes: Mapping[str, str] | None = None,
) -> Briefing:
    """Return the briefing that an outline makes; ``made`` is the moment it bears (ISO 8601 with zone).

    With a survey, facts say how many independent sources they have and whether sources differ. ``changes``
    are those of ``library/changing.py``, by line. Raises ExportError with a plain sentence if the outline
    has nothing to print.
    """
    return _Composition(store, outline, survey, changes or {}).briefing(made)


class _Composition:
    """One outline being printed, with the sources that its lines rest on."""

    def __init__(
        self, store: Store, outline: Outline, survey: Survey | None, changes: Mapping[str, str]
    ) -> None:
        self._store, self._outline, self._survey, self._changes = store, outline, survey, changes
        passages = [each for _part, line in outline.lines() if _printed(line) for each in line.evidence]
        self._cited = Cited(store, passages, outline.scope)

    @cached_property
    def _origins(self) -> Mapping[str, str]:
        return corroborating.origins_of(self._cited.documents, self._survey)

    def briefing(self, made: str) -> Briefing:
        """Write everything down."""
        outline, options = self._outline, self._outline.options
        names = names_in(self._store.decisions())
        sections = [self._section(part) for part in outline.parts]
        sections = [section for section in sections if section.items]
        if not sections:
            raise _nothing(outline)
        if options.get("changes"):
            sections = self._with_changes(sections)
        period = self._cited.period()
        sources = tuple(self._cited.sources(outline.grades))
        return Briefing(
            title=outline.title.strip() or _("Briefing"),
            author=outline.author.strip(),
            made=made,
            period=outline.period if any(outline.period) else period,
            sections=tuple(sections),
            sources=sources,
            considered=len({*outline.scope, *outline.cited()}),
            paper=outline.paper,
            language=outline.language,
            method=_method.told(outline, sources) if options.get("method", True) else "",
            colours={each: called(each, names) for each in COLOURS},
            id=outline.id,
            to=outline.to.strip(),
            date=outline.date,
            as_of=outline.as_of or period[1],
            label=outline.label.strip(),
            template=outline.template,
            style=outline.style,
            contents=options.get("contents", sum(len(each.items) for each in sections) > LONG),
            listed=options.get("sources", True),
        )

    def _section(self, part: Part) -> Section:
        items = tuple(self._item(line) for line in part.lines if _printed(line))
        notes = part.kind == "passages" and bool(items) and all(item.kind == "note" for item in items)
        return Section("notes" if notes else part.kind, part.title, items, part.id)

    def _with_changes(self, sections: Sequence[Section]) -> list[Section]:
        """Return the sections with what changed in one of its own, each item as it is printed elsewhere."""
        changed = tuple(replace(item, id="") for section in sections for item in section.items if item.change)
        if not changed:
            return list(sections)
        own = next((each for each in self._outline.parts if each.kind == "changes"), None)
        printed = next((each for each in sections if own is not None and each.id == own.id), None)
        if printed is not None:
            full = replace(printed, items=(*printed.items, *changed))
            return [full if each is printed else each for each in sections]
        title, id = (own.title, own.id) if own is not None else (outlining.part("changes").title, "")
        rank = SECTION_KINDS.index("changes")
        before = [each for each in sections if each.kind == "notes" or _rank(each) <= rank]
        after = [each for each in sections if each not in before]
        return [*before, Section("changes", title, changed, id), *after]

    # Lines

    def _item(self, line: Line) -> Item:
        make = {
            "text": self._worded, "judgement": self._worded, "quote": self._quote, "fact": self._fact,
            "passage": self._passage, "claim": self._claim, "timeline": self._table, "figures": self._table,
            "chart": self._table, "person": self._person,
        }  # fmt: skip
        made = make[line.kind](line)
        cited = made.citations or (self._citations(line) if len(line.evidence) > 1 else ())
        return replace(
            made,
            id=line.id,
            note=made.note if line.worded else line.text.strip(),
            citations=cited if not made.cells and not made.sides else (),
            proposed=line.proposed,
            change=self._changes.get(line.id, ""),
        )

    def _worded(self, line: Line) -> Item:
        said = {self._origins[self._document(each)] for each in line.evidence}
        return Item(
            line.kind,
            _fitted(line.text, len(line.evidence)),
            citations=self._citations(line),
            assessment=line.assessment,
            confidence=_words(line.values.get("confidence")),
            basis=_words(line.values.get("basis")),
            independent=len(said),
        )

    def _quote(self, line: Line) -> Item:
        values = line.values
        return self._counted(line, "quote", Item(
            "quote",
            self._said(line),
            self._first(line),
            label=_words(values.get("speaker")),
            detail=_words(values.get("office")),
            form=_words(values.get("form")) or "direct",
        ))  # fmt: skip

    def _fact(self, line: Line) -> Item:
        values = line.values
        form = _words(values.get("kind"))
        return self._counted(line, form, Item(
            "fact",
            self._said(line),
            self._first(line),
            label=_words(values.get("label")),
            detail=_words(values.get("detail")),
            form=form,
            value=_words(values.get("value")),
            period=_words(values.get("period")),
            speaker=_words(values.get("speaker")),
        ))  # fmt: skip

    def _passage(self, line: Line) -> Item:
        values = line.values
        colour, underline = _words(values.get("colour")), _words(values.get("underline"))
        starred = bool(values.get("starred"))
        noted = bool(values.get("annotation")) and not (starred or colour or underline)
        whole = bool(values.get("whole"))
        return self._counted(line, "", Item(
            "note" if noted and line.text.strip() else "passage",
            "" if whole else self._said(line),
            self._cited.whole(line.evidence[0]) if whole else self._first(line),
            colour=colour,
            underline=underline,
            starred=starred,
            tags=tuple(map(str, values.get("tags") or ())),
        ))  # fmt: skip

    def _claim(self, line: Line) -> Item:
        values = line.values
        sides = tuple(
            self._side(passage, said)
            for passage, said in zip(line.evidence, _each(values.get("sides"), line), strict=True)
        )
        verdict = _words(values.get("verdict"))
        return Item(
            "claim", "", label=_words(values.get("topic")), form=_words(values.get("kind")),
            period=_words(values.get("period")), verdict=verdict, reason=_words(values.get("reason")),
            sides=sides, differs=verdict == "differ",
            independent=len({each.origin or str(each.citation.source) for each in sides}),
        )  # fmt: skip

    def _table(self, line: Line) -> Item:
        rows = zip(line.evidence, _each(line.values.get("rows"), line), strict=True)
        cells = tuple(self._cell(passage, row, line.kind) for passage, row in rows)
        return Item(
            line.kind, "", label=_words(line.values.get("title")), cells=cells,
            differs=any(each.differs for each in cells),
        )  # fmt: skip

    def _person(self, line: Line) -> Item:
        values = line.values
        return Item(
            "person", "", self._first(line), label=_words(values.get("name")),
            detail=_words(values.get("role")), form=_words(values.get("kind")),
            variants=tuple(map(str, values.get("variants") or ())),
        )  # fmt: skip

    def _side(self, passage: Passage, said: Mapping[str, Any]) -> Side:
        text = self._cited.found(passage).text
        start, end = said.get("mark") or (0, 0)
        return Side(
            text, _words(said.get("value")), self._cited.citation(passage),
            _mark(passage.anchor.exact, start, end, text), _words(said.get("origin")),
            _words(said.get("speaker")),
        )  # fmt: skip

    def _cell(self, passage: Passage, row: Mapping[str, Any], kind: str) -> Cell:
        return Cell(
            label=_words(row.get("label")),
            citation=self._cited.citation(passage),
            value=_words(row.get("value")),
            amount=_number(row.get("amount")),
            to=_number(row.get("to")),
            unit=_words(row.get("unit")),
            period=_words(row.get("period")),
            first=_words(row.get("first")),
            last=_words(row.get("last")),
            precision=_words(row.get("precision")) or "day",
            status=_words(row.get("status")),
            inferred=bool(row.get("inferred")),
            speaker=_words(row.get("speaker")),
            differs=self._differs(passage, "event" if kind == "timeline" else "figure"),
        )

    # Evidence

    def _citations(self, line: Line) -> tuple[Citation, ...]:
        return tuple(map(self._cited.citation, line.evidence))

    def _first(self, line: Line) -> Citation:
        return self._cited.citation(line.evidence[0])

    def _said(self, line: Line) -> str:
        return self._cited.found(line.evidence[0]).text

    def _document(self, passage: Passage) -> str:
        return self._cited.found(passage).document.id

    def _counted(self, line: Line, kind: str, item: Item) -> Item:
        """Return the item with how many independent sources say so, and whether sources differ on it."""
        found = self._cited.found(line.evidence[0])
        if self._survey is None or found.span is None:
            return item
        id, span, ledger = found.document.id, found.span, self._survey.ledger
        claim = corroborating.claim_of(ledger, id, span, kind)
        count = corroborating.independent(claim, id, span) if claim is not None else 0
        return replace(item, independent=count, differs=self._differs(line.evidence[0], kind))

    def _differs(self, passage: Passage, kind: str) -> bool:
        """Tell whether sources differ on a passage: of a fact on what it states, else on anything in it."""
        found = self._cited.found(passage)
        if self._survey is None or found.span is None:
            return False
        claims = corroborating.differing(self._survey.ledger, found.document.id, found.span)
        kinds = corroborating.CLAIMS_OF.get(kind) if kind != "quote" else None
        return any(kinds is None or each.kind in kinds for each in claims)


def _printed(line: Line) -> bool:
    """Tell whether there is anything to print of a line."""
    return bool(line.evidence) or (line.worded and bool(line.text.strip()))


def _nothing(outline: Outline) -> ExportError:
    if not outline.scope:
        return ExportError(_("There are no documents to brief on."), _("Import some, or widen the filter."))
    return ExportError(
        _("There is nothing to put into the briefing."),
        _("Star a passage, write a note, or choose quotes or key facts as well."),
    )


def _rank(section: Section) -> int:
    return SECTION_KINDS.index(section.kind)


def _each(rows: Any, line: Line) -> Iterable[Mapping[str, Any]]:
    """Return a mapping for each passage of a line, blank ones where none was kept."""
    kept = list(rows or ())
    return (kept + [{}] * len(line.evidence))[: len(line.evidence)]


def _words(value: object) -> str:
    return "" if value is None else str(value)


def _fitted(text: str, count: int) -> str:
    """Return an author's words with a place for each of their citations, and for no more."""
    pieces = text.split(CITED)
    kept, rest = pieces[: count + 1], pieces[count + 1 :]
    missing = count + 1 - len(kept)
    return CITED.join(kept) + "".join(rest) + CITED * missing


def _number(value: object) -> float | None:
    """Return a number of a row; what is none, as a manifest made by hand may have it, counts as not known."""
    return float(value) if isinstance(value, int | float) and isfinite(value) else None


def _mark(exact: str, start: int, end: int, text: str) -> tuple[int, int]:
    """Return where the marked words of a passage stand in what is printed of it; (0, 0) if unclear."""
    words = exact[start:end]
    if exact == text or not words:
        return (start, end) if words else (0, 0)
    at = text.find(words)
    return (at, at + len(words)) if at >= 0 and text.count(words) == 1 else (0, 0)

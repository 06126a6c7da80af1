"""Making lines of a briefing: of what was found, marked, compared and gathered.

What the machine had found goes into the line's values as it is now, so that no later analysis changes what
stands in a briefing; ``domain.outline.Line`` says which values each kind has. Values that say nothing are
left out. What rests on a document that is not given is left out as well. Each line gets a fresh id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefreader.domain.annotation import Annotation
from briefreader.domain.decision import Passage
from briefreader.domain.document import Document
from briefreader.domain.fact import Fact
from briefreader.domain.ledger import Claim, ClaimEntry, Ledger
from briefreader.domain.outline import Line
from briefreader.domain.placing import CHANGED
from briefreader.domain.register import Entity, Place
from briefreader.domain.survey import FigureRow, Moment
from briefreader.domain.text import Anchor, Span
from briefreader.library import _evidence as evidence
from briefreader.library._sentences import sentence_around
from briefreader.library.corroborating import claim_of
from briefreader.library.outlining import line

Documents = Mapping[str, Document]

STATED = ("figure", "event", "agreement", "key", "date")
"""The kinds of fact that make a line of kind "fact"."""

_SPELLINGS = 8  # passages that show how a name is spelt


def passage(document: Document, span: Span) -> Passage:
    """Return a passage that can be found again."""
    return Passage(document.id, Anchor.on(document.text, span))


def from_passage(document: Document, span: Span) -> Line:
    """Return the line of a stretch of a document, such as a selection."""
    return line("passage", evidence=[passage(document, span)])


def from_fact(
    document: Document, fact: Fact, heard: Sequence[Fact] = (), ledger: Ledger | None = None
) -> Line:
    """Return the line of a fact: of a quotation a quote, of a name or the like the passage alone.

    ``heard`` are quotations that may hold the fact, which tell who says it; the ledger tells its claim.
    """
    if fact.kind == "quote":
        return _quote(document, fact)
    if fact.kind not in STATED:
        return from_passage(document, fact.span)
    dated = fact.kind == "date"  # a date says nothing without its sentence
    span = sentence_around(document.text, fact.span) if dated else fact.span
    claim = claim_of(ledger, document.id, fact.span, fact.kind) if ledger is not None else None
    return line("fact", evidence=[passage(document, span)], **_saying(
        kind=fact.kind,
        label=evidence.subject(fact),
        value=" ".join(fact.text.split()) if dated else evidence.amount(document, fact),
        period=evidence.period(fact),
        speaker=evidence.speaker(fact, heard),
        detail=evidence.context(document, fact.span) if fact.kind == "figure" else "",
        claim=claim.id if claim is not None else "",
        amount=fact.amount,
        unit=fact.unit,
    ))  # fmt: skip


def from_annotation(document: Document, annotation: Annotation) -> Line:
    """Return the line of a marked passage, the note on it being the author's comment.

    A note on the document as a whole rests on its headline, or on what it begins with. Words that are no
    longer there are kept as they were.
    """
    if annotation.anchor is None:
        first = next((each.span for each in document.blocks), None)
        kept = [passage(document, first)] if first else []
    else:
        placed = annotation.placed(document.text)
        same = placed is not None and placed.how != CHANGED
        kept = [
            passage(document, placed.span) if placed and same else Passage(document.id, annotation.anchor)
        ]
    note = annotation.note.strip()
    if not kept:  # a document without any text
        return line("text", note)
    return line("passage", note, kept, **_saying(
        colour=annotation.colour,
        underline=annotation.underline,
        starred=annotation.starred,
        tags=list(annotation.tags),
        annotation=annotation.id,
        whole=annotation.anchor is None,
    ))  # fmt: skip


def from_claim(claim: Claim, documents: Documents) -> Line:
    """Return the line that puts side by side what each source says of a matter."""
    known = [each for each in claim.entries if each.document in documents]
    return line("claim", evidence=[passage(documents[each.document], each.span) for each in known], **_saying(
        topic=claim.topic,
        kind=claim.kind,
        verdict=claim.verdict,
        reason=claim.reason,
        period=claim.period,
        claim=claim.id,
        sides=[_side(each) for each in known],
    ))  # fmt: skip


def from_moments(moments: Iterable[Moment], documents: Documents, title: str = "") -> Line:
    """Return a timeline of moments, in the order of time."""
    known = sorted(
        (each for each in moments if each.document in documents),
        key=lambda each: (each.first, each.last, each.document, each.span),
    )
    rows = [
        _saying(
            label=each.label, first=each.first, last=each.last, precision=each.precision,
            status=each.status, inferred=each.inferred,
        )
        for each in known
    ]  # fmt: skip
    return _table("timeline", known, rows, documents, title)


def from_figures(rows: Iterable[FigureRow], documents: Documents, title: str = "") -> Line:
    """Return a table of figures, in the order given."""
    known = [each for each in rows if each.document in documents]
    return _table("figures", known, [_figure(each) for each in known], documents, title)


def chart_of(rows: Iterable[FigureRow], documents: Documents, title: str = "") -> Line | None:
    """Return a chart of figures by time; None if they are of several units or fewer than two have an amount.

    Without a title it is headed by what is measured.
    """
    known = [each for each in rows if each.document in documents and each.amount is not None]
    known.sort(key=lambda each: (each.first, each.last, each.document, each.span))
    if len(known) < 2 or len({each.unit for each in known}) > 1:
        return None
    made = _table("chart", known, [_figure(each) for each in known], documents, title or known[0].topic)
    return replace(made, values={**made.values, "unit": known[0].unit})


def from_entity(entity: Entity, documents: Documents) -> Line:
    """Return the line of a person, organisation or place, with its spellings and its office."""
    shown = [each for each in entity.variants if each.place.document in documents][:_SPELLINGS]
    places = [each.place for each in shown]
    places += [each.place for each in entity.offices[:1]]
    places += [] if places else list(entity.mentions[:1])
    kept = [_at(each, documents) for each in dict.fromkeys(places) if each.document in documents]
    return line("person", evidence=kept, **_saying(
        name=entity.name,
        kind=entity.kind,
        variants=[each.text for each in entity.variants if each.text != entity.name],
        role=entity.offices[0].title if entity.offices else "",
    ))  # fmt: skip


def _quote(document: Document, fact: Fact) -> Line:
    return line("quote", evidence=[passage(document, fact.span)], **_saying(
        speaker=fact.about.strip(),
        office=" ".join(str(fact.data.get("role") or "").split()),
        form=str(fact.data.get("kind") or "direct"),
    ))  # fmt: skip


def _side(entry: ClaimEntry) -> dict[str, Any]:
    """Return what a source says of a matter; the mark counts within the passage."""
    within = entry.span.contains(entry.mark)
    start = entry.span.start
    mark = [entry.mark.start - start, entry.mark.end - start] if within else [0, 0]
    return {"value": entry.value, "mark": mark, "origin": entry.origin, "speaker": entry.speaker}


def _figure(row: FigureRow) -> dict[str, Any]:
    return _saying(
        label=row.measure, value=row.value, amount=row.amount, unit=row.unit, comparator=row.comparator,
        to=row.to, period=row.period, first=row.first, last=row.last, speaker=row.speaker, claim=row.claim,
    )  # fmt: skip


def _table(
    kind: str,
    known: Sequence[Moment | FigureRow],
    rows: list[dict[str, Any]],
    documents: Documents,
    title: str,
) -> Line:
    kept = [passage(documents[each.document], each.span) for each in known]
    return line(kind, evidence=kept, **_saying(rows=rows, title=title))


def _at(place: Place, documents: Documents) -> Passage:
    return passage(documents[place.document], place.span)


def _saying(**values: Any) -> dict[str, Any]:
    """Leave out the values that say nothing."""
    return {name: value for name, value in values.items() if value not in (None, "", False, [])}

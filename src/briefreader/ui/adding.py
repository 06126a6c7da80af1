"""What can be put into a briefing, as it is dragged and as lines are made of it.

What is dragged only names things; the words are fetched from the workspace when it has arrived.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import islice
from typing import Any

from PySide6.QtCore import QMimeData

from briefreader.domain.decision import Passage
from briefreader.domain.document import Document
from briefreader.domain.ledger import Claim
from briefreader.domain.outline import Line
from briefreader.domain.register import Entity
from briefreader.domain.survey import FigureRow, Moment, Survey
from briefreader.domain.text import Anchor, Span
from briefreader.library import looking
from briefreader.library.looking import Opened
from briefreader.library.workspace import Workspace

LINES = "application/x-briefreader-line+json"
"""The form in which passages, facts, marks and claims are dragged."""

_MOST = 500  # things taken from one drag
_MOST_MOMENTS = 60

_At = Callable[[str], Opened | None]
LinesTask = Callable[[Workspace], Sequence[Line]]
_Get = Callable[[str], Document | None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something to put in: ``what`` is "passage", "fact", "annotation" or "claim".

    A passage is named by its document and its place in code points, the others by ``key``: a fact's
    key, an annotation's or a claim's id.
    """

    what: str
    document: str = ""
    key: str = ""
    start: int = 0
    end: int = 0

    @property
    def span(self) -> Span | None:
        """Return the place of a passage; None if it has none."""
        return Span(self.start, self.end) if 0 <= self.start < self.end else None


def dragged(wanted: Iterable[Wanted], words: str) -> QMimeData:
    """Return what carries these through a drag, and their words for other programs."""
    data = QMimeData()
    data.setData(LINES, json.dumps([asdict(each) for each in wanted]).encode())
    data.setText(words)
    return data


def wanted_in(data: QMimeData) -> tuple[Wanted, ...]:
    """Return what a drag carries; what is not understood is left out."""
    if not data.hasFormat(LINES):
        return ()
    try:
        found = json.loads(bytes(data.data(LINES).data()))
    except ValueError:
        return ()
    if not isinstance(found, list):
        return ()
    return tuple(each for row in found[:_MOST] if (each := _wanted(row)) is not None)


def _wanted(row: Any) -> Wanted | None:
    if not isinstance(row, dict):
        return None
    kinds = {field.name: type(field.default) for field in fields(Wanted)}
    given = {name: row[name] for name in kinds if name in row}
    right = all(isinstance(given[name], int if name in ("start", "end") else str) for name in given)
    return Wanted(**given) if right and "what" in given else None


def lines_of(workspace: Workspace, wanted: Sequence[Wanted], survey: Survey | None) -> list[Line]:
    """Return the lines for these, in their order; what is no longer there makes none."""
    opened: dict[str, Opened | None] = {}

    def at(id: str) -> Opened | None:
        if id not in opened:
            opened[id] = looking.opened(workspace, id)
        return opened[id]

    def document(id: str) -> Document | None:
        found = at(id)
        return found.document if found else None

    made = (_line(each, at, document, survey) for each in wanted)
    return [line for line in made if line is not None]


def passages_of(workspace: Workspace, wanted: Sequence[Wanted], survey: Survey | None) -> list[Passage]:
    """Return the passages on which these rest, for citations."""
    found: list[Passage] = []
    for each in wanted:
        document = workspace.store.document(each.document) if each.what == "passage" else None
        span = each.span
        if document is not None and span is not None and span.end <= len(document.text):
            found.append(Passage(document.id, Anchor.on(document.text, span)))
        elif document is None:
            found += [p for line in lines_of(workspace, [each], survey) for p in line.evidence[:1]]
    return found


def _line(each: Wanted, at: _At, document: _Get, survey: Survey | None) -> Line | None:
    from briefreader.library import lining

    if each.what == "claim":
        claim = survey.ledger.claim(each.key) if survey is not None else None
        if claim is None:
            return None
        known = {id: found for id in claim.documents if (found := document(id)) is not None}
        return lining.from_claim(claim, known) if known else None
    opened = at(each.document)
    if opened is None:
        return None
    if each.what == "fact":
        fact = next((fact for fact in opened.facts if fact.key == each.key), None)
        if fact is None:
            return None
        heard = [other for other in opened.facts if other.kind == "quote"]
        return lining.from_fact(opened.document, fact, heard, survey.ledger if survey is not None else None)
    if each.what == "annotation":
        mark = opened.annotation(each.key)
        return lining.from_annotation(opened.document, mark) if mark is not None else None
    span = each.span
    if each.what != "passage" or span is None or span.end > len(opened.document.text):
        return None
    return lining.from_passage(opened.document, span)


# -- lines of what the views hold ----------------------------------------------------------------------


def claims_task(claims: Sequence[Claim]) -> LinesTask:
    """Return the task that makes a line of each claim."""

    def task(workspace: Workspace) -> list[Line]:
        from briefreader.library import lining

        known = _documents(workspace, [id for claim in claims for id in claim.documents])
        return [lining.from_claim(claim, known) for claim in claims]

    return task


def briefed(moments: Iterable[Moment], lane: str = "") -> list[Moment]:
    """Return the moments of a list that make a timeline: days of publication only if that lane is chosen."""
    wanted = (each for each in moments if lane == "published" or each.lane != "published")
    return list(islice(wanted, _MOST_MOMENTS))


def moments_task(moments: Sequence[Moment]) -> LinesTask:
    """Return the task that makes a timeline of moments."""

    def task(workspace: Workspace) -> list[Line]:
        from briefreader.library import lining

        made = lining.from_moments(moments, _documents(workspace, [each.document for each in moments]))
        return [made] if made.evidence else []

    return task


def figures_task(rows: Sequence[FigureRow], chart: bool = False) -> LinesTask:
    """Return the task that makes a table or a chart of figures; figures that make no chart make a table."""

    def task(workspace: Workspace) -> list[Line]:
        from briefreader.library import lining

        known = _documents(workspace, [each.document for each in rows])
        made = lining.chart_of(rows, known) if chart else None
        made = made or lining.from_figures(rows, known)
        return [made] if made.evidence else []

    return task


def entities_task(entities: Sequence[Entity]) -> LinesTask:
    """Return the task that makes a line of each name."""

    def task(workspace: Workspace) -> list[Line]:
        from briefreader.library import lining

        places = [place for each in entities for place in each.mentions[:1]]
        places += [each.place for entity in entities for each in entity.variants]
        places += [each.place for entity in entities for each in entity.offices]
        known = _documents(workspace, [place.document for place in places])
        return [lining.from_entity(each, known) for each in entities]

    return task


def _documents(workspace: Workspace, ids: Iterable[str]) -> dict[str, Document]:
    return {each.id: each for each in workspace.store.documents(list(dict.fromkeys(ids)))}

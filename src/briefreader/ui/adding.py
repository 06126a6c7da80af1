"""What can be put into a briefing, as it is dragged and as lines are made of it.

What is dragged only names things; the words are fetched from the workspace when it has arrived.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from PySide6.QtCore import QMimeData

from briefreader.domain.decision import Passage
from briefreader.domain.document import Document
from briefreader.domain.outline import Line
from briefreader.domain.survey import Survey
from briefreader.domain.text import Anchor, Span
from briefreader.library import looking
from briefreader.library.looking import Opened
from briefreader.library.workspace import Workspace

LINES = "application/x-briefreader-line+json"
"""The form in which passages, facts, marks and claims are dragged."""

_MOST = 500  # things taken from one drag

_At = Callable[[str], Opened | None]
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

"""What can be wrong with the evidence of a briefing's lines: passages, quotations, figures and dates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from briefreader.domain.decision import Passage
from briefreader.domain.document import Document
from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.domain.outline import Line, Outline
from briefreader.domain.placing import CHANGED, place
from briefreader.domain.survey import Survey
from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.library import _author_words as words
from briefreader.store import Store

_STATING = ("fact", "figures", "chart", "quote", "passage")
_YEAR = re.compile(r"\d{4}")


class Fault(NamedTuple):
    """What is wrong, as a finding says it, but for the place."""

    kind: str
    severity: str
    message: str
    hint: str


class Evidence:
    """The sources that a briefing rests on, as they are now; each is opened once."""

    def __init__(self, store: Store, outline: Outline, survey: Survey | None) -> None:
        self._successors = store.successors(list(outline.cited()))
        now = [self._successors.get(id, id) for id in outline.cited()]
        self._documents = {each.id: each for each in store.documents(list(dict.fromkeys(now)))}
        self._plain: dict[str, str] = {}
        self._places: dict[Passage, Span | None] = {}
        self._differing = _differing(survey)
        self._said = {
            claim.id
            for _part, line in outline.lines()
            if line.worded or line.kind == "claim"
            for claim in self._compared(line)
        }

    def faults(self, line: Line) -> Iterator[Fault]:
        """Yield what is wrong with the evidence of a line."""
        yield from self._changed(line)
        yield from self._altered(line)
        yield from self._undated(line)
        yield from self._unsaid(line)

    # Sources and passages

    def _changed(self, line: Line) -> Iterator[Fault]:
        for passage in line.evidence:
            document = self._now(passage)
            if passage.document in self._successors:
                yield self._superseded(passage, document)
            elif document is None:
                yield Fault(
                    "source changed", "error", _("A source that it rests on is no longer in the workspace."),
                    _("Import the source again, or cite another."),
                )  # fmt: skip
            elif self._place(passage) is None:
                yield self._not_there(line, passage, document)

    def _superseded(self, passage: Passage, new: Document | None) -> Fault:
        title = words.shortened(new.title if new else "")
        if self._place(passage) is not None:
            said = _("“{title}” has changed since; the passage still stands in it.").format(title=title)
            return Fault("source changed", "warning", said, _("Look at the source, and cite it anew."))
        said = _("“{title}” has changed since, and no longer says “{words}”.").format(
            title=title, words=words.shortened(passage.anchor.exact)
        )
        return Fault("source changed", "error", said, _("Look at the source, and cite what it says now."))

    def _not_there(self, line: Line, passage: Passage, document: Document) -> Fault:
        said = _("“{words}” does not stand in “{title}”.").format(
            words=words.shortened(passage.anchor.exact), title=words.shortened(document.title)
        )
        kind = "source changed" if line.worded else "altered quote"
        return Fault(kind, "error", said, _("Take the passage from the source anew."))

    def _altered(self, line: Line) -> Iterator[Fault]:
        """Find words in the author's quotation marks that stand in no source that the line rests on."""
        for quoted in words.quoted(line.text):
            asked = words.plain(quoted)
            if not line.evidence:
                yield Fault(
                    "altered quote", "error",
                    _("“{words}” is in quotation marks, but no source is cited for it.").format(
                        words=words.shortened(quoted)
                    ),
                    _("Cite the passage, or take the quotation marks off."),
                )  # fmt: skip
            elif not any(asked in self._words(each) for each in self._present(line)):
                yield Fault(
                    "altered quote", "error",
                    _("“{words}” does not stand in any source that is cited for it.").format(
                        words=words.shortened(quoted)
                    ),
                    _("Give the words as the source has them, or take the quotation marks off."),
                )  # fmt: skip

    def _present(self, line: Line) -> Iterator[Document]:
        found = {each.id: each for each in map(self._now, line.evidence) if each is not None}
        yield from found.values()

    # Dates

    def _undated(self, line: Line) -> Iterator[Fault]:
        dated = set(_dated(line))
        for n, passage in enumerate(line.evidence):
            document = self._now(passage)
            if n in dated and document is not None and not document.published.value:
                said = _("It gives a date, but its source “{title}” has none.").format(
                    title=words.shortened(document.title)
                )
                yield Fault(
                    "undated source", "error", said, _("Set the date of the source, or cite one with a date.")
                )

    # Figures

    def _unsaid(self, line: Line) -> Iterator[Fault]:
        """Find figures on which sources differ, if no line of the briefing sets these side by side."""
        for claim, entry in self._stated(line):
            if claim.id not in self._said:
                values = list(dict.fromkeys(words.shortened(each.value) for each in claim.entries))
                said = _("It says “{value}”, but the sources differ: {values}.").format(
                    value=words.shortened(entry.value), values=" / ".join(f"“{each}”" for each in values)
                )
                hint = _("Add the comparison to the briefing, or say in the sentence that sources differ.")
                yield Fault("difference unsaid", "error", said, hint)

    def _stated(self, line: Line) -> Iterator[tuple[Claim, ClaimEntry]]:
        if line.kind in _STATING:
            for passage in line.evidence:
                yield from self._carried(passage)
        if line.worded and self._differing:
            for sentence in words.sentences(line.text):
                figures = words.numbers(sentence.text)
                for passage in (line.evidence[n] for n in sentence.citations if n < len(line.evidence)):
                    for claim, entry in self._carried(passage):
                        if words.numbers(entry.value) & figures:
                            yield claim, entry

    def _carried(self, passage: Passage) -> Iterator[tuple[Claim, ClaimEntry]]:
        """Yield the differing claims of which a passage holds a value."""
        document = self._now(passage)
        told = self._differing.get(document.id) if document else None
        place = self._place(passage) if told else None
        if told and place is not None:
            yield from ((claim, entry) for claim, entry in told if entry.mark.overlaps(place))

    def _compared(self, line: Line) -> Iterator[Claim]:
        """Yield the differing claims of which a line gives more than one value."""
        values: dict[str, set[str]] = defaultdict(set)
        for passage in line.evidence:
            for claim, entry in self._carried(passage):
                values[claim.id].add(entry.value)
                if len(values[claim.id]) == 2:
                    yield claim

    # What is asked for again and again

    def _place(self, passage: Passage) -> Span | None:
        if passage not in self._places:
            document = self._now(passage)
            self._places[passage] = _found(passage, document) if document else None
        return self._places[passage]

    def _now(self, passage: Passage) -> Document | None:
        """Return the source of a passage as it is now, which may be what took its place."""
        return self._documents.get(self._successors.get(passage.document, passage.document))

    def _words(self, document: Document) -> str:
        if document.id not in self._plain:
            self._plain[document.id] = words.plain(document.text)
        return self._plain[document.id]


def _found(passage: Passage, document: Document) -> Span | None:
    """Return where a passage stands in a document, word for word as it is printed, or None.

    Where only spaces or quotation marks are others, the document's own are printed.
    """
    placed = place(passage.anchor, document.text) if passage.anchor.exact else None
    return placed.span if placed is not None and placed.how != CHANGED else None


def _differing(survey: Survey | None) -> dict[str, list[tuple[Claim, ClaimEntry]]]:
    """Return the figures on which sources differ, by document; what a person dismissed is no difference."""
    found: dict[str, list[tuple[Claim, ClaimEntry]]] = defaultdict(list)
    for claim in survey.ledger.claims if survey else ():
        if claim.kind == "figure" and claim.verdict == "differ" and claim.decision != "dismissed":
            for entry in claim.entries:
                found[entry.document].append((claim, entry))
    return dict(found)


def _dated(line: Line) -> Iterator[int]:
    """Yield which passages of a line, from 0, are used for a statement with a date."""
    if line.worded:
        for sentence in words.sentences(line.text):
            if sentence.citations and words.names_a_date(sentence.text):
                yield from sentence.citations
    elif line.kind in ("fact", "claim") and _says_when(line.values):
        yield from range(len(line.evidence))
    elif line.kind in ("timeline", "figures", "chart"):
        rows = line.values.get("rows")
        for n, row in enumerate(rows if isinstance(rows, list | tuple) else ()):
            if isinstance(row, Mapping) and _says_when(row):
                yield n


def _says_when(values: Mapping[str, Any]) -> bool:
    told = (values.get(name) for name in ("period", "first"))
    return any(isinstance(each, str) and _YEAR.search(each) for each in told)

"""Marks kept apart by kind, so that each kind can be shown or left out without touching the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from briefreader.domain.fact import Fact
from briefreader.i18n import N_
from briefreader.library import judging
from briefreader.ui.views.reader_marks import Mark, MarkIndex

MARKED = ("quote", "figure", "date", "event", "agreement", "person", "organisation", "place")
"""The kinds of facts that can be marked in the text."""
OWN = "own"
"""The layer of what a person marked."""
HIT = "hit"
"""The layer of what was looked for."""
_FRAME = "frame"
NAMES = {
    "person": N_("People"),
    "organisation": N_("Organisations"),
    "place": N_("Places"),
    "figure": N_("Figures"),
    "date": N_("Dates"),
    "event": N_("Events"),
    "agreement": N_("Agreements"),
    "quote": N_("Quotes"),
    OWN: N_("My own marks"),
    HIT: N_("Hits"),
}
"""What the layers are called, in the order in which menus list them."""


def mark_of(fact: Fact) -> Mark:
    """Return the mark of a fact."""
    style = "background" if fact.kind == "quote" else "dotted"
    return Mark(fact.span, f"mark.{fact.kind}", style, fact.key, fact.about or fact.when)


def marked_facts(facts: Iterable[Fact]) -> dict[str, list[Mark]]:
    """Return the marks of what the machine found and nobody rejected, by kind."""
    found: dict[str, list[Mark]] = {kind: [] for kind in MARKED}
    for fact in judging.standing(facts):
        if fact.kind in found and (fact.kind != "figure" or fact.data.get("key", True)):
            found[fact.kind].append(mark_of(fact))
    return found


class Layers(MarkIndex):
    """The marks of several kinds as one; only those of the kinds in ``shown`` are found."""

    def __init__(self, kinds: Mapping[str, MarkIndex] | None = None, shown: Collection[str] = ()) -> None:
        super().__init__()
        self.kinds = dict(kinds or {})
        self.shown = frozenset(shown)

    def within(self, start: int, end: int) -> list[Mark]:
        """Return the marks that share a code point with a stretch; longer ones before those inside them."""
        found: list[Mark] = []
        for kind, index in self.kinds.items():
            if kind in self.shown:
                found += index.within(start, end)
        found.sort(key=lambda mark: (mark.span.start, -mark.span.end))
        return found

    def only(self, shown: Collection[str]) -> Layers:
        """Return the same marks with others of their kinds shown."""
        return Layers(self.kinds, shown)

    def framed(self, frame: Sequence[Mark]) -> Layers:
        """Return these with the frame around a mark, which is shown whatever the kinds are."""
        return Layers({**self.kinds, _FRAME: MarkIndex(frame)}, self.shown | {_FRAME})

    def with_marks(self, kind: str, marks: Sequence[Mark]) -> Layers:
        """Return these with other marks of one kind."""
        return Layers({**self.kinds, kind: MarkIndex(marks)}, self.shown)

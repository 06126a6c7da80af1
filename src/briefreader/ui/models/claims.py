"""The ledger's claims: which are shown and in what order, and each of them in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefreader.domain.ledger import Claim
from briefreader.i18n import N_, _, plural
from briefreader.ui.adding import LINES, Wanted, dragged
from briefreader.ui.models.folded import FoldedTexts
from briefreader.ui.models.periods import say_period
from briefreader.ui.models.sides import named_sides, values_of
from briefreader.ui.plain import plain_tooltip

Index = QModelIndex | QPersistentModelIndex

VERDICT_WORDS = {
    "differ": N_("Differ"),
    "agree": N_("Agree"),
    "rounding": N_("Agree within rounding"),
    "refines": N_("One refines the other"),
    "scope": N_("Different period or scope"),
    "linked": N_("Linked by hand"),
    "single": N_("Single source"),
}
DEGREE_WORDS = {"minor": N_("Differ, minor"), "major": N_("Differ, major")}
DECISION_WORDS = {
    "confirmed": N_("Confirmed"),
    "dismissed": N_("Dismissed"),
    "linked": N_("Linked by hand"),
}
_BETWEEN = {"differ": "≠", "agree": "=", "rounding": "≈", "refines": "→"}
_BETWEEN_SAID = {
    "differ": N_("differs from"),
    "agree": N_("agrees with"),
    "rounding": N_("agrees within rounding with"),
    "refines": N_("is refined by"),
}

ClaimRole = Qt.ItemDataRole.UserRole + 1
"""The Claim of a row."""
ValuesRole = ClaimRole + 1
"""What ``value_parts`` returns for the Claim of a row."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Verdicts that are shown or left out together; ``key`` names them, ``on`` is how it begins."""

    key: str
    label: str
    verdicts: tuple[str, ...]
    on: bool = True
    sign: str = ""


DISMISSED = "dismissed"
SHELVES = (
    Shelf("differ", N_("Differ"), ("differ",), sign="differ"),
    Shelf("agree", N_("Agree"), ("agree", "rounding"), sign="agree"),
    Shelf("refines", N_("Refine"), ("refines",), sign="refines"),
    Shelf("scope", N_("Other scope"), ("scope",), sign="scope"),
    Shelf("linked", N_("Linked"), ("linked",), sign="linked"),
    Shelf("single", N_("Single source"), ("single",), on=False, sign="single"),
    Shelf(DISMISSED, N_("Dismissed"), (), on=False, sign="dismissed"),
)
ORDERS = (("importance", N_("Most important")), ("newest", N_("Newest first")))


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What the list of claims shows: the shelves that are on, words, and the order.

    Dismissed claims are shown only with their own shelf, whatever their verdict. ``kept`` are ids
    that stay in the list although a decision just took them out of it.
    """

    shelves: frozenset[str] = frozenset(shelf.key for shelf in SHELVES if shelf.on)
    words: str = ""
    order: str = "importance"
    kept: frozenset[str] = frozenset()


class ClaimTable:
    """All claims of a survey, in columns: narrowing 100,000 of them takes milliseconds."""

    def __init__(self, claims: Sequence[Claim] = ()) -> None:
        self.claims = tuple(claims)
        self.texts = FoldedTexts(len(self.claims), self._said)

    def within(self, documents: Collection[str]) -> list[int]:
        """Return the places of the claims that some of these documents speak of."""
        wanted = frozenset(documents)
        return [n for n, spoken in enumerate(self._documents) if not wanted.isdisjoint(spoken)]

    def counted(self, places: Sequence[int], words: str = "") -> dict[str, int]:
        """Return how many of these claims that hold the words stand on each shelf."""
        shelves = self._shelves
        counts = Counter([shelves[n] for n in self.texts.narrowed(list(places), words)])
        return {shelf.key: counts[shelf.key] for shelf in SHELVES}

    def chosen(self, places: Sequence[int], wanted: ClaimFilter) -> list[Claim]:
        """Return those of these claims that a filter takes, in its order."""
        shelves, claims = self._shelves, self.claims
        found = [n for n in places if shelves[n] in wanted.shelves]
        if wanted.kept:
            kept = set(found) | {n for n in places if claims[n].id in wanted.kept}
            found = [n for n in places if n in kept]
        found = self.texts.narrowed(found, wanted.words)
        if wanted.order == "newest":
            newest = self._newest
            found.sort(key=lambda n: newest[n], reverse=True)
        return [claims[n] for n in found]

    @cached_property
    def _documents(self) -> list[tuple[str, ...]]:
        return [tuple([entry.document for entry in claim.entries]) for claim in self.claims]

    @cached_property
    def _shelves(self) -> list[str]:
        shelf_of = {verdict: shelf.key for shelf in SHELVES for verdict in shelf.verdicts}
        return [
            DISMISSED if claim.decision == DISMISSED else shelf_of.get(claim.verdict, "single")
            for claim in self.claims
        ]

    @cached_property
    def _newest(self) -> list[str]:
        return [_newest(claim) for claim in self.claims]

    def _said(self, n: int) -> str:
        claim = self.claims[n]
        return "\n".join([claim.topic, *(f"{each.value}\n{each.text}" for each in claim.entries)])


def _newest(claim: Claim) -> str:
    last = claim.entries[-1].published.value if claim.entries else ""
    # Entries come by date of publication, so that only undated ones make it worth to look at all.
    return last or max([entry.published.value for entry in claim.entries], default="")


def verdict_words(claim: Claim) -> str:
    """Return the verdict of a claim in words, with the degree of a difference."""
    if claim.verdict == "differ" and claim.degree in DEGREE_WORDS:
        return _(DEGREE_WORDS[claim.degree])
    return _(VERDICT_WORDS[claim.verdict])


def decision_words(claim: Claim) -> str:
    """Return what a person decided on a claim in words, or nothing where the verdict says it."""
    if claim.decision == claim.verdict:
        return ""
    return _(DECISION_WORDS[claim.decision]) if claim.decision else ""


def value_parts(claim: Claim) -> tuple[tuple[str, str], ...]:
    """Return the values side by side, each after the sign that sets it off from the one before.

    Only between the values that the verdict speaks of stands the sign of how they compare.
    """
    values = values_of(claim)
    sign = _BETWEEN.get(claim.verdict, "·")
    named = len(named_sides(claim))
    named = named if named > 1 else len(values)
    parts = []
    for number, (words, printed) in enumerate(values.items()):
        between = "" if number == 0 else f" {sign} " if number < named else " · "
        parts.append((between, _("“{value}”").format(value=words) if printed else words))
    return tuple(parts)


def say_values(claim: Claim) -> str:
    """Return the values side by side, with the sign of how they compare."""
    return "".join(between + words for between, words in value_parts(claim))


def say_sources(claim: Claim) -> str:
    """Return how many sources speak of it, and how many of them are independent."""
    documents, origins = len(claim.documents), claim.origins
    if documents == origins:
        if documents == 1:
            return _("1 source")
        return plural("{n} independent source", "{n} independent sources", documents)
    sources = plural("{n} source", "{n} sources", documents)
    return f"{sources}, {plural('{n} independent', '{n} independent', origins)}"


def spoken(claim: Claim) -> str:
    """Return a claim in words, for a screen reader."""
    between = f" {_(_BETWEEN_SAID[claim.verdict])} " if claim.verdict in _BETWEEN_SAID else ", "
    parts = [
        verdict_words(claim),
        claim.topic,
        between.join(values_of(claim)),
        say_sources(claim),
        say_period(claim.period),
        decision_words(claim),
    ]
    return ". ".join(part for part in parts if part)


class ClaimsModel(QAbstractTableModel):
    """The claims that are shown, one in a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._claims: Sequence[Claim] = ()
        self._rows: dict[str, int] | None = None

    @property
    def claims(self) -> Sequence[Claim]:
        """Return what is shown, in order."""
        return self._claims

    def show(self, claims: Sequence[Claim]) -> None:
        """Show other claims."""
        self.beginResetModel()
        self._claims, self._rows = claims, None
        self.endResetModel()

    def claim(self, index: Index) -> Claim | None:
        """Return the claim of a row."""
        return self._claims[index.row()] if index.isValid() and index.row() < len(self._claims) else None

    def row_of(self, id: str) -> int | None:
        """Return the row of a claim, or None if it is not shown."""
        if self._rows is None:
            self._rows = {claim.id: row for row, claim in enumerate(self._claims)}
        return self._rows.get(id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(self._claims)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else 1

    def headerData(  # noqa: D102
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _("Claim")
        return super().headerData(section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: D102
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:  # noqa: D102
        return [LINES, "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return what is dragged: claims, for a briefing, and their topics for other programs."""
        found = [claim for index in indexes if (claim := self.claim(index)) is not None]
        return dragged([Wanted("claim", key=claim.id) for claim in found], "\n".join(c.topic for c in found))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        claim = self.claim(index)
        if claim is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return claim.topic
        if role == ClaimRole:
            return claim
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(claim)
        if role == ValuesRole:
            return value_parts(claim)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip("\n".join((claim.topic, say_values(claim), claim.reason)))
        return None

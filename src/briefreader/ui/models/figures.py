"""Figures grouped by what they measure, as a flat table: a heading, and below it its figures.

A row of the table is a whole number: at or above 0 the place of a figure in the survey, below 0 the
heading of a group.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from math import isnan

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefreader.domain.ledger import Claim
from briefreader.domain.survey import FigureRow, SourceCard, Survey
from briefreader.i18n import N_, _, plural
from briefreader.ui.models.dates import say_published
from briefreader.ui.models.entries_details import COMPARATORS, differing, say_measure
from briefreader.ui.models.folded import FoldedTexts
from briefreader.ui.models.periods import say_period
from briefreader.ui.models.series import Series, series_of

Index = QModelIndex | QPersistentModelIndex

KINDS = {
    "money": N_("Money"), "percent": N_("Percentages"), "quantity": N_("Quantities"), "count": N_("Counts"),
    "differ": N_("Where sources differ"),
}  # fmt: skip
ORDERS = {"measure": N_("By measure"), "period": N_("Newest period first"), "size": N_("Largest first")}
COLUMNS = (N_("Value"), N_("Measure"), N_("Period"), N_("Said by"), N_("Source"))
VALUE, MEASURE, PERIOD, SPEAKER, SOURCE = range(len(COLUMNS))

_NEVER = "~"  # behind every date


@dataclass(frozen=True, slots=True)
class Choice:
    """Which figures are shown, and in which order: ``kind`` is one of KINDS or "", ``order`` of ORDERS."""

    words: str = ""
    kind: str = ""
    order: str = "measure"


@dataclass(slots=True)
class Group:
    """Figures of one measure, as places in the survey."""

    topic: str
    title: str
    rows: list[int] = field(default_factory=list)


class Figures:
    """The figures of a survey, ready to be narrowed, grouped and put in order."""

    def __init__(self, survey: Survey | None = None) -> None:
        self.survey = survey or Survey()
        self.items: Sequence[FigureRow] = self.survey.figures
        # The ledger finds a claim by going through all of them; here each figure asks for one.
        self._differing = {each.id: each for each in self.survey.ledger.claims if differing((each,))}
        self.texts = FoldedTexts(len(self.items), self._searched)
        self._orders: dict[str, list[int]] = {}
        self._topics = _Numbers()
        self._numbers = [self._topics[each.topic or each.measure] for each in self.items]

    def claim(self, row: int) -> Claim | None:
        """Return the claim over which sources differ that a figure belongs to, unless it was dismissed."""
        return self._differing.get(self.items[row].claim)

    def card(self, row: int) -> SourceCard | None:
        """Return the source of a figure."""
        return self.survey.sources.get(self.items[row].document)

    def groups(self, documents: Collection[str] | None, choice: Choice) -> list[Group]:
        """Return the figures of these documents (all, for None) that a choice takes, grouped and in order."""
        # The figures are put in order once; taken in that order, each group has its own in order too.
        rows: list[list[int]] = [[] for _topic in self._topics]
        numbers = self._numbers
        for row in self._chosen(documents, choice):
            rows[numbers[row]].append(row)
        groups = [
            Group(topic, self._title(found[0]), found)
            for topic, found in zip(self._topics, rows, strict=True)
            if found
        ]
        _order_groups(groups, self.items, choice.order)
        return groups

    def _title(self, row: int) -> str:
        item = self.items[row]
        said = say_measure(item.measure or item.topic) or _("Not said of what")
        return said[:1].upper() + said[1:]

    def _in_order(self, order: str) -> list[int]:
        """Return all figures in an order, which is found when somebody first asks for it."""
        if order not in self._orders:
            self._orders[order] = _ordered(self.items, order)
        return self._orders[order]

    def _chosen(self, documents: Collection[str] | None, choice: Choice) -> Iterable[int]:
        rows: Iterable[int] = self._in_order(choice.order)
        items = self.items
        if documents is not None:
            rows = [row for row in rows if items[row].document in documents]
        if choice.kind == "differ":
            rows = [row for row in rows if items[row].claim in self._differing]
        elif choice.kind:
            rows = [row for row in rows if items[row].kind == choice.kind]
        return self.texts.narrowed(list(rows), choice.words) if choice.words.strip() else rows

    def _searched(self, row: int) -> str:
        """Return what is searched of a figure."""
        each, card = self.items[row], self.card(row)
        source = f"{card.title} {card.outlet}" if card is not None else ""
        return f"{each.value} {each.measure} {each.period} {each.speaker} {source}"


class _Numbers(dict[str, int]):
    """Numbers for words, in the order in which they are first asked for."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


def _size(item: FigureRow) -> float:
    amount = item.amount
    return float("-inf") if amount is None or isnan(amount) else amount


def _ordered(items: Sequence[FigureRow], order: str) -> list[int]:
    if order == "size":
        sizes = [_size(each) for each in items]
        return sorted(range(len(items)), key=sizes.__getitem__, reverse=True)
    dates = [each.first or (_NEVER if order == "measure" else "") for each in items]
    return sorted(range(len(items)), key=dates.__getitem__, reverse=order == "period")


def _order_groups(groups: list[Group], items: Sequence[FigureRow], order: str) -> None:
    """Put groups in order by their first figures; figures of different units are not compared by size."""
    if order == "measure":
        groups.sort(key=lambda group: group.title.casefold())
    elif order == "period":
        groups.sort(key=lambda group: items[group.rows[0]].first, reverse=True)
    else:
        kinds = {kind: place for place, kind in enumerate(KINDS)}

        def place(group: Group) -> tuple[int, str, float]:
            largest = items[group.rows[0]]
            return kinds.get(largest.kind, len(kinds)), largest.unit, -_size(largest)

        groups.sort(key=place)


# -- in words ---------------------------------------------------------------------------------------


def say_source(card: SourceCard | None) -> str:
    """Return outlet and date of a source."""
    if card is None:
        return ""
    return " · ".join(part for part in (card.outlet, say_published(card.published)) if part)


def say_comparator(item: FigureRow) -> str:
    """Return in words how a figure is to be taken, where its printed value does not begin with that."""
    said = _(COMPARATORS[item.comparator]) if item.comparator in COMPARATORS else ""
    return "" if item.value.casefold().startswith(said.casefold()) else said


def say_period_of(item: FigureRow) -> str:
    """Return the period of a figure: as told, or else from its first to its last day."""
    return say_period(
        item.period or "/".join(dict.fromkeys(each for each in (item.first, item.last) if each))
    )


class FiguresModel(QAbstractTableModel):
    """Groups and their figures in one flat table, so that a hundred thousand rows cost no more than a few."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.figures = Figures()
        self.groups: list[Group] = []
        self.rows: list[int] = []
        self._closed: set[str] = set()
        self._starts: list[int] = []
        self._series: dict[int, Series | None] = {}

    def show(self, figures: Figures, groups: Sequence[Group]) -> None:
        """Show these groups; those that were closed stay so."""
        self.beginResetModel()
        self.figures, self.groups = figures, list(groups)
        self._series = {}
        self._lay_out()
        self.endResetModel()

    def set_open(self, place: int, opened: bool) -> None:
        """Open or close the group that a row belongs to."""
        topic = self.groups[self.group_at(place)].topic
        if opened == (topic in self._closed):
            self.beginResetModel()
            (self._closed.discard if opened else self._closed.add)(topic)
            self._lay_out()
            self.endResetModel()

    def _lay_out(self) -> None:
        self.rows, self._starts = [], []
        for number, group in enumerate(self.groups):
            self._starts.append(len(self.rows))
            self.rows.append(-number - 1)
            if group.topic not in self._closed:
                self.rows += group.rows

    # -- what stands in a row -------------------------------------------------------------------

    def group_at(self, place: int) -> int:
        """Return the number of the group that a row belongs to."""
        return bisect_right(self._starts, place) - 1

    def heading(self, place: int) -> int | None:
        """Return the number of the group whose heading a row is; None for a figure."""
        row = self.rows[place]
        return -row - 1 if row < 0 else None

    def start_of(self, group: int) -> int:
        """Return the row of a group's heading."""
        return self._starts[group]

    def is_open(self, group: int) -> bool:
        """Tell whether the figures of a group are shown."""
        return self.groups[group].topic not in self._closed

    def figure(self, place: int) -> FigureRow | None:
        """Return the figure of a row; None for a heading."""
        row = self.rows[place]
        return self.figures.items[row] if row >= 0 else None

    def series(self, group: int) -> Series | None:
        """Return the series that the figures of a group make; None if they make none."""
        if group not in self._series:
            self._series[group] = series_of(self.figures.items, self.groups[group].rows)
        return self._series[group]

    def differs(self, group: int) -> bool:
        """Tell whether sources differ over a figure of a group."""
        return any(self.figures.claim(row) is not None for row in self.groups[group].rows)

    def place_of(self, row: int) -> int | None:
        """Return where a figure stands in the table."""
        return self.rows.index(row) if row in self.rows else None

    # -- Qt's questions -------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """Count headings and figures."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Count the columns."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says; the delegate paints from the figure itself."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            group = self.heading(index.row())
            if group is not None:
                return self.say_heading(group) if index.column() == VALUE else ""
            spoken = role == Qt.ItemDataRole.AccessibleTextRole and index.column() == VALUE
            return self.say(index.row()) if spoken else self.cell(index.row(), index.column())
        return None

    def cell(self, place: int, column: int) -> str:
        """Return the words of a figure in a column, on one line."""
        item = self.figure(place)
        assert item is not None
        card = self.figures.card(self.rows[place])
        title = (card.title or _("Untitled")) if card is not None else ""
        source = " · ".join(part for part in (title, say_source(card)) if part)
        said = (item.value, say_measure(item.measure), say_period_of(item), item.speaker, source)[column]
        return " ".join(said.split())

    def say(self, place: int) -> str:
        """Return a figure in words, for a screen reader."""
        item = self.figure(place)
        assert item is not None
        cells = [self.cell(place, column) for column in range(len(COLUMNS))]
        value = " ".join(part for part in (say_comparator(item), cells[VALUE]) if part)
        speaker = _("said by {name}").format(name=cells[SPEAKER]) if cells[SPEAKER] else ""
        claim = self.figures.claim(self.rows[place])
        differ = _("sources differ: {reason}").format(reason=claim.reason) if claim is not None else ""
        parts = (value, cells[MEASURE], cells[PERIOD], speaker, differ, cells[SOURCE])
        return ". ".join(part for part in parts if part)

    def say_heading(self, group: int) -> str:
        """Return the heading of a group in words."""
        each = self.groups[group]
        parts = [" ".join(each.title.split()), plural("{n} figure", "{n} figures", len(each.rows))]
        if self.differs(group):
            parts.append(_("sources differ"))
        series = self.series(group)
        if series is not None:
            parts.append(series.words)
        parts.append(_("open") if self.is_open(group) else _("closed"))
        return ". ".join(parts)

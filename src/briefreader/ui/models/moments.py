"""The moments of a survey in the order of time, as sorted numbers, and the list of some of them.

Days are ordinals (``date.toordinal``); a stretch of time goes from its first to its last day. A row is
a place in ``Moments.items``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import compress
from operator import itemgetter

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefreader.domain.survey import LANES, Moment, SourceCard
from briefreader.i18n import N_, _, plural
from briefreader.ui.models.dates import say_day, say_month, say_published, say_range

Index = QModelIndex | QPersistentModelIndex

LOOKS = ("plain", "inferred", "planned", "cancelled")
"""How a moment is drawn, whatever its lane."""

LANE_NAMES = {"published": N_("Published"), "event": N_("Events"), "as of": N_("As of")}
_ONE_OF_LANE = {"published": N_("Published"), "event": N_("Event"), "as of": N_("As of")}
_WITHIN: dict[str, Callable[[date], object]] = {
    "month": lambda day: (day.year, day.month),
    "quarter": lambda day: (day.year, (day.month + 2) // 3),
    "year": lambda day: day.year,
    "decade": lambda day: day.year // 10,
}  # what the first and the last day of a moment of that precision have in common
_MOST_FOLDED = 20_000  # rows: to look at more of them takes longer than a blink
_STATUS = {"planned": N_("planned"), "cancelled": N_("cancelled"), "held": N_("held")}


def look(moment: Moment) -> str:
    """Return which of LOOKS a moment has."""
    return _look(moment.status, moment.inferred)


def _look(status: str, inferred: bool) -> str:
    if status in ("planned", "cancelled"):
        return status
    return "inferred" if inferred else "plain"


_CODES = {(lane, each): number for number, (lane, each) in enumerate((a, b) for a in LANES for b in LOOKS)}


@dataclass(slots=True)
class Times:
    """When the moments of one lane and look are: days, and the two ends of longer stretches, each sorted."""

    days: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def days_between(self, low: int, high: int) -> int:
        """Count the single days from ``low`` up to, but without, ``high``."""
        return bisect_left(self.days, high) - bisect_left(self.days, low)

    def stretches_over(self, low: int, high: int) -> int:
        """Count the stretches that share a day with those from ``low`` up to, but without, ``high``."""
        return bisect_left(self.starts, high) - bisect_left(self.ends, low)


class Moments:
    """Moments by time. Counting them in a stretch of time costs no look at each."""

    def __init__(
        self,
        items: Sequence[Moment] = (),
        firsts: Sequence[int] = (),
        lasts: Sequence[int] = (),
        codes: Sequence[int] = (),
    ) -> None:
        self.items, self.firsts, self.lasts, self._codes = items, firsts, lasts, codes
        self._by_code = [Times() for _code in _CODES]
        self._stretches: list[int] = []
        by_code, stretches = self._by_code, self._stretches
        for row, (first, last, code) in enumerate(zip(firsts, lasts, codes, strict=True)):
            times = by_code[code]
            if first >= last:
                times.days.append(first)
            else:
                times.starts.append(first)
                times.ends.append(last)
                stretches.append(row)
        for times in by_code:
            times.ends.sort()

    def __len__(self) -> int:
        return len(self.items)

    def times(self, lane: str, look: str) -> Times:
        """Return when the moments of a lane that look so are."""
        return self._by_code[_CODES[lane, look]]

    def look(self, row: int) -> str:
        """Return how a moment is drawn."""
        return LOOKS[self._codes[row] % len(LOOKS)]

    def within(self, documents: Collection[str]) -> Moments:
        """Return the moments of these documents."""
        wanted = documents if isinstance(documents, set | frozenset) else frozenset(documents)
        mask = [moment.document in wanted for moment in self.items]
        return self if all(mask) else self._where(mask)

    def _where(self, mask: Sequence[bool]) -> Moments:
        columns = [list(compress(column, mask)) for column in (self.firsts, self.lasts, self._codes)]
        return Moments(list(compress(self.items, mask)), *columns)

    def count(self, lane: str, low: int, high: int) -> int:
        """Count the moments of a lane that share a day with those from ``low`` up to, without, ``high``."""
        return sum(
            times.days_between(low, high) + times.stretches_over(low, high)
            for times in (self.times(lane, each) for each in LOOKS)
        )

    def after(self, day: int) -> int:
        """Count the moments that begin after a day."""
        return len(self.firsts) - bisect_right(self.firsts, day)

    def overlapping(self, low: int, high: int, lane: str = "") -> list[int]:
        """Return the rows that share a day with those from ``low`` up to ``high``, in order of time."""
        before, end = bisect_left(self.firsts, low), bisect_right(self.firsts, high)
        reaching = self._stretches[: bisect_left(self._stretches, before)]
        rows = [row for row in reaching if self.lasts[row] >= low]
        rows.extend(range(before, end))
        if not lane:
            return rows
        start = LANES.index(lane) * len(LOOKS)
        codes = range(start, start + len(LOOKS))
        return [row for row in rows if self._codes[row] in codes]

    def extent(self, share: float = 1.0) -> tuple[int, int] | None:
        """Return the first and last day of the moments, or of the given middle share of them."""
        if not self.items:
            return None
        if share >= 1:
            return self.firsts[0], max(self.lasts)
        cut = int(len(self.firsts) * (1 - share) / 2)
        lasts = sorted(self.lasts)
        low, high = self.firsts[cut], lasts[len(lasts) - 1 - cut]
        return min(low, high), max(low, high)


def arranged(moments: Iterable[Moment]) -> Moments:
    """Put moments in order of time; those without a date that can be read are left out."""
    # By date first: a hundred thousand moments fall on far fewer, and only the dates need sorting.
    by_date: defaultdict[tuple[str, str], list[Moment]] = defaultdict(list)
    for moment in moments:
        by_date[moment.first, moment.last].append(moment)
    known, looks = _Ordinals(), _Codes()
    dated = [(known[first], known[last], each) for (first, last), each in by_date.items()]
    dated.sort(key=itemgetter(0, 1))
    items: list[Moment] = []
    firsts: list[int] = []
    lasts: list[int] = []
    for first, last, found in dated:
        if first and last:
            items += found
            firsts += [first] * len(found)
            lasts += [max(first, last)] * len(found)
    codes = [looks[each.lane, each.status, each.inferred] for each in items]
    made = Moments(items, firsts, lasts, codes)
    return made if -1 not in looks.values() else made._where([code >= 0 for code in codes])


class _Ordinals(dict[str, int]):
    """The days that ISO dates name, 0 for what is none; each is read once."""

    def __missing__(self, value: str) -> int:
        try:
            self[value] = date.fromisoformat(value).toordinal()
        except ValueError:
            self[value] = 0
        return self[value]


class _Codes(dict[tuple[str, str, bool], int]):
    """The places in _CODES of moments by lane, status and whether they are inferred; -1 for none."""

    def __missing__(self, sort: tuple[str, str, bool]) -> int:
        lane, status, inferred = sort
        self[sort] = _CODES.get((lane, _look(status, inferred)), -1)
        return self[sort]


# -- in words ---------------------------------------------------------------------------------------


def say_when(moment: Moment) -> str:
    """Return when a moment is with its precision, as in "May 2025" or "about 2025 (inferred)"."""
    said = _say_stretch(moment)
    if not moment.inferred:
        return said
    about = _("{date} (inferred)") if moment.first == moment.last else _("about {date} (inferred)")
    return about.format(date=said)


def _say_stretch(moment: Moment) -> str:
    first, last = date.fromisoformat(moment.first), date.fromisoformat(max(moment.first, moment.last))
    within = _WITHIN.get(moment.precision)
    if within is None or within(first) != within(last):
        return say_day(first, full=True) if first == last else say_range(first, last)
    if moment.precision == "month":
        return say_month(first, full=True)
    if moment.precision == "quarter":
        return _("Q{n} {year}").format(n=(first.month + 2) // 3, year=first.year)
    if moment.precision == "year":
        return str(first.year)
    return _("{year}s").format(year=first.year // 10 * 10)


def say_sort(moment: Moment) -> str:
    """Return what sort of moment it is, as in "Event, planned"."""
    name = _(_ONE_OF_LANE[moment.lane])
    status = _STATUS.get(moment.status, "") if moment.lane == "event" else ""
    return f"{name}, {_(status)}" if status else name


def say_source(card: SourceCard | None, moment: Moment | None = None) -> str:
    """Return title, outlet and date of a source in one line; without the title for its own publication."""
    if card is None:
        return ""
    titled = moment is None or moment.lane != "published"
    title = (card.title or _("Untitled")) if titled else ""
    parts = (title, card.outlet or ("" if titled else _("No outlet")), say_published(card.published))
    return " · ".join(part for part in parts if part)


def say_copies(count: int) -> str:
    """Return how many copies of a report say the same."""
    return plural("and {n} copy", "and {n} copies", count) if count else ""


def repeats(moment: Moment) -> bool:
    """Tell whether the words of a moment are those that say what it is about."""
    return " ".join(moment.text.split()).casefold() == " ".join(moment.label.split()).casefold()


def say(moment: Moment, card: SourceCard | None) -> str:
    """Return a moment in words, for a screen reader."""
    passage = "" if repeats(moment) else moment.text
    parts = (say_when(moment), say_sort(moment), moment.label, passage, say_source(card, moment))
    return ". ".join(part for part in (" ".join(part.split()) for part in parts) if part)


def beginning_first(moments: Moments, rows: Sequence[int], low: int) -> list[int]:
    """Return rows with those that begin before a day behind the others, the shortest of them first.

    What goes over all that is in view, as a decade does, says least about it.
    """
    firsts, lasts = moments.firsts, moments.lasts
    beginning = [row for row in rows if firsts[row] >= low]
    before = [row for row in rows if firsts[row] < low]
    return beginning + sorted(before, key=lambda row: (lasts[row] - firsts[row], row))


class MomentsModel(QAbstractTableModel):
    """Some of the moments as a list; what copies of one report say again is folded into its first row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.moments = Moments()
        self.rows: Sequence[int] = ()
        self.count = 0
        """How many moments the rows stand for."""
        self._places: dict[int, int] = {}
        self._copies: Counter[int] = Counter()
        self._sources: Mapping[str, SourceCard] = {}

    def show(self, moments: Moments, rows: Sequence[int], sources: Mapping[str, SourceCard]) -> None:
        """Show these rows of the moments, in their order."""
        self.beginResetModel()
        self.moments, self._sources, self.count = moments, sources, len(rows)
        self.rows, self._places = self._folded(rows)
        self._copies = Counter(self._places.values())
        self.endResetModel()

    def _folded(self, rows: Sequence[int]) -> tuple[Sequence[int], dict[int, int]]:
        """Return the rows without copies, and at which place each row stands."""
        if len(rows) > _MOST_FOLDED:
            return rows, {row: place for place, row in enumerate(rows)}
        kept: list[int] = []
        places: dict[int, int] = {}
        seen: dict[tuple[str, ...], int] = {}
        for row in rows:
            moment = self.moments.items[row]
            card = self._sources.get(moment.document)
            origin = card.origin if card is not None else moment.document
            said = (moment.first, moment.last, moment.lane, moment.status, moment.label.casefold())
            place = seen.setdefault((origin, *said), len(kept))
            if place == len(kept):
                kept.append(row)
            places[row] = place
        return kept, places

    def copies(self, place: int) -> int:
        """Return how many copies say the same again as the moment at a place."""
        return self._copies[place] - 1

    def moment(self, place: int) -> Moment:
        """Return the moment at a place of the list."""
        return self.moments.items[self.rows[place]]

    def source(self, place: int) -> SourceCard | None:
        """Return the source of the moment at a place."""
        return self._sources.get(self.moment(place).document)

    def begins(self, place: int) -> bool:
        """Tell whether the moment at a place is the first of its date in the list."""
        if place == 0:
            return True
        here, before = self.moment(place), self.moment(place - 1)
        return (here.first, here.last, here.inferred) != (before.first, before.last, before.inferred)

    def place_of(self, row: int) -> int | None:
        """Return where a row of the moments stands in the list; a copy stands where its report does."""
        return self._places.get(row)

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows of the list."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Count the columns: one."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says; the delegate paints from the moment itself."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = say(self.moment(index.row()), self.source(index.row()))
            copies = say_copies(self.copies(index.row()))
            return f"{said}. {copies}" if copies else said
        return None

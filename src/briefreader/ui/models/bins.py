"""Publication dates counted in bins of equal calendar length, with the scale and labels of an axis.

Nothing here paints: it is the arithmetic of the histogram. Days are ordinals (``date.toordinal``).
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from briefreader.domain.document import Published
from briefreader.ui.models.dates import month_name, say_day, say_day_of_year, say_month

_FEWEST_DAYS = 7  # a single day still gets neighbours, so that it reads as a day on an axis

_LENGTHS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Unit:
    """The length of a bin: so many days, weeks (from Monday), months or years."""

    name: str
    step: int = 1

    @property
    def length(self) -> float:
        """Return about how many days it is."""
        return _LENGTHS[self.name] * self.step

    def floor(self, day: date) -> date:
        """Return the first day of the bin that holds a day."""
        if self.name == "day":
            return day
        if self.name == "week":
            return date.fromordinal(max(1, day.toordinal() - day.weekday()))
        if self.name == "month":
            return date(day.year, (day.month - 1) // self.step * self.step + 1, 1)
        return date(max(1, day.year // self.step * self.step), 1, 1)

    def after(self, first: date) -> date:
        """Return the first day of the bin that follows the one that begins on a day."""
        try:
            if self.name in ("day", "week"):
                return first + timedelta(days=7 if self.name == "week" else 1)
            if self.name == "month":
                months = first.month - 1 + self.step
                return date(first.year + months // 12, months % 12 + 1, 1)
            return date(first.year // self.step * self.step + self.step, 1, 1)
        except (OverflowError, ValueError):
            return date.max


_UNITS = (
    Unit("day"), Unit("week"), Unit("month"), Unit("month", 3), Unit("year"), Unit("year", 2),
    Unit("year", 5), Unit("year", 10), Unit("year", 25), Unit("year", 50), Unit("year", 100),
    Unit("year", 500),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bins:
    """Counts over time. ``edges`` are ordinals, one more than there are bins.

    ``exact`` counts the dates known to the day. ``vague`` holds what dates known only to the month
    or year add to each bin, each spread evenly over the days that it can mean, so the sums are the
    numbers of documents. ``possible`` counts the vague dates that can lie in each bin.
    """

    unit: Unit
    edges: tuple[int, ...]
    exact: tuple[int, ...]
    vague: tuple[float, ...]
    possible: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.exact)

    @property
    def first(self) -> int:
        """Return the first day, as an ordinal."""
        return self.edges[0]

    @property
    def end(self) -> int:
        """Return the day after the last, as an ordinal."""
        return self.edges[-1]

    @property
    def tallest(self) -> float:
        """Return the largest count of a bin."""
        return max(one + other for one, other in zip(self.exact, self.vague, strict=True))

    def at(self, day: int) -> int:
        """Return the number of the bin that holds a day (an ordinal), the nearest one if none does."""
        return min(max(bisect_right(self.edges, day) - 1, 0), len(self) - 1)

    def edge_near(self, day: float) -> int:
        """Return the edge (an ordinal) that is nearest to a place."""
        return min(self.edges, key=lambda edge: abs(edge - day))

    def step(self, edge: int, by: int) -> int:
        """Return the edge that lies so many edges further; the last one if there are fewer."""
        place = bisect_right(self.edges, edge) - 1
        if by < 0 and self.edges[max(place, 0)] != edge:
            place += 1  # from between two edges, the first step goes to the nearer of them
        return self.edges[min(max(place + by, 0), len(self.edges) - 1)]

    def days(self, number: int) -> tuple[date, date]:
        """Return the first and the last day of a bin."""
        return date.fromordinal(self.edges[number]), date.fromordinal(self.edges[number + 1] - 1)


@dataclass(frozen=True, slots=True)
class Dated:
    """Counts of dates: of days (ordinals), and of stretches of which only month or year is known."""

    days: Mapping[int, int]
    stretches: tuple[tuple[int, int, int], ...]

    def __bool__(self) -> bool:
        return bool(self.days or self.stretches)

    @property
    def finest(self) -> str:
        """Return the unit that the dates are known to."""
        if self.days:
            return "day"
        return "month" if any(last - first < 31 for first, last, _number in self.stretches) else "year"


def dated(counts: Mapping[str, int]) -> Dated:
    """Read the counts of dates (ISO, of any precision)."""
    days: dict[int, int] = {}
    stretches: list[tuple[int, int, int]] = []
    for value, number in counts.items():
        if number <= 0 or not value:
            continue
        if len(value) == 10:
            days[date.fromisoformat(value).toordinal()] = number
            continue
        published = Published(value)
        first, last = published.first, published.last
        assert first is not None and last is not None
        stretches.append((first.toordinal(), last.toordinal(), number))
    return Dated(days, tuple(stretches))


def count(dates: Dated, most: int, frame: Dated | None = None) -> Bins | None:
    """Count dates in at most about ``most`` bins; None if there are none.

    The dates of ``frame`` set the scale, so that it stays when a filter leaves fewer of them; the
    counted ones do without it. Those known to the day set it. One known only to the month or year
    widens it only if none of the days that it can mean lies on the scale already: "2025" beside
    five articles of one week of 2025 leaves the week readable.
    """
    frame = frame or dates
    if not frame:
        return None
    low, high = _extent(frame)
    unit = _unit(low, high, most, frame.finest)
    if not frame.days:  # neighbours, so that a lone month or year reads as one on an axis
        low = max(1, unit.floor(date.fromordinal(low)).toordinal() - 1)
        high = high + 1
    return _filled(unit, tuple(_edges(unit, low, high)), dates)


def _extent(frame: Dated) -> tuple[int, int]:
    low, high = (min(frame.days), max(frame.days)) if frame.days else frame.stretches[0][:2]
    for first, last, _number in sorted(frame.stretches, key=lambda each: each[1] - each[0]):
        if last < low or first > high:
            low, high = min(low, first), max(high, last)
    lacking = _FEWEST_DAYS - (high - low + 1)
    if frame.days and lacking > 0:
        low, high = low - lacking // 2, high + lacking - lacking // 2
    return max(low, 2), min(high, date.max.toordinal() - 2)


def _unit(low: int, high: int, most: int, finest: str) -> Unit:
    for unit in _UNITS:
        if _LENGTHS[unit.name] < _LENGTHS[finest]:
            continue
        if (high - low + 1) / unit.length <= most:
            return unit
    return _UNITS[-1]


def _edges(unit: Unit, low: int, high: int) -> Iterator[int]:
    edge = unit.floor(date.fromordinal(low))
    yield edge.toordinal()
    while edge.toordinal() <= high:
        edge = unit.after(edge)
        yield edge.toordinal()


def _filled(unit: Unit, edges: tuple[int, ...], dates: Dated) -> Bins:
    size = len(edges) - 1
    sure, spread, possible = [0] * size, [0.0] * size, [0] * size
    for day, number in dates.days.items():
        if edges[0] <= day < edges[-1]:
            sure[bisect_right(edges, day) - 1] += number
    for first, last, number in dates.stretches:
        first, last = max(first, edges[0]), min(last, edges[-1] - 1)
        if first > last:
            continue
        for place in range(bisect_right(edges, first) - 1, bisect_right(edges, last)):
            inside = min(last + 1, edges[place + 1]) - max(first, edges[place])
            spread[place] += number * inside / (last + 1 - first)
            possible[place] += number
    return Bins(unit, edges, tuple(sure), tuple(spread), tuple(possible))


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis at a day (an ordinal); ``label`` is empty where there is no room for it."""

    day: int
    label: str


_TICKS = _UNITS[1:]


def ends(bins: Bins) -> tuple[str, str]:
    """Return the labels of the two ends of the axis; the last one always names the year."""
    first, last = bins.days(0)[0], bins.days(len(bins) - 1)[1]
    if bins.unit.name == "year":
        return str(first.year), str(last.year)
    if bins.unit.name == "month":
        start, end = month_name(first.month), say_month(last)
        return (start if first.year == last.year else say_month(first)), end
    return (say_day_of_year(first) if first.year == last.year else say_day(first)), say_day(last)


def ticks(bins: Bins, position: Callable[[int], float], measure: Callable[[str], float]) -> list[Tick]:
    """Return the marks between the ends, as many as have room for their labels.

    ``position`` says where a day is on the axis and ``measure`` how wide a label is, both in the
    same unit. Labels keep clear of each other and of the labels of the ends.
    """
    start, end = ends(bins)
    low = position(bins.first) + measure(start)
    high = position(bins.end) - measure(end)
    gap = measure("0") * 1.5
    for unit in _TICKS:
        if unit.name == "week" and bins.unit.name != "day":
            continue
        if (bins.end - bins.first) / unit.length * gap > position(bins.end) - position(bins.first):
            continue  # far too many, which need not be laid out to know
        found = _marks(bins, unit)
        places = [(position(tick.day), measure(tick.label)) for tick in found]
        shown = [
            tick
            for tick, (x, width) in zip(found, places, strict=True)
            if x - width / 2 >= low + gap and x + width / 2 <= high - gap
        ]
        steps = [position(b.day) - position(a.day) for a, b in itertools.pairwise(found)]
        widest = max((width for _, width in places), default=0.0)
        if not steps or min(steps) >= widest + gap:
            return [Tick(tick.day, tick.label if tick in shown else "") for tick in found]
    return []


def _marks(bins: Bins, unit: Unit) -> list[Tick]:
    day = unit.floor(date.fromordinal(bins.first))
    found: list[Tick] = []
    while day.toordinal() < bins.end and day < date.max:
        if day.toordinal() > bins.first:
            found.append(Tick(day.toordinal(), _label(day, unit)))
        day = unit.after(day)
    return found


def _label(day: date, unit: Unit) -> str:
    if unit.name == "year":
        return str(day.year)
    if unit.name == "month":
        return str(day.year) if day.month == 1 else month_name(day.month)
    return str(day.day)

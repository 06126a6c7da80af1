"""The axis of the timeline: from decades to days, as fine as its labels have room."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from briefreader.i18n import _
from briefreader.ui.models.bins import Unit
from briefreader.ui.models.dates import month_name, say_month

FIRST, END = date.min.toordinal(), date.max.toordinal()

UNITS = (
    Unit("day"), Unit("week"), Unit("month"), Unit("month", 3), Unit("year"), Unit("year", 2),
    Unit("year", 5), Unit("year", 10), Unit("year", 25), Unit("year", 50), Unit("year", 100),
    Unit("year", 500), Unit("year", 1000), Unit("year", 2000), Unit("year", 5000),
)  # fmt: skip
_WIDEST = {"day": "30", "week": "30", "month": "May", "year": "2000"}
_FINE = 7.0  # px between the smallest marks


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day, month, year … on the axis: from the day ``low`` up to, but without, ``high``."""

    low: int
    high: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """What the axis shows: ``steps`` with labels, ``larger`` ones that hold them, and fine marks."""

    steps: tuple[Stretch, ...]
    larger: tuple[Stretch, ...]
    fine: tuple[int, ...]


def scale(low: float, high: float, width: float, measure: Callable[[str], float]) -> Scale:
    """Return the axis from a day to another for a width in px; ``measure`` gives the width of a label."""
    per_day = width / max(high - low, 1e-9)
    steps = next(
        (unit for unit in UNITS if unit.length * per_day >= measure(_WIDEST[unit.name]) + 12), UNITS[-1]
    )
    larger = {"day": Unit("month"), "week": Unit("month"), "month": Unit("year")}.get(steps.name)
    finer = [unit for unit in UNITS if unit.length < steps.length and unit.length * per_day >= _FINE]
    fine = finer[0] if finer and not (finer[0].name == "week" and steps.name != "day") else None
    fine = next((unit for unit in finer if unit.name != "week"), None) if fine is None else fine
    return Scale(
        tuple(_stretches(steps, low, high)),
        tuple(_stretches(larger, low, high, full=True)) if larger else (),
        tuple(each.low for each in _stretches(fine, low, high)) if fine else (),
    )


def unit_for(per_day: float, least: float) -> Unit:
    """Return the smallest unit that is so many px wide where a day has ``per_day``."""
    return next((unit for unit in UNITS if unit.length * per_day >= least), UNITS[-1])


def edges(unit: Unit, low: float, high: float) -> list[int]:
    """Return where the stretches of a unit begin, from the one that holds ``low`` to past ``high``."""
    day = unit.floor(date.fromordinal(min(max(int(low), FIRST), END)))
    found = [day.toordinal()]
    while day.toordinal() <= high and day < date.max:
        day = unit.after(day)
        found.append(day.toordinal())
    return found


def _stretches(unit: Unit, low: float, high: float, full: bool = False) -> Iterator[Stretch]:
    found = edges(unit, low, high)
    for start, end in itertools.pairwise(found):
        yield Stretch(start, end, _label(date.fromordinal(start), unit, full))


def _label(day: date, unit: Unit, full: bool) -> str:
    if unit.name == "year":
        return str(day.year)
    if unit.name == "month":
        if full:
            return say_month(day)
        return _("Q{n}").format(n=(day.month + 2) // 3) if unit.step == 3 else month_name(day.month)
    return str(day.day)

"""Where the marks of a timeline and of a chart stand: shares of the width and height, from 0 to 1.

The template draws them; nothing here knows how they look.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, isfinite, log10
from typing import Any

from briefreader.domain.briefing import Cell

Tree = dict[str, Any]

_FEWEST, _MOST = 3, 60
"""How many dated events are worth a picture, and how many it can show."""
_APART = 0.036
"""The share of the width that a numbered mark takes up."""
_LANES = 9
_TICKS = 8
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of a scale: where it stands, and the ISO date (or the number) that it stands for."""

    at: float
    value: str


def days(first: str, last: str = "") -> tuple[date, date] | None:
    """Return the first and last day that ISO dates of any precision span, or None if they are none."""
    start, end = _DATE.match(first), _DATE.match(last or first)
    if not start or not end:
        return None
    try:
        begun = date(int(start[1]), int(start[2] or 1), int(start[3] or 1))
        year, month = int(end[1]), int(end[2] or 12)
        ended = date(year, month, int(end[3] or monthrange(year, month)[1]))
    except ValueError:
        return None
    return begun, max(begun, ended)


def timeline(cells: Sequence[Cell]) -> Tree | None:
    """Return the marks (with the number of the row, from 1) and ticks, or None if a picture says nothing."""
    spans = [(n, cell, days(cell.first, cell.last)) for n, cell in enumerate(cells, 1)]
    dated = [(n, cell, span) for n, cell, span in spans if span]
    if not _FEWEST <= len(dated) <= _MOST or len({span for _n, _cell, span in dated}) < _FEWEST:
        return None
    low = min(span[0] for _n, _cell, span in dated)
    width = (max(span[1] for _n, _cell, span in dated) - low).days or 1
    marks: list[Tree] = []
    free: list[float] = []
    for n, cell, (start, end) in sorted(dated, key=lambda each: (each[2], each[0])):
        at, until = ((day - low).days / width for day in (start, end))
        lane = next((k for k, taken in enumerate(free) if at >= taken), len(free))
        free[lane : lane + 1] = [max(until + _APART / 2, at + _APART)]
        marks.append({"n": n, "at": at, "until": until, "lane": lane, "status": cell.status})
    if len(free) > _LANES:
        return None
    ticks = [Tick((day - low).days / width, value) for day, value in _ticks(low, width)]
    return {"marks": marks, "lanes": len(free), "ticks": ticks}


def _ticks(low: date, width: int) -> Iterator[tuple[date, str]]:
    """Yield days at which a line of the scale stands, at the coarsest step that gives enough of them."""
    high = low.toordinal() + width
    if width < _TICKS * 7:
        step = max(1, -(-width // _TICKS))
        for ordinal in range(low.toordinal(), high + 1, step):
            yield (day := date.fromordinal(ordinal)), day.isoformat()
        return
    months = width / 30.4
    step = next(each for each in (1, 2, 3, 6, 12, 24, 60, 120, 600, 6000, 60000) if months / each <= _TICKS)
    at = low.year * 12 + low.month - 1
    at += -at % step
    while at // 12 <= date.max.year and (day := date(at // 12, at % 12 + 1, 1)).toordinal() <= high:
        if day >= low:
            yield day, f"{day:%Y}" if step % 12 == 0 else f"{day:%Y-%m}"
        at += step


def chart(cells: Sequence[Cell]) -> Tree | None:
    """Return a line over time if the points are dated and of one measure, else bars; None without amounts.

    ``points`` are the places of the cells in the sequence. Only amounts of the unit that most have can
    be drawn to one scale.
    """
    given = [
        (n, cell, cell.amount)
        for n, cell in enumerate(cells)
        if cell.amount is not None and isfinite(cell.amount)
    ]
    if not given:
        return None
    units = Counter(cell.unit for _n, cell, _amount in given)
    unit = max(units, key=lambda each: units[each])
    drawn = [each for each in given if each[1].unit == unit]
    low, high = (pick(0.0, pick(amount for _n, _cell, amount in drawn)) for pick in (min, max))
    scale = _step(high - low)
    low, high = scale * (low // scale), scale * -(-high // scale)
    height = (high - low) or 1.0
    steps = range(round(height / scale) + 1)
    made: Tree = {
        "low": (0 - low) / height,
        "ticks": [Tick(k * scale / height, f"{low + k * scale:.12g}") for k in steps],
        "unit": unit,
    }
    dates = [days(cell.first) for _n, cell, _amount in drawn]
    alike = len({cell.label for _n, cell, _amount in drawn}) == 1
    if alike and len(drawn) >= _FEWEST and None not in dates and len(set(dates)) == len(dates):
        starts = [each[0].toordinal() for each in dates if each]
        first, width = min(starts), max(starts) - min(starts)
        points = [
            {"cell": n, "x": (start - first) / width, "y": (amount - low) / height}
            for start, (n, _cell, amount) in sorted(zip(starts, drawn, strict=True), key=lambda each: each[0])
        ]
        return made | {"form": "line", "points": points}
    points = [{"cell": n, "y": (amount - low) / height} for n, _cell, amount in drawn]
    return made | {"form": "bar", "points": points}


def _step(extent: float) -> float:
    """Return a round number that goes into an extent three to six times."""
    if not extent > 0:
        return 1.0
    power = 10.0 ** floor(log10(extent))
    return power * next(each for each in (0.2, 0.25, 0.5, 1.0, 2.0, 2.5) if each * power * 6 >= extent)

"""Where the moments of a lane stand: each for itself where there is room, else counted."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefreader.ui.models.moments import LOOKS, Moments

_GAP = 3.0  # px between two signs in one line
_LABEL = 170.0  # px: the longest label beside a sign
_LEAST = 72.0  # px: a shorter room says nothing, unless the words are shorter still
_INSIDE = 64.0  # px: a bar of this width takes its label in


@dataclass(slots=True)
class Placed:
    """A moment's sign, from ``left`` to ``right`` in px in a line of its lane.

    Its words begin at ``label`` and have so much ``room``; none if there is no room.
    """

    row: int
    left: float
    right: float
    line: int
    label: float = 0.0
    room: float = 0.0
    before: bool = False
    """Whether the words stand before the sign."""
    roomy: bool = True
    """Whether a line is high enough for words."""


def placed(
    rows: Sequence[int],
    reach: Callable[[int], tuple[float, float]],
    measure: Callable[[int], float],
    lines: int,
    low: float,
    high: float,
    roomy: bool = True,
) -> list[Placed] | None:
    """Put moments into lines so that no two of them touch; None if there are not lines enough.

    ``rows`` come in order of time, ``reach`` gives the two ends of a sign and ``measure`` how wide its
    words are. What is seen goes from ``low`` to ``high``. A line that leaves room for words is taken
    before one that does not; lines that are not ``roomy`` have none.
    """
    ends = [float("-inf")] * max(1, lines)
    found: list[Placed] = []
    for row in rows:
        left, right = reach(row)
        free = next((line for line, end in enumerate(ends) if end + _LABEL <= left), None)
        line = min(range(len(ends)), key=ends.__getitem__) if free is None else free
        if ends[line] + _GAP > left:
            return None
        ends[line] = right
        found.append(Placed(row, left, right, line, roomy=roomy))
    if roomy:
        wide = {each.row: min(measure(each.row) + 1, _LABEL) for each in found}
        _give_room(found, low, high, wide)
        _give_room_before(found, low, wide)
    return found


def _give_room(found: list[Placed], low: float, high: float, wide: Mapping[int, float]) -> None:
    """Say for each sign where its words begin and how much room they have."""
    following: dict[int, float] = {}
    for each in reversed(found):
        until = min(following.get(each.line, high), high)
        following[each.line] = each.left
        inside = min(each.right, high) - max(each.left, low)
        if inside - 14 >= min(_LEAST, wide[each.row]) and inside >= _INSIDE:
            each.label, each.room = max(each.left, low) + 7, min(inside - 14, wide[each.row])
        elif until - each.right - 10 >= min(_LEAST, wide[each.row]):
            each.label, each.room = each.right + 5, min(until - each.right - 10, wide[each.row])


def _give_room_before(found: list[Placed], low: float, wide: Mapping[int, float]) -> None:
    """Let the words stand before a sign where there is no room behind it."""
    taken: dict[int, float] = {}
    for each in found:
        start = taken.get(each.line, low + 6)
        if not each.room and each.left - 10 - start >= min(_LEAST, wide[each.row]):
            each.room = min(each.left - 10 - start, wide[each.row])
            each.label, each.before = each.left - 5 - each.room, True
        taken[each.line] = max(each.right, each.label + each.room if each.room else 0.0)


@dataclass(frozen=True, slots=True)
class Heaps:
    """The moments of a lane counted: in each stretch between two ``edges`` the days by look, and the vague.

    ``vague`` counts what is known less exactly than to the day and may lie there.
    """

    edges: tuple[int, ...]
    days: tuple[tuple[int, ...], ...]
    vague: tuple[int, ...]

    @property
    def tallest(self) -> int:
        """Return the largest number of days in a stretch."""
        return max((sum(each) for each in self.days), default=0)

    @property
    def vaguest(self) -> int:
        """Return the largest number of vague moments in a stretch."""
        return max(self.vague, default=0)


def heaped(moments: Moments, lane: str, edges: Sequence[int]) -> Heaps:
    """Count the moments of a lane between edges."""
    looks = [moments.times(lane, each) for each in LOOKS]
    pairs = list(itertools.pairwise(edges))
    return Heaps(
        tuple(edges),
        tuple(tuple(times.days_between(low, high) for times in looks) for low, high in pairs),
        tuple(sum(times.stretches_over(low, high) for times in looks) for low, high in pairs),
    )

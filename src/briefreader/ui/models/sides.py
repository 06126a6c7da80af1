"""What the cards of a claim show: each value of each source once, the two that differ in front."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.domain.survey import Moment
from briefreader.ui.models.corrected import say_corrected_entry
from briefreader.ui.models.periods import say_period

_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)")
_DATES = re.compile(r"\d{4}(?:-\d\d){1,2}(?:/\d{4}(?:-\d\d){1,2})?")
_WORD = re.compile(r"[^\W\d_]{4,}")
_DATED = ("date", "agreement", "plan")  # kinds of claims whose days are compared
_LEAST_NAMED = 2  # letters: "a" stands in every reason


@dataclass(frozen=True, slots=True)
class Side:
    """A value as one independent source has it first; ``copies`` say the same after it.

    ``day`` is the day or period that its words mean, in words, if days are compared; ``corrected`` says
    that the value is not as printed.
    """

    entry: ClaimEntry
    day: str = ""
    copies: tuple[ClaimEntry, ...] = ()
    corrected: str = ""

    @property
    def value(self) -> str:
        """Return what is compared: the day in words, or else the value as printed."""
        return self.day or say_value(" ".join(self.entry.value.split()))


class SaidDays:
    """Which days the passages of a survey mean; made once, it finds them quickly."""

    def __init__(self, moments: Iterable[Moment] = ()) -> None:
        self._events: dict[str, list[tuple[int, int, str]]] = {}
        for each in moments:
            if each.lane == "event":
                period = each.first if each.first == each.last else f"{each.first}/{each.last}"
                self._events.setdefault(each.document, []).append((each.span.start, each.span.end, period))
        for found in self._events.values():
            found.sort()

    def of(self, claim: Claim, entry: ClaimEntry) -> str:
        """Return in words which day an entry of a claim means; nothing where days are not compared."""
        if claim.kind not in _DATED:
            return ""
        events, mark = self._events.get(entry.document, []), entry.mark
        for start, end, period in events[: bisect_left(events, (mark.end,))]:
            if start < mark.end and mark.start < end:
                return say_period(period)
        return ""


NO_DAYS = SaidDays()


def sides_of(claim: Claim, days: SaidDays = NO_DAYS) -> tuple[Side, ...]:
    """Return the sides of a claim: those that its reason names first, then new values, then the rest.

    Each group is by date of publication, as the entries are.
    """
    sides = _sides(claim, days)
    front = _front(claim, sides)
    seen = {value_key(side.value) for side in front}
    new: list[Side] = []
    again: list[Side] = []
    for side in sides:
        if side not in front:
            key = value_key(side.value)
            (again if key in seen else new).append(side)
            seen.add(key)
    return (*front, *new, *again)


def _sides(claim: Claim, days: SaidDays) -> list[Side]:
    """Bring together what says the same in one report and its copies, by date of publication."""
    told: dict[tuple[str, str], list[ClaimEntry]] = {}
    said: dict[tuple[str, str], str] = {}
    for number, entry in enumerate(claim.entries):
        day = days.of(claim, entry)
        key = (entry.origin or f"#{number}", day or value_key(entry.value))
        told.setdefault(key, []).append(entry)
        said.setdefault(key, day)
    return [
        Side(entries[0], said[key], tuple(entries[1:]), say_corrected_entry(claim, entries[0]))
        for key, entries in told.items()
    ]


def named_sides(claim: Claim, days: SaidDays = NO_DAYS) -> tuple[Side, ...]:
    """Return the sides that the reason of the verdict speaks of, one for each value."""
    sides = _sides(claim, days)
    return tuple(_front(claim, sides))


def _front(claim: Claim, sides: list[Side]) -> list[Side]:
    if claim.verdict in ("agree", "linked", "single"):
        return []
    front: list[Side] = []
    for value in _named(claim.reason, sides):
        same = [side for side in sides if side.value == value]
        origins = {side.entry.origin for side in front}
        front.append(next((side for side in same if side.entry.origin not in origins), same[0]))
    front = front or _told_apart(claim.reason, sides)
    if claim.verdict == "refines":  # what goes further comes after what it goes on from
        front.sort(key=sides.index)
    return front


def _named(reason: str, sides: list[Side]) -> list[str]:
    """Return the values of which a reason speaks, as it names them; a longer one holds a shorter one."""
    places: dict[str, int] = {}
    taken = reason
    for value in sorted({side.value for side in sides}, key=lambda value: (-len(value), value)):
        found = re.search(rf"(?<!\w){re.escape(value)}(?!\w)", taken) if len(value) >= _LEAST_NAMED else None
        if found is not None:
            places[value] = found.start()
            taken = taken[: found.start()] + " " * len(value) + taken[found.end() :]
    return sorted(places, key=lambda value: places[value])


def _told_apart(reason: str, sides: list[Side]) -> list[Side]:
    """Return the first side for each of the words by which a reason tells values apart.

    It names no value whole; what stands in every value tells none apart.
    """
    spoken = set(_WORD.findall(reason.casefold()))
    words = [spoken & set(_WORD.findall(side.value.casefold())) for side in sides]
    common = set.intersection(*words) if words else set()
    found: dict[frozenset[str], Side] = {}
    for side, telling in zip(sides, words, strict=True):
        if telling - common:
            found.setdefault(frozenset(telling - common), side)
    return list(found.values()) if len(found) > 1 else []


def value_key(value: str) -> str:
    """Return what makes two values one: articles, capitals and spaces make no other value."""
    return _ARTICLE.sub("", " ".join(value.split()).casefold())


def values_of(claim: Claim, days: SaidDays = NO_DAYS) -> dict[str, bool]:
    """Return the values that are compared, each once as it is first printed, those that differ in front.

    With each stands whether it is as printed: a day is said in the program's words.
    """
    values: dict[str, tuple[str, bool]] = {}
    for side in sides_of(claim, days):
        if side.value:
            values.setdefault(value_key(side.value), (side.value, not (side.day or side.corrected)))
    return dict(values.values())


def say_value(value: str) -> str:
    """Return a value as it is read: what is nothing but an ISO date, or two, in words."""
    return say_period(value) if _DATES.fullmatch(value) else value

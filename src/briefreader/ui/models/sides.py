"""What the cards of a claim show: each value of each source once, the two that differ in front."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.ui.models.corrected import say_corrected_entry
from briefreader.ui.models.periods import say_period

_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)")
_DATES = re.compile(r"\d{4}(?:-\d\d){1,2}(?:/\d{4}(?:-\d\d){1,2})?")


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


def sides_of(claim: Claim) -> tuple[Side, ...]:
    """Return the sides of a claim: those that its reason speaks of first, then new values, then the rest.

    Each group is by date of publication, as the entries are.
    """
    sides = _sides(claim)
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


def _sides(claim: Claim) -> list[Side]:
    """Bring together what says the same in one report and its copies, by date of publication."""
    told: dict[tuple[str, str], list[ClaimEntry]] = {}
    said: dict[tuple[str, str], str] = {}
    for number, entry in enumerate(claim.entries):
        day = say_period(entry.day) if entry.day else ""
        key = (entry.origin or f"#{number}", day or value_key(entry.value))
        told.setdefault(key, []).append(entry)
        said.setdefault(key, day)
    return [
        Side(entries[0], said[key], tuple(entries[1:]), say_corrected_entry(claim, entries[0]))
        for key, entries in told.items()
    ]


def named_sides(claim: Claim) -> tuple[Side, ...]:
    """Return the sides that the reason of the verdict speaks of, one for each value."""
    sides = _sides(claim)
    return tuple(_front(claim, sides))


def _front(claim: Claim, sides: list[Side]) -> list[Side]:
    """Return the sides of which the reason speaks, one for each value."""
    front: dict[str, Side] = {}
    for place in claim.named:
        entry = claim.entries[place]
        for side in sides:
            if entry == side.entry or entry in side.copies:
                front.setdefault(value_key(side.value), side)
    return list(front.values())


def value_key(value: str) -> str:
    """Return what makes two values one: articles, capitals and spaces make no other value."""
    return _ARTICLE.sub("", " ".join(value.split()).casefold())


def values_of(claim: Claim) -> dict[str, bool]:
    """Return the values that are compared, each once as it is first printed, those that differ in front.

    With each stands whether it is as printed: a day is said in the program's words.
    """
    values: dict[str, tuple[str, bool]] = {}
    for side in sides_of(claim):
        if side.value:
            values.setdefault(value_key(side.value), (side.value, not (side.day or side.corrected)))
    return dict(values.values())


def say_value(value: str) -> str:
    """Return a value as it is read: what is nothing but an ISO date, or two, in words."""
    return say_period(value) if _DATES.fullmatch(value) else value

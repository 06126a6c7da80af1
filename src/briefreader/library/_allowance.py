"""Which values the words of a figure allow, and whether those of two figures meet.

"Over $245 million" is all that lies above, "about 180 million" what is near it, and 245 million may have
been rounded from 244.5 to 245.5.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from briefreader.domain.fact import Fact

_REACH = 1.5  # "over 245" is not said of 400; "at least" and "up to" are bounds and no more
_ABOUT = 0.05


@dataclass(frozen=True, slots=True)
class Values:
    """The values that a figure's words allow: ends that are not closed are not among them."""

    low: float
    high: float
    low_closed: bool = True
    high_closed: bool = True

    def meets(self, other: Values) -> bool:
        """Tell whether some value is allowed by both."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and self.holds(low) and other.holds(low))

    def holds(self, value: float) -> bool:
        """Tell whether a value is allowed."""
        above = self.low < value or (self.low_closed and self.low == value)
        return above and (value < self.high or (self.high_closed and self.high == value))


def allowed(fact: Fact) -> Values:
    """Return the values that a figure allows, by its comparator and its upper end."""
    amount = float(fact.amount or 0.0)
    upper = fact.data.get("upper")
    sign = str(fact.data.get("comparator") or "=")
    if upper is not None:
        return Values(min(amount, upper), max(amount, upper))
    reach = sorted((amount, amount * _REACH)) if amount >= 0 else sorted((amount, amount / _REACH))
    if sign in ("≥", ">="):
        return Values(amount, math.inf)
    if sign in ("≤", "<="):
        return Values(-math.inf if amount < 0 else 0.0, amount)
    if sign == ">":
        return Values(reach[0], reach[1], False)
    if sign == "<":
        return Values(min(amount, amount / _REACH), amount, True, False)
    if sign == "~":
        ends = sorted((amount * (1 - _ABOUT), amount * (1 + _ABOUT)))
        return Values(ends[0], ends[1])
    return Values(amount, amount)


def rounded(fact: Fact) -> Values:
    """Return what a figure allows if it was rounded to its digits: 245 stands for 244.5 to 245.5."""
    exact = allowed(fact)
    half = _unit(float(fact.amount or 0.0)) / 2
    return Values(exact.low - half, exact.high + half, True, False)


def _unit(amount: float) -> float:
    """Return the size of the last digit that is not a trailing nought: 1e6 of 245,000,000."""
    if not amount:
        return 0.0
    digits = f"{abs(amount):.12g}"
    if "e" in digits:
        return 10.0 ** math.floor(math.log10(abs(amount)))
    if "." in digits:
        return 10.0 ** -len(digits.partition(".")[2])
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a figure allows: as its words stand, and if it was rounded to its last digit of that size."""

    exact: Values
    wide: Values
    unit: float
    plain: bool


def allowance(fact: Fact) -> Allowance:
    """Return what a figure allows; it is plain if no comparator but "about" limits it."""
    plain = str(fact.data.get("comparator") or "=") in ("=", "~")
    return Allowance(allowed(fact), rounded(fact), _unit(float(fact.amount or 0.0)), plain)


def compared(one: Fact, other: Fact) -> str:
    """Return "agree", "rounding" or "differ" for two figures of one unit."""
    return met(allowance(one), allowance(other))


def met(one: Allowance, other: Allowance) -> str:
    """Return "agree", "rounding" or "differ" for what two figures of one unit allow."""
    if one.exact.meets(other.exact):
        return "agree"
    if one.plain and other.plain and one.unit != other.unit and one.wide.meets(other.wide):
        return "rounding"
    return "differ"

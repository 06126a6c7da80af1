"""How a figure is compared, as a person sets it: the words for each sign, and what is printed then."""

from __future__ import annotations

from dataclasses import replace

from briefreader.domain.fact import Fact
from briefreader.i18n import N_, _
from briefreader.ui.models.entries_details import COMPARATORS, value_of

NONE, RANGE = "=", "–"
SIGNS = {NONE: N_("none"), **COMPARATORS, RANGE: N_("between")}
"""What a figure can be compared by, in words; "between" alone has an upper end."""


def sign_of(fact: Fact) -> str:
    """Return by which of SIGNS a figure is compared."""
    sign = str(fact.data.get("comparator") or NONE)
    return RANGE if fact.data.get("to") is not None else sign if sign in SIGNS else NONE


def wording(fact: Fact, sign: str, number: str, amount: object, to: object, unit: str) -> str | None:
    """Return what is to be printed for a figure that is compared anew; None if that is for a person to say.

    ``number`` are the source's words for it without what compares them. A range is said in our words,
    and so is what was one.
    """
    if RANGE not in (sign, sign_of(fact)):
        return f"{_(COMPARATORS[sign])} {number}" if sign in COMPARATORS else number
    if not isinstance(amount, float) or (sign == RANGE and not isinstance(to, float)):
        return None
    data = {"comparator": sign, "to": to if sign == RANGE else None}
    return value_of(replace(fact, amount=amount, unit=unit, data=data))


def is_ours(said: str, fact: Fact, number: str) -> bool:
    """Tell whether words for a figure are the source's or ours, not a person's own."""
    compared = [f"{_(word)} {number}" for word in COMPARATORS.values()]
    known = (fact.text, number, value_of(replace(fact, data={"to": fact.data.get("to")})), *compared)
    return " ".join(said.split()) in {" ".join(each.split()) for each in known}

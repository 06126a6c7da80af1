"""Dates: every expression of time, with its TimeML value and the days it covers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefreader.domain.fact import Fact
from briefreader.extractors._ages import Age, bare_ages
from briefreader.extractors._ages_whose import is_alive
from briefreader.extractors._dates_bounds import bound, is_age, precision, reckoned, stretches
from briefreader.extractors._reading import Reading
from briefreader.i18n import N_

NAME, VERSION = "date", 7
LABEL = N_("Dates")


def extract(reading: Reading) -> Iterator[Fact]:
    """Yield every expression of time, and every age that tells when somebody was born."""
    text, published = reading.text, reading.document.published
    whole = stretches(text, reading.dates)
    for found in reading.dates:
        data: dict[str, Any] = {
            "type": found.type, "value": found.value, "from": found.first, "to": found.last, "why": found.why,
            "precision": precision(found),
        }  # fmt: skip
        age = is_age(text, found)
        implied = whole.get(found.span) or bound(
            text, found, published, not age or is_alive(reading, found.span)
        )
        if implied:
            data["bound"] = implied
        if implied and age and published.first:
            data["why"] = reckoned(found.span.of(text), published.first, published.first, implied)
        yield reading.fact(
            NAME, found.span, when=found.value, score=_score(found.type, found.value), data=data
        )
    for each in bare_ages(reading):
        yield _age(reading, each)


def _age(reading: Reading, age: Age) -> Fact:
    value = f"P{age.years}Y"
    data: dict[str, Any] = {
        "type": "AGE", "value": value, "from": None, "to": None, "why": age.why, "precision": "none",
        "bound": age.bound,
    }  # fmt: skip
    return reading.fact(NAME, age.span, when=value, score=_score("AGE", value), data=data)


def _score(kind: str, value: str) -> float:
    """Return how telling a date is: a day or month that is told above a mere "now" or a length."""
    if value.endswith("_REF"):
        return 0.1
    return {"DATE": 0.4 + 0.05 * min(len(value), 10), "TIME": 0.8, "DURATION": 0.4, "SET": 0.3, "AGE": 0.3}[
        kind
    ]

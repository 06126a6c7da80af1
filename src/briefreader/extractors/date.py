"""Dates: every expression of time, with its TimeML value and the days it covers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefreader.domain.fact import Fact
from briefreader.extractors._dates_bounds import bound, precision
from briefreader.extractors._reading import Reading
from briefreader.i18n import N_

NAME, VERSION = "date", 3
LABEL = N_("Dates")


def extract(reading: Reading) -> Iterator[Fact]:
    """Yield every expression of time."""
    for found in reading.dates:
        data: dict[str, Any] = {
            "type": found.type, "value": found.value, "from": found.first, "to": found.last, "why": found.why,
            "precision": precision(found),
        }  # fmt: skip
        implied = bound(reading.text, found, reading.document.published)
        if implied:
            data["bound"] = implied
        yield reading.fact(
            NAME, found.span, when=found.value, score=_score(found.type, found.value), data=data
        )


def _score(kind: str, value: str) -> float:
    """Return how telling a date is: a day or month that is told above a mere "now" or a length."""
    if value.endswith("_REF"):
        return 0.1
    return {"DATE": 0.4 + 0.05 * min(len(value), 10), "TIME": 0.8, "DURATION": 0.4, "SET": 0.3}[kind]

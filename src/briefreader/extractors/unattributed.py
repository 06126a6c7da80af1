"""Finds what stands in quotation marks and is nobody's speech: titles, terms, nicknames, proverbs."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.domain.fact import Fact
from briefreader.extractors._reading import Reading
from briefreader.i18n import N_

NAME, VERSION = "unattributed", 5
LABEL = N_("In quotation marks")


def extract(reading: Reading) -> Iterator[Fact]:
    """Yield each marked stretch that no quotation covers, with the reason."""
    for stretch, reason in reading.quotations[1]:
        yield reading.fact(NAME, stretch.inner, data={"why": reason})

"""Finds the organisations that a document names."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.domain.fact import Fact
from briefreader.extractors._reading import Reading
from briefreader.extractors._salience import named
from briefreader.i18n import N_

NAME, VERSION = "organisation", 7
LABEL = N_("Organisations")


def extract(reading: Reading) -> Iterator[Fact]:
    """Yield each mention; the score is the weight of its bearer in the document."""
    yield from named(reading, NAME)

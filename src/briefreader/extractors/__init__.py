"""Extractors: a kind of fact each, from a reading to facts.

A module of this package that does not start with an underscore is an extractor.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, cast

from briefreader.domain.fact import Fact
from briefreader.extractors._gazetteer import is_country
from briefreader.extractors._joining import organisation_words
from briefreader.extractors._reading import Reading
from briefreader.extractors._wording import EMPTY, stem
from briefreader.plugins import discover

__all__ = ["EMPTY", "Extractor", "Reading", "extractors", "is_country", "organisation_words", "stem"]


class Extractor(Protocol):
    """What an extractor module offers."""

    @property
    def NAME(self) -> str:
        """Name the extractor, in one word."""

    @property
    def LABEL(self) -> str:
        """Name for the user what it finds."""

    @property
    def VERSION(self) -> int:
        """Count the versions of what it finds: a new one means that documents are analysed again."""

    def extract(self, reading: Reading) -> Iterator[Fact]:
        """Yield what it finds, in the order of the text."""


def extractors() -> tuple[Extractor, ...]:
    """Return all extractors."""
    return cast("tuple[Extractor, ...]", discover(__name__))

"""A document under analysis, with what several extractors need made once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from briefreader.domain.document import Document
from briefreader.domain.fact import Fact
from briefreader.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefreader.extractors._dates import Expression
    from briefreader.extractors._marks import Stretch
    from briefreader.extractors._names import Mention
    from briefreader.extractors._resolution import Quotation


class Finder(Protocol):
    """The part of an extractor that is needed to ask it."""

    @property
    def NAME(self) -> str:
        """Name the extractor."""

    def extract(self, reading: Reading) -> Iterator[Fact]:
        """Yield what it finds."""


class Reading:
    """One document while it is analysed: its text, its parse and the names in it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self._found: dict[str, tuple[Fact, ...]] = {}

    @cached_property
    def parse(self) -> Doc:
        """Return spaCy's parse of the text; token places are places of the text."""
        from briefreader.extractors._language import parse

        return parse(self.document)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Return every mention of a person, organisation or place, resolved within the document."""
        from briefreader.extractors._names import mentions

        return mentions(self)

    @cached_property
    def dates(self) -> tuple[Expression, ...]:
        """Return every expression of time, with its value."""
        from briefreader.extractors._dates import expressions

        return expressions(self.document)

    @cached_property
    def quotations(self) -> tuple[list[Quotation], list[tuple[Stretch, str]]]:
        """Return what was said, and what stands in quotation marks but is nobody's speech, with reasons."""
        from briefreader.extractors._quotations import quotations

        return quotations(self)

    def facts(self, extractor: Finder) -> tuple[Fact, ...]:
        """Return what an extractor finds here, looked for once: others may build on it."""
        if extractor.NAME not in self._found:
            self._found[extractor.NAME] = tuple(extractor.extract(self))
        return self._found[extractor.NAME]

    def fact(self, kind: str, span: Span, **values: Any) -> Fact:
        """Make a fact of this document."""
        return Fact(self.document.id, kind, span, span.of(self.text), **values)

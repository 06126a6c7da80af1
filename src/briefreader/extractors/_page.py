"""A document's tokens as the rules on names read them, and the names that they work on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors._language import cased_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefreader.extractors._reading import Reading

PERSON, ORGANISATION, PLACE, OTHER = "person", "organisation", "place", "other"


@dataclass(frozen=True, slots=True)
class Found:
    """A name: half-open places of tokens, and its kind."""

    start: int
    end: int
    kind: str


class Page:
    """The tokens of a document as the rules read them."""

    def __init__(self, reading: Reading) -> None:
        self.doc: Doc = reading.parse
        self.words = cased_words(self.doc)
        self.low = [word.lower() for word in self.words]
        self.places = [token.idx for token in self.doc]
        marks = self.doc.to_array("SENT_START").tolist()
        self.starts = {i for i, opens in enumerate(marks) if opens == 1}
        self.text = reading.text

    def span(self, found: Found) -> Span:
        """Return the stretch of the text."""
        return Span(self.places[found.start], self.places[found.end - 1] + len(self.words[found.end - 1]))

    def said(self, found: Found) -> str:
        """Return the words of a name as they stand."""
        return self.span(found).of(self.text)

    def capital(self, i: int) -> bool:
        """Tell whether the token is there and starts with a capital."""
        return 0 <= i < len(self.words) and self.words[i][0].isupper()

    def touches(self, first: int, last: int) -> bool:
        """Tell whether no blank stands within a run of tokens."""
        length = sum(len(self.words[i]) for i in range(first, last))
        return self.places[last] - self.places[first] == length

    def word(self, i: int) -> str:
        """Return the token in small letters, or nothing beyond the ends."""
        return self.low[i] if 0 <= i < len(self.low) else ""

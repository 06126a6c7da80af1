"""What the tests of quotes share: a text in, what was said and by whom out."""

from __future__ import annotations

from dataclasses import dataclass

from briefreader.domain.document import Document, Noise, lines
from briefreader.extractors import Reading, quote, unattributed


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation as a test compares it."""

    text: str
    kind: str
    speaker: str
    name: str


def reading_of(text: str, noise: tuple[Noise, ...] = ()) -> Reading:
    """Return the reading of a text whose lines are its paragraphs."""
    return Reading(Document("x", text, lines(text), noise))


def quotes_of(text: str) -> list[Said]:
    """Return what is found in a text; every fact must say where it was found."""
    found = []
    for fact in quote.extract(reading_of(text)):
        assert fact.span.of(text) == fact.text
        assert fact.data["why"]
        assert 0 < fact.data["confidence"] <= 1
        speaker = fact.data["speaker"]
        named = text[speaker["start"] : speaker["end"]] if speaker else ""
        found.append(Said(fact.text, fact.data["kind"], named, fact.about))
    return found


def only(text: str) -> Said:
    """Return the one quotation of a text."""
    (said,) = quotes_of(text)
    return said


def unattributed_in(text: str) -> dict[str, str]:
    """Return what stands in marks and is nobody's speech, with the reasons."""
    return {fact.text: fact.data["why"] for fact in unattributed.extract(reading_of(text))}

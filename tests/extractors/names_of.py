"""What the tests of names share: a reading of a text, and its mentions as short tuples."""

from __future__ import annotations

from briefreader.domain.document import Document, Noise, Published, lines
from briefreader.domain.text import Span
from briefreader.extractors._reading import Reading


def read(text: str, noise: str = "", published: str = "") -> Reading:
    spans = (Noise("date line", Span(text.index(noise), text.index(noise) + len(noise))),) if noise else ()
    return Reading(Document("x", text, lines(text), spans, published=Published(published)))


def named(text: str, kind: str) -> list[str]:
    return [mention.text for mention in read(text).mentions if mention.kind == kind]

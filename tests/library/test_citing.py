"""A passage with its source."""

from __future__ import annotations

from briefreader.domain.document import Document, Published, lines
from briefreader.domain.text import Span
from briefreader.library.citing import cited
from briefreader.library.links import parse

TEXT = "First paragraph.\n\nThe talks were held in Hà Nội."


def test_words_source_and_the_way_back() -> None:
    document = Document(
        "abc", TEXT, lines(TEXT), title="Talks", outlet="VNA", published=Published("2025-12-03", "header")
    )
    said = cited(document, Span(41, 47))
    assert said.startswith("“Hà Nội” (VNA, “Talks”, 2025-12-03, para. 2) briefreader://")
    link = parse(said.rsplit(" ", 1)[1])
    assert (link.document, link.span) == ("abc", Span(41, 47))


def test_what_is_not_known_is_said() -> None:
    document = Document("abc", TEXT, lines(TEXT), title="Talks", published=Published("2025", "inferred"))
    assert "outlet not known" in cited(document, Span(0, 5))
    assert "2025, inferred" in cited(document, Span(0, 5))

"""Articles made up for the tests of the window."""

from __future__ import annotations

from collections.abc import Callable

from briefreader.domain.document import Document, Published, lines

Fill = Callable[..., None]


def article(id: str, title: str, published: str = "", outlet: str = "", text: str = "") -> Document:
    """Return a made-up article; its date is as in a file's header."""
    body = text or f"{title}\nThe delegation arrived in the capital. Talks went on for two days."
    how = "header" if published else "none"
    return Document(
        id, body, lines(body), title=title, title_how="headline", outlet=outlet,
        published=Published(published, how), sha256=id, reader="text/1",
    )  # fmt: skip


ARTICLES = (
    article("a", "Ministers sign agreement", "2025-12-06", "Belta"),
    article("b", "Trade grows by a tenth", "2025-12-04", "Vietnam News"),
    article("c", "Security talks in the capital", "2025-12-01", "Vietnam News"),
    article("d", "A year of visits", "2025", ""),
    article("e", "Partnership without a date", "", "Belta"),
)

"""The full-text index: derived from the store, and rebuilt at will."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from briefreader.domain.document import Document
from briefreader.domain.text import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found: the better, the higher its score."""

    document: str
    score: float


class Index(Protocol):
    """What every index offers."""

    @property
    def mark(self) -> int:
        """Return the store's mark that the index has reached; -1 for an empty index."""

    def update(self, documents: Iterable[Document], gone: Sequence[str], mark: int) -> None:
        """Put documents in, in place of earlier versions, take others out, and note the mark reached.

        If another process is just writing, nothing is done and the mark stays where it is.
        """

    def search(self, words: str, limit: int = 10_000) -> list[Hit]:
        """Return the best documents in which every word or "phrase" occurs; the last word may be begun.

        Case and diacritics make no difference. Anything the user types is a search: there is no
        syntax that can be wrong. ``-word`` leaves documents out.
        """

    def ids(self, words: str) -> list[str]:
        """Return the ids of all documents that a search finds, best first: quicker than their hits."""

    def count(self) -> int:
        """Return how many documents can be found."""

    def clear(self) -> None:
        """Take everything out, so that the mark is -1."""

    def close(self) -> None:
        """Let go of the files."""


def open_index(folder: Path) -> Index:
    """Open the index in a folder; one that is missing, damaged or of another version is made anew, empty."""
    from briefreader.index.full_text import TantivyIndex

    return TantivyIndex(folder)


def reached(folder: Path) -> int | None:
    """Return the mark that the index in a folder has reached, without opening it; None if there is none."""
    from briefreader.index.full_text import told

    return told(folder)


def hits(text: str, words: str) -> list[Span]:
    """Return where a text holds the words of a search, in order: what the reader marks.

    Finds whole words, the last word also as a beginning, without regard to case and diacritics.
    """
    from briefreader.index.highlight import spans

    return spans(text, words)

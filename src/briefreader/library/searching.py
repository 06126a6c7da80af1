"""Searching: which documents a query takes, and the passage to show of each."""

from __future__ import annotations

from bisect import bisect_right

from briefreader.domain.document import Document
from briefreader.domain.folding import words as folded_words
from briefreader.domain.query import Query
from briefreader.domain.text import Span
from briefreader.index import hits
from briefreader.library.workspace import Workspace


def matching(workspace: Workspace, query: Query) -> list[str] | None:
    """Return the ids of the documents with the words of a query, best first; None if it has none."""
    if not folded_words(query.words):
        return None
    if workspace.index.mark < 0:  # it turned out to be damaged, or was taken away
        workspace.refresh_index()
    return workspace.index.ids(query.words)


def find(workspace: Workspace, query: Query) -> list[str]:
    """Return the ids of the documents that a query takes, in its order."""
    return workspace.store.ids(query, matching(workspace, query))


def snippet(document: Document, words: str, width: int = 240) -> tuple[str, list[Span]]:
    """Return about ``width`` code points around the best hit, and where in them the hits are.

    The best place is the one with the most different words of the search close together, the first
    of these. Noise is never shown. Without a hit it is the beginning of the article.
    """
    text, marks = _plain(document, words)
    start = _best_start(text, marks, width)
    end = min(len(text), start + width)
    if end < len(text):
        cut = text.rfind(" ", start + width // 2, end)
        end = cut if cut > 0 else end
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    shown = [
        Span(mark.start + shift, min(mark.end, end) + shift) for mark in marks if start <= mark.start < end
    ]
    return before + text[start:end] + after, shown


def _plain(document: Document, words: str) -> tuple[str, list[Span]]:
    """Return what the article says in one line, and the hits in it."""
    said = (document.said(block.span) for block in document.blocks if block.kind != "title")
    text = " ".join(line for line in said if line)
    return text, hits(text, words)


def _best_start(text: str, marks: list[Span], width: int) -> int:
    if not marks:
        return 0
    starts = [mark.start for mark in marks]
    reach = width * 2 // 3
    best, most = 0, 0
    for n, mark in enumerate(marks):
        inside = marks[n : bisect_right(starts, mark.start + reach)]
        different = len({each.of(text).casefold() for each in inside})
        if different > most:
            best, most = n, different
    place = marks[best].start
    if place < width // 3:
        return 0
    start = max(0, place - width // 4)
    cut = text.find(" ", start, place)
    return cut + 1 if cut >= 0 else start

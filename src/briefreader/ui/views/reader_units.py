"""Selecting by word, sentence and paragraph: one step wider or narrower, and where a caret steps to."""

from __future__ import annotations

import re

from briefreader.domain.sentences import paragraph_at, sentence_at
from briefreader.domain.text import Span

_LETTERS = re.compile(r"\w")


def word_at(text: str, place: int) -> Span | None:
    """Return the word in which a place stands, or at whose end it stands."""
    start = end = place
    while start > 0 and _LETTERS.match(text, start - 1):
        start -= 1
    while end < len(text) and _LETTERS.match(text, end):
        end += 1
    return Span(start, end) if start < end else None


def wider(text: str, selected: Span | None, caret: int) -> Span | None:
    """Return the sentence around what is selected, or around the caret; if it is that, the paragraph."""
    last = selected.end - 1 if selected else caret
    first = selected.start if selected else caret
    for unit in (sentence_at, paragraph_at):
        begins, ends = unit(text, first), unit(text, last)
        if begins is not None and ends is not None:
            found = Span(begins.start, max(begins.end, ends.end))
            if selected is None or (found.contains(selected) and found != selected):
                return found
    return selected


def narrower(text: str, selected: Span, seed: int) -> Span | None:
    """Return the largest of paragraph, sentence and word at the seed that is less than what is selected."""
    for unit in (paragraph_at, sentence_at, word_at):
        found = unit(text, seed)
        if found is not None and selected.contains(found) and found != selected:
            return found
    return None

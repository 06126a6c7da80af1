"""The sentence around a passage, where no parse is at hand."""

from __future__ import annotations

import re

from briefreader.domain.text import Span

_END = re.compile(r"(?<![A-Z][a-z])(?<!\b[A-Z])[.!?…][\"”’')]*(?=\s)|\n")
_REACH = 600


def sentence_around(text: str, span: Span) -> Span:
    """Return the sentence that holds a span, within some hundred code points each way."""
    low, high = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    start = low
    for match in _END.finditer(text, low, span.start):
        start = match.end()
    found = _END.search(text, span.end, high)
    end = found.end() if found else high
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)

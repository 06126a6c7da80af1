"""Words of an author's with the citations in them, as they are cut, copied and pasted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QMimeData

from briefreader.domain.decision import Passage
from briefreader.domain.outline import CITED
from briefreader.domain.text import Anchor, Span

CITED_WORDS = "application/x-briefreader-cited-words+json"
"""The form in which words with citations are on the clipboard; beside it stand the plain words."""

_MOST = 1_000_000  # bytes of one paste that are looked into


@dataclass(frozen=True, slots=True)
class CitedWords:
    """Words with a sign for each citation: what each sign says, and the passage it stands for."""

    text: str
    labels: tuple[str, ...]
    passages: tuple[Passage, ...]


def carried(words: CitedWords) -> QMimeData:
    """Return what carries words and citations over the clipboard."""
    data = QMimeData()
    data.setText(words.text.replace(CITED, ""))
    if words.passages:
        cited = [
            {
                "label": label, "document": each.document,
                "start": each.anchor.span.start, "end": each.anchor.span.end,
                "exact": each.anchor.exact, "before": each.anchor.before, "after": each.anchor.after,
            }
            for label, each in zip(words.labels, words.passages, strict=True)
        ]  # fmt: skip
        data.setData(CITED_WORDS, json.dumps({"text": words.text, "cited": cited}).encode())
    return data


def cited_words_in(data: QMimeData) -> CitedWords | None:
    """Return the words and citations that are carried; None if there are none, or they make no sense."""
    raw = bytes(data.data(CITED_WORDS).data()) if data.hasFormat(CITED_WORDS) else b""
    if not raw or len(raw) > _MOST:
        return None
    try:
        found = json.loads(raw)
        text, cited = found["text"], found["cited"]
        labels = tuple(_words(each, "label") for each in cited)
        passages = tuple(_passage(each) for each in cited)
    except (ValueError, KeyError, TypeError):
        return None
    fits = isinstance(text, str) and text.count(CITED) == len(passages)
    return CitedWords(text, labels, passages) if fits else None


def _passage(row: Any) -> Passage:
    start, end = int(row["start"]), int(row["end"])
    anchor = Anchor(Span(start, end), _words(row, "exact"), _words(row, "before"), _words(row, "after"))
    return Passage(_words(row, "document"), anchor)


def _words(row: Any, name: str) -> str:
    value = row[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return value

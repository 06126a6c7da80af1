"""Words with citations on the clipboard: what comes back, and what is not believed."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData

from briefreader.domain.outline import CITED
from briefreader.ui.cited_words import CITED_WORDS, CitedWords, carried, cited_words_in
from ui.briefs import passage

WORDS = CitedWords(f"Trade grew{CITED}.", ("A 1",), (passage(),))


def test_words_and_citations_come_back() -> None:
    data = carried(WORDS)
    assert cited_words_in(data) == WORDS
    assert data.text() == "Trade grew."


def test_plain_words_carry_no_citations() -> None:
    data = carried(CitedWords("Trade grew.", (), ()))
    assert not data.hasFormat(CITED_WORDS) and data.text() == "Trade grew."
    assert cited_words_in(data) is None


def row(**other: object) -> dict[str, object]:
    plain = {"label": "A", "document": "a", "start": 0, "end": 4, "exact": "Word", "before": "", "after": ""}
    return {**plain, **other}


@pytest.mark.parametrize(
    "said",
    [
        "[1, 2", "[]", "7", "{}",
        json.dumps({"text": CITED, "cited": []}),
        json.dumps({"text": "", "cited": [row()]}),
        json.dumps({"text": CITED, "cited": [row(start=9)]}),
        json.dumps({"text": CITED, "cited": [row(exact=7)]}),
        json.dumps({"text": CITED, "cited": [row(start="x")]}),
        json.dumps({"text": 7, "cited": []}),
        json.dumps({"text": CITED, "cited": {"a": 1}}),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_nothing(said: str) -> None:
    data = QMimeData()
    data.setText("words")
    data.setData(CITED_WORDS, said.encode())
    assert cited_words_in(data) is None

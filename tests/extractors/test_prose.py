from __future__ import annotations

import pytest

from briefreader.domain.text import Span
from briefreader.extractors._prose import MOST_WORDS, Prose
from extractors.quotes_of import reading_of


def test_no_sentence_ends_within_marks():
    text = "“We go. We stay. We eat,” she said. Then it rained."
    assert [each.of(text) for each in Prose(reading_of(text)).sentences] == [
        "“We go. We stay. We eat,” she said.",
        "Then it rained.",
    ]


def test_paragraphs_part_sentences():
    text = "The road was closed\nThe river rose"
    assert [each.of(text) for each in Prose(reading_of(text)).sentences] == text.split("\n")


def test_no_sentence_is_endless():
    prose = Prose(reading_of("rain and " * (2 * MOST_WORDS)))
    assert max(len(prose.tokens(each.start, each.end)) for each in prose.sentences) <= MOST_WORDS + 1


def test_stretches_by_place():
    text = "He said “go now” and “stay here” to us."
    prose = Prose(reading_of(text))
    first, second = prose.stretches
    assert prose.stretch_at(text.index("now")) == first
    assert prose.stretch_at(0) is None
    assert prose.stretch_after(first.outer.end) == prose.stretch_before(len(text)) == second
    assert prose.stretches_in(Span(0, text.index("and"))) == [first]
    assert prose.quoted(Span(text.index("go"), text.index(" to us"))) == (0.8, 4)


@pytest.mark.parametrize(
    "dateline", ["WASHINGTON (AP) —", "(CNN) --", "HÀ NỘI –", "MINSK, 7 October (BelTA) –"]
)
def test_a_dateline_belongs_to_no_sentence(dateline):
    text = f"{dateline} The bridge is open."
    prose = Prose(reading_of(text))
    assert [span.of(text) for span in prose.sentences] == [dateline, "The bridge is open."]


def test_a_dash_in_a_sentence_is_no_dateline():
    for text in ("NATO says so — and nobody else.", "The city – Berlin – is large."):
        assert [span.of(text) for span in Prose(reading_of(text)).sentences] == [text]

"""Sentences and paragraphs by their looks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.domain.sentences import paragraph_at, sentence_at, sentences_of, step
from briefreader.domain.text import Span


@pytest.mark.parametrize(
    "sentences",
    [
        ["He met Mr. Berg on Dec. 3.", "They signed."],
        ["“Why?” he asked.", "“Because it rained.”", "Nobody laughed…"],
        ["It cost 3.5 million.", "No. 7 was late!"],
        ["J. R. Berg spoke to Gen. Koval (ret.) in the U.S. Senate.", "He left."],
        ["Ông nói: “Đúng vậy.”", "Rồi ông đi."],
        ["He said no.", "Then he left 😀.", "“No.”", "(It rained.)"],
    ],
)
def test_sentences_end_where_a_reader_would_say(sentences: list[str]) -> None:
    text = " ".join(sentences)
    found = [span.of(text) for span in sentences_of(text, Span(0, len(text)))]
    assert found == sentences


def test_writing_without_spaces_has_sentences_too() -> None:
    text = "他说了。然后走了！"
    assert [span.of(text) for span in sentences_of(text, Span(0, len(text)))] == ["他说了。", "然后走了！"]


TEXT = "One is here. Two is here.\n\n  Three.  \nFour"


def test_the_sentence_and_the_paragraph_at_a_place() -> None:
    assert sentence_at(TEXT, 0) == Span(0, 12) == sentence_at(TEXT, 12)
    assert sentence_at(TEXT, 13) == Span(13, 25) == sentence_at(TEXT, 25)
    assert paragraph_at(TEXT, 5) == Span(0, 25)
    assert paragraph_at(TEXT, 26) is None and sentence_at(TEXT, 26) is None
    found = paragraph_at(TEXT, 28)
    assert found is not None and found.of(TEXT) == "Three."
    assert paragraph_at("", 0) is None


def test_steps_go_over_empty_lines_and_stop_at_the_edges() -> None:
    three, four = TEXT.index("Three"), TEXT.index("Four")
    starts = [0]
    while starts[-1] < len(TEXT):
        starts.append(step(TEXT, starts[-1], forward=True, to_end=False))
    assert starts == [0, 13, three, four, len(TEXT)]
    back = [len(TEXT)]
    while back[-1] > 0:
        back.append(step(TEXT, back[-1], forward=False, to_end=False))
    assert back == [len(TEXT), four, three, 13, 0]
    assert step(TEXT, 0, forward=True, to_end=True) == 12
    assert step(TEXT, 12, forward=True, to_end=True) == 25
    assert step(TEXT, 25, forward=True, to_end=True) == three + 6
    assert step(TEXT, 0, forward=True, to_end=True, whole_paragraphs=True) == 25
    assert step(TEXT, 5, forward=True, to_end=False, whole_paragraphs=True) == three
    assert step(TEXT, four, forward=False, to_end=False, whole_paragraphs=True) == three


@given(st.text(alphabet="aB. \n?”“1😀", max_size=60), st.data())
def test_sentences_part_a_paragraph_and_steps_always_come_on(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    paragraph = paragraph_at(text, place)
    if paragraph is not None:
        sentences = sentences_of(text, paragraph)
        kept = "".join("".join(span.of(text).split()) for span in sentences)
        assert kept == "".join(paragraph.of(text).split())
        assert sentence_at(text, place) in sentences
    for whole in (False, True):
        for to_end in (False, True):
            forward = step(text, place, True, to_end, whole)
            assert forward > place or forward == place == len(text)
            back = step(text, place, False, to_end, whole)
            assert back < place or back == place == 0

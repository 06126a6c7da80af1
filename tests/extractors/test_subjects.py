from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from briefreader.extractors._language import parse
from briefreader.extractors._subjects import MOST_STEPS, first_conjunct, speaks_again, subject_of
from extractors.quotes_of import quotes_of, reading_of


@dataclass
class Word:
    """A stand-in for a token of a coordination, which counts how often somebody climbs from it."""

    before: Word | None
    climbed: list[int] = field(default_factory=lambda: [0])
    text = "said"
    tag_ = "VBD"
    i = 0

    @property
    def dep_(self) -> str:
        return "conj" if self.before else "ccomp"

    @property
    def head(self) -> Word:
        self.climbed[0] += 1
        return self.before or self

    @property
    def children(self) -> list[Word]:
        clause = Word(None)
        return [clause]


def coordination(length: int) -> Word:
    """Return the last word of a coordination of so many."""
    word = Word(None)
    for _ in range(length - 1):
        word = Word(word, word.climbed)
    return word


def subject_in(text: str, verb: str) -> str | None:
    """Return the head of the subject of a verb in a sentence."""
    token = next(token for token in parse(reading_of(text).document) if token.text == verb)
    found = subject_of(token)
    return found.text if found is not None else None


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Anna Keller said the road was closed.", "said", "Keller"),
        ("The road was closed, said Anna Keller.", "said", "Keller"),
        ("Anna Keller, who says the road is safe, lives in Basel.", "says", "Keller"),
        ("Anna Keller went home and said the road was closed.", "said", "Keller"),
        ("It was stated by Anna Keller that the road was closed.", "stated", "Keller"),
        ("It was stated that the road was closed.", "stated", None),
        ("Anna Keller asked them to say where the road was.", "say", None),
    ],
)
def test_whose_verb_it_is(text, verb, subject):
    assert subject_in(text, verb) == subject


def test_a_coordination_leads_to_its_first_word():
    last = coordination(5)
    assert first_conjunct(last).before is None


@pytest.mark.parametrize("length", [100, 10_000])
def test_a_long_coordination_costs_no_more_than_a_short_one(length):
    last = coordination(length)
    speaks_again(last)  # type: ignore[arg-type]
    assert 0 < last.climbed[0] <= MOST_STEPS + 2


def test_who_says_that_and_urges_is_one_speaker():
    said = quotes_of("Anna Keller said that the plan was late and asked the council to wait.")
    assert [(each.text, each.name) for each in said] == [
        ("the plan was late", "Anna Keller"),
        ("to wait", "Anna Keller"),
    ]

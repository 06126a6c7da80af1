"""Comparators, measures and periods of figures."""

from __future__ import annotations

import pytest

from briefreader.domain.text import Span
from briefreader.extractors._dates import expressions
from briefreader.extractors._figures_context import comparator, measured, period, phrase_after, sentence
from extractors.times_of import document


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("over 5", ">"),
        ("more than 5", ">"),
        ("at least 5", "≥"),
        ("up to 5", "≤"),
        ("less than 5", "<"),
        ("about 5", "~"),
        ("nearly 5", "~"),
        ("just 5", "="),
        ("with 5", "="),
        ("5 or more", "≥"),
    ],
)
def test_comparators(text: str, sign: str) -> None:
    start = text.index("5")
    assert comparator(text, start, start + 1)[1] == sign


@pytest.mark.parametrize(
    ("text", "figure", "kind", "about"),
    [
        ("With a population of 100 million it grew.", "100 million", "count", "population"),
        ("Some 180 million Vietnamese goods enter.", "180 million", "count", "Vietnamese goods"),
        ("Last year trade between the two countries totaled $244 million.", "$244 million", "money",
         "trade between the two countries"),
        ("Unemployment rose to 7 percent.", "7 percent", "percent", "Unemployment"),
        ("It signed a $5 million contract.", "$5 million", "money", "contract"),
    ],
)  # fmt: skip
def test_what_is_measured(text: str, figure: str, kind: str, about: str) -> None:
    start = text.index(figure)
    assert measured(text, start, start + len(figure), kind) == about


def test_the_phrase_behind_stops_at_its_noun() -> None:
    assert phrase_after("5 strong waves of investment", 1) == "strong waves"


def test_the_period_is_the_nearest_date_of_the_sentence() -> None:
    text = "It began in 2010. In 2012 it made $5, in 2011 nothing."
    figure = Span(text.index("$5"), text.index("$5") + 2)
    around = sentence(text, figure.start, figure.end)
    assert around.of(text).startswith("In 2012")
    assert period(figure, around, expressions(document(text))) == "2011"
    assert period(figure, Span(0, 5), expressions(document(text))) == ""

"""Comparators, measures and periods of figures."""

from __future__ import annotations

import pytest

from briefreader.domain.text import Span
from briefreader.extractors._dates import expressions
from briefreader.extractors._figures_context import comparator, measured, phrase_after, sentence
from briefreader.extractors._figures_period import period
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
        ("Its exports to Uganda totalled $5 million.", "$5 million", "money", "exports to Uganda"),
        ("Exports of oil to Uganda reached $5 million.", "$5 million", "money", "Exports of oil to Uganda"),
        ("The army paid $5 million for new boats.", "$5 million", "money", "paid for new boats"),
        ("Some 5 percent of the workforce stayed at home.", "5 percent", "percent", "workforce"),
        ("The sale of timber, which made up 5 percent of its income, has ended.", "5 percent", "percent",
         "sale of timber"),
        ("Demand for rice rose 5 percent.", "5 percent", "percent", "Demand for rice"),
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


@pytest.mark.parametrize(
    "text",
    [
        "The fire began in 2019. Some 30 homes burned.",
        "The mill closed in 2016. At least 30 looms were sold.",
        "The war ended in 1999. 30 ships came home.",
        "It was founded in 1987. “30 of us are left,” he said.",
    ],
)
def test_a_figure_can_start_a_sentence(text: str) -> None:
    start = text.index("Some 30" if "Some" in text else "At least 30" if "At least" in text else "30")
    around = sentence(text, start, text.index("30") + 2)
    assert around.start > text.index(".")
    assert period(Span(start, text.index("30") + 2), around, expressions(document(text))) == ""


def test_a_number_behind_a_short_word_starts_no_sentence() -> None:
    text = "He wore No. 5 and on Sept. 11 drew 30 guests."
    assert sentence(text, text.index("30"), text.index("30") + 2).start == 0


@pytest.mark.parametrize(
    ("text", "figure", "kind", "about"),
    [
        ("Economists expect growth of 8.1 percent.", "8.1 percent", "percent", "growth"),
        ("The quake was 62 km southwest of Oslo.", "62 km", "quantity", "quake"),
        ("It lies 62 km southwest of Oslo.", "62 km", "quantity", ""),
        ("They have sown 19 hectares so far.", "19 hectares", "quantity", ""),
    ],
)
def test_words_of_grammar_are_no_measure(text: str, figure: str, kind: str, about: str) -> None:
    start = text.index(figure)
    assert measured(text, start, start + len(figure), kind).removeprefix("The ") == about

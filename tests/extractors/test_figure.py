"""The extractor of figures."""

from __future__ import annotations

import pytest

from briefreader.domain.document import Document, Noise
from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.extractors import figure
from briefreader.extractors._reading import Reading
from extractors.times_of import document


def facts(text: str) -> list[Fact]:
    return list(figure.extract(Reading(document(text))))


def test_yields_facts_with_measure_and_period() -> None:
    text = "By the end of 2024 trade turnover amounted to over $245 million."
    (fact,) = facts(text)
    assert (fact.text, fact.amount, fact.unit, fact.about, fact.when) == (
        "over $245 million", 245e6, "USD", "trade turnover", "2024",
    )  # fmt: skip
    assert (fact.data["kind"], fact.data["comparator"], fact.data["key"]) == ("money", ">", True)
    assert Span(**fact.data["core"]).of(text) == "$245 million"
    assert fact.data["why"] == "a number with a currency; “over” compares it"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Exports reached 93 percent.", "a number with a word or sign for percent"),
        ("It is about 30 km long.", "a number with a unit of measure; “about” compares it"),
        ("The plant employs 2,300 workers.", "a number with what is counted"),
    ],
)
def test_a_figure_says_by_what_it_was_known(text: str, why: str) -> None:
    assert [fact.data["why"] for fact in facts(text)] == [why]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The two countries agreed.", False),
        ("They agreed on three points.", False),
        ("We are among the twenty countries that it trusts.", True),
        ("With its 280 million people it is large.", False),
        ("Exports reached 93 percent.", True),
        ("Dozens of people came.", False),
    ],
)
def test_key_figures_are_worth_showing_by_themselves(text: str, key: bool) -> None:
    assert [fact.data["key"] for fact in facts(text)] == [key]


def test_a_key_figure_ranks_above_a_count_in_passing() -> None:
    small, large = facts("The two countries traded goods for $244 million.")
    assert large.score > small.score


def test_a_table_of_rates_is_left_out() -> None:
    assert facts("3.78 BYN\n3.00 BYN\n3.38 BYN") == []


def test_noise_is_left_out_but_for_captions() -> None:
    text = "5 people came.\n7 people left."
    noise = (Noise("boilerplate", Span(0, 14)), Noise("caption", Span(15, 29)))
    found = figure.extract(Reading(Document("x", text, noise=noise)))
    assert [fact.text for fact in found] == ["7"]


def test_a_text_that_is_one_figure_is_read() -> None:
    (fact,) = figure.extract(Reading(Document("x", "$20", noise=(Noise("ticker", Span(0, 3)),))))
    assert (fact.amount, fact.unit) == (20, "USD")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Russia, the largest exporter, shipped 37.3 million tonnes last year.", "shipped"),
        ("The company's stock closed at $43.50.", "stock"),
        ("Unemployment was at some 4.6 percent.", "Unemployment"),
    ],
)
def test_the_measure_is_what_was_done_or_moved_not_who_did_it(text: str, measure: str) -> None:
    assert facts(text)[0].about == measure


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The bomb killed eight people and wounded nine soldiers.", [True, True]),
        ("Nine suspects were detained and three are missing.", [True, True]),
        ("Two dead were found.", [True]),
        ("He has two daughters and three cars.", [False, False]),
        ("A picture is worth a thousand words.", [False]),
        ("A billion saved is a billion earned.", [False, False]),
    ],
)
def test_small_counts_of_harm_are_key_and_proverbs_are_not(text: str, keys: list[bool]) -> None:
    assert [fact.data["key"] for fact in facts(text)] == keys


def test_a_name_behind_its_kind_is_the_speaker() -> None:
    assert facts("Italian cable maker Borgani said its profit rose 11.2%.")[0].data["said_by"] == "Borgani"

"""Ranges in words, and figures that leave out their unit."""

from __future__ import annotations

import pytest

from briefreader.extractors._figures import figures
from extractors.times_of import amounts


@pytest.mark.parametrize(
    ("text", "span", "lower", "upper"),
    [
        ("Output was between 92,000 and 95,000 tonnes.", "between 92,000 and 95,000 tonnes", 92e3, 95e3),
        ("Wind supplies 35% to 40% of it.", "35% to 40%", 35, 40),
        ("Solar supplies 3 to 5 percent.", "3 to 5 percent", 3, 5),
        ("It costs between 10 and 15 million euros.", "between 10 and 15 million euros", 10e6, 15e6),
        ("It covers some 20 to 30 villages.", "some 20 to 30", 20, 30),
        ("It is worth $1bn-$2bn.", "$1bn-$2bn", 1e9, 2e9),
        ("The loan is £300m to £400m.", "£300m to £400m", 3e8, 4e8),
        ("They expect from $5 million to $7 million.", "$5 million to $7 million", 5e6, 7e6),
    ],
)
def test_a_range_in_words_is_one_figure(text: str, span: str, lower: float, upper: float) -> None:
    (found,) = figures(text, [])
    assert (found.span.of(text), found.value, found.to) == (span, lower, upper)


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose from $5 million to $7 million.",
        "The rate rose 0.3 percent to 4.6 percent.",
        "Profit rose £300m to £400m.",
        "It won by 51 votes to 49.",
        "They lost 3 to 5.",
        "It grew from 5,000 to 6,000 people.",
    ],
)
def test_a_change_and_a_score_are_two_figures(text: str) -> None:
    assert [found.to for found in figures(text, [])] == [None, None]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("It earned 412 million crowns, up from 355 million.", ("355 million", "money", 355e6, "crown")),
        ("It made 95,000 tonnes, against 98,000 a year ago.", ("98,000", "quantity", 98e3, "tonne")),
        ("A profit of 12 billion yen from a loss of 3 billion.", ("3 billion", "money", 3e9, "JPY")),
        ("They are 20 euros each, or 15 for members.", ("15", "money", 15, "EUR")),
        ("Rates fell to 7 percent from 8.", ("8", "percent", 8, "%")),
        ("It made 41 million euros from 35.", ("35", "money", 35e6, "EUR")),
    ],
)
def test_a_bare_number_has_the_unit_of_what_it_is_compared_with(
    text: str, second: tuple[str, str, float, str]
) -> None:
    assert amounts(text)[-1] == second


def test_the_unit_comes_from_before_what_stands_in_brackets() -> None:
    text = "It made 412 million crowns ($37.4 million) from 655 million last year."
    assert amounts(text)[-1] == ("655 million", "money", 655e6, "crown")


@pytest.mark.parametrize(
    "text",
    ["Shares rose 7 percent from 2,300.", "It paid $5 million to 300 farmers.", "It ran 5 km, or 3."],
)
def test_a_number_of_its_own_stays_a_count(text: str) -> None:
    assert amounts(text)[-1][1] == "count"


def test_numbers_in_words_are_the_ends_of_a_range() -> None:
    (found,) = figures("It covers between five and nine villages.", [])
    assert (found.value, found.to) == (5, 9)

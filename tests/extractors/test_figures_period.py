"""Which time a figure is for."""

from __future__ import annotations

import pytest
from names_of import read

from briefreader.extractors import figure


def periods(text: str) -> list[str]:
    return [fact.when for fact in figure.extract(read(text, published="2024-05-14"))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The museum, opened in 2013, drew 2.3 million visitors in 2018.", ["2018"]),
        ("The library, which was founded in 1998, lends 4,000 books a week.", ["P1W"]),
        ("The share rose from 7 percent in 2019 to 93 percent in 2023.", ["2019", "2023"]),
        ("Oslo spends 4.7 percent on it, compared with 2.2 percent in 2021.", ["", "2021"]),
        ("In 2023 sales fell to $21 million from $25 million.", ["2023", ""]),
        ("Tesco said on Tuesday its profit rose 11% to $328 million in the first quarter.", ["2024-Q1"] * 2),
        ("Average hourly earnings rose 7 cents.", [""]),
        ("The annual report lists 300 firms.", [""]),
        ("Wheat rose to $8.27, the highest since December 2012.", [""]),
        ("Sales rose 15.5% in the first nine months of 2024.", ["2024-01/2024-09"]),
        ("It pumps 27 million barrels per day.", ["P1D"]),
    ],
)
def test_the_period_of_a_figure(text: str, found: list[str]) -> None:
    assert periods(text) == found

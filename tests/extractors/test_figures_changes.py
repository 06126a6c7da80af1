"""Pairs of figures that tell a change, and who said a figure."""

from __future__ import annotations

import pytest

from briefreader.extractors import figure
from briefreader.extractors._figures import figures
from briefreader.extractors._figures_changes import changes
from briefreader.extractors._reading import Reading
from extractors.times_of import document


def found(text: str) -> list[tuple[float, float]]:
    return list(changes(text, figures(text, [])).values())[::2]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("The share rose from 7 to 93 percent.", 7, 93),
        ("Unemployment fell to 7.9 percent in January from 8.1 percent in December.", 8.1, 7.9),
        ("Sales were $5 million, up from $4 million a year earlier.", 4e6, 5e6),
        ("Sales grew from $4 million last year to about $5 million this year.", 4e6, 5e6),
        ("Its share, which once was just seven percent of all, has surged to 93 percent.", 7, 93),
        ("The staff grew from 20 to 25.", 20, 25),
        ("Output fell to 200 tons from 300 tons.", 300, 200),
    ],
)
def test_a_change(text: str, before: float, after: float) -> None:
    assert found(text) == [(before, after)]


@pytest.mark.parametrize(
    "text",
    [
        "It cost $5 million and the state paid $4 million.",
        "It gave $5 million to 20 towns.",
        "It received $5 million from $4 billion funds' owners; it paid 3 percent.",
        "Its share, which once was 7 percent. Prices have surged to 93 percent.",
        "It has 7 percent of the trade, and has surged to 93 percent.",
        "It sold 5 percent to the state for $4 million.",
    ],
)
def test_two_figures_that_are_no_change(text: str) -> None:
    assert found(text) == []


def test_a_figure_in_a_quotation_has_its_speaker() -> None:
    text = '"We lost $3 million last year," said John Smith. The firm has 40 shops.'
    lost, shops = figure.extract(Reading(document(text)))
    assert lost.data["said_by"] == "John Smith"
    assert "said_by" not in shops.data

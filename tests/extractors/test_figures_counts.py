"""Which bare numbers are counts."""

from __future__ import annotations

import pytest

from extractors.times_of import amounts


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("A population of 100 million.", "100 million", 100e6),
        ("About 180 million goods came.", "About 180 million", 180e6),
        ("Killing five and wounding 12.", "five", 5),
        ("It has 1.5m customers.", "1.5m", 1.5e6),
        ("It has 20k staff.", "20k", 20e3),
        ("Two-thirds of voters agreed.", "Two-thirds", pytest.approx(2 / 3)),
        ("One person died.", "One", 1),
        ("Half a dozen ships left.", "Half a dozen", 6),
        ("Barely a dozen ships left.", "Barely a dozen", 12),
        ("About a sixth of its value went.", "About a sixth", pytest.approx(1 / 6)),
    ],
)
def test_counts(text: str, span: str, value: float) -> None:
    assert amounts(text)[0] == (span, "count", value, "")


@pytest.mark.parametrize(
    "text",
    [
        "The Boeing 787 landed.",
        "The S&P 500 fell.",
        "See Article 5 and Resolution 1373.",
        "Flight 370 vanished.",
        "Thomas Sam, 42, left.",
        "They won 3-2 on COVID-19 and G20.",
        "1. First item",
        "One of them left, and no one knew.",
        "“Borrow nine, give back ten.”",
        "Call +375 17 222-33-44.",
        "It has a four-engine jet.",
    ],
)
def test_names_labels_scores_and_idioms_are_none(text: str) -> None:
    assert amounts(text) == []


def test_a_place_before_a_count_does_not_name_it() -> None:
    assert amounts("In Iraq 20 people died.") == [("20", "count", 20, "")]


def test_counts_told_without_a_number() -> None:
    assert amounts("Dozens of people lost millions of dollars.") == [
        ("Dozens", "count", None, ""),
        ("millions of dollars", "money", None, "USD"),
    ]
    assert amounts("Switzerland spent billions of francs.") == [("billions of francs", "money", None, "CHF")]
    assert amounts("Thousands of soles were sold.") == [("Thousands", "count", None, "")]


@pytest.mark.parametrize(
    ("text", "span", "share"),
    [
        ("One in five voters objects.", "One in five", 0.2),
        ("Eight out of ten farmers object.", "Eight out of ten", 0.8),
        ("Water use rose by a fifth.", "a fifth", 0.2),
        ("Prices fell by half in May.", "half", 0.5),
        ("Almost half were farmers.", "Almost half", 0.5),
    ],
)
def test_shares_by_two_numbers_or_alone(text: str, span: str, share: float) -> None:
    assert [(found, value) for found, _kind, value, _unit in amounts(text)] == [(span, share)]


@pytest.mark.parametrize("text", ["Three in ten days came.", "It fell by half a point."])
def test_what_is_no_share(text: str) -> None:
    assert 0.3 not in [value for _found, _kind, value, _unit in amounts(text)]
    assert ("half", "count", 0.5, "") not in amounts(text)

"""Figures of every kind in a text."""

from __future__ import annotations

import pytest

from briefreader.domain.text import Span
from briefreader.extractors._figures import figures
from extractors.times_of import amounts


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It rose 5.1%.", "5.1%", 5.1),
        ("It rose 7 percent.", "7 percent", 7),
        ("It rose seven per cent.", "seven per cent", 7),
        ("It fell minus five percent.", "minus five percent", -5),
        ("It rose by half a percentage point.", "half a percentage point", 0.5),
    ],
)
def test_percent(text: str, span: str, value: float) -> None:
    assert amounts(text) == [(span, "percent", value, "%")]


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("The coast is 3,500 km long.", "3,500 km", 3500, "kilometre"),
        ("It flew at 188 miles an hour.", "188 miles an hour", 188, "mile per hour"),
        ("A tractor of 50 horsepower.", "50 horsepower", 50, "horsepower"),
        ("A 68-ounce can.", "68-ounce", 68, "ounce"),
        ("A 174,000-cubic-metre carrier.", "174,000-cubic-metre", 174_000, "cubic metre"),
        ("A field of 660 square meters.", "660 square meters", 660, "square metre"),
        ("He is 5 ft 2 in tall.", "5 ft 2 in", 5 + 2 / 12, "foot"),
        ("A path of 10 1/2 miles.", "10 1/2 miles", 10.5, "mile"),
        ("A 1/4 mile oval.", "1/4 mile", 0.25, "mile"),
        ("It holds 2.4 billion gallons.", "2.4 billion gallons", 2.4e9, "gallon"),
        ("It weighs 20 (kg) now.", "20 (kg)", 20, "kilogram"),
    ],
)
def test_quantities(text: str, span: str, value: float, unit: str) -> None:
    assert amounts(text) == [(span, "quantity", pytest.approx(value), unit)]


def test_a_comparator_belongs_to_the_span() -> None:
    (figure,) = figures("Trade came to over $245 million.", [])
    assert (figure.span, figure.number, figure.comparator) == (Span(14, 31), Span(19, 31), ">")


def test_what_dates_take_is_no_figure() -> None:
    assert amounts("On May 5, 2012, it lasted 33 years.") == []


def test_the_lower_end_of_a_range_has_the_unit_of_the_upper() -> None:
    assert amounts("It rose from 7 to 93 percent.") == [
        ("7", "percent", 7, "%"),
        ("93 percent", "percent", 93, "%"),
    ]
    assert amounts("It will cost $5 to $10 million.") == [("$5 to $10 million", "money", 5e6, "USD")]


def test_a_range_with_a_dash_is_one_figure() -> None:
    (figure,) = figures("It rose 5–10 percent.", [])
    assert (figure.span.of("It rose 5–10 percent."), figure.value, figure.to) == ("5–10 percent", 5, 10)


def test_thousands_may_be_parted_by_thin_spaces_or_dots() -> None:
    assert amounts("It has 10\u00a0000 seats.")[0][2] == 10_000
    assert amounts("It has 1.234.567 seats.")[0][2] == 1_234_567


@pytest.mark.parametrize(
    "piece", ["1", ",", "1,", "1 ", "1-", "$1-", "5% ", "$", "one ", "1/2", "3.00 BYN\n"]
)
def test_hostile_lines_end(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(each.span.end <= len(text) for each in figures(text, []))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Temperatures hit 41C, or 106F.",
            [("41C", 41, "degree Celsius"), ("106F", 106, "degree Fahrenheit")],
        ),
        ("He sat in seat 41C.", []),
        ("CO2 stands at 413 parts per million.", [("413 parts per million", 413, "part per million")]),
        ("It shipped 5 metric tons.", [("5 metric tons", 5, "tonne")]),
    ],
)
def test_units_as_newspapers_write_them(text: str, found: list[tuple[str, float, str]]) -> None:
    assert [(span, value, unit) for span, _kind, value, unit in amounts(text)] == found

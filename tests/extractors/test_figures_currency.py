"""Which country's crowns, francs and pesos are meant."""

from __future__ import annotations

import pytest

from extractors.times_of import amounts


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Norway's oil fund earned 412 million crowns.", ["NOK"]),
        ("Prague – The group earned 412 million crowns.", ["CZK"]),
        ("Copenhagen's metro cost 22 kroner and Sweden's 9 kronor.", ["DKK", "SEK"]),
        ("Swiss exports earned 7 billion francs.", ["CHF"]),
        ("It cost 300 pesos, Mexico's ministry said.", ["MXN"]),
        ("French growers asked for 300 francs.", ["franc"]),
        ("He paid 20 crowns.", ["crown"]),
    ],
)
def test_currencies_go_by_the_country_beside_them(text: str, units: list[str]) -> None:
    assert [unit for _text, _kind, _value, unit in amounts(text)] == units

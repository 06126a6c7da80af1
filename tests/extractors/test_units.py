"""Units of figures."""

from __future__ import annotations

import pytest

from briefreader.extractors import _units


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("us dollars", "USD"),
        ("euros", "EUR"),
        ("belarusian rubles", "BYN"),
        ("vietnamese dong", "VND"),
        ("finnish markka", "FIM"),
        ("swiss francs", "CHF"),
        ("francs", "franc"),
        ("pence", "penny"),
    ],
)
def test_currency_names(name: str, unit: str) -> None:
    assert _units.currencies()[name] == unit


def test_codes_are_iso_and_no_english_words() -> None:
    codes = _units.currency_codes()
    assert {"USD", "BYN", "VND"} <= codes
    assert not {"ALL", "TOP", "PEN"} & codes
    assert _units.of_code("RMB") == "CNY"


@pytest.mark.parametrize(
    ("sign", "unit"), [("$", "USD"), ("US $", "USD"), ("HK$", "HKD"), ("€", "EUR"), ("?", None)]
)
def test_signs(sign: str, unit: str | None) -> None:
    assert _units.of_symbol(sign) == unit


def test_measures_have_one_name_for_each_spelling() -> None:
    table = _units.measures()
    assert table["km"] == table["kilometers"] == table["kilometres"] == "kilometre"
    assert table["MW"] == "megawatt"
    assert "mw" not in table


def test_currencies_by_the_names_of_newspapers() -> None:
    names = _units.currencies()
    assert (names["birr"], names["israeli shekels"], names["lei"], names["quid"]) == (
        "ETB",
        "ILS",
        "RON",
        "GBP",
    )
    assert (names["shillings"], names["cfa francs"], names["us cents"]) == ("shilling", "XOF", "cent")
    assert "value" not in names
    assert "sum" not in names

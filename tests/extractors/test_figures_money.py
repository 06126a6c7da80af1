"""Money."""

from __future__ import annotations

import pytest

from extractors.times_of import amounts


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("It cost $244 million.", "$244 million", 244e6, "USD"),
        ("It cost US$1.2 billion.", "US$1.2 billion", 1.2e9, "USD"),
        ("It cost hk $ 10.05 billion.", "hk $ 10.05 billion", 10.05e9, "HKD"),
        ("It won a $48.2 million contract.", "$48.2 million", 48.2e6, "USD"),
        ("It cost €5.2bn.", "€5.2bn", 5.2e9, "EUR"),
        ("It cost £4m.", "£4m", 4e6, "GBP"),
        ("It cost EUR 125.", "EUR 125", 125, "EUR"),
        ("It cost USD115.5.", "USD115.5", 115.5, "USD"),
        ("It cost 3.78 BYN.", "3.78 BYN", 3.78, "BYN"),
        ("It cost 120 MEUR.", "120 MEUR", 120e6, "EUR"),
        ("It cost 75 USD million.", "75 USD million", 75e6, "USD"),
        ("It cost 35 million Belarusian rubles.", "35 million Belarusian rubles", 35e6, "BYN"),
        ("It cost five million yen.", "five million yen", 5e6, "JPY"),
        ("It cost half a million euros.", "half a million euros", 5e5, "EUR"),
        ("It cost 35 lakh rupees.", "35 lakh rupees", 3.5e6, "INR"),
        ("It cost 100 ₽.", "100 ₽", 100, "RUB"),
        ("It cost 50 cents.", "50 cents", 50, "cent"),
        ("It cost 3 dollars 50 cents.", "3 dollars 50 cents", 3.5, "USD"),
        (
            "It cost thirteen dollars and forty-five cents.",
            "thirteen dollars and forty-five cents",
            13.45,
            "USD",
        ),
        ("It cost 15 dollars 50.", "15 dollars 50", 15.5, "USD"),
        ("It cost $10 dollars.", "$10 dollars", 10, "USD"),
    ],
)
def test_money(text: str, span: str, value: float, unit: str) -> None:
    assert amounts(text) == [(span, "money", pytest.approx(value), unit)]


def test_neighbouring_sums_keep_their_own_currency() -> None:
    assert [(text, unit) for text, _kind, _value, unit in amounts("10 rmb 20 usd")] == [
        ("10 rmb", "CNY"),
        ("20 usd", "USD"),
    ]
    assert [text for text, *_rest in amounts("Notes of 5 €, 10 €, 20 €.")] == ["5 €", "10 €", "20 €"]


def test_a_pound_is_money_or_weight() -> None:
    assert amounts("The baby weighed two pounds.") == [("two pounds", "quantity", 2, "pound")]
    assert amounts("He paid a fine of 200 pounds.") == [("200 pounds", "money", 200, "GBP")]


def test_words_that_are_also_currencies() -> None:
    assert [kind for _text, kind, *_rest in amounts("There are two real options.")] == ["count"]
    assert [kind for _text, kind, *_rest in amounts("It paid 10,000 won.")] == ["money"]

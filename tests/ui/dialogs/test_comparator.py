"""The words for how a figure is compared, and what is printed then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.ui.dialogs.comparator import RANGE, SIGNS, is_ours, sign_of, wording

OVER = Fact(
    "d", "figure", Span(0, 17), "over $245 million", amount=245e6, unit="USD", data={"comparator": ">"}
)
BETWEEN = replace(OVER, data={"comparator": "~", "to": 250e6})
NUMBER = "$245 million"


def test_each_figure_has_one_of_the_signs() -> None:
    assert len(set(SIGNS.values())) == len(SIGNS)
    found = [sign_of(replace(OVER, data={"comparator": sign})) for sign in SIGNS if sign != RANGE]
    assert found == [sign for sign in SIGNS if sign != RANGE]
    assert sign_of(BETWEEN) == RANGE
    assert sign_of(replace(OVER, data={})) == "="


@pytest.mark.parametrize(
    ("fact", "sign", "printed"),
    [(OVER, "~", "about $245 million"), (OVER, "=", "$245 million"),
     (OVER, RANGE, "245,000,000 – 246,000,000 USD"), (BETWEEN, "≥", "at least 245,000,000 USD"),
     (BETWEEN, "=", "245,000,000 USD")],
)  # fmt: skip
def test_what_is_printed(fact: Fact, sign: str, printed: str) -> None:
    assert wording(fact, sign, NUMBER, 245e6, 246e6, "USD") == printed


@pytest.mark.parametrize(("amount", "to"), [(None, 246e6), (245e6, None)])
def test_half_a_range_is_not_put_in_words(amount: float | None, to: float | None) -> None:
    assert wording(OVER, RANGE, NUMBER, amount, to, "USD") is None


def test_a_persons_words_are_not_ours() -> None:
    for said in ("over $245 million", "$245  million", "up to $245 million"):
        assert is_ours(said, OVER, NUMBER)
    assert is_ours("245,000,000 – 250,000,000 USD", BETWEEN, NUMBER)
    assert not is_ours("a quarter of a billion", OVER, NUMBER)

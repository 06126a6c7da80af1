"""Days with a name."""

from __future__ import annotations

from datetime import date

import pytest

from briefreader.extractors._dates_holidays import holiday
from extractors.times_of import times


def test_movable_holidays() -> None:
    assert holiday("easter", 2024) == date(2024, 3, 31)
    assert holiday("good friday", 2024) == date(2024, 3, 29)
    assert holiday("thanksgiving", 2024) == date(2024, 11, 28)
    assert holiday("labor day", 2024) == date(2024, 9, 2)


def test_holidays() -> None:
    assert times("They met on Christmas Day and Easter Sunday 2012.") == [
        ("Christmas Day", "2012-12-25"),
        ("Easter Sunday 2012", "2012-04-08"),
    ]


def test_a_name_in_small_letters_or_of_a_person_is_none() -> None:
    assert times("A halloween-like mood; Christmas-tree growers.") == []


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Shops were busy in the week before Easter.", "the week before Easter", "2012-W13"),
        ("They married on the Saturday after Thanksgiving.", "the Saturday after Thanksgiving", "2012-11-24"),
        ("The day after Christmas Day 2010 was cold.", "The day after Christmas Day 2010", "2010-12-26"),
        ("They arrived on the night before Bastille Day.", "the night before Bastille Day", "2012-07-13TNI"),
        ("It rained on the weekend after Easter 2012.", "the weekend after Easter 2012", "2012-W15-WE"),
        ("It rained on the weekend before Christmas 2011.", "the weekend before Christmas 2011",
         "2011-W50-WE"),
    ],
)  # fmt: skip
def test_what_is_told_by_its_place_before_or_after_a_holiday(text: str, span: str, value: str) -> None:
    assert times(text) == [(span, value)]


def test_before_a_holiday_that_comes_soon_is_before_that_one() -> None:
    assert times("They had hoped for a truce before Easter.") == [("Easter", "2013-03-31")]
    assert times("They had hoped for a truce at Easter.") == [("Easter", "2012-04-08")]
    assert times("They had hoped for a truce before Christmas.") == [("Christmas", "2012-12-25")]

"""Days with a name."""

from __future__ import annotations

from datetime import date

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

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.domain.briefing import Cell
from briefreader.exporters._pictures import chart, days, timeline
from exporters.printed import citation


def event(first: str, last: str = "", **values: Any) -> Cell:
    return replace(Cell("something", citation(), first=first, last=last), **values)


def point(amount: float | None, first: str = "", label: str = "trade", unit: str = "USD") -> Cell:
    return Cell(label, citation(), amount=amount, unit=unit, first=first)


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        ("2025-12-03", "", (date(2025, 12, 3), date(2025, 12, 3))),
        ("2024-02", "", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2025", "2026", (date(2025, 1, 1), date(2026, 12, 31))),
        ("2025-12-03", "2025-12-01", (date(2025, 12, 3), date(2025, 12, 3))),
        ("2025-13", "", None), ("soon", "", None), ("", "", None), ("0000", "", None),
    ],
)  # fmt: skip
def test_days(first: str, last: str, span: object) -> None:
    assert days(first, last) == span


def test_a_timeline_is_drawn_to_scale() -> None:
    made = timeline([event("2025-01-01"), event("2025-07-02"), event("2025-12-31")])
    assert made is not None
    assert [round(mark["at"], 2) for mark in made["marks"]] == [0, 0.5, 1]
    assert [mark["n"] for mark in made["marks"]] == [1, 2, 3] and made["lanes"] == 1
    assert [tick.value for tick in made["ticks"]][:2] == ["2025-01", "2025-03"]


def test_events_of_one_day_stand_above_each_other() -> None:
    made = timeline([event("2025-01-01"), event("2025-06-01"), event("2025-06-01"), event("2025-12-31")])
    assert made is not None and [mark["lane"] for mark in made["marks"]] == [0, 0, 1, 0]


def test_undated_events_are_not_drawn_but_keep_their_number() -> None:
    made = timeline([event(""), event("2025-01-01"), event("2025-02"), event("2025-12-31")])
    assert made is not None and [mark["n"] for mark in made["marks"]] == [2, 3, 4]


@pytest.mark.parametrize("first", [["2025"], ["2025", "2026"], ["2025", "", ""], ["2025"] * 9])
def test_too_little_is_not_drawn(first: list[str]) -> None:
    assert timeline([event(each) for each in first]) is None


def test_too_much_is_not_drawn() -> None:
    assert timeline([event(f"2025-01-{1 + n % 28:02}") for n in range(61)]) is None


@given(st.lists(st.dates(), min_size=3, max_size=12, unique=True))
def test_all_marks_stand_within_the_picture(dates: list[date]) -> None:
    made = timeline([event(day.isoformat()) for day in dates])
    assert made is None or all(0 <= mark["at"] <= mark["until"] <= 1 for mark in made["marks"])
    assert made is None or all(0 <= tick.at <= 1 for tick in made["ticks"])


def test_dated_points_of_one_measure_are_a_line() -> None:
    made = chart([point(1, "2021"), point(3, "2023"), point(2, "2022")])
    assert made is not None and made["form"] == "line"
    assert [each["cell"] for each in made["points"]] == [0, 2, 1]
    assert made["points"][0]["x"] == 0 and made["points"][-1]["x"] == 1


def test_other_points_are_bars_from_nought() -> None:
    made = chart([point(100, label="a"), point(50, label="b")])
    assert made is not None and made["form"] == "bar" and made["low"] == 0
    assert [each["y"] for each in made["points"]] == [1, 0.5]


def test_bars_may_go_below_nought() -> None:
    made = chart([point(-50, label="a"), point(50, label="b")])
    assert made is not None and made["low"] == 0.5
    assert [tick.value for tick in made["ticks"]] == ["-60", "-40", "-20", "0", "20", "40", "60"]
    assert [round(each["y"], 2) for each in made["points"]] == [0.08, 0.92]


def test_only_one_unit_is_drawn() -> None:
    made = chart([point(1), point(2), point(900, unit="km"), point(None), point(float("inf"))])
    assert made is not None and made["unit"] == "USD"
    assert [each["cell"] for each in made["points"]] == [0, 1]
    assert chart([point(None)]) is None


@given(st.lists(st.floats(-1e15, 1e15, allow_subnormal=False), min_size=1, max_size=9))
def test_points_stand_within_the_scale(amounts: list[float]) -> None:
    made = chart([point(amount, label=str(n)) for n, amount in enumerate(amounts)])
    assert made is not None and all(-1e-9 <= each["y"] <= 1 + 1e-9 for each in made["points"])
    assert 2 <= len(made["ticks"]) <= 9

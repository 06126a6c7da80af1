"""Series of figures: which make one, and their scale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ui.models.series import say_amount, series_of, steps
from ui.views.dated import FIGURES, figure, year

TRADE = range(6)


def test_numbers_over_several_periods_make_a_series() -> None:
    series = series_of(FIGURES, TRADE)
    assert series is not None
    assert series.unit == "USD"
    assert [point.row for point in series.points] == [4, 3, 2, 0, 1, 5]
    assert series.levels == (160e6, 300e6)
    assert series.days == (date(2021, 1, 1).toordinal(), date(2026, 1, 1).toordinal())
    assert (series.points[0].low, series.points[0].high) == (180e6, 190e6)
    assert series.words == "a series over 2021–2025, from 160 million to 300 million USD"


def test_numbers_of_one_period_stand_beside_each_other() -> None:
    series = series_of(FIGURES, TRADE)
    assert series is not None
    one, other = series.points[3:5]
    assert one.first < one.mark < one.middle < other.mark < other.last


def test_what_is_said_again_of_one_period_has_one_mark() -> None:
    told = [figure(f"d{n}", "7 t", 7, unit="t", **year(2023)) for n in range(12)]
    told += [figure("x", "9 t", 9, unit="t", **year(2023)), figure("y", "8 t", 8, unit="t", **year(2024))]
    series = series_of(told, range(len(told)))
    assert series is not None
    assert [(point.low, len(point.rows)) for point in series.points] == [(7, 12), (9, 1), (8, 1)]
    assert series.points[0].rows == tuple(range(12))
    assert [level for _day, level in series.line] == [8, 8]  # each number counts once
    assert series_of(told[:13], range(13)) is None


def test_limits_are_marked_but_not_on_the_way() -> None:
    series = series_of(FIGURES, TRADE)
    assert series is not None
    assert [round(level / 1e6) for _day, level in series.line] == [185, 160, 195, 244]
    assert series.line[-1][0] == series.points[3].mark


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [figure("a", "1", 1, **year(2024))],
        [figure("a", "1", 1, **year(2024)), figure("b", "2", 2, **year(2024))],
        [figure("a", "1", 1, **year(2024)), figure("b", "2", 2)],
        [figure("a", "1", 1, **year(2024)), figure("b", "2 t", 2, unit="t", **year(2023))],
        [figure("a", "1", 1, **year(2024)), figure("b", "2", None, **year(2023))],
        [figure("a", "1", 1, **year(2024)), figure("b", "2", float("nan"), **year(2023))],
        [figure("a", "1", 1, **year(2024)), figure("b", "2", 2, first="2023-99-01", last="x")],
    ],
)
def test_without_two_periods_of_one_unit_there_is_none(rows: list) -> None:  # type: ignore[type-arg]
    assert series_of(rows, range(len(rows))) is None


def test_of_several_units_the_most_frequent_is_drawn() -> None:
    tonnes = [figure("a", "1 t", n, unit="t", kind="quantity", **year(2020 + n)) for n in range(3)]
    series = series_of([*FIGURES[:2], *tonnes], range(5))
    assert series is not None
    assert series.unit == "t"


def test_a_period_that_ends_before_it_begins_is_a_day() -> None:
    odd = replace(FIGURES[0], first="2024-05-05", last="2024-01-01")
    series = series_of([odd, FIGURES[2]], range(2))
    assert series is not None
    assert series.points[-1].first == series.points[-1].last


@pytest.mark.parametrize(
    ("amount", "said"),
    [(244e6, "244 million"), (1.5e9, "1.5 billion"), (2e12, "2 trillion"), (1200, "1,200"),
     (45000, "45 thousand"), (9.4, "9.4"), (0.031, "0.031"), (0, "0"), (-3e6, "-3 million")],
)  # fmt: skip
def test_amounts_are_said_shortly(amount: float, said: str) -> None:
    assert say_amount(amount) == said


@given(st.floats(-1e15, 1e15), st.floats(-1e15, 1e15), st.integers(2, 9))
def test_steps_go_over_all_numbers(one: float, other: float, most: int) -> None:
    low, high = sorted((one, other))
    found = steps(low, high, most)
    assert 2 <= len(found) <= 2 * most + 3
    assert found == sorted(found)
    room = max(high - low, abs(high) * 1e-9, 1e-9)
    assert found[0] <= low + room and found[-1] >= high - room

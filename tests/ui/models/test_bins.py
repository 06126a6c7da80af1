"""The arithmetic of the histogram."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ui.models.bins import Bins, Unit, count, dated, ends, ticks

WEEK = {"2025-12-01": 1, "2025-12-03": 1, "2025-12-04": 1, "2025-12-06": 2}


def counted(days: dict[str, int], most: int = 50) -> Bins:
    found = count(dated(days), most)
    assert found is not None
    return found


def labels(bins: Bins, width: float = 220) -> list[str]:
    def position(day: int) -> float:
        return (day - bins.first) / (bins.end - bins.first) * width

    return [tick.label for tick in ticks(bins, position, lambda text: 7.0 * len(text)) if tick.label]


def test_nothing_dated_has_no_bins() -> None:
    assert count(dated({}), 50) is None


def test_a_week_is_shown_by_days_even_beside_a_vague_year() -> None:
    bins = counted(WEEK | {"2025": 1})
    assert bins.unit == Unit("day")
    assert bins.exact == (1, 0, 1, 1, 0, 2, 0)
    assert bins.vague == pytest.approx([1 / 7] * 7)
    assert bins.possible == (1,) * 7
    assert ends(bins) == ("1 Dec", "7 Dec 2025")


def test_a_vague_date_elsewhere_widens_the_axis() -> None:
    bins = counted(WEEK | {"2025-05": 1})
    assert bins.unit == Unit("week")
    assert bins.days(0)[0] == date(2025, 4, 28)
    assert sum(bins.vague) == pytest.approx(1)
    assert sum(bins.exact) == 5


def test_thirty_years_are_shown_by_years() -> None:
    first = date(1996, 1, 1)
    days = {(first + timedelta(days=n)).isoformat(): 9 for n in range(0, 10957)}
    bins = counted(days)
    assert (bins.unit, len(bins)) == (Unit("year"), 30)
    assert ends(bins) == ("1996", "2025")
    assert labels(bins) == ["2005", "2015"] or "2010" in labels(bins)


@pytest.mark.parametrize(
    ("days", "unit"),
    [
        (10, Unit("day")),
        (200, Unit("week")),
        (900, Unit("month")),
        (3000, Unit("month", 3)),
        (10_000, Unit("year")),
        (60_000, Unit("year", 5)),
    ],
)
def test_the_unit_follows_the_span(days: int, unit: Unit) -> None:
    first = date(1800, 1, 3)
    last = first + timedelta(days=days)
    bins = counted({first.isoformat(): 1, last.isoformat(): 1})
    assert bins.unit == unit
    assert bins.first <= first.toordinal() and bins.end > last.toordinal()


def test_the_frame_sets_the_scale_while_a_filter_leaves_fewer() -> None:
    whole = dated(WEEK | {"2025": 1})
    few = count(dated({"2025-12-04": 1}), 50, whole)
    none = count(dated({}), 50, whole)
    assert few is not None and none is not None
    assert few.edges == none.edges == counted(WEEK).edges
    assert few.exact == (0, 0, 0, 1, 0, 0, 0)
    assert none.tallest == 0


def test_months_alone_are_not_shown_as_days() -> None:
    bins = counted({"2025-05": 3})
    assert bins.unit == Unit("month")
    assert bins.vague == pytest.approx((0, 3, 0))
    assert counted({"2025": 3}).unit == Unit("year")


def test_steps_go_from_edge_to_edge_and_stop_at_the_ends() -> None:
    bins = counted(WEEK)
    assert bins.step(bins.first, 1) == bins.first + 1
    assert bins.step(bins.first, -1) == bins.first
    assert bins.step(bins.end, 9) == bins.end
    weeks = counted({"2025-01-06": 1, "2025-06-01": 1}, most=30)
    between = weeks.edges[3] + 2
    assert weeks.step(between, -1) == weeks.edges[3]
    assert weeks.step(between, 1) == weeks.edges[4]


values = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)).flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])
)


@given(st.dictionaries(values, st.integers(1, 1000), min_size=1), st.integers(8, 200))
def test_every_document_is_counted_once(days: dict[str, int], most: int) -> None:
    bins = counted(days, most)
    exact = sum(number for value, number in days.items() if len(value) == 10)
    assert sum(bins.exact) == exact
    assert sum(bins.vague) == pytest.approx(sum(days.values()) - exact)
    assert list(bins.edges) == sorted(set(bins.edges))
    assert len(bins) <= 2 * most + 7
    assert all(low <= high for low, high in (bins.days(n) for n in range(len(bins))))


@given(st.dictionaries(values, st.integers(1, 9), min_size=1), st.integers(60, 600))
def test_labels_of_the_axis_never_touch(days: dict[str, int], width: int) -> None:
    bins = counted(days)

    def position(day: int) -> float:
        return (day - bins.first) / (bins.end - bins.first) * width

    shown = [
        (position(tick.day), 7.0 * len(tick.label))
        for tick in ticks(bins, position, lambda text: 7.0 * len(text))
        if tick.label
    ]
    for (one, wide), (other, also) in itertools.pairwise(shown):
        assert one + wide / 2 < other - also / 2
    if shown:
        assert shown[0][0] - shown[0][1] / 2 > 7.0 * len(ends(bins)[0])

from __future__ import annotations

import os

from briefreader.engine.inline import InlineEngine
from engine import tasks


def test_outcomes_come_in_order_when_they_are_asked_for() -> None:
    asked: list[int] = []

    def items():  # type: ignore[no-untyped-def]
        for number in range(4):
            asked.append(number)
            yield number

    outcomes = InlineEngine().map(tasks.double, items())
    assert asked == []
    assert next(outcomes).value == 0
    assert asked == [0]
    assert [outcome.value for outcome in outcomes] == [2, 4, 6]


def test_tasks_run_in_this_process() -> None:
    [outcome] = InlineEngine().map(lambda _item: os.getpid(), [None])
    assert outcome.value == os.getpid()


def test_each_item_ticks() -> None:
    ticks: list[bool] = []
    assert (
        len(list(InlineEngine().map(tasks.double, range(3), lambda: ticks.append(True)))) == len(ticks) == 3
    )

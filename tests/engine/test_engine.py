"""The contract of the Engine port: every engine must pass it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.domain.errors import BriefreaderError, Cancelled, ReadError
from briefreader.engine import Engine, open_engine
from engine import tasks


@pytest.fixture(scope="module", params=[0, 2], ids=["inline", "local"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    opened = open_engine(request.param)
    yield opened
    opened.close()


def test_every_item_has_one_outcome(engine: Engine) -> None:
    outcomes = list(engine.map(tasks.double, range(50)))
    assert {outcome.item: outcome.value for outcome in outcomes} == {n: 2 * n for n in range(50)}
    assert len(outcomes) == 50
    assert all(outcome.error is None for outcome in outcomes)


def test_nothing_to_do_is_done(engine: Engine) -> None:
    assert list(engine.map(tasks.double, [])) == []


def test_items_may_be_equal(engine: Engine) -> None:
    assert [outcome.value for outcome in engine.map(tasks.double, [3] * 10)] == [6] * 10


def test_what_the_world_does_is_the_outcome_of_its_item(engine: Engine) -> None:
    outcomes = {outcome.item: outcome for outcome in engine.map(tasks.fail_on_odd, range(4))}
    assert [outcomes[n].value for n in (0, 2)] == [0, 2]
    for n in (1, 3):
        error = outcomes[n].error
        assert type(error) is ReadError
        assert (error.message, error.hint) == (f"{n} is odd.", "Take another.")


def test_a_fault_is_logged_and_told_in_a_sentence(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    outcomes = {outcome.item: outcome for outcome in engine.map(tasks.break_on_odd, range(4))}
    assert [outcomes[n].value for n in (0, 2)] == [0, 2]
    error = outcomes[3].error
    assert type(error) is BriefreaderError
    assert error.message == "“3” could not be processed because of a fault in Briefreader."
    assert "KeyError: 3" in caplog.text


def test_a_cancelled_task_is_an_outcome(engine: Engine) -> None:
    [outcome] = engine.map(tasks.cancel, [1])
    assert isinstance(outcome.error, Cancelled)


def test_too_little_memory_is_told_with_the_name_of_the_file(engine: Engine) -> None:
    [outcome] = engine.map(tasks.take_too_much_memory, [Path("/some/where/huge.txt")])
    assert outcome.error is not None
    assert outcome.error.message == "“huge.txt” needs more memory than there is for one file."
    assert [each.value for each in engine.map(tasks.double, [1])] == [2]


def test_items_are_taken_as_they_are_needed(engine: Engine) -> None:
    taken: list[int] = []

    def source() -> Iterator[int]:
        for n in range(1000):
            taken.append(n)
            yield n

    run = engine.map(tasks.double, source())
    next(run)
    run.close()  # type: ignore[attr-defined]
    assert len(taken) <= 5
    assert [outcome.value for outcome in engine.map(tasks.double, [4])] == [8]


def test_two_runs_can_take_turns(engine: Engine) -> None:
    one, other = engine.map(tasks.double, range(6)), engine.map(tasks.double, range(10, 16))
    found = [(a.value, b.value) for a, b in zip(one, other, strict=True)]
    assert sorted(a for a, _b in found if a is not None) == [0, 2, 4, 6, 8, 10]
    assert sorted(b for _a, b in found if b is not None) == [20, 22, 24, 26, 28, 30]


def test_an_error_in_what_yields_the_items_is_the_callers(engine: Engine) -> None:
    def source() -> Iterator[int]:
        yield 1
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        list(engine.map(tasks.double, source()))
    assert [outcome.value for outcome in engine.map(tasks.double, [4])] == [8]


def test_a_closed_engine_can_be_used_again(engine: Engine) -> None:
    engine.close()
    assert [outcome.value for outcome in engine.map(tasks.double, [1])] == [2]


def test_what_tick_raises_ends_the_run(engine: Engine) -> None:
    ticks: list[int] = []

    def tick() -> None:
        ticks.append(1)
        if len(ticks) > 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(engine.map(tasks.double, range(100), tick))
    assert [outcome.value for outcome in engine.map(tasks.double, [4])] == [8]

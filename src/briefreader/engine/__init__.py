"""Engines: where tasks run. A task is a function at the top of a module, of plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from briefreader.domain.errors import BriefreaderError

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Item, Result]):
    """What became of one item: a value, or an error to tell the user of."""

    item: Item
    value: Result | None = None
    error: BriefreaderError | None = None


class Engine(Protocol):
    """What every engine offers."""

    def map(
        self,
        task: Callable[[Item], Result],
        items: Iterable[Item],
        tick: Callable[[], object] | None = None,
    ) -> Iterator[Outcome[Item, Result]]:
        """Run the task on each item and yield the outcomes as they come.

        An exception, a crash, a time limit or a memory limit is the outcome of its item alone: the
        others go on. Closing the iterator stops what has not been started, and in worker processes
        what is under way. ``tick`` is called several times a second while outcomes are waited for;
        what it raises, such as Cancelled, ends the run in the same way.
        """

    def close(self) -> None:
        """Stop the workers."""


def open_engine(jobs: int | None = None, seconds: float = 60.0) -> Engine:
    """Return the engine for a number of worker processes: 0 runs tasks here, None takes one for each core.

    ``seconds`` is how long a task may take on one item before its worker is stopped.
    """
    if jobs == 0:
        from briefreader.engine.inline import InlineEngine

        return InlineEngine()
    from briefreader.engine.local import LocalEngine

    return LocalEngine(jobs, seconds)

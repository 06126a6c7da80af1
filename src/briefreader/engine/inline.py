"""The engine that runs tasks in this process, one after the other: for tests and ``--jobs 0``."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator

from briefreader.domain.errors import BriefreaderError
from briefreader.engine import Item, Outcome, Result
from briefreader.engine._sentences import fault, name_of, too_large

_log = logging.getLogger(__name__)


class InlineEngine:
    """Runs each task when its outcome is asked for. It cannot stop a task that takes too long."""

    def map(
        self,
        task: Callable[[Item], Result],
        items: Iterable[Item],
        tick: Callable[[], object] | None = None,
    ) -> Iterator[Outcome[Item, Result]]:
        """Run the task on each item and yield the outcomes in the order of the items."""
        for item in items:
            if tick is not None:
                tick()
            yield _outcome(task, item)

    def close(self) -> None:
        """Do nothing: there are no workers."""


def _outcome(task: Callable[[Item], Result], item: Item) -> Outcome[Item, Result]:
    try:
        return Outcome(item, task(item))
    except BriefreaderError as error:
        return Outcome(item, error=error)
    except MemoryError:
        return Outcome(item, error=too_large(item))
    except Exception:  # noqa: BLE001 - whatever is wrong with one item must not stop the others
        _log.exception("fault while processing %s", name_of(item))
        return Outcome(item, error=fault(item))

"""The engine of worker processes on this machine: one item at a time each, with a deadline."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from typing import Any, Generic

from briefreader import i18n
from briefreader.domain.errors import BriefreaderError
from briefreader.engine import Item, Outcome, Result, _worker
from briefreader.engine._sentences import crash, fault, name_of, overdue, too_large

_log = logging.getLogger(__name__)

RECYCLE = 500
"""After how many items a worker is replaced, so that what a library leaks is given back."""

STARTING = 60.0
"""How many seconds a worker may take to start."""

TICK = 0.1
"""How many seconds may pass between two calls of ``tick``."""


class _Worker:
    """A process and the pipe to it."""

    def __init__(self, limits: _worker.Limits) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe: Connection[Any, Any]
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(
            target=_worker.run,
            args=(theirs, limits, i18n.language()),
            daemon=True,
            name="briefreader worker",
        )
        self.process.start()
        theirs.close()
        self.done = 0
        self.ready = False
        self.deadline = time.monotonic() + STARTING

    def stop(self) -> None:
        """End the process at once, whatever it does."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


class LocalEngine:
    """Runs tasks in spawned processes that stay for the next call.

    ``jobs`` is how many there may be, ``seconds`` how long one item may take, ``memory`` how many
    bytes of address space a worker may have (0: no limit).
    """

    def __init__(self, jobs: int | None = None, seconds: float = 60.0, memory: int = 3 << 30) -> None:
        self._jobs = max(1, jobs or _cores())
        self._limits = _worker.Limits(memory, seconds)
        self._idle: deque[_Worker] = deque()
        self._lock = threading.Lock()

    def map(
        self,
        task: Callable[[Item], Result],
        items: Iterable[Item],
        tick: Callable[[], object] | None = None,
    ) -> Iterator[Outcome[Item, Result]]:
        """Run the task on each item and yield the outcomes as they come.

        Closing the iterator stops at once what is under way.
        """
        run = _Run(self, task, iter(items), tick)
        try:
            yield from run.outcomes()
        finally:
            run.stop()

    def close(self) -> None:
        """Stop the workers; a later call starts new ones."""
        while (worker := self.idle()) is not None:
            worker.stop()

    @property
    def jobs(self) -> int:
        """Return how many workers there may be."""
        return self._jobs

    @property
    def seconds(self) -> float:
        """Return how long one item may take."""
        return self._limits.seconds

    def idle(self) -> _Worker | None:
        """Return a worker that waits for work, or None."""
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.process.is_alive():
                    return worker
                worker.stop()
        return None

    def start(self) -> _Worker:
        """Return a new worker."""
        return _Worker(self._limits)

    def release(self, worker: _Worker) -> None:
        """Take back a worker that has nothing to do."""
        with self._lock:
            if len(self._idle) < self._jobs and worker.done < RECYCLE:
                self._idle.append(worker)
                return
        worker.stop()


@dataclass(slots=True)
class _Piece(Generic[Item]):
    """An item on its way: what is sent for it, and whether it was tried before."""

    item: Item
    message: bytes
    again: bool = False


class _Run(Generic[Item, Result]):
    """One call of ``map``: which worker is at which item."""

    def __init__(
        self,
        engine: LocalEngine,
        task: Callable[[Item], Result],
        items: Iterator[Item],
        tick: Callable[[], object] | None,
    ) -> None:
        self._engine = engine
        self._task = task
        self._items = items
        self._tick = tick
        self._again: deque[_Piece[Item]] = deque()
        self._busy: dict[_Worker, _Piece[Item]] = {}

    def outcomes(self) -> Iterator[Outcome[Item, Result]]:
        """Yield what becomes of the items."""
        over = False
        while True:
            while not over and len(self._busy) + len(self._again) < self._engine.jobs:
                for item in self._items:
                    yield from self._begin(item)
                    break
                else:
                    over = True
            while self._again and len(self._busy) < self._engine.jobs:
                self._assign(self._again.popleft())
            if not self._busy:
                return
            yield from self._settled()

    def stop(self) -> None:
        """End the workers that are at work."""
        for worker in self._busy:
            worker.stop()
        self._busy.clear()

    def _begin(self, item: Item) -> Iterator[Outcome[Item, Result]]:
        try:
            message = bytes(ForkingPickler.dumps((self._task, item)))
        except Exception:  # noqa: BLE001 - whatever is wrong with one item must not stop the others
            _log.exception("cannot send %s to a worker", name_of(item))
            yield Outcome(item, error=fault(item))
        else:
            self._assign(_Piece(item, message))

    def _assign(self, piece: _Piece[Item]) -> None:
        worker = None if piece.again else self._engine.idle()
        worker = worker or self._engine.start()
        self._busy[worker] = piece
        if worker.ready:
            self._send(worker)

    def _send(self, worker: _Worker) -> None:
        worker.ready = True
        worker.deadline = time.monotonic() + self._engine.seconds
        with contextlib.suppress(OSError):  # a worker that died meanwhile is seen when it is read
            worker.pipe.send_bytes(self._busy[worker].message)

    def _settled(self) -> Iterator[Outcome[Item, Result]]:
        pipes: dict[object, _Worker] = {worker.pipe: worker for worker in self._busy}
        rest = min(worker.deadline for worker in self._busy) - time.monotonic()
        if self._tick is not None:
            self._tick()
            rest = min(rest, TICK)
        # Who has answered is in time, even if the caller let us wait beyond the deadline.
        for pipe in wait([worker.pipe for worker in self._busy], max(0.0, rest)):
            yield from self._answer(pipes[pipe])
        now = time.monotonic()
        for worker in [each for each in self._busy if each.deadline <= now and not each.pipe.poll()]:
            item = self._busy.pop(worker).item
            worker.stop()
            yield Outcome(item, error=overdue(item, self._engine.seconds))

    def _answer(self, worker: _Worker) -> Iterator[Outcome[Item, Result]]:
        item = self._busy[worker].item
        try:
            message = worker.pipe.recv_bytes()
        except (EOFError, OSError):
            yield from self._lost(worker, crash(item))
            return
        kind, value = _unpacked(message)
        if kind == _worker.READY:
            self._send(worker)
            return
        if kind == _worker.MEMORY:
            yield from self._lost(worker, too_large(item))
            return
        del self._busy[worker]
        worker.done += 1
        self._engine.release(worker)
        if kind == _worker.FAULT:
            _log.error("fault while processing %s\n%s", name_of(item), value)
            yield Outcome(item, error=fault(item))
        else:
            yield Outcome(item, value) if kind == _worker.VALUE else Outcome(item, error=value)

    def _lost(self, worker: _Worker, error: BriefreaderError) -> Iterator[Outcome[Item, Result]]:
        """Give up a worker; an item that an older one failed at is tried once in a new one."""
        piece = self._busy.pop(worker)
        used = worker.done > 0
        worker.stop()
        if used and not piece.again:
            piece.again = True
            self._again.append(piece)
        else:
            yield Outcome(piece.item, error=error)


def _unpacked(message: bytes) -> tuple[str, Any]:
    try:
        kind, value = ForkingPickler.loads(message)
    except Exception:  # noqa: BLE001 - a value or an error that cannot be made again here
        return _worker.FAULT, traceback.format_exc()
    return kind, value


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1

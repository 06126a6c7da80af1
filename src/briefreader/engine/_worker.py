"""What runs in a worker process: take an item, run the task on it, send back what became of it."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import traceback
from dataclasses import dataclass
from multiprocessing import connection, parent_process
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import Any

from briefreader import i18n
from briefreader.domain.errors import BriefreaderError

READY = "ready"
VALUE, ERROR, FAULT, MEMORY = "value", "error", "fault", "memory"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may take: bytes of address space, and seconds for one item."""

    memory: int = 3 << 30
    seconds: float = 60.0
    niceness: int = 10


def run(pipe: Connection, limits: Limits, language: str) -> None:
    """Serve until the parent closes the pipe or ends, in the language that it speaks."""
    i18n.choose(language)
    _settle(limits)
    pipe.send((READY, None))
    while True:
        try:
            message = pipe.recv_bytes()
        except (EOFError, OSError):
            return
        _allow_time(limits.seconds)
        reply = _packed(*_result(message))
        try:
            pipe.send_bytes(reply)
        except OSError:  # the parent lost interest
            return


def _result(message: bytes) -> tuple[str, Any]:
    try:
        task, item = ForkingPickler.loads(message)
        return VALUE, task(item)
    except BriefreaderError as error:
        return ERROR, error
    except MemoryError:
        return MEMORY, None
    except Exception:  # noqa: BLE001 - whatever is wrong with one item must not stop the others
        return FAULT, traceback.format_exc()


def _packed(kind: str, value: Any) -> bytes:
    try:
        return bytes(ForkingPickler.dumps((kind, value)))
    except MemoryError:
        return bytes(ForkingPickler.dumps((MEMORY, None)))
    except Exception:  # noqa: BLE001 - a value that cannot be sent is a fault of the task
        return bytes(ForkingPickler.dumps((FAULT, traceback.format_exc())))


def _settle(limits: Limits) -> None:
    """Make the process a modest one that reads no terminal, shows no window and outlives nobody."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which then stops us
    threading.Thread(target=_follow_parent, daemon=True).start()
    sys.modules["PySide6"] = None  # type: ignore[assignment]  # importing Qt here is a mistake: say so
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    with contextlib.suppress(OSError):
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.dup2(2, 1)  # what a library prints must not get into our output
    with contextlib.suppress(AttributeError, OSError):
        os.nice(limits.niceness)
    _limit("RLIMIT_CORE", 0)
    if limits.memory:
        _limit("RLIMIT_AS", limits.memory)


def _limit(name: str, value: int) -> None:
    with contextlib.suppress(ImportError, AttributeError, ValueError, OSError):  # not on every system
        import resource

        _soft, hard = resource.getrlimit(getattr(resource, name))
        if hard != resource.RLIM_INFINITY:
            value = min(value, hard)
        resource.setrlimit(getattr(resource, name), (value, hard))


def _allow_time(seconds: float) -> None:
    """Let the system end us if the parent cannot: twice the time allowed, in processor time."""
    times = os.times()
    _limit("RLIMIT_CPU", int(times.user + times.system + 2 * seconds) + 5)


def _follow_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)

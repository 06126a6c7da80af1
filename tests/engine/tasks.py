"""Tasks for the engines: each does what its name says."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from briefreader import i18n
from briefreader.domain.errors import Cancelled, ReadError


def double(number: int) -> int:
    return 2 * number


def fail_on_odd(number: int) -> int:
    if number % 2:
        raise ReadError(f"{number} is odd.", "Take another.")
    return number


def break_on_odd(number: int) -> int:
    if number % 2:
        raise KeyError(number)
    return number


def cancel(number: int) -> int:
    raise Cancelled


def take_too_much_memory(path: Path) -> int:
    return len([0] * (1 << 38))


def what_cannot_be_sent(number: int) -> object:
    return lambda: number


class Crooked(ReadError):
    """An error that cannot be made again from what it was made of."""

    def __init__(self, one: str, two: str, three: str) -> None:
        super().__init__(one + two + three)


def raise_what_cannot_be_read(number: int) -> int:
    raise Crooked("a", "b", "c")


def sleep_on_zero(number: int) -> int:
    if not number:
        time.sleep(600)
    return number


def crash_on_zero(number: int) -> int:
    if not number:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def crash_unless_fresh(seen: tuple[str, int]) -> int:
    """Crash if this process did anything before: what a leak of memory comes to."""
    folder, number = seen
    mark = Path(folder) / str(os.getpid())
    if mark.exists() and number == 3:
        os._exit(1)
    mark.touch()
    return number


def process(number: int) -> int:
    return os.getpid()


def note_and_sleep(path: Path) -> None:
    path.write_text(str(os.getpid()))
    time.sleep(600)


def surroundings(number: int) -> dict[str, object]:
    """Tell what a task finds in its process."""
    print("a library prints this")
    import resource

    try:
        import PySide6  # noqa: F401

        qt = True
    except ImportError:
        qt = False
    return {
        "qt": qt,
        "input": sys.stdin.read() + os.read(0, 10).decode(),
        "nice": os.nice(0),
        "memory": resource.getrlimit(resource.RLIMIT_AS)[0],
        "core": resource.getrlimit(resource.RLIMIT_CORE)[0],
        "cpu": resource.getrlimit(resource.RLIMIT_CPU)[0] < 1000,
        "interrupt": signal.getsignal(signal.SIGINT) == signal.SIG_IGN,
    }


def language(number: int) -> str:
    return i18n.language()

"""Long work in a thread beside the window's: what it takes from the window, and how to take less."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_SWITCH = 0.0005  # s; Python's own 0.005 s add up, as the window asks for its turn many times for a picture

_lock = threading.Lock()
_under_way = 0
_usual = 0.0
_searching = True


def is_work_under_way() -> bool:
    """Tell whether there is long work beside the window."""
    return _under_way > 0


@contextmanager
def beside_the_window() -> Iterator[None]:
    """Let the window come to its turn soon while this work makes millions of objects.

    Looking for circles among them would halt every thread for seconds, again and again. So the search
    rests meanwhile, and leaves out afterwards what is there then: such work makes no circles to speak of.
    """
    global _under_way, _usual, _searching
    with _lock:
        _under_way += 1
        if _under_way == 1:
            _usual = sys.getswitchinterval()
            sys.setswitchinterval(_SWITCH)
            _searching = gc.isenabled()
            gc.disable()
    try:
        yield
    finally:
        with _lock:
            _under_way -= 1
            if _under_way == 0:
                sys.setswitchinterval(_usual)
                gc.freeze()
                if _searching:
                    gc.enable()

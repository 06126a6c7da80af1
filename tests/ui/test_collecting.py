"""Looking for circles of dead objects."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject, QTimer

from briefreader.ui.beside import beside_the_window
from briefreader.ui.collecting import Collector


def _dead_circle() -> weakref.ref[QObject]:
    """Leave a circle behind that holds something of Qt with a timer that runs."""
    held = QObject()
    held.timer = QTimer(held, interval=1)  # type: ignore[attr-defined]
    held.timer.start()  # type: ignore[attr-defined]
    held.itself = held  # type: ignore[attr-defined]
    return weakref.ref(held)


def _make_many() -> list[list[int]]:
    return [[n] for n in range(50_000)]


def test_only_the_window_s_thread_searches(qapp: object) -> None:
    collector = Collector()
    circle = _dead_circle()
    thread = threading.Thread(target=_make_many)
    thread.start()
    thread.join()
    assert circle() is not None
    kept = _make_many()
    collector.collect()
    assert circle() is None
    assert kept
    collector.close()
    assert gc.isenabled()
    gc.disable()  # as the fixture of all tests has it


def test_it_waits_for_long_work_to_end(qapp: object) -> None:
    collector = Collector()
    circle = _dead_circle()
    with beside_the_window():
        kept = _make_many()
        collector.collect()
        assert circle() is not None
    assert kept
    gc.unfreeze()
    gc.collect()
    assert circle() is None
    collector.close()
    gc.disable()

"""Looking for circles of dead objects in the window's thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from briefreader.ui.beside import is_work_under_way

_PAUSE_MS = 1_000


class Collector(QObject):
    """Takes the search for dead circles over from Python, until ``close``.

    Python searches in whichever thread happens to make objects. If that is a thread of work beside the
    window, and a circle holds something of Qt, its timers are left behind in the window's thread, which
    then crashes. Here each generation is searched as often as Python would, but from a timer of the
    window, and not while long work makes millions of objects.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Search the oldest generation that is due, if any."""
        if is_work_under_way():
            return
        due = [
            n
            for n, (made, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if made > limit
        ]
        if due:
            gc.collect(due[-1])

    def close(self) -> None:
        """Give the search back to Python."""
        self._timer.stop()
        gc.enable()

# ruff: noqa: E402 - the folders must be set before anything looks at them
"""How soon the pages of a briefing show a change: from the key press to the new page on the screen.

    python benchmarks/preview.py FOLDER [times]

A full brief is proposed from the articles of the folder, in a window; then a letter is typed into its
bottom line again and again. Printed are the median and the worst of the whole, and of each part of
the way: compose, set the pages, find the places of the lines, show.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = tempfile.mkdtemp(prefix="briefreader-preview-")
for each in ("CONFIG", "DATA", "CACHE", "STATE"):
    os.environ[f"XDG_{each}_HOME"] = f"{HOME}/{each.lower()}"

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefreader.library import annotating, composing, exporting, outlining
from briefreader.library.paging import PdfPages
from briefreader.library.proposing import Choice, propose
from briefreader.settings import Settings
from briefreader.ui.corpus import Corpus
from briefreader.ui.jobs import Jobs
from briefreader.ui.theme import Theme, load_fonts
from briefreader.ui.window import Window

TOOK: dict[str, list[float]] = defaultdict(list)


@contextmanager
def timed(owner: Any, name: str) -> Iterator[None]:
    """Note how long a function takes whenever it is called."""
    real = getattr(owner, name)

    def noted(*given: Any, **named: Any) -> Any:
        since = time.perf_counter()
        try:
            return real(*given, **named)
        finally:
            TOOK[name].append(time.perf_counter() - since)

    setattr(owner, name, noted)
    try:
        yield
    finally:
        setattr(owner, name, real)


def wait(holds: Callable[[], Any], seconds: float = 300) -> Any:
    """Let the window work until something holds, and return it."""
    until = time.perf_counter() + seconds
    beat = QTimer(interval=200)  # so that what brings no event is seen as well
    beat.start()
    while time.perf_counter() < until:
        # Asleep until something happens: going round and round would keep the work from its turn.
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if found := holds():
            return found
    raise SystemExit("waited in vain")


def rest(seconds: float) -> None:
    """Let the window do what it does by itself for a while."""
    until = time.perf_counter() + seconds
    wait(lambda: time.perf_counter() > until)


def begin(folder: Path) -> Window:
    """Return a window that shows the briefing proposed from a folder."""
    theme = Theme("light")
    theme.apply()
    corpus = Corpus(Jobs(), "A. Author")
    window = Window(corpus, theme, Settings())
    window.resize(1440, 870)
    window.show()
    window.open_folder(folder)
    wait(lambda: corpus.listing.ids and not corpus.jobs.busy)
    corpus.surveys.want()
    wait(lambda: corpus.survey is not None and not corpus.jobs.busy)
    made: list[Any] = []
    choice, survey = Choice("A brief", accepted=True), corpus.survey
    ids = tuple(corpus.listing.ids)
    corpus.jobs.call(
        lambda workspace: propose(workspace.store, ids, choice, survey, annotating.now()), done=made.append
    )
    outline = wait(lambda: made and made[0])
    line = outlining.line("text", "The bottom line")
    corpus.briefings.take(outlining.with_lines(outline, [line], outline.parts[0].id, 0))
    window.commands.show_view("briefing")
    view = window.stage.current()
    wait(lambda: view.preview.pages.pages and not corpus.jobs.busy)
    view.show_rows([line.id])
    view.text.write_in(line.id)
    return window


def main() -> None:
    """Type, and print how long it took."""
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    app = QApplication([])
    load_fonts()
    window = begin(Path(sys.argv[1]))
    corpus, view = window.corpus, window.stage.current()
    print(f"{view.preview.pages.pages} pages")
    field = next(iter(view.text.cards.values())).field
    whole: list[float] = []
    pages = view.preview.pages
    with (
        timed(composing, "compose"), timed(exporting, "render"), timed(PdfPages, "places"),
        timed(pages, "show_pdf"), timed(view, "_settle"),
    ):  # fmt: skip
        for _n in range(times):
            wait(lambda: not corpus.jobs.busy and view.preview.resting)
            rest(1.2)
            shown, since = pages.shown, time.perf_counter()
            QTest.keyClick(field, "x")
            wait(lambda shown=shown: pages.shown != shown)
            pages.viewport().repaint()
            whole.append(time.perf_counter() - since)
    for name, took in [("whole", whole), *TOOK.items()]:
        middle, worst = statistics.median(took), max(took)
        said = f"{1000 * middle:6.0f} ms, at worst {1000 * worst:6.0f} ms, {len(took)} times"
        print(f"{name.strip('_'):<10} {said}")
    window.close()
    app.quit()
    os._exit(0)  # the workers are told to stop, and nobody waits for them


if __name__ == "__main__":
    main()

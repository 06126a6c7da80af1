# ruff: noqa: E402 - the folders must be set before anything looks at them
"""How quick the source list, date filter and document list are with many documents.

Run it as ``python benchmarks/lists.py [DOCUMENTS]`` (100,000 if not said); it prints milliseconds.
Without a screen, set QT_QPA_PLATFORM=offscreen. "Stall" is the longest time that the window did
not answer; "list" is the time from a new filter to the painted list.
"""

from __future__ import annotations

import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

_HOME = tempfile.TemporaryDirectory()
for _name in ("CONFIG", "DATA", "CACHE", "STATE"):
    os.environ[f"XDG_{_name}_HOME"] = f"{_HOME.name}/{_name.lower()}"

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication, QSplitter

from briefreader.domain.changes import EVERYTHING, Changes
from briefreader.domain.document import Document, Published, lines
from briefreader.domain.fact import Analysis
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus
from briefreader.ui.jobs import Jobs
from briefreader.ui.models.documents import RowRole
from briefreader.ui.theme import Theme, load_fonts
from briefreader.ui.views.dates import DateFilter
from briefreader.ui.views.documents import DocumentList
from briefreader.ui.views.sources import SourceList

WORDS = [
    "trade",
    "security",
    "visit",
    "minister",
    "delegation",
    "agreement",
    "Hanoi",
    "Minsk",
    "border",
    "summit",
    "energy",
    "rail",
]
OUTLETS = ("Reuters", "Belta", "Vietnam News", "VOV World", "Xinhua", "")


def articles(number: int) -> list[Document]:
    """Return made-up articles over thirty years, some with no date or only a year or a month."""
    rng = random.Random(1)
    made = []
    for n in range(number):
        day = (date(1996, 1, 1) + timedelta(days=rng.randrange(10_900))).isoformat()
        value = rng.choices((day, day[:7], day[:4], ""), (92, 3, 3, 2))[0]
        title = f"Article {n} on {' '.join(rng.choices(WORDS, k=8))}"
        text = f"{title}\n{' '.join(rng.choices(WORDS, k=60))}."
        published = Published(value, "header" if value else "none")
        made.append(
            Document(
                f"{n:064x}", text, lines(text), title=title, outlet=rng.choice(OUTLETS),
                published=published, sha256=f"{n:x}", reader="text/1",
            )
        )  # fmt: skip
    return made


def fill(workspace: Workspace, number: int) -> Changes:
    """Put the articles into the workspace and its index."""
    made = articles(number)
    for start in range(0, number, 5000):
        workspace.store.add([Analysis(each) for each in made[start : start + 5000]], "benchmark/1")
    workspace.refresh_index()
    return EVERYTHING


def turn() -> float:
    """Let the window answer once; return how long that took, in ms."""
    start = time.perf_counter()
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    return (time.perf_counter() - start) * 1000


def until(done: Callable[[], bool]) -> tuple[float, float]:
    """Let the window run until something is done; return the time and the longest stall, in ms."""
    start, stall = time.perf_counter(), 0.0
    while not done():
        stall = max(stall, turn())
        time.sleep(0.0005)
    return (time.perf_counter() - start) * 1000, max(stall, turn())


def show(what: str, *values: float) -> None:
    """Print a line of the result."""
    print(f"{what:<46}" + "".join(f"{value:>10.1f}" for value in values), flush=True)


def measure_filters(corpus: Corpus, documents: DocumentList) -> None:
    """Measure from a new filter to the painted list."""
    model = documents.table.documents

    def painted() -> bool:
        settled = corpus.listing.query == corpus.query and model.query == corpus.query
        return settled and (not model.ids or model.index(0, 0).data(RowRole) is not None)

    filters: tuple[tuple[str, dict[str, object]], ...] = (
        ("ten years", {"since": date(2005, 1, 1), "until": date(2014, 12, 31)}),
        ("one year", {"since": date(2010, 1, 1), "until": date(2010, 12, 31), "undated": False}),
        ("all again", {"since": None, "until": None, "undated": True}),
        ("one outlet", {"outlets": frozenset({"Belta"})}),
        ("words", {"outlets": frozenset(), "words": "hanoi minsk", "order": "relevance"}),
        ("one word, begun", {"words": "sec"}),
        ("all by title", {"words": "", "order": "title"}),
    )
    for name, values in filters:
        corpus.filter(**values)
        took, stall = until(painted)
        show(f"list: {name} ({len(model.ids):,})", took, stall)


def measure_scrolling(corpus: Corpus, documents: DocumentList) -> None:
    """Measure 200 jumps to any place, each until it is painted, and 300 small steps."""
    rng = random.Random(2)
    bar = documents.table.verticalScrollBar()
    jumps, steps = [], []
    for _jump in range(200):
        bar.setValue(rng.randrange(bar.maximum()))
        jumps.append(max(turn() for _turn in range(3)))
    corpus.jobs.drain()
    for _step in range(300):
        bar.setValue(bar.value() + 40)
        steps.append(turn())
    show("jump: median, worst", statistics.median(jumps), max(jumps))
    show("scroll step: median, p95", statistics.median(steps), sorted(steps)[int(len(steps) * 0.95)])


def main() -> None:
    """Build the workspace, open the panels on it, and measure."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    load_fonts()
    theme = Theme("light")
    theme.apply()
    jobs = Jobs()
    corpus = Corpus(jobs)
    corpus.open_workspace(Path(_HOME.name) / "lists.briefreader")
    jobs.drain()
    window = QSplitter()
    documents = DocumentList(corpus, theme)
    for widget in (SourceList(corpus, theme), DateFilter(corpus, theme), documents):
        window.addWidget(widget)
    window.resize(900, 800)
    window.show()
    jobs.call(fill, number, done=corpus.imported)
    jobs.drain(1_800_000)
    print(f"{'':<46}{'ms':>10}{'stall ms':>10}")
    measure_filters(corpus, documents)
    measure_scrolling(corpus, documents)
    show("peak memory of the process, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    jobs.close()


if __name__ == "__main__":
    main()

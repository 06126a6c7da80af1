# ruff: noqa: E402 - the folders must be set before anything looks at them
"""Measures the reader: opening, marking, scrolling, resizing and finding in long texts.

Run with a screen or with QT_QPA_PLATFORM=offscreen: ``python benchmarks/reader.py``. Times are in
milliseconds. The first part is about the text alone, in wall time. The second is about the reader over a
workspace of 100,000 annotations, with a document of 200,000 words, 18,000 facts and 2,000 annotations:
median and worst of several runs, of the clock and of the processor; the latter says more where other work
goes on. ``text`` or ``workspace`` as an argument runs one part alone.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

_HOME = tempfile.TemporaryDirectory()
for _name in ("CONFIG", "DATA", "CACHE", "STATE"):
    os.environ[f"XDG_{_name}_HOME"] = f"{_HOME.name}/{_name.lower()}"

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from briefreader.domain.annotation import Annotation
from briefreader.domain.document import Document, lines
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.text import Anchor, Span
from briefreader.library import annotating
from briefreader.library.workspace import Workspace
from briefreader.settings import Settings
from briefreader.store import _records, tables
from briefreader.ui.collecting import Collector
from briefreader.ui.corpus import Corpus
from briefreader.ui.jobs import Jobs
from briefreader.ui.theme import Theme, load_fonts
from briefreader.ui.views.find import find
from briefreader.ui.views.reader import ReaderView
from briefreader.ui.views.reader_layers import MARKED, OWN
from briefreader.ui.views.reader_marks import Mark
from briefreader.ui.views.reader_text import ReaderText

WORDS = ("the", "council", "of", "Việt", "Nam", "Belarus", "signed", "agreements", "in", "Minsk", "😀")
STYLES = ("background", "dotted", "underline", "star", "note")
ROLES = ("mark.quote", "mark.person", "accent", "star", "accent")


def article(words: int, each: int, seed: int = 7) -> Document:
    """Return a document of so many words, in paragraphs of ``each`` words with a blank line between."""
    chance = random.Random(seed)
    paragraphs = [
        " ".join(chance.choices(WORDS, k=min(each, words - done))) + "." for done in range(0, words, each)
    ]
    text = "\n\n".join(paragraphs)
    return Document("benchmark", text, lines(text))


def marks(document: Document, count: int, seed: int = 7) -> list[Mark]:
    """Return so many marks of all styles, 10 to 200 code points long."""
    chance = random.Random(seed)
    made = []
    for n in range(count):
        start = chance.randrange(max(1, len(document.text) - 210))
        span = Span(start, start + chance.randrange(10, 200))
        made.append(Mark(span, ROLES[n % 5], STYLES[n % 5], n, "mark"))
    return made


def timed(work: Callable[[], object]) -> float:
    """Do some work with the painting that it causes; return its milliseconds."""
    start = perf_counter()
    work()
    QApplication.processEvents()
    return (perf_counter() - start) * 1000


def scrolled(view: ReaderText, by: int, steps: int = 40) -> tuple[float, float]:
    """Return median and worst milliseconds of a scroll step with its painting."""
    bar = view.verticalScrollBar()
    times = [timed(lambda: (bar.setValue(bar.value() + by), view.viewport().repaint())) for _ in range(steps)]
    return median(times), max(times)


def measure(name: str, document: Document, count: int) -> None:
    """Open one document with so many marks and print a line of results."""
    theme = Theme("light")
    view = ReaderText(theme)
    view.resize(760, 900)
    view.show()
    QApplication.processEvents()
    found = marks(document, count)
    opened = timed(lambda: (view.show_document(document), view.set_marks(found), view.viewport().repaint()))
    toggled = timed(lambda: (view.set_marks(()), view.viewport().repaint()))
    marked = timed(lambda: (view.set_marks(found), view.viewport().repaint()))
    step, worst = scrolled(view, 90)
    end = Span(max(0, len(document.text) - 30), len(document.text))
    jumped = timed(lambda: (view.go_to(end), view.viewport().repaint()))
    again = timed(lambda: (view.go_to(Span(0, 5)), view.viewport().repaint()))
    far, far_worst = scrolled(view, 9000)
    view.set_place_at_top(len(document.text) // 2)
    narrowed = timed(lambda: (view.resize(640, 900), view._lay_out(), view.viewport().repaint()))
    first = timed(lambda: find(document.text, "viet nam"))
    second = timed(lambda: find(document.text, "minsk"))
    print(
        f"{name:28} open {opened:6.0f}  marks off {toggled:4.0f} on {marked:4.0f}"
        f"  scroll {step:4.1f}/{worst:5.1f}"
        f"  far {far:4.1f}/{far_worst:5.1f}  to end {jumped:5.0f} back {again:4.0f}  resize {narrowed:5.0f}"
        f"  find {first:5.0f}/{second:3.0f}"
    )
    view.close()
    view.deleteLater()
    QApplication.processEvents()


# -- the reader over a workspace ----------------------------------------------------------------------

_RUNS = 7
_KINDS = ("quote", "person", "organisation", "place", "figure", "date")
_WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def facts(document: Document, count: int) -> Iterator[Fact]:
    """Yield so many facts of all kinds."""
    chance = random.Random(5)
    for n in range(count):
        start = chance.randrange(len(document.text) - 210)
        span = Span(start, start + chance.randrange(10, 200 if n % 6 == 0 else 30))
        yield Fact(document.id, _KINDS[n % 6], span, span.of(document.text), about="the council")


def notes(document: Document, count: int) -> list[dict[str, object]]:
    """Return the rows of so many highlights."""
    rows = []
    for n, mark in enumerate(marks(document, count, 11)):
        anchor = Anchor.on(document.text, mark.span)
        colour = ("yellow", "red", "green")[n % 3]
        made = Annotation(f"{document.id}-{n}", document.id, anchor, colour=colour, revision=1)
        rows.append(_records.annotation_row(made))
    return rows


def fill(workspace: Workspace, long: Document) -> None:
    """Put in the long document and 980 short ones, with 100,000 annotations."""
    store = workspace.store
    store.add([Analysis(long, tuple(facts(long, 18_000)))], "benchmark/1")
    short = []
    for n in range(980):
        made = article(300, 60, seed=n)
        short.append(Document(f"s{n}", made.text, made.blocks, title=f"Article {n}", sha256=f"s{n}"))
    store.add([Analysis(each, ()) for each in short], "benchmark/1")
    with store._write() as connection:  # by the way of the keys it would take minutes
        for each in short:
            connection.execute(insert(tables.passages), notes(each, 100))
        connection.execute(insert(tables.passages), notes(long, 2000))
    workspace.refresh_index()


class Runs:
    """Collects what each step takes, over several runs."""

    def __init__(self) -> None:
        self._taken: dict[str, list[tuple[float, float]]] = {}

    def __call__(self, what: str, act: Callable[[], object]) -> None:
        """Do a step and keep its times."""
        clock, processor = perf_counter(), process_time()
        act()
        times = ((perf_counter() - clock) * 1000, (process_time() - processor) * 1000)
        self._taken.setdefault(what, []).append(times)

    def tell(self) -> None:
        """Print a line for each step."""
        print(f"{'':<34}{'clock':>8}{'worst':>8}{'processor':>11}{'worst':>8}")
        for what, times in self._taken.items():
            clock, processor = zip(*times, strict=True)
            print(
                f"{what:<34}{median(clock):>8.0f}{max(clock):>8.0f}{median(processor):>11.0f}{max(processor):>8.0f}"
            )


def until(holds: Callable[[], object]) -> None:
    """Let the window work until something holds."""
    while not holds():
        QCoreApplication.processEvents(_WAIT)


def work(corpus: Corpus, view: ReaderView, runs: Runs, turn: int) -> None:
    """Open the long document, switch its marks, mark a passage."""
    corpus.open_document("s0")
    corpus.jobs.drain()
    page = view.text.viewport()

    def opened() -> None:
        corpus.open_document("benchmark")
        until(lambda: corpus.opened is not None and corpus.opened.document.id == "benchmark")
        page.repaint()

    def marked() -> None:
        document = corpus.opened
        assert document is not None
        span = Span(50_000 + 60 * turn, 50_040 + 60 * turn)
        there = document.annotation_on(span)
        edit = annotating.annotate(document.document, there, span, annotating.now(), colour="red")
        corpus.apply([edit], "highlight")
        until(lambda: stored)

    stored: list[object] = []
    corpus.changed.connect(stored.append)
    runs("open, to the first paint", opened)
    runs("its facts there and marked", lambda: (until(lambda: corpus.opened.complete), page.repaint()))
    corpus.jobs.drain()
    until(lambda: not view._mapping.isActive())  # the map comes a moment after the text
    QCoreApplication.processEvents()
    end = Span(len(corpus.opened.document.text) - 40, len(corpus.opened.document.text) - 30)
    runs(
        "to the end and back", lambda: (view.go_to(end, False), view.go_to(Span(0, 5), False), page.repaint())
    )
    runs("marks off", lambda: (view.mark_kinds(frozenset()), page.repaint(), view.map.repaint()))
    every = frozenset({*MARKED, OWN})
    runs("marks on", lambda: (view.mark_kinds(every), page.repaint(), view.map.repaint()))
    runs("one kind off", lambda: (view.mark_kinds(every - {"date"}), page.repaint(), view.map.repaint()))
    runs("selection to stored annotation", marked)
    corpus.changed.disconnect(stored.append)
    corpus.jobs.drain()


def over_a_workspace() -> None:
    """Measure the reader over a workspace of 100,000 annotations."""
    _collector = Collector(QApplication.instance())  # as in the program
    theme = Theme("light")
    theme.apply()
    corpus = Corpus(Jobs(), "Benchmark")
    corpus.open_workspace(Path(_HOME.name) / "b.briefreader")
    corpus.jobs.drain()
    long = article(200_000, 60)
    filled: list[bool] = []
    corpus.jobs.call(lambda workspace: fill(workspace, long), done=lambda _none: filled.append(True))
    until(lambda: filled)
    corpus.refresh()
    corpus.jobs.drain()
    view = ReaderView(corpus, theme, Settings())
    view.resize(760, 900)
    view.show()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    runs = Runs()
    for turn in range(_RUNS):
        work(corpus, view, runs, turn)
    runs.tell()
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"memory grown by at most {grown:.0f} MB")
    view.close()
    corpus.jobs.close()


def main() -> None:
    """Measure the text alone, then the reader over a workspace."""
    app = QApplication(sys.argv)
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
    load_fonts()
    parts = sys.argv[1:] or ["text", "workspace"]
    if "text" in parts:
        measure("warm-up", article(500, 60), 20)
        measure("1,000 words, 50 marks", article(1000, 60), 50)
        measure("10,000 words, 2,000 marks", article(10_000, 60), 2000)
        measure("200,000 words, 50 marks", article(200_000, 60), 50)
        measure("200,000 words, 20,000 marks", article(200_000, 60), 20_000)
        measure("one paragraph of 200,000", article(200_000, 200_000), 2000)
    if "workspace" in parts:
        over_a_workspace()


if __name__ == "__main__":
    main()

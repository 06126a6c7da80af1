# ruff: noqa: E402 - the folders must be set before anything looks at them
"""How quick the timeline and the figures are with many facts.

Run it as ``python benchmarks/views.py [FACTS]`` (100,000 if not said); it prints milliseconds of the
processor's time, and beside them how many times that is what a plain pass over all the moments takes in
the same run, which is about the same on every machine. Without a screen, set QT_QPA_PLATFORM=offscreen.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

_HOME = tempfile.TemporaryDirectory()
for _name in ("CONFIG", "DATA", "CACHE", "STATE"):
    os.environ[f"XDG_{_name}_HOME"] = f"{_HOME.name}/{_name.lower()}"
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from briefreader.domain.query import Counts, Query
from briefreader.library.looking import Listing
from briefreader.library.tabulating import figures_csv
from briefreader.ui.corpus import Corpus
from briefreader.ui.jobs import Jobs
from briefreader.ui.theme import Theme, load_fonts
from briefreader.ui.views.figures import FiguresView
from briefreader.ui.views.timeline import TimelineView
from ui.views.dated import many

_TURNS = 7


class Measure:
    """Prints what something takes, and how many passes over all moments that is."""

    def __init__(self, reference: Callable[[], object]) -> None:
        self.reference = 1.0
        self.reference = self("a plain pass over all moments", reference)

    def __call__(self, what: str, act: Callable[[], object]) -> float:
        """Return the least time of several turns, in ms of the processor."""
        least = float("inf")
        for _turn in range(_TURNS):
            start = time.process_time()
            act()
            least = min(least, (time.process_time() - start) * 1000)
        times = least / (least if self.reference == 1.0 and "pass" in what else self.reference)
        print(f"{what:<46}{least:>10.1f}{times:>10.1f}", flush=True)
        return least


def painted(view: QWidget) -> Callable[[], None]:
    """Return what paints a widget once."""
    image = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    return lambda: view.render(image)


def measure_timeline(measure: Measure, corpus: Corpus, theme: Theme) -> None:
    """Measure the timeline: a new survey, another filter, painting near and far."""
    view = TimelineView(corpus, theme, today=lambda: date(2026, 1, 8))
    view.resize(620, 860)
    view.show()
    whole = corpus.listing

    def anew() -> None:
        view._survey = None
        view._take(whole)

    half = Listing(Query(), whole.ids[::2], Counts())
    measure("timeline: a new survey", anew)
    measure("timeline: another filter, half of it", lambda: view._take(half))
    view._take(whole)
    measure("timeline: the list", view._list)
    for name, low, high in (
        ("thirty years", 727_000, 742_000),
        ("a year", 739_000, 739_365),
        ("a week", 739_000, 739_007),
    ):
        view.canvas.show_view(low, high)
        paint = painted(view.canvas)

        def again(paint: Callable[[], None] = paint) -> None:
            view.canvas._renew()
            paint()

        measure(f"timeline: zoomed to {name}, laid out and painted", again)
        measure(f"timeline: {name}, painted again", paint)
    measure("timeline: the list, painted", painted(view.list))


def measure_figures(measure: Measure, corpus: Corpus, theme: Theme) -> None:
    """Measure the figures: a new survey, searching, putting in order, painting, saving."""
    view = FiguresView(corpus, theme)
    view.resize(620, 860)
    view.show()

    def anew() -> None:
        view._survey = None
        view._show()

    measure("figures: a new survey", anew)
    view.search.setText("speaker 12")
    measure("figures: searched", view._show)
    view.search.setText("")
    for order in range(view.order.count()):
        view.order.setCurrentIndex(order)
        measure(f"figures: {view.order.currentText().lower()}", view._show)
    measure("figures: painted", painted(view.table))
    measure("figures: a group closed", lambda: view.table._turn(0))
    measure("figures: as CSV", lambda: figures_csv(view._figures.survey, view._figures.items))


def main() -> None:
    """Make up a survey, show it, and measure."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    load_fonts()
    theme = Theme("light")
    theme.apply()
    jobs = Jobs()
    corpus = Corpus(jobs)
    survey = many(number)
    corpus.survey = survey
    corpus.listing = Listing(Query(), tuple(survey.sources), Counts())
    print(f"{'':<46}{'ms':>10}{'passes':>10}")
    measure = Measure(lambda: [each.first for each in survey.moments])
    measure_timeline(measure, corpus, theme)
    measure_figures(measure, corpus, theme)
    jobs.close()


if __name__ == "__main__":
    main()

"""Measures the reader's text: opening, marking, scrolling, resizing and finding in long texts.

Run with a screen or with QT_QPA_PLATFORM=offscreen: ``python benchmarks/reader.py``. Times are in
milliseconds of wall time, the median of the steps where there are several.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from briefreader.domain.document import Document, lines
from briefreader.domain.text import Span
from briefreader.ui.theme import Theme, load_fonts
from briefreader.ui.views.find import find
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


def main() -> None:
    """Measure a few sizes."""
    app = QApplication(sys.argv)
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
    load_fonts()
    measure("warm-up", article(500, 60), 20)
    measure("1,000 words, 50 marks", article(1000, 60), 50)
    measure("10,000 words, 2,000 marks", article(10_000, 60), 2000)
    measure("200,000 words, 50 marks", article(200_000, 60), 50)
    measure("200,000 words, 20,000 marks", article(200_000, 60), 20_000)
    measure("one paragraph of 200,000", article(200_000, 200_000), 2000)


if __name__ == "__main__":
    main()

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from briefreader.ui import app as program
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.window import Window

HEAVY = (
    "spacy",
    "typst",
    "pypdfium2",
    "trafilatura",
    "numpy",
    "lxml",
    "fontTools",
    "tantivy",
    "sqlalchemy",
    "babel",
)


def test_starting_imports_nothing_heavy() -> None:
    code = f"import sys, briefreader.ui.app; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


@pytest.fixture
def window(corpus: Corpus, theme: Theme) -> Iterator[Window]:
    from briefreader.settings import Settings

    made = Window(corpus, theme, Settings())
    yield made
    made.close()


def test_the_rest_begins_once_when_the_window_is_painted(qapp: QApplication, window: Window) -> None:
    calls: list[bool] = []
    first = program._FirstPaint(window, lambda: calls.append(window.isVisible()))
    window.installEventFilter(first)
    assert calls == []
    window.show()
    for _turn in range(3):
        qapp.processEvents()
        window.repaint()
    qapp.processEvents()
    assert calls == [True]
    assert not first._timer.isActive()

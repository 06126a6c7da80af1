"""A corpus over a real workspace, with articles made for the tests."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefreader.domain.changes import Changes
from briefreader.domain.document import Document
from briefreader.domain.fact import Analysis
from briefreader.library.workspace import Workspace
from briefreader.settings import Settings
from briefreader.ui.collecting import Collector
from briefreader.ui.corpus import Corpus
from briefreader.ui.jobs import Jobs
from briefreader.ui.theme import Theme, load_fonts
from briefreader.ui.window import Window
from ui.articles import ARTICLES, Fill


@pytest.fixture(scope="session", autouse=True)
def collector(qapp: QApplication) -> Iterator[None]:
    """Keep the search for dead circles in the window's thread, as the program does."""
    made = Collector()
    gc.collect()
    gc.freeze()
    yield
    made.close()


@pytest.fixture(autouse=True)
def swept(collector: None) -> Iterator[None]:
    """Delete what a test closed, once its jobs have ended: windows kept alive make each later test slower."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.fixture(scope="session", autouse=True)
def icons(qapp: QApplication) -> Iterator[None]:
    """Draw each icon once for all tests: a window shows two hundred, and each test has its own window."""
    drawn: dict[tuple[str, str, int], QPixmap] = {}
    draw = Theme._draw

    def draw_once(theme: Theme, name: str, colour: QColor, pixels: int) -> QPixmap:
        key = (name, colour.name(), pixels)
        if key not in drawn:
            drawn[key] = draw(theme, name, colour, pixels)
        return drawn[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Theme, "_draw", draw_once)
        yield
    drawn.clear()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Return the light theme, with the program's fonts loaded."""
    load_fonts()
    found = Theme("light")
    found.apply()
    return found


@pytest.fixture
def corpus(qapp: QApplication, tmp_path: Path) -> Iterator[Corpus]:
    """Return a corpus over a new, empty workspace."""
    jobs = Jobs()
    corpus = Corpus(jobs, "Tester")
    corpus.open_workspace(tmp_path / "test.briefreader")
    jobs.drain()
    yield corpus
    jobs.drain()
    jobs.close()
    for thread in threading.enumerate():  # what one of them lets go of last would be deleted in it
        if thread.name == "job":
            thread.join()


@pytest.fixture
def fill(corpus: Corpus) -> Fill:
    """Return a function that puts articles into the corpus, the five of ARTICLES if none are given."""

    def put(*documents: Document) -> None:
        chosen = documents or ARTICLES

        def add(workspace: Workspace) -> Changes:
            changes = workspace.store.add([Analysis(document, ()) for document in chosen], "test/1")
            workspace.refresh_index()
            return changes

        corpus.jobs.call(add, done=corpus.imported)
        corpus.jobs.drain()

    return put


@pytest.fixture
def window(corpus: Corpus, fill: Fill, theme: Theme, qtbot: QtBot) -> Window:
    """Return the window over the five articles."""
    made = Window(corpus, theme, Settings())
    qtbot.addWidget(made)
    made.show()
    fill()
    corpus.jobs.drain()
    return made

"""Starting: nothing heavy before the window is painted, and the right workspace."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefreader.domain.fact import Analysis
from briefreader.library.workspace import open_workspace, remember_recent, workspace_for
from briefreader.settings import Settings
from briefreader.ui import app
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.window import Window
from ui.articles import article

HEAVY = ("spacy", "typst", "pypdfium2", "trafilatura", "numpy", "sqlalchemy", "tantivy", "babel", "lxml")


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    asked = f"import sys, briefreader.ui.app; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture
def window(corpus: Corpus, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    made = Window(corpus, theme, Settings())
    qtbot.addWidget(made)
    monkeypatch.setattr(made.bringing, "bring", lambda paths, quietly=False: made.brought.extend(paths))
    made.brought = []  # type: ignore[attr-defined]
    return made


def test_a_folder_opens_its_workspace(window: Window, tmp_path: Path) -> None:
    app._open(window, [tmp_path])
    window.corpus.jobs.drain()
    assert window.corpus.jobs.path == workspace_for(tmp_path)
    assert window.brought == [tmp_path]
    assert window.windowTitle() == f"{tmp_path.name} – Briefreader"


def test_a_workspace_file_opens_itself(window: Window, tmp_path: Path) -> None:
    app._open(window, [tmp_path / "mine.briefreader"])
    window.corpus.jobs.drain()
    assert window.corpus.jobs.path == tmp_path / "mine.briefreader"


def test_without_a_path_the_last_workspace_comes_back(window: Window, tmp_path: Path) -> None:
    last = tmp_path / "last.briefreader"
    app._open(window, [last])
    window.corpus.jobs.drain()
    remember_recent(last)
    app._open(window, [])
    window.corpus.jobs.drain()
    assert window.corpus.jobs.path == last.resolve()


def test_files_are_imported_into_the_workspace_that_was_open_last(window: Window, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Words.", encoding="utf-8")
    app._open(window, [article])
    window.corpus.jobs.drain()
    assert window.brought == [article]


def test_arguments_are_paths_files_by_address_or_links() -> None:
    assert app.path_of("a b.txt") == Path("a b.txt")
    assert app.path_of("file:///tmp/a%20b.txt") == Path("/tmp/a b.txt")
    assert app.path_of("briefreader://open?document=a") == "briefreader://open?document=a"


def test_a_second_start_hands_its_paths_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def ask(path: Path, words: dict[str, object]) -> bool | None:
        asked.append((path, words))
        return True if path.suffix == ".briefreader" and "do" in words else None

    monkeypatch.setattr(app, "ask", ask)
    extra = tmp_path / "x.txt"
    assert app.run([tmp_path, extra]) == 0
    assert asked == [(workspace_for(tmp_path), {"do": "bring", "paths": [str(extra)]})]


def test_a_link_at_the_start_is_opened(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    app._open(window, [tmp_path / "mine.briefreader", "briefreader://open?document=nowhere"])
    told: list[str] = []
    window.corpus.notice.connect(lambda notice: told.append(notice.text))
    qtbot.waitUntil(lambda: any("None of the workspaces" in words for words in told))
    assert window.corpus.jobs.path == tmp_path / "mine.briefreader"


def test_a_link_goes_to_the_window_that_has_its_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workspace(tmp_path / "one.briefreader") as workspace:
        workspace.store.add([Analysis(article("far", "From afar"), ())], "test/1")
    open_workspace(tmp_path / "two.briefreader").close()
    for name in ("one", "two"):
        remember_recent(tmp_path / f"{name}.briefreader")
    asked = []
    monkeypatch.setattr(app, "ask", lambda path, words: asked.append((path.stem, words["link"])))
    assert not app._taken(["briefreader://open?document=far"])
    assert not app._taken(["briefreader://open?document=near"])
    assert not app._taken(["briefreader:rubbish"])
    assert asked == [("one", "briefreader://open?document=far")]

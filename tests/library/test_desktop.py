"""Making the program known to the desktop."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from briefreader.domain.errors import BriefreaderError
from briefreader.library import desktop


@pytest.fixture(autouse=True)
def no_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the real desktop of whoever runs the tests alone."""
    monkeypatch.setattr(desktop.shutil, "which", lambda _name: None)


def test_the_entry_starts_this_program_and_takes_links(tmp_path: Path) -> None:
    assert not desktop.is_registered(tmp_path)
    entry = desktop.register(tmp_path)
    words = entry.read_text(encoding="utf-8")
    command = next(line for line in words.splitlines() if line.startswith("Exec="))
    assert shlex.split(command.removeprefix("Exec=")) == [sys.executable, "-m", "briefreader", "%U"]
    assert "x-scheme-handler/briefreader;" in words
    assert (tmp_path / "icons/hicolor/scalable/apps/briefreader.svg").read_text().startswith("<svg")
    assert desktop.is_registered(tmp_path)


def test_it_can_be_taken_back(tmp_path: Path) -> None:
    entry = desktop.register(tmp_path)
    desktop.unregister(tmp_path)
    assert not entry.exists()
    assert not desktop.is_registered(tmp_path)
    desktop.unregister(tmp_path)


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "applications").write_text("a file where the folder is to be")
    with pytest.raises(BriefreaderError, match=r"briefreader\.desktop"):
        desktop.register(tmp_path)


def test_hard_paths_are_quoted_as_the_specification_says() -> None:
    assert desktop.quoted("/a b/$x") == '"/a b/\\\\$x"'
    assert desktop.quoted("50%") == '"50%%"'
    assert desktop.quoted("a\\b") == '"a\\\\\\\\b"'

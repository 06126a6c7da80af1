"""A virtual screen, and a copy of the first corpus that a test can do with as it likes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.screen import ROOT, virtual_screen


@pytest.fixture
def display() -> Iterator[str]:
    """Yield the name of a screen of its own."""
    with virtual_screen() as name:
        yield name


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Return a copy of the first corpus, so that nothing can touch it."""
    return Path(shutil.copytree(ROOT / "seeds", tmp_path / "seeds"))

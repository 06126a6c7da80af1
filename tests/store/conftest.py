"""Every implementation of the Store port: what is tested with these fixtures is its contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefreader.store import Store, open_store

Opener = Callable[[], Store]


@pytest.fixture(params=["sqlite"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Return a function that opens the same workspace each time."""
    opened: list[Store] = []

    def open_it() -> Store:
        opened.append(open_store(tmp_path / "w.briefreader", "/sources"))
        return opened[-1]

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture
def store(opener: Opener) -> Store:
    return opener()

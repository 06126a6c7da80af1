from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from briefreader import plugins


class Entry:
    """What an entry point is to us."""

    def __init__(self, name: str) -> None:
        self.name = name

    def load(self) -> ModuleType:
        return ModuleType(self.name)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    home = tmp_path / "some_formats"
    home.mkdir()
    for name in ("__init__", "b", "a", "_private"):
        (home / f"{name}.py").write_text(f"NAME = {name!r}\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield "some_formats"  # type: ignore[misc]
    plugins.discover.cache_clear()
    for name in [each for each in sys.modules if each.startswith("some_formats")]:
        del sys.modules[name]


def test_the_modules_of_a_package_are_plug_ins_unless_private(package: str) -> None:
    assert [module.NAME for module in plugins.discover(package)] == ["a", "b"]


def test_other_distributions_add_theirs(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    groups = {package: [Entry("z"), Entry("y")]}
    monkeypatch.setattr(plugins, "entry_points", lambda group: groups[group])
    assert [module.__name__ for module in plugins.discover(package)][2:] == ["y", "z"]

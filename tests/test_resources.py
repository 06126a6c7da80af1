from __future__ import annotations

from pathlib import Path

import pytest

from briefreader import resources
from briefreader.resources import resource


@pytest.mark.parametrize(
    "name", ["icons/star.svg", "themes/light.toml", "templates/full.typ", "briefreader.desktop"]
)
def test_resources_are_found_in_a_checkout(name: str) -> None:
    assert resource(name).is_file()


def test_packed_resources_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKED", tmp_path)
    assert resource("icons/star.svg") == tmp_path / "icons/star.svg"

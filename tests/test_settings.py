from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from briefreader.settings import Settings, load_settings, save_settings, settings_path


def test_every_setting_is_explained_and_its_default_is_allowed() -> None:
    for each in fields(Settings):
        assert each.metadata["help"].endswith(".")
        choices = each.metadata["choices"]
        assert not choices or each.default in choices


def test_settings_are_kept(own_folders: Path) -> None:
    chosen = replace(Settings(), theme="dark", text_size=22, author="Đặng “D”\n\\")
    save_settings(chosen)
    assert settings_path() == own_folders / "config" / "briefreader" / "settings.toml"
    assert load_settings() == chosen
    assert [path.name for path in settings_path().parent.iterdir()] == ["settings.toml"]


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize(
    "content",
    [
        "theme = [",
        'theme = "pink"',
        "text_size = 1000",
        'text_size = "18"',
        "text_size = true",
        "unknown = 1",
        "\udcff\udcfe",
    ],
)
def test_what_is_not_allowed_takes_its_default(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(content, encoding="utf-8", errors="surrogateescape")
    assert load_settings(path) == Settings()


def test_one_bad_line_does_not_spoil_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "pink"\npaper = "us-letter"\njobs = true\n')
    assert load_settings(path) == replace(Settings(), paper="us-letter")

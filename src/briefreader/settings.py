"""Every setting, its default and its explanation; kept as TOML in the user's folder of settings."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from briefreader.i18n import LANGUAGES, N_

THEMES = ("light", "dark", "sepia", "contrast")
"""The looks of the window, beside "system": light or dark as the desktop has it."""

FACES = ("serif", "sans", "hyperlegible")
"""The typefaces in which articles can be read."""


def _setting(default: Any, text: str, *choices: Any) -> Any:
    return field(default=default, metadata={"help": text, "choices": choices})


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user can set. The preferences page and the user guide list these fields."""

    theme: str = _setting("system", N_("Colours of the window."), "system", *THEMES)
    text_size: int = _setting(18, N_("Size of the article's text, in pixels."), *range(12, 33))
    measure: int = _setting(640, N_("Widest line of the article's text, in pixels."), *range(400, 1001, 40))
    line_height: int = _setting(
        160, N_("Height of a line of the article's text, in per cent of its size."), *range(120, 241, 10)
    )
    face: str = _setting(
        "serif", N_("Typeface of the article's text; in the last one no two letters look alike."), *FACES
    )
    language: str = _setting(
        "system", N_("Language of the window, from its next start."), "system", *LANGUAGES
    )
    selection_bar: bool = _setting(True, N_("Show a small bar at a selection made with the mouse."))
    reduce_motion: bool = _setting(
        False, N_("Nothing fades or slides; without it that is as the system has it.")
    )
    author: str = _setting("", N_("Your name, for notes and briefings."))
    paper: str = _setting("a4", N_("Paper of exported briefings."), "a4", "us-letter")
    jobs: int = _setting(
        0, N_("Worker processes for importing; 0 means one for each processor."), *range(0, 65)
    )


def settings_path() -> Path:
    """Return where the settings are kept."""
    from platformdirs import user_config_path

    return user_config_path("briefreader", appauthor=False) / "settings.toml"


def load_settings(path: Path | None = None) -> Settings:
    """Return the settings; what is missing or not allowed in the file takes its default."""
    path = path or settings_path()
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    known = {each.name: each for each in fields(Settings)}
    good: dict[str, Any] = {
        name: value
        for name, value in found.items()
        if name in known
        and type(value) is type(known[name].default)
        and (not known[name].metadata["choices"] or value in known[name].metadata["choices"])
    }
    return replace(Settings(), **good)


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Write the settings; the file is replaced whole, never left half written."""
    import tomli_w

    path = path or settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(tomli_w.dumps(asdict(settings)), encoding="utf-8")
    fresh.replace(path)

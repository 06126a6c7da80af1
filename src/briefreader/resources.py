"""Files that the program brings along: fonts, icons, themes, templates."""

from __future__ import annotations

from pathlib import Path

_PACKED = Path(__file__).parent / "_resources"
_CHECKOUT = Path(__file__).parents[2] / "resources"


def resource(name: str) -> Path:
    """Return the path of a resource such as ``icons/star.svg``, installed or in a checkout."""
    root = _PACKED if _PACKED.is_dir() else _CHECKOUT
    return root / name

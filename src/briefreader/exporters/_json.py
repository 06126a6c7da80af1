"""JSON that people can read: what must not stand in a text file stands as its code, and is read as itself."""

from __future__ import annotations

import json
import math
from typing import Any

from briefreader.exporters._glyphs import forbidden


def written(value: object) -> bytes:
    """Return a value as JSON in UTF-8, one entry on each line."""
    text = json.dumps(_finite(value), ensure_ascii=False, indent=2, allow_nan=False)
    return ("".join(map(_shown, text)) + "\n").encode("utf-8")


def _shown(char: str) -> str:
    """Return a character, or its code: controls, halves of pairs, and what turns the direction of a text."""
    if char < "\x7f" or not forbidden(char):
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[n : n + 2].hex()}" for n in range(0, len(units), 2))


def _finite(value: Any) -> Any:
    """Return the value with null for numbers that JSON does not know."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(each) for each in value]
    return value

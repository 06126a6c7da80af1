"""Words of a source in a spreadsheet: they never become a formula."""

from __future__ import annotations

import re

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What spreadsheets take for the beginning of a formula, or drop before they look for one:
# https://owasp.org/www-community/attacks/CSV_Injection
_DISARMED = re.compile(rf"'+ *[{re.escape(''.join(_STARTS))}]")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_STARTS) else text


def disarmed(text: str) -> str:
    """Return a harmless text from which ``armed`` gets back the very same."""
    return f"'{text}" if _DISARMED.match(text) else harmless(text)


def armed(cell: str) -> str:
    """Return the text that was disarmed."""
    return cell[1:] if _DISARMED.match(cell) else cell

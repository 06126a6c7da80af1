"""Dates as files give them in their metadata."""

from __future__ import annotations

import re
from datetime import date

from briefreader.readers._cleaning import dated

_ISO = re.compile(r"\s*(\d{4})(?:-(\d{2})(?:-(\d{2})(?![\d]).{0,40})?)?\s*", re.DOTALL)


def iso_date(text: str) -> str:
    """Return an ISO date, cut to its precision, from "2025-12-06T10:00Z", "2025-12" or "6 December 2025"."""
    match = _ISO.fullmatch(text)
    if not match:
        return dated(text.strip())
    value = "-".join(part for part in match.groups() if part)
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return ""
    return value

"""What files of other programs say, brought into our own terms: nothing of it is trusted."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime

from briefreader.domain.document import Published
from briefreader.domain.text import canonical

_FARTHEST = 2**31  # no text is that long, and every store can hold it


def words(value: object) -> str:
    """Return a text as it may be stored; anything else is no text."""
    return canonical(value) if isinstance(value, str) else ""


def one_line(value: object) -> str:
    """Return a text in one line."""
    return " ".join(words(value).split())


def tags_of(values: Iterable[object]) -> tuple[str, ...]:
    """Return tags as they are kept here, none twice; a comma parts tags everywhere, so none holds one."""
    told = (one_line(one_line(value).replace(",", " ")) for value in values)
    return tuple(dict.fromkeys(tag for tag in told if tag))


def place(start: object, end: object) -> tuple[int | None, int | None]:
    """Return a place in a text, or None for both if these numbers cannot be one."""
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end < _FARTHEST:
        return int(start), int(end)
    return None, None


def number(text: str | None) -> int | None:
    """Return a whole number that is written in digits, or None."""
    told = (text or "").strip()
    return int(told) if told.isascii() and told.isdigit() and len(told) < 12 else None


def moment(value: object) -> str:
    """Return a moment as ISO 8601 in UTC, to the second; "" if it is none."""
    try:
        told = datetime.fromisoformat(value.strip() if isinstance(value, str) else "")
        told = told.replace(tzinfo=UTC) if told.tzinfo is None else told.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return told.replace(microsecond=0).isoformat()


def day(value: object) -> str:
    """Return a date as ISO 8601, a month or year alone too; "" if it is none."""
    told = Published(one_line(value))
    try:
        return told.value if told.value and told.first and told.last and told.precision != "none" else ""
    except ValueError:
        return ""


def guid(value: object) -> str:
    """Return a UUID in its usual form; "" if it is none."""
    try:
        return str(uuid.UUID(value.strip())) if isinstance(value, str) else ""
    except ValueError:
        return ""

"""Addresses of web pages that stand in a text: found, and told apart from what they pretend to be."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from briefreader.domain.text import Span

LONGEST = 2_000
"""How many code points an address may have; longer ones are not offered."""

_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»‹›\u2028\u2029]{3,2000}", re.IGNORECASE)
_BEHIND = ".,;:!?'’)]}…"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def address_at(text: str, place: int) -> str:
    """Return the http or https address that stands at a place of a text (a code point), or ""."""
    start = max(0, place - LONGEST)
    for found in _ADDRESS.finditer(text, start, place + LONGEST):
        span = _trimmed(text, Span(found.start(), found.end()))
        if span.start <= place <= span.end:
            return openable(span.of(text))
        if span.start > place:
            break
    return ""


def openable(address: str) -> str:
    """Return an address if it leads to a web page by http or https and hides nothing, else ""."""
    if len(address) > LONGEST or any(ord(letter) < 33 or letter in '<>"\\' for letter in address):
        return ""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    # With a name before the host, "https://bank.example@elsewhere.example" leads elsewhere.
    good = parts.scheme.lower() in ("http", "https") and host and parts.username is None
    return address if good else ""


def host_of(address: str) -> str:
    """Return the host that an address leads to, in the ASCII form, in which no two hosts look alike."""
    host = urlsplit(address).hostname or ""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _trimmed(text: str, span: Span) -> Span:
    """Leave out what stands behind an address and belongs to the sentence."""
    end = span.end
    while end > span.start + 1 and text[end - 1] in _BEHIND:
        opening = _PAIRS.get(text[end - 1])
        if opening and text.count(opening, span.start, end) >= text.count(text[end - 1], span.start, end):
            break
        end -= 1
    return Span(span.start, end)

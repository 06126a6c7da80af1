"""Text that any file can hold: what would break it, or deceive its reader, stands as its code."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefreader.exporters._glyphs import forbidden, named
from briefreader.i18n import _

_LISTED = 8
_SPACES = "\t\v\f\x85\u2028\u2029"
_PLAIN = re.compile("[\n -~\u00a0-\u0377\u0400-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]*")
"""Texts in which nothing has to be looked at one by one: they are nearly all."""

_ADDRESS = re.compile(r"(?:https?|briefreader)://[!-~]+")


def followed(address: str) -> str:
    """Return an address if a file may lead there, or an empty text."""
    return address if _ADDRESS.fullmatch(address) else ""


def legible(text: str, replaced: dict[str, None]) -> str:
    """Return the text with "[U+XXXX]" for what deceives or breaks a file; note each such in ``replaced``.

    Line ends stay; other white space becomes a space.
    """
    if _PLAIN.fullmatch(text):
        return text
    pieces = []
    for char in text.replace("\r\n", "\n").replace("\r", "\n"):
        if char in _SPACES:
            char = " "
        elif char != "\n" and forbidden(char):
            replaced[char] = None
            char = f"[U+{ord(char):04X}]"
        pieces.append(char)
    return "".join(pieces)


def on_one_line(text: str) -> str:
    """Return the text with each stretch of white space as one space."""
    return " ".join(text.split())


def notices(replaced: Iterable[str]) -> tuple[str, ...]:
    """Say which characters stand as their code."""
    chars = list(replaced)
    if not chars:
        return ()
    codes = ", ".join(named(char) for char in chars[:_LISTED])
    if len(chars) > _LISTED:
        codes += _(" and {n} more").format(n=len(chars) - _LISTED)
    return (_("These characters cannot be shown and stand as their code: {codes}.").format(codes=codes),)

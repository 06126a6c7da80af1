"""Addresses in documents: which kinds may be kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SCHEME = re.compile(r"[\x00-\x20]*([A-Za-z][A-Za-z0-9+.\-\x00-\x20]{0,30}):")
_SAFE = frozenset({"http", "https", "mailto", "tel"})


def safe(address: str) -> bool:
    """Tell whether an address is relative or of a kind that only ever leads to a page or a letter."""
    match = _SCHEME.match(address)
    return not match or re.sub(r"[\x00-\x20]", "", match[1]).lower() in _SAFE


def unsafe_links(addresses: Iterable[str]) -> int:
    """Return how many addresses are of another kind, such as ``javascript:`` or ``file:``."""
    return sum(not safe(address) for address in addresses)


def web_address(address: str) -> str:
    """Return an http or https address as it is, and nothing for any other."""
    address = address.strip()
    return address if re.match(r"https?://[^\s<>\"]{3,2000}\Z", address) else ""

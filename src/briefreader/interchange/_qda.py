"""What writing and reading of REFI-QDA projects share: names, codes and identities."""

from __future__ import annotations

import re
import uuid
from functools import lru_cache

from briefreader.domain.shared import CORRECTED

NAMESPACE = "urn:QDA-XML:project:1.0"

GROUPS = {"highlight": "Highlight", "underline": "Underline", "mark": "Mark"}
"""The codes that hold our own, by what they mean; tags stand beside them."""

VARIABLES = ("id", "sha256", "outlet", "author", "published", "language", "url", "link")
"""What is said of a source in variables, by the names of its fields."""

CORRECTED_VARIABLES = {name: f"corrected {name}" for name in CORRECTED}
"""What a person put right on a source, in variables, by the names that these values have elsewhere."""

_HOME = uuid.UUID("6f1c8b52-3d0e-4a55-9d8c-2b7e9a4f0c61")  # drawn once, so that identities stay the same
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@lru_cache(maxsize=2_048)  # the same codes and people are named by every annotation
def own_guid(kind: str, name: str) -> str:
    """Return the identity of something of a kind: always the same for the same name."""
    told = f"{kind}:{name}".encode("utf-8", "surrogatepass")
    return str(uuid.uuid5(_HOME, told.hex()))


def code_guid(group: str, name: str) -> str:
    """Return the identity of a code."""
    return own_guid(f"code {group}", name)


def valid(text: str) -> str:
    """Return a text without what XML cannot say."""
    return text if text.isprintable() else _NOT_IN_XML.sub("", text)

"""When an undated document was published: inferred from what it says, with the reason."""

from __future__ import annotations

from briefreader.domain.document import Published
from briefreader.domain.fact import Analysis

VERSION = 1


def infer(analysis: Analysis) -> Published:
    """Return the date that the text lets one conclude, or why there is none."""
    return Published()

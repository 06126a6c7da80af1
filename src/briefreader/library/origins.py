"""Which documents have one origin: copies and reprints of a report count as one source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from briefreader.domain.document import Document
from briefreader.domain.folding import fold

_SHINGLE = 8
_HASHES = 24
_SHARED = 0.5
_CROWD = 50  # documents that share a run of words: more are a formula, not a report
_AGENCY = re.compile(r"[^\W\d_]{2,}")
_WORD = re.compile(r"\w+")


def fingerprint(document: Document) -> tuple[int, ...]:
    """Return the smallest hashes of the runs of eight words of what a document says (bottom-k sketch).

    Broder, "On the resemblance and containment of documents", 1997. CRC-32 of the folded words is
    enough of a hash here: nobody gains by a collision.
    """
    return _sketch(" ".join(document.said(block.span) for block in document.blocks))


@lru_cache(maxsize=8_192)  # a corpus is surveyed again after each decision; its texts are the same
def _sketch(said: str) -> tuple[int, ...]:
    words = _WORD.findall(fold(said))
    ends = max(1, len(words) - _SHINGLE + 1)
    return tuple(sorted({crc32(" ".join(words[n : n + _SHINGLE]).encode()) for n in range(ends)})[:_HASHES])


def resemblance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return the share of runs of words that two documents have in common, as their sketches tell it."""
    smallest = sorted({*one, *other})[:_HASHES]
    if not smallest:
        return 0.0
    shared = set(one) & set(other)
    return sum(1 for each in smallest if each in shared) / len(smallest)


def credit(document: Document) -> str:
    """Return the agency that a document credits for its text, folded: "vna" of "— VNA/VNS"; or ""."""
    for noise in document.noise:
        if noise.kind == "agency":
            found = _AGENCY.search(noise.span.of(document.text))
            if found:
                return fold(found[0])
    return ""


def publisher(document: Document) -> str:
    """Return who stands behind a document: the agency that it credits, else its outlet, else itself."""
    name = credit(document) or fold(document.outlet)
    return f"publisher:{name}" if name else document.id


def origins(documents: Iterable[Document]) -> dict[str, str]:
    """Return for each document its independent origin: who published it, or first published what it copies.

    Two documents are one report if half of their runs of words are the same; then the earlier one in
    the order given is the origin of both.
    """
    sketches: dict[str, tuple[int, ...]] = {}
    holding: dict[int, list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for document in documents:
        sketch = fingerprint(document)
        near = {id for each in sketch for id in holding[each][:_CROWD]}
        best = max(near, key=lambda id: (resemblance(sketch, sketches[id]), id), default="")
        copied = bool(best) and resemblance(sketch, sketches[best]) >= _SHARED
        found[document.id] = found[best] if copied else publisher(document)
        sketches[document.id] = sketch
        for each in sketch:
            holding[each].append(document.id)
    return found

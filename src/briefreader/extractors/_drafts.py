"""A quotation in the making, before its speaker is known, and which kind it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors._marks import Stretch
from briefreader.extractors._speakers import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token


DIRECT, MIXED, INDIRECT = "direct", "mixed", "indirect"


@dataclass(slots=True)
class Draft:
    """A quotation before its speaker is resolved."""

    span: Span
    kind: str
    head: Token | None = None
    named: Span | None = None
    cue: Span | None = None
    rule: str = ""
    sure: float = 0.9
    lemma: str = ""
    mind: bool = False
    follows: Draft | None = None
    speaker: Speaker | None = None
    stretches: list[Stretch] = field(default_factory=list)

    @property
    def place(self) -> int:
        """Return where its speaker is named; where it starts itself if nobody is."""
        if self.head is not None:
            return int(self.head.idx)
        return self.named.start if self.named is not None else self.span.start


ALL = 0.98
"""The share of marked words from which a quotation is direct: only a slip of the tokens may be missing."""


def kind_of(share: float, quoted: int) -> str:
    """Return the kind of a quotation from the share of its words that stand in marks and their number."""
    return DIRECT if share >= ALL else MIXED if quoted else INDIRECT


def inner_words(text: str, stretch: Stretch) -> Span:
    """Return the words of a stretch without a comma that only leads to the attribution."""
    end = stretch.inner.end
    while end > stretch.inner.start + 1 and text[end - 1] in ", \u00a0":
        end -= 1
    return Span(stretch.inner.start, end)

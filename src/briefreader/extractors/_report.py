"""What one reporting word says: the shape that every rule over the parse yields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Report:
    """One reporting word: where what was said stands (one part or two), and the head of who said it."""

    parts: tuple[Span, ...]
    cue: Span
    lemma: str
    subject: Token | None
    rule: str
    sure: float = 0.9
    mind: bool = False

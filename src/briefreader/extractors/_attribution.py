"""What an attribution is, and what the rules for the words beside a marked stretch share.

Marks break parses, so these rules need little of the parse. The rules themselves are in
``_attribution_behind``, ``_attribution_before`` and ``_attribution_stated``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._marks import Stretch
from briefreader.extractors._prose import Prose
from briefreader.extractors._subjects import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token


UTTERANCES = listed(
    """
    reply replies answer response message verdict words comment comments reaction advice warning retort
    statement conclusion plea appeal remark remarks observation rejoinder explanation assessment summary
    question riposte greeting refrain complaint excuse prediction view
    """
)
"""Nouns for what somebody says: whoever has them is the speaker of the marks that they lead to."""
IS = frozenset({"is", "was", "were", "are"})
UNFINISHED = listed(
    "is was are were be been being 's ’s has have had will would can could may might must should"
)
"""Verbs that a sentence does not end with."""
NOUN = frozenset({"NNP", "NNPS", "NN", "NNS", "PRP"})


@dataclass(frozen=True, slots=True)
class Credit:
    """What attributes a stretch: the head noun of the speaker or a span that names them, and the cue."""

    head: Token | None
    named: Span | None
    cue: Span | None
    rule: str
    sure: float
    lemma: str = ""


def words_in(prose: Prose, stretch: Stretch) -> int:
    """Return how many words a stretch holds."""
    return sum(any(c.isalnum() for c in t.text) for t in prose.tokens(stretch.inner.start, stretch.inner.end))


def is_sentence(prose: Prose, stretch: Stretch) -> bool:
    """Tell whether a stretch reads like speech: a clause with a finite verb, or closed like a sentence."""
    tokens = prose.tokens(stretch.inner.start, stretch.inner.end)
    finite = any(t.tag_ in FINITE for t in tokens)
    last = prose.text[stretch.inner.end - 1]
    upper = prose.text[stretch.inner.start].isupper() or prose.text[stretch.inner.start] in "[.…¿¡"
    count = len(tokens)
    return (
        (finite and count >= 4) or (upper and last in ".,!?…" and count >= 2) or (last in "?!" and count >= 2)
    )


def expects_attribution(prose: Prose, stretch: Stretch) -> bool:
    """Tell whether a stretch ends so that its attribution is expected to follow."""
    last = prose.text[stretch.inner.end - 1]
    return last in ",?!—–…" or prose.text[stretch.outer.end : stretch.outer.end + 1] in (",", "،")


def cue_of(prose: Prose, first: Token, last: Token) -> Span:
    """Return the span of the words of a cue."""
    return Span(first.idx, prose.end_of(last))


def left_head(tokens: list[Token]) -> Token | None:
    """Return the head of the first noun phrase of some words."""
    head = None
    for token in tokens:
        if token.tag_ in NOUN:
            head = token
        elif head is not None and token.tag_ not in ("HYPH", "POS", "NFP"):
            break
    return head


def whose_words(tokens: list[Token]) -> tuple[Token, Token] | None:
    """Return the possessor and the noun of "Worku's short reply …" or "her message to Moscow …"."""
    for n, token in enumerate(tokens):
        if token.lower_ not in UTTERANCES or token.tag_ not in ("NN", "NNS"):
            continue
        for k in range(n - 1, max(-1, n - 4), -1):
            if tokens[k].tag_ == "PRP$" and tokens[k].lower_ in ("his", "her", "their", "its"):
                return tokens[k], token
            if tokens[k].tag_ == "POS" and k and tokens[k - 1].tag_ in NOUN:
                return tokens[k - 1], token
            if tokens[k].tag_ not in ("JJ", "RB", "NN", "JJS", "CD", "HYPH"):
                break
    return None

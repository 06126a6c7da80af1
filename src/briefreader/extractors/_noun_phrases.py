"""The noun phrase around its head, as far as it names somebody: without clauses, appositions and dates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._offices import is_office
from briefreader.extractors._prose import Prose

if TYPE_CHECKING:
    from spacy.tokens import Token


_TIMES = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december morning afternoon evening night today yesterday week
    month year
    """
)
_WHERE = listed("to in on at during after before by about")
_STOPS_NOMINAL = frozenset({"relcl", "acl", "appos", "punct", "advcl", "parataxis", "ccomp"})


def noun_phrase(prose: Prose, head: Token, low: int, high: int) -> Span:
    """Return the noun phrase around its head within two places, without clauses and appositions."""
    left = head
    for token in head.lefts:
        if token.dep_ in ("punct", "cc", "advmod", "mark", "prep", "preconj", "advcl"):
            continue
        edge = token.left_edge
        if low <= edge.idx < left.idx and not _breaks(head.doc[edge.i : head.i]):
            left = edge
    right = head
    for token in head.rights:
        first = token.left_edge if token.dep_ == "conj" else token
        if token.idx >= high or token.dep_ in _STOPS_NOMINAL or first.i > right.i + 1:
            break
        if token.dep_ == "prep" and (any(is_time(c.text) for c in token.children) or _is_aside(head, token)):
            break
        for inner in head.doc[first.i : token.right_edge.i + 1]:
            if inner.idx >= high or (inner.is_punct and inner.text not in ("-", "–", "'", ".")):
                break
            if inner.dep_ in ("relcl", "acl", "advcl") or inner.tag_ in ("VBD", "VBZ", "VBP", "MD", "WDT"):
                break
            right = inner
    if right.dep_ == "cc" and right.i > head.i:
        right = right.nbor(-1)
    start, end = max(low, left.idx), min(high, prose.end_of(right))
    if prose.text[start:end].endswith(("'s", "’s")) and end - start > 3:
        end -= 2
    return Span(start, max(end, start + 1))


def _is_aside(head: Token, prep: Token) -> bool:
    """Tell whether a preposition behind a name tells where it was said: "said Lee to the crowd"."""
    return head.tag_ == "NNP" and prep.lower_ in _WHERE and not is_office(head.text)


def is_time(word: str) -> bool:
    """Tell whether a word names a day, a month or a year."""
    low = word.lower()
    return low in _TIMES or (low.isdigit() and len(low) == 4)


def _breaks(tokens: Iterable[Token]) -> bool:
    """Tell whether the words before a head hold a verb or a mark, so that the parse went astray."""
    return any(
        t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.text in ("“", "”", '"', ":", ";", "\n") for t in tokens
    )


def bare(text: str) -> str:
    """Return a noun phrase without its article."""
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        if text.startswith(article):
            return text[len(article) :]
    return text

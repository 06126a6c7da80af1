"""The short form of a sentence: its own words, without who said so in front and what hangs on behind.

What is left out is a frame of saying ("X said on Tuesday that …", "…, X said", "According to X, …") and
clauses and appositions between commas or at the end ("…, which …", "…, where …"). What a statement depends
on stays: "if", "unless", "until", denials, and verbs that are no mere saying ("denied", "claimed").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors._gazetteer import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONG = 110  # characters: a sentence up to this is shown whole
LEAST, MOST = 30, 0.88  # what a short form has at least, and the part of the sentence that it has at most
_SAYING = listed(
    "said says say announced announces reported reports stated states told tells noted notes added adds "
    "confirmed confirms stressed emphasized emphasised underlined recalled"
)
_CONDITIONS = listed("if unless until till once when whether lest though although despite while than because")
_LOOSE = ("relcl", "advcl", "acl", "appos")
_FEWEST = 4  # tokens: a shorter aside is not worth the mark that says that it is left out
_QUOTES = frozenset('"“”„«»')
_MARKS = ("“”", "„“", "«»", "()", "[]")


def shortened(doc: Doc, span: Span) -> tuple[Span, ...]:
    """Return the parts of a sentence that are its short form, in order; nothing where it is shown whole."""
    if len(span) <= LONG:
        return ()
    sentence = doc.char_span(span.start, span.end, alignment_mode="expand")
    if sentence is None or not len(sentence):
        return ()
    head, first, last = _said(sentence.root, sentence[0].i, sentence[-1].i)
    kept = set(range(first, last + 1))
    for token in doc[first : last + 1]:
        if token.dep_ in _LOOSE and token.i in kept and token.i != head.i:
            kept -= _aside(token, first, last)
    parts = _runs(doc, kept, span)
    size = sum(len(part) for part in parts)
    texts = [part.of(doc.text) for part in parts]
    if not LEAST <= size <= MOST * len(span) or not _is_whole(head, kept) or not _is_paired(texts):
        return ()
    return parts


def _said(root: Token, first: int, last: int) -> tuple[Token, int, int]:
    """Return what is said by a verb of saying at the root of a sentence, with its first and last token."""
    said = next((child for child in root.children if child.dep_ == "ccomp"), None)
    framed = root.lower_ in _SAYING and said is not None and not any(c.dep_ == "neg" for c in root.children)
    if framed and said is not None and any(child.dep_ in ("nsubj", "nsubjpass") for child in said.children):
        left, right = said.left_edge, said.right_edge.i
        if left.lower_ == "that":
            left = left.nbor(1)
        asked = left.tag_ in ("WRB", "WP", "WDT") or left.lower_ in ("whether", "if")
        inside = left.i <= root.i <= right  # "…, he said, …"
        if not (asked or inside):
            return said, *_with_marks(root.doc, left.i, right, first, last)
    led = root.doc[first]
    if led.lower_ == "according" and led.head.i == root.i:
        end = led.right_edge.i
        if end + 1 < last and root.doc[end + 1].text == ",":
            return root, end + 2, last
    return root, first, last


def _with_marks(doc: Doc, left: int, right: int, first: int, last: int) -> tuple[int, int]:
    """Return a stretch of tokens with the quotation marks right around it."""
    if left > first and doc[left - 1].text in _QUOTES:
        left -= 1
    for place in (right + 1, right + 2):
        if place <= last and doc[place].text in _QUOTES:
            right = place
            break
    return left, right


def _aside(head: Token, first: int, last: int) -> set[int]:
    """Return the tokens, with their commas, of a clause or apposition between commas or at the end.

    One with a number in it stays: "killing at least 31 people".
    """
    doc, start, end = head.doc, head.left_edge.i, head.right_edge.i
    if start - 1 <= first or doc[start - 1].text not in (",", "–", "—") or end - start + 1 < _FEWEST:
        return set()
    led = any(token.lower_ in _CONDITIONS for token in doc[start : start + 2])
    if led or any(token.like_num for token in doc[start : end + 1]):
        return set()
    behind = doc[end + 1].text if end < last else "."
    if behind in (",", "–", "—") and end + 1 < last:
        return set(range(start - 1, end + 2))
    if end >= last or all(token.is_punct for token in doc[end + 1 : last + 1]):
        return set(range(start - 1, end + 1))
    return set()


def _runs(doc: Doc, kept: set[int], span: Span) -> tuple[Span, ...]:
    """Return the stretches of the tokens that are kept; mere marks are no part of their own."""
    runs: list[Span] = []
    for place in sorted(kept):
        token = doc[place]
        if token.is_space:
            continue
        start, end = max(span.start, token.idx), min(span.end, token.idx + len(token))
        if runs and not doc.text[runs[-1].end : start].strip():
            runs[-1] = Span(runs[-1].start, end)
        elif not (token.is_punct and runs):
            runs.append(Span(start, end))
    return tuple(run for run in runs if len(run) > 1)


def _is_whole(head: Token, kept: set[int]) -> bool:
    """Tell whether a short form says something: its verb and the subject of it are there."""
    subjects = [child for child in head.children if child.dep_ in ("nsubj", "nsubjpass", "expl")]
    return head.i in kept and bool(subjects) and all(child.i in kept for child in subjects)


def _is_paired(texts: list[str]) -> bool:
    """Tell whether no mark of quotation or bracket has lost the other of its pair."""
    for text in texts:
        if text.count('"') % 2 or any(text.count(pair[0]) != text.count(pair[1]) for pair in _MARKS):
            return False
    return True

"""Sources that no verb names: "according to X, …" and "in X's words, …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors._edges import trimmed
from briefreader.extractors._prose import Prose
from briefreader.extractors._report import Report
from briefreader.extractors._subjects import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token


def according(prose: Prose, token: Token) -> Iterator[Report]:
    """Yield the report of "according to X, …", "…, according to X" and "Per X, …"."""
    to = _leads_to_source(prose, token)
    if to is None or prose.stretch_at(token.idx):
        return
    sentence = prose.sentence_span(token.idx)
    source, end = _source(prose, prose.tokens(prose.end_of(to), sentence.end))
    if source is None:
        return
    before = prose.tokens(sentence.start, token.idx)
    parts = []
    if before and any(t.text[0].isalnum() for t in before) and before[0].text.lower() not in ("but", "and"):
        part = trimmed(prose, _clause_start(prose, token, before, sentence), prose.end_of(before[-1]))
        if part is not None and len(part.of(prose.text).split()) >= 2:
            parts.append(part)
    follows = prose.tokens(end, sentence.end)
    if follows and (follows[0].text == "," or not parts) and any(t.tag_ in FINITE for t in follows):
        part = trimmed(prose, follows[0].idx, sentence.end)
        if part is not None and (not parts or not _has_finite(prose, parts[0]) or _relative(before)):
            parts = [part] if _relative(before) else [*parts, part]
    if parts:
        yield Report(
            tuple(parts), Span(token.idx, prose.end_of(to)), "according", source, "according to", 0.85
        )


def _leads_to_source(prose: Prose, token: Token) -> Token | None:
    """Return the last word of "according to", or "per" where it opens a sentence or stands behind a comma."""
    doc = token.doc
    if token.i + 2 >= len(doc):
        return None
    following = doc[token.i + 1]
    if token.lower_ == "according":
        return following if following.lower_ == "to" else None
    opens = token.idx == prose.sentence_span(token.idx).start or doc[token.i - 1].text == ","
    named = following.tag_ in ("NNP", "NNPS", "DT", "PRP$")
    rate = doc[token.i - 1].like_num or following.lower_ in ("a", "an")
    return token if token.tag_ == "IN" and opens and named and not rate else None


def in_words(prose: Prose, token: Token) -> Iterator[Report]:
    """Yield the report of "in his words, …", "…, in her view, …" and "in the opinion of X, …"."""
    doc = token.doc
    sentence = prose.sentence_span(token.idx)
    subject = next((c for c in token.children if c.dep_ == "poss"), None)
    first, end = subject.left_edge.i if subject is not None else 0, prose.end_of(token)
    if subject is None:
        subject, end = _owner(prose, token, sentence)
        first = token.i - 1
    if subject is None or first == 0 or subject.text.lower() == "my":
        return
    lead = doc[first - 1]
    if lead.text.lower() != "in" or not prose.text.startswith(",", end):
        return
    before = prose.tokens(sentence.start, lead.idx)
    follows = prose.tokens(end, sentence.end)
    parts = [trimmed(prose, sentence.start, prose.end_of(before[-1]))] if before else []
    parts += [trimmed(prose, follows[0].idx, sentence.end)] if len(follows) > 2 else []
    found = tuple(part for part in parts if part is not None)
    if found:
        yield Report(found, Span(lead.idx, prose.end_of(token)), "say", subject, "in the words of", 0.75)


def _owner(prose: Prose, noun: Token, sentence: Span) -> tuple[Token | None, int]:
    """Return whose view it is in "in the view of X, …", and where the name ends."""
    if noun.i < 2 or noun.nbor(-1).lower_ != "the" or noun.lower_ == "words":
        return None, 0
    behind = prose.tokens(prose.end_of(noun), sentence.end)
    return _source(prose, behind[1:]) if behind and behind[0].lower_ == "of" else (None, 0)


def _source(prose: Prose, tokens: list[Token]) -> tuple[Token | None, int]:
    """Return the head of the noun phrase behind "according to", and the place where it ends.

    Appositions and participles between commas belong to it: "according to Lee, a lawyer, …".
    """
    head: Token | None = tokens[0] if tokens and tokens[0].text[:1].isupper() else None
    n = 1 if head is not None else 0
    inside = False  # behind a preposition of the noun phrase
    while n < len(tokens):
        token = tokens[n]
        if (
            token.text in (",", ".", ";", ":", "—", "–", "(")
            or token.tag_ in FINITE
            or (token.dep_ == "cc" and n > 0 and (n + 1 < len(tokens) and tokens[n + 1].tag_ in ("PRP",)))
        ):
            break
        opens = token.tag_ in ("DT", "PRP", "EX", "WRB", "CD") or token.dep_ == "quantmod"
        if head is not None and opens and tokens[n - 1].tag_ in ("NNP", "NN", "NNS", "NNPS", "VB", "JJ"):
            break
        if token.tag_ in ("IN", "TO", "VBG", "VBN") and head is not None:
            inside = True
        elif token.tag_ in ("NNP", "NNPS", "NN", "NNS", "PRP", "CD") and not inside:
            head = token
        n += 1
    if head is None:
        return None, 0
    while n < len(tokens) and tokens[n].text == ",":
        close = next((k for k in range(n + 1, min(len(tokens), n + 25)) if tokens[k].text == ","), None)
        if close is None or n + 1 >= len(tokens) or not _describes(tokens[n + 1 : close], head):
            break
        finite = next((k for k in range(close, len(tokens)) if tokens[k].tag_ in FINITE), 0)
        if finite and tokens[finite - 1].text == ",":
            break  # "according to The Herald, Anna Keller, the mayor, said …": a clause with its subject
        n = close
    return head, prose.end_of(tokens[n - 1]) if n else 0


def _describes(tokens: list[Token], head: Token) -> bool:
    """Tell whether words between commas describe a noun: an apposition, a participle, a "who" clause."""
    if not tokens:
        return False
    if tokens[0].tag_ in ("VBG", "VBN", "WP", "WDT"):
        return True
    if any(t.tag_ in FINITE for t in tokens):
        return False
    return any(t.dep_ == "appos" for t in tokens) or tokens[0].tag_ in ("DT", "NN", "NNP", "JJ", "CD")


def _relative(before: list[Token]) -> bool:
    words = [t.text.lower() for t in before[-2:]]
    return (bool(words) and words[-1] == "," and words[0] in ("which", "who", "that")) or words[-1:] == [
        "that"
    ]


def _has_finite(prose: Prose, span: Span) -> bool:
    return any(t.tag_ in FINITE for t in prose.tokens(span.start, span.end))


def _clause_start(prose: Prose, token: Token, before: list[Token], sentence: Span) -> int:
    """Return where the clause starts that "according to" stands behind."""
    for n in range(len(before) - 1, 1, -1):
        if before[n - 1].text.lower() in ("and", "but", "while") and before[n].i <= token.i:
            head = token.head
            if head.dep_ == "conj" and head.left_edge.i >= before[n].i - 1 and head.i > before[n].i:
                return int(before[n].idx)
    return sentence.start

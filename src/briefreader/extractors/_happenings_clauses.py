"""The stretch of a parse that tells of one thing: a noun's phrase, or a verb with its objects.

Its edges are those of the noun phrase, or of the clause from the verb to the end of its objects; a clause
that says something else ("which …", "; and …") is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 45
"""The most tokens that one stretch may have."""

DEEPEST = 25
"""How many levels down a parse a stretch reaches: what is deeper is no phrase but a list."""

_LOOSE = frozenset(["relcl", "advcl", "appos", "parataxis", "cc", "conj", "punct", "dep", "ccomp", "csubj"])
_INSIDE = frozenset(["-", "–", '"', "“", "”", "(", ")", ","])


def phrase(noun: Token, without: frozenset[str] = frozenset()) -> list[Token]:
    """Return the noun's phrase: its subtree, without clauses and appositions that tell something else.

    What is joined to it by "and" is left out if it has an article of its own or is one of ``without``.
    """
    left_out = {
        child.i
        for child in noun.children
        if child.dep_ == "conj"
        and (child.lower_ in without or any(c.dep_ in ("det", "poss") for c in child.children))
    }
    ends = min(left_out, default=None)
    tokens = _within(noun)
    if ends is not None:
        first = noun.doc[ends].left_edge.i
        tokens = [t for t in tokens if t.i < first or t.i < noun.i]
        while len(tokens) > 1 and tokens[-1].dep_ == "cc":
            tokens.pop()
    return tokens


def everyone(noun: Token) -> list[Token]:
    """Return the noun's phrase with all that is joined to it by "and"."""
    return _within(noun)


def clause(verb: Token) -> list[Token]:
    """Return the verb, its objects and what says when, where and with whom; not the subject."""
    tokens = [verb]
    for child in verb.children:
        if child.dep_ in (
            "dobj",
            "prep",
            "npadvmod",
            "dative",
            "prt",
            "attr",
            "oprd",
            "agent",
            "neg",
            "aux",
            "auxpass",
        ):
            if child.i < verb.i and child.dep_ not in ("aux", "auxpass", "neg"):
                continue
            tokens += _within(child)
    return _unbroken(sorted(tokens, key=lambda t: t.i), verb)


def passive(verb: Token) -> list[Token]:
    """Return a passive clause with its subject: "A document was signed in May 2025"."""
    tokens = clause(verb)
    for child in verb.children:
        if child.dep_ in ("nsubjpass", "nsubj"):
            tokens += _within(child)
    return _unbroken(sorted(tokens, key=lambda t: t.i), verb)


def subject(verb: Token) -> Token | None:
    """Return the verb's subject, or that of the verb it is joined to."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child
        if verb.dep_ not in ("conj", "xcomp"):
            return None
        verb = verb.head
    return None


def intended(verb: Token) -> list[Token]:
    """Return the clause of a verb, with what its infinitive hangs on: "X plans to visit Paris"."""
    tokens, actor = passive(verb), subject(verb)
    if verb.dep_ != "xcomp" or actor is None:
        return tokens
    first = phrase(actor)[0]
    if first.i > tokens[0].i or tokens[-1].i - first.i >= LONGEST:
        return tokens
    return list(verb.doc[first.i : tokens[-1].i + 1])


def _within(head: Token, depth: int = DEEPEST) -> list[Token]:
    """Return a token's subtree in order, without the branches that tell something else."""
    if not depth:
        return [head]
    found = [head]
    for child in head.children:
        joins = child.dep_ == "cc" and any(_belongs(c, head) for c in head.children if c.dep_ == "conj")
        if child.dep_ not in _LOOSE or _belongs(child, head):
            found += _within(child, depth - 1)
        elif joins or (child.dep_ == "punct" and child.text in _INSIDE):
            found.append(child)
    return _unbroken(sorted(found, key=lambda t: t.i), head)


def _belongs(child: Token, head: Token) -> bool:
    """Tell whether a loose branch belongs to its head: a name beside it, or more of the same kind."""
    if _has_verb(child):
        return False
    if child.dep_ == "appos":
        return bool(child.tag_.startswith("NNP"))
    if child.dep_ != "conj" or child.tag_[0] != head.tag_[0] or child.tag_[0] not in "NJ":
        return False
    # "the launch of … and a sharp rise …" is about another thing
    return not any(other.lower_ in ("a", "an") for other in child.children)


def _has_verb(token: Token) -> bool:
    return any(child.tag_ in ("VBD", "VBZ", "VBP", "MD") for child in token.children)


def _unbroken(tokens: list[Token], core: Token) -> list[Token]:
    """Return the run of tokens without gaps around one of them, at most LONGEST."""
    place = next(n for n, token in enumerate(tokens) if token.i == core.i)
    start = end = place
    while start > 0 and _joined(tokens[start - 1], tokens[start]):
        start -= 1
    while end + 1 < len(tokens) and _joined(tokens[end], tokens[end + 1]):
        end += 1
    first, last = tokens[max(start, place - LONGEST)].i, tokens[min(end, place + LONGEST)].i
    return list(core.doc[first : last + 1])


def _joined(one: Token, other: Token) -> bool:
    """Tell whether what lies between two tokens is nothing, a name, or something in brackets."""
    between = list(one.doc[one.i + 1 : other.i])
    if not between:
        return True
    if between[0].text == "(" and between[-1].text == ")" and len(between) < 16:
        return True
    return len(between) < 5 and all(
        t.tag_.startswith(("NN", "JJ", "DT", "HYPH", "RB")) or t.text in ("-", "–", "and") for t in between
    )

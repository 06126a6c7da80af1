"""Whose verb it is: the subject of a reporting verb, through what parses make of newspaper sentences."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from briefreader.extractors import _cues as cues
from briefreader.extractors._gazetteer import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
SUBJECT = ("nsubj", "csubj")
MOST_STEPS = 50
"""How far a rule climbs in a parse: no sentence is so deep, and text that is none would cost its square."""
_SEEN = listed("expected heard reported said believed thought scheduled set known rumored slated")
"""Participles of what others see somebody do: "is expected to say"."""
_CAUSES = listed("prompted prompting prompts led leads leading caused forced forcing compelled moved spurred")
"""Verbs whose object does what follows: "prompted her to respond"."""
_ORDERS = frozenset({"ask", "urge", "tell", "order", "instruct", "beg", "request"})


def subject_of(token: Token, depth: int = 0) -> Token | None:
    """Return the head of the subject of a verb, through coordination, infinitives and participles."""
    if depth > 5:
        return None
    if _is_passive(token):
        agent = next((child for child in token.children if child.dep_ == "agent"), None)
        return next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    subjects = [child for child in token.children if child.dep_ in SUBJECT]
    if len(subjects) > 1:  # "Most plants, said Lee, are …": the one behind the verb is its own
        subjects = [child for child in subjects if child.i > token.i] or subjects[-1:]
    if subjects:
        own = subjects[0]
        if own.text in ("who", "which", "that") and own.tag_ in ("WP", "WDT"):
            return token.head if token.dep_ == "relcl" else None
        return own
    head = token.head
    if token.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp") and head != token:
        return _shared(token, depth)
    if token.dep_ == "acl" and token.tag_ == "VBG":
        return head if head.dep_ in ("nsubj", "pobj", "dobj", "ROOT", "conj", "appos") else None
    lent = _lent(token)
    if lent is not None:
        return lent
    return _inverted(token) if token.dep_ in ("ROOT", "parataxis", "ccomp", "advcl") else None


def _is_passive(token: Token) -> bool:
    """Tell whether a verb is passive, or a participle that stands for a passive."""
    if any(child.dep_ == "auxpass" for child in token.children):
        return True
    if token.tag_ != "VBN":
        return False
    return token.dep_ in ("acl", "amod") or (token.dep_ in ("advcl", "ROOT") and not has_aux(token))


def _shared(token: Token, depth: int) -> Token | None:
    """Return the subject that a verb shares with the one that it hangs on."""
    head = token.head
    if token.dep_ == "ccomp" and token.tag_ in FINITE:
        return None
    if token.dep_ == "xcomp" and _orders(head) and any(c.dep_ in ("dobj", "dative") for c in head.children):
        return None  # "asked them to say": not the one who asked
    if token.dep_ == "xcomp" and head.text.lower() in _CAUSES:
        return next((c for c in head.children if c.dep_ in ("dobj", "nsubj") and c.i > head.i), None)
    if token.dep_ == "conj" and speaks_again(token):
        return subject_of(first_conjunct(head).head, depth + 1)
    if token.dep_ == "pcomp":
        quoted = _quoted_by(head)
        if quoted is not None:
            return quoted
        head = head.head
    if token.dep_ == "xcomp" and _is_passive(head) and head.text.lower() in _SEEN:
        return _passive_subject(head)  # "is expected to say": who is expected to, not by whom
    if head.tag_ in VERBAL or head.tag_ in ("MD", "IN"):
        return subject_of(head, depth + 1)
    return None


def _passive_subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "nsubjpass"), None)


def _lent(token: Token) -> Token | None:
    """Return Lee of "Lee, asked about it, said …": a subject that the parse gave to the participle."""
    before = [c for c in token.children if c.dep_ in ("advcl", "ccomp") and c.i < token.i]
    if token.dep_ == "dep" and token.head.i < token.i:
        before.append(token.head)
    aside = next((c for c in before if c.tag_ in ("VBN", "VBD")), None)
    if aside is None or aside.nbor(-1).text != ",":
        return None
    return next((c for c in aside.children if c.dep_ == "nsubj" and c.i + 1 < aside.i), None)


def _quoted_by(preposition: Token) -> Token | None:
    """Return X of "the agency quoted X as saying", given the "as"."""
    verb = preposition.head
    if preposition.text.lower() == "as" and _is_passive(verb) and verb.text.lower() in ("quoted", "cited"):
        return _passive_subject(verb)
    if verb.text.lower() not in ("quote", "quotes", "quoted", "quoting", "cites", "cited", "citing"):
        verb = verb.head  # the parse may hang "as" on X itself
    if preposition.text.lower() != "as" or not verb.text.lower().startswith(("quot", "cit")):
        return None
    return next((c for c in verb.children if c.dep_ == "dobj"), None)


def has_aux(verb: Token) -> bool:
    """Tell whether a verb has an auxiliary."""
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _orders(verb: Token) -> bool:
    """Tell whether what is said to do something is somebody else than the subject: "asked them to"."""
    return cues.lemma_of(verb.text) in _ORDERS


def speaks_again(token: Token) -> bool:
    """Tell whether a reporting verb that the parse put into what was said is the speaker's own.

    "They claimed A was B and claim C is D": the second verb reports too, by the same speaker.
    """
    if token.text.lower() not in cues.LEMMAS or token.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    if any(c.dep_ in SUBJECT and c.i < token.i for c in token.children):
        return False
    urges = cues.lemma_of(token.text) in _ORDERS and any(c.dep_ == "xcomp" for c in token.children)
    if not urges and not any(c.dep_ == "ccomp" for c in token.children):
        return False
    head = first_conjunct(token.head)
    return head.dep_ == "ccomp" and head.head.text.lower() in cues.LEMMAS


def first_conjunct(token: Token) -> Token:
    """Return the word that a coordination begins with, or the one that is MOST_STEPS before this one."""
    for _ in range(MOST_STEPS):
        if token.dep_ != "conj":
            break
        token = token.head
    return token


def above(token: Token) -> Iterator[Token]:
    """Yield the words that a word hangs on, the nearest first, at most MOST_STEPS of them."""
    return islice(token.ancestors, MOST_STEPS)


def _inverted(token: Token) -> Token | None:
    """Return the head of a noun phrase right after a verb: "…, said John Smith"."""
    doc = token.doc
    if token.tag_ not in ("VBD", "VBZ") or token.i + 1 >= len(doc):
        return None
    following = doc[token.i + 1]
    if following.tag_ not in ("NNP", "NNPS", "PRP", "DT", "NN", "NNS", "PRP$"):
        return None
    head = following
    while head.head.i > token.i and head.head != head and head.head.i - token.i < 12:
        if head.head.tag_ in VERBAL:
            break
        head = head.head
    if head.dep_ in ("nsubj", "nsubjpass") and head.head.i > head.i:
        return None  # "…, said Cuba would help": the subject of what was said
    return head if head.tag_ in ("NNP", "NNPS", "PRP", "NN", "NNS") else None


def before_comma(token: Token) -> Token | None:
    """Return the last word of a name before a verb that the parse did not join to it: "X, QC, said"."""
    if token.tag_ not in ("VBD", "VBZ"):
        return None
    doc = token.doc
    beside: Token | None = None
    for n in range(token.i - 1, max(-1, token.i - 12), -1):
        word = doc[n]
        if word.text in (".", "?", "!", ":", ";") or word.is_space or word.tag_ in VERBAL:
            break
        ends = doc[n + 1].text == "," or n + 1 == token.i
        if word.tag_ in ("NNP", "PRP") and ends:
            if word.dep_ not in ("appos", "pobj", "conj"):
                return word
            if word.dep_ == "appos" and beside is None and word.i >= token.i - 2:
                beside = word  # "the host, President X, said" where the host hangs on a place
    return beside


def is_finite(verb: Token) -> bool:
    """Tell whether a verb or one of its auxiliaries is finite."""
    return verb.tag_ in FINITE or any(c.tag_ in FINITE for c in verb.children if c.dep_ in ("aux", "auxpass"))


def has_finite_aux(verb: Token) -> bool:
    """Tell whether an active auxiliary of a verb is finite: "has said"."""
    return any(c.dep_ == "aux" and c.tag_ in FINITE for c in verb.children)

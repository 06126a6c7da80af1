"""The attribution of a sentence by the one behind it: "This was stated by X", "That is what X said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _cues as cues
from briefreader.extractors._attribution import IS, Credit, cue_of, left_head, whose_words
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._prose import Prose
from briefreader.extractors._subjects import VERBAL, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token


_DEMONSTRATIVE = listed("this that these those it such")
_REMARKS = frozenset({"statement", "remarks", "comments"})
_STATING = listed("say state announce declare report note stress emphasize tell")


def stated_by(prose: Prose, sentence: Span) -> Credit | None:
    """Return the attribution of a sentence that credits the one before: "This was stated by X …"."""
    tokens = prose.tokens(sentence.start, min(sentence.end, sentence.start + 200))
    if not _points_back(tokens):
        return None
    for n, token in enumerate(tokens[:9]):
        if token.text.lower() == "by" and n >= 2 and tokens[n - 1].tag_ in ("VBN", "VBD"):
            if not _states(tokens[n - 1], tokens[1]):
                return None
            head = next((c for c in token.children if c.dep_ == "pobj"), None) or left_head(tokens[n + 1 :])
            if head is not None:
                cue = cue_of(prose, tokens[n - 1], tokens[n - 1])
                lemma = cues.lemma_of(tokens[n - 1].text) or "say"
                return Credit(head, None, cue, "next sentence", 0.85, lemma)
    owned = whose_words(tokens[2:9]) if tokens[1].lower_ in IS and tokens[0].tag_ == "DT" else None
    if owned is not None:
        return Credit(owned[0], None, cue_of(prose, owned[1], owned[1]), "next sentence", 0.8, "say")
    if tokens[1].text.lower() == "is" and tokens[2].text.lower() in ("what", "how", "according"):
        return _what_somebody_said(prose, tokens[3:12])
    return None


def _points_back(tokens: list[Token]) -> bool:
    """Tell whether a sentence begins with a word for the one before: "This …", "The remarks …"."""
    if len(tokens) < 5:
        return False
    first = tokens[0].text.lower()
    return first in _DEMONSTRATIVE or (
        len(tokens) > 5 and first == "the" and tokens[1].text.lower() in _REMARKS
    )


def _states(verb: Token, noun: Token) -> bool:
    """Tell whether a participle states something: "stated", or "made" of a statement."""
    return cues.lemma_of(verb.text) in _STATING or (
        verb.text.lower() == "made" and noun.text.lower() in _REMARKS
    )


def _what_somebody_said(prose: Prose, tokens: list[Token]) -> Credit | None:
    """Return the attribution of "That is what X said", given the words behind "what"."""
    verb = next((t for t in tokens if t.text.lower() in cues.LEMMAS and t.tag_ in VERBAL), None)
    head = subject_of(verb) if verb is not None else None
    if head is None or verb is None:
        return None
    lemma = cues.LEMMAS[verb.text.lower()]
    return Credit(head, None, cue_of(prose, verb, verb), "next sentence", 0.8, lemma)

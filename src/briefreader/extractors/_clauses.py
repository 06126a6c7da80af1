"""What the parse says about reported speech: for each reporting word its speaker and what was said.

Verbs with a clause, an infinitive, a gerund or two objects; reporting clauses set into a sentence;
"according to"; nouns and adjectives with a clause. Words within quotation marks report nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _cues as cues
from briefreader.extractors._attribution import IS
from briefreader.extractors._complements import complement
from briefreader.extractors._complements_marked import marked_object, put_at
from briefreader.extractors._edges import span_within
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._insertions import cut_open, inserted
from briefreader.extractors._prose import Prose
from briefreader.extractors._report import Report
from briefreader.extractors._sources import according, in_words
from briefreader.extractors._subjects import FINITE, VERBAL, before_comma, is_finite, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAKES = listed("make makes made making")
_BARE = listed("say tell claim insist argue")
_VIEWS = listed("words view opinion telling account judgment judgement estimation")
_GIVES_OUT = listed(
    """
    say tell disclose reveal explain specify mention indicate announce state confirm elaborate comment clarify
    """
)
"""Verbs whose denial means that nothing was said."""
_REFUSES = listed("refused refuses refusing refuse declined declines declining decline failed fails failing")
_HAVE = frozenset({"have", "has", "had", "'ve", "’ve"})
_PUTS = frozenset({"put", "puts"})
_WORDS = frozenset(
    {
        "according",
        "per",
        *_PUTS,
        *cues.LEMMAS,
        *cues.NOUNS,
        *cues.ADJECTIVES,
        *cues.MADE,
        *cues.MARKED,
        *_VIEWS,
    }
)
"""Every word that may report something; the rules look at no other."""


def reports(prose: Prose) -> list[Report]:
    """Return every report that the words outside quotation marks make, in the order of their cues."""
    found: list[Report] = []
    for token in prose.words:
        low = token.lower_
        if low not in _WORDS:
            continue
        if low in ("according", "per"):
            found += according(prose, token)
        elif low in _VIEWS and token.tag_ in ("NN", "NNS") and not _in_marks(prose, token):
            owned = list(in_words(prose, token))
            found += owned or (_noun(prose, token) if low in cues.NOUNS else ())
        elif (low in cues.LEMMAS or low in cues.MARKED) and token.tag_ in VERBAL:
            if not _in_marks(prose, token):
                own = list(_verb(prose, token, cues.LEMMAS[low])) if low in cues.LEMMAS else []
                marked = marked_object(prose, token, subject_of(token)) if not own else None
                found += own or ([marked] if marked is not None else [])
        elif low in _PUTS and token.tag_ in VERBAL and not _in_marks(prose, token):
            figure = put_at(prose, token, subject_of(token))
            found += [figure] if figure is not None else []
        elif low in cues.NOUNS and token.tag_ in ("NN", "NNS"):
            if not _in_marks(prose, token):
                found += _noun(prose, token)
        elif low in cues.ADJECTIVES and token.tag_ == "JJ" and not _in_marks(prose, token):
            found += _adjective(prose, token)
        elif low in cues.MADE and token.head.text.lower() in _MAKES and not _in_marks(prose, token):
            found += _made_clear(prose, token)
    return found


def _in_marks(prose: Prose, token: Token) -> bool:
    return prose.stretch_at(token.idx) is not None


def _verb(prose: Prose, token: Token, lemma: str) -> Iterator[Report]:
    frames = cues.frames_of(lemma)
    if (
        lemma == "ask"
        and token.dep_ == "advcl"
        and not any(c.dep_ in ("nsubj", "csubj") for c in token.children)
    ):
        return  # "Asked about it, he replied"
    if lemma == "ask" and token.tag_ in ("VBN", "VBD") and token.i and token.nbor(-1).text == ",":
        return  # ", asked if she would run," is about a question to the speaker
    if lemma in _GIVES_OUT and _is_unsaid(prose, token):
        return
    if token.dep_ in ("amod", "compound", "aux", "auxpass") or (token.tag_ == "VBN" and token.dep_ == "acl"):
        return
    subject = subject_of(token) or (before_comma(token) if lemma in cues.SURE else None)
    own = complement(prose, token, lemma, frames, subject)
    if own is not None:
        yield own
        lead = cut_open(prose, token, lemma, subject)
        if lead is not None:
            yield lead
        return
    aside = inserted(prose, token, lemma, subject)
    if aside is not None:
        yield aside
    elif lemma in cues.SURE and subject is not None and cues.THAT in frames | _tell(frames):
        lost = _lost(prose, token, lemma, subject)
        if lost is not None:
            yield lost


def _is_unsaid(prose: Prose, token: Token) -> bool:
    """Tell whether it was not said: "would not say whether", "refused to say how", "Had she said …?"."""
    negation = next((c for c in token.children if c.dep_ == "neg"), None)
    yet = any(c.dep_ == "aux" and c.lower_ in _HAVE for c in token.children)  # "have not said why it burnt"
    if negation is not None and not yet and negation.nbor(1).lower_ != "only":
        return True
    if token.dep_ == "xcomp" and token.head.lower_ in _REFUSES:
        return True
    sentence = prose.sentence_span(token.idx)
    asks = prose.text[sentence.start : sentence.end].rstrip().endswith("?")
    first = next(iter(prose.tokens(sentence.start, sentence.end)), None)
    return asks and first is not None and first.tag_ in FINITE and first.head == token


def _tell(frames: frozenset[str]) -> frozenset[str]:
    return frozenset({cues.THAT}) if cues.TELL in frames else frozenset()


def _lost(prose: Prose, token: Token, lemma: str, subject: Token) -> Report | None:
    """Return the report of a sure verb whose clause the parse did not find."""
    if subject.i > token.i or token.tag_ not in ("VBD", "VBZ", "VBP", "VBN", "VB", "VBG"):
        return None
    sentence = prose.sentence_span(token.idx)
    tokens = prose.tokens(prose.end_of(token), sentence.end)
    if not tokens or (
        any(t.tag_ in FINITE for t in prose.tokens(subject.idx, token.idx) if t.tag_ != "MD")
        and (token.tag_ in ("VBD", "VBZ"))
    ):
        return None
    start = next((n for n in range(min(14, len(tokens))) if _opens_clause(tokens, n, lemma)), None)
    if start is None and token.tag_ == "VBG":
        return None
    if start is None:
        if not any(t.tag_ in FINITE for t in tokens) or lemma not in _BARE:
            return None
        start = _behind_hearer(tokens) if lemma == "tell" else 0
        if tokens[start : start + 1] and tokens[start].text in (",", ":", "."):
            return None
        if tokens[0].tag_ in ("IN", "TO", "CC", "RB") or (lemma == "tell" and start == 0):
            return None
    if len(tokens) <= start + 1 or prose.stretch_at(tokens[start].idx) is not None:
        return None
    if not any(t.tag_ in FINITE for t in tokens[start:]):
        return None  # "added that goal late"
    span = span_within(prose, tokens[start].idx, tokens[-1], token)
    if span is None:
        return None
    return Report((span,), Span(token.idx, prose.end_of(token)), lemma, subject, "clause", 0.7)


def _behind_hearer(tokens: list[Token]) -> int:
    """Return the number of the word that a clause behind "told the paper" begins with, 0 if there is none."""
    for n in range(1, min(8, len(tokens))):
        if tokens[n].text in (",", ":", ";"):
            break
        if tokens[n].tag_ in ("PRP", "EX") or (
            tokens[n].tag_ in ("DT", "PRP$") and tokens[n - 1].tag_ != "IN"
        ):
            return n
    return 1 if tokens[0].tag_ in ("PRP", "NNS", "NNP") else 0


def _opens_clause(tokens: list[Token], n: int, lemma: str) -> bool:
    """Tell whether a word is the "that" before what was said, rather than one that describes a noun."""
    token = tokens[n]
    if token.text.lower() != "that" or token.tag_ not in ("IN", "WDT"):
        return False
    if n == 0 or lemma in ("tell", "assure", "remind", "warn", "inform", "notify"):
        return True
    before = tokens[n - 1]
    if before.text.lower() in ("point", "extent", "fact", "effect", "degree", "way"):
        return False
    if token.dep_ == "mark" and before.dep_ == "pobj" and before.text.lower() not in cues.NOUNS:
        return True  # "said in a letter that he …": the parse takes it for a clause about the letter
    return token.tag_ == "IN" and (before.dep_ == "pobj" or before.tag_ in ("RB", ","))


def _noun(prose: Prose, token: Token) -> Iterator[Report]:
    """Yield the report of a noun with a clause: "his claim that …", "expressed confidence that …"."""
    clause = next(
        (
            c
            for c in token.children
            if c.dep_ in ("acl", "ccomp", "relcl", "appos")
            and c.i > token.i
            and c.left_edge.text.lower() == "that"
        ),
        None,
    )
    governor = token.head
    if clause is None and governor.tag_ in VERBAL and governor.text.lower() in cues.LIGHT:
        clause = next((c for c in governor.children if c.dep_ == "ccomp" and c.i > token.i), None)
        if clause is not None and clause.left_edge.text.lower() != "that":
            clause = None
    if clause is None and governor.lower_ in IS and token.dep_ == "nsubj":  # "X's view is that …"
        clauses = (c for c in governor.children if c.dep_ in ("ccomp", "advcl") and c.i > token.i)
        clause = next((c for c in clauses if c.left_edge.lower_ == "that"), None)
    if clause is None or (clause.left_edge.tag_ == "WDT" and not _own_subject(clause)):
        return
    subject = next((c for c in token.children if c.dep_ == "poss"), None)
    own = subject is None or subject.tag_ == "PRP$"  # "he expressed his belief that …": he did
    if own and governor.tag_ in VERBAL and governor.lower_ in cues.LIGHT:
        subject = subject_of(governor) or subject
    if subject is None:
        by = next((c for c in token.children if c.text.lower() in ("by", "from") and c.i < clause.i), None)
        subject = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if subject is None:
        return
    span = span_within(prose, clause.left_edge.idx, clause.right_edge, token)
    if span is not None:
        cue = Span(token.idx, prose.end_of(token))
        yield Report((span,), cue, token.text.lower(), subject, "noun", 0.75)


def _own_subject(clause: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") and c.tag_ != "WDT" for c in clause.children)


def _adjective(prose: Prose, token: Token) -> Iterator[Report]:
    """Yield the report of an adjective with a clause: "is confident that …"."""
    verb = token.head
    if token.dep_ != "acomp":
        return
    clause = next((c for c in token.children if c.dep_ in ("ccomp", "advcl") and c.i > token.i), None)
    if clause is None:
        clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > token.i), None)
    subject = subject_of(verb)
    if clause is None or subject is None or not is_finite(clause):
        return
    span = span_within(prose, clause.left_edge.idx, clause.right_edge, token)
    if span is not None:
        cue = Span(token.idx, prose.end_of(token))
        yield Report((span,), cue, token.text.lower(), subject, "adjective", 0.6, True)


def _made_clear(prose: Prose, token: Token) -> Iterator[Report]:
    """Yield the report of "made clear that …", however the parse joins the three."""
    verb = token.head
    clauses = (c for w in (token, verb) for c in w.children if c.dep_ in ("ccomp", "advcl") and c.i > token.i)
    clause = next((c for c in clauses if c.left_edge.text.lower() == "that"), None)
    subject = subject_of(verb)
    if clause is None or subject is None or verb.i > token.i:
        return
    span = span_within(prose, clause.left_edge.idx, clause.right_edge, token)
    if span is not None:
        cue = Span(verb.idx, prose.end_of(token))
        yield Report((span,), cue, "say", subject, "clause", 0.8)

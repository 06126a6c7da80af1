"""What the complements of a reporting verb hold: clauses, infinitives, gerunds, names and descriptions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _cues as cues
from briefreader.extractors._edges import asked_in_marks, before_main_verb, span_after, span_within, trimmed
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._offices import TEXT, sort_of_noun
from briefreader.extractors._prose import Prose
from briefreader.extractors._report import Report
from briefreader.extractors._subjects import FINITE, VERBAL, has_aux, is_finite, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOT_SAID = listed("request requests visa visas entry access bail comment")
"""What is denied or demanded without anybody saying anything about it."""
_TERMS = listed(
    """
    word words term phrase name title nickname slogan motto proverb song letters
    """
)


@dataclass(frozen=True, slots=True)
class _Reporting:
    """A reporting verb with what it takes, its subject, and the objects behind it."""

    prose: Prose
    token: Token
    lemma: str
    frames: frozenset[str]
    subject: Token | None
    children: list[Token]
    objects: list[Token]

    def report(self, span: Span, rule: str, sure: float, cue_end: int = 0, mind: bool = False) -> Report:
        """Return the report of a span by this verb; its cue ends with the verb unless told otherwise."""
        cue = Span(self.token.idx, cue_end or self.prose.end_of(self.token))
        return Report((span,), cue, self.lemma, self.subject, rule, sure, mind)

    def phrase(self, start: int, last: Token) -> Span | None:
        """Return what stands from a place to a word, without its edges."""
        return span_within(self.prose, start, last, self.token)


def complement(
    prose: Prose, token: Token, lemma: str, frames: frozenset[str], subject: Token | None
) -> Report | None:
    """Return what the verb's own complements hold, the first of them that says something."""
    children = list(token.children)
    objects = [c for c in children if c.dep_ in ("dobj", "dative") and c.i > token.i]
    verb = _Reporting(prose, token, lemma, frames, subject, children, objects)
    if _gives_a_name(verb):
        return None
    for way in (_clause, _called_on, _name, _behind_preposition, _description, _marked_object):
        found = way(verb)
        if found is not None:
            return found
    return None


def _clause(verb: _Reporting) -> Report | None:
    """Return the report of a clause, an infinitive or a gerund."""
    mind = cues.MIND in verb.frames
    for child in verb.children:
        kind = _complement_kind(verb.token, child, verb.frames, verb.lemma)
        span = span_after(verb.prose, verb.token, child) if kind else None
        if span is not None and verb.token.dep_ == "relcl":
            span = before_main_verb(verb.prose, span)
        if span is not None:
            return verb.report(span, kind, 0.7 if mind else 0.9, mind=mind)
    return None


def _called_on(verb: _Reporting) -> Report | None:
    """Return the report of "called on Congress to act"."""
    if verb.lemma != "call":
        return None
    upon = next((c for c in verb.children if c.i == verb.token.i + 1), None)
    if upon is None or upon.lower_ not in ("on", "upon"):
        return None
    act = next((c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB"), None)
    act = act or next(
        (c for c in verb.token.subtree if c.tag_ == "VB" and c.dep_ in ("acl", "relcl", "pcomp")), None
    )
    to = next((c for c in act.children if c.tag_ == "TO"), None) if act is not None else None
    if act is None or to is None:
        return None
    span = verb.phrase(asked_in_marks(verb.prose, upon, to), act.right_edge)
    return verb.report(span, "infinitive", 0.85, verb.prose.end_of(upon)) if span is not None else None


def _name(verb: _Reporting) -> Report | None:
    """Return the report of "called the verdict a mistake": two objects, or one and marks."""
    if cues.NAME not in verb.frames:
        return None
    after = (c for c in verb.children if c.i > verb.token.i)
    names = [c for c in after if c.dep_ in ("oprd", "ccomp", "attr", "xcomp")]
    named = names[-1] if names and all(c.dep_ == "oprd" for c in names) else next(iter(names), None)
    if named is not None and named.tag_ not in VERBAL:
        first = next((c for c in verb.objects if c.i < named.i), names[0])
        if first == named and named.dep_ == "ccomp":
            first = named.left_edge
        span = verb.phrase(first.left_edge.idx, named.right_edge)
        if span is not None and (first != named or verb.prose.stretches_in(span)):
            return verb.report(span, "names", 0.8)
    marked = _named_in_marks(verb.prose, verb.token)
    return verb.report(marked, "names", 0.8) if marked is not None else None


def _gives_a_name(verb: _Reporting) -> bool:
    """Tell whether many people have a name for something: "fans call him “the Wall”".

    What one person calls something once is what that person says of it.
    """
    stretch = verb.prose.stretch_after(verb.prose.end_of(verb.token))
    if (
        verb.lemma not in ("call", "dub", "label")
        or stretch is None
        or stretch.outer.start - verb.token.idx > 80
    ):
        return False
    subject = verb.subject
    if subject is None or not (subject.tag_ in ("NNS", "NNPS") or subject.lower_ in ("they", "we", "people")):
        return False
    first = verb.prose.text[stretch.inner.start : stretch.inner.end].split()[0]
    if len(stretch.inner.of(verb.prose.text).split()) > 4 or first.lower() in ("a", "an"):
        return False
    if verb.lemma == "dub":
        return True
    aside = verb.token.dep_ in ("pcomp", "ccomp") and verb.token.left_edge.lower_ == "what"
    habit = verb.token.tag_ == "VBP"
    return habit and (aside or first[0].isupper() or first == "the")


def _behind_preposition(verb: _Reporting) -> Report | None:
    """Return the report of "called for …", "accused Y of …", "described Y as …"."""
    late = [c for o in verb.objects for c in o.children if verb.lemma == "accuse" and c.text.lower() == "of"]
    for child in verb.children + late:
        word = child.text.lower()
        if child.dep_ != "prep" or child.i < verb.token.i:
            continue
        if not _takes(verb.frames, word, verb.lemma, verb.objects or _which(verb)):
            continue
        inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp", "amod")), None)
        span = verb.phrase(inner.left_edge.idx, inner.right_edge) if inner is not None else None
        if span is not None:
            joined = child.i == verb.token.i + 1
            return verb.report(span, word, 0.75, verb.prose.end_of(child) if joined else 0)
    return None


def _which(verb: _Reporting) -> list[Token]:
    """Return the object before a verb: "which she described as …", on one occasion; "describes" is a name."""
    if verb.token.tag_ not in ("VBD", "VBN"):
        return []
    return [c for c in verb.children if c.dep_ == "dobj" and c.tag_ in ("WDT", "WP") and c.i < verb.token.i]


def _description(verb: _Reporting) -> Report | None:
    if cues.AS not in verb.frames:
        return None
    marked = _described_in_marks(verb.prose, verb.token)
    return verb.report(marked, "as", 0.75) if marked is not None else None


def _marked_object(verb: _Reporting) -> Report | None:
    """Return the report of an object of which at least two words stand in marks."""
    if not verb.frames & {cues.NOUN, cues.THAT} or (verb.lemma in cues.WEAK and cues.NOUN not in verb.frames):
        return None  # "held signs saying “…”"
    for child in verb.objects:
        if child.dep_ != "dobj" or child.text.lower() in _TERMS:
            continue
        if verb.lemma in cues.THINGS and child.tag_ in ("NN", "NNS") and child.lower_ not in _NOT_SAID:
            span = verb.phrase(child.left_edge.idx, child.right_edge)
            if span is not None and len(span.of(verb.prose.text).split()) > 2:
                return verb.report(span, "object", 0.6)
        span = verb.phrase(child.left_edge.idx, child.right_edge)
        if span is not None and verb.prose.quoted(span)[1] >= 2:
            return verb.report(span, "object in marks", 0.75)
    return None


def _named_in_marks(prose: Prose, token: Token) -> Span | None:
    """Return what "called his remarks "dangerous"" says, whatever the parse made of it."""
    stretch = prose.stretch_after(prose.end_of(token))
    sentence = prose.sentence_span(token.idx)
    if stretch is None or stretch.outer.start >= sentence.end or (token.tag_ == "VBN" and not has_aux(token)):
        return None
    between = prose.tokens(prose.end_of(token), stretch.outer.start)
    if len(between) > 10 or any(
        t.tag_ in FINITE | {"IN", "TO", "CC", ","} and t.text != "of" for t in between
    ):
        return None
    start = between[0].idx if between else stretch.outer.start
    return trimmed(prose, start, stretch.outer.end)


def _described_in_marks(prose: Prose, token: Token) -> Span | None:
    """Return the marked words of "dismissed the charge as "total fiction"", whatever the parse says."""
    stretch = prose.stretch_after(prose.end_of(token))
    sentence = prose.sentence_span(token.idx)
    if stretch is None or stretch.outer.start >= sentence.end:
        return None
    between = prose.tokens(prose.end_of(token), stretch.outer.start)
    place = next((n for n, t in enumerate(between) if t.text.lower() == "as"), None)
    if (
        place is None
        or len(between) > 20
        or len(between) - place > 5
        or any(t.tag_ in FINITE for t in between)
    ):
        return None
    start = between[place + 1].idx if place + 1 < len(between) else stretch.outer.start
    return trimmed(prose, start, stretch.outer.end)


def _complement_kind(token: Token, child: Token, frames: frozenset[str], lemma: str) -> str:
    """Return which rule a child of a reporting verb falls under, empty if it is not what was said."""
    if child.i < token.i or child.dep_ not in ("ccomp", "xcomp", "acl", "relcl", "pcomp"):
        return ""
    first = child.left_edge
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
    if infinitive and lemma == "ask" and not _asks_somebody(token, child):
        return ""  # "asked not to be named", "asked to speak first"
    if infinitive and lemma == "expect" and any(c.dep_ == "nsubj" for c in child.children):
        return "clause"  # "expects the rate to be higher"
    if infinitive:
        return "infinitive" if cues.TO in frames or (lemma == "tell" and child.dep_ != "relcl") else ""
    having = any(c.lower_ == "having" and c.dep_ == "aux" for c in child.children)
    if (child.tag_ == "VBG" or having) and child.dep_ in ("xcomp", "pcomp"):
        return "gerund" if cues.ING in frames else ""
    if child.dep_ != "ccomp":
        return ""
    if cues.NAME in frames and cues.THAT not in frames:
        return ""
    said = frames & {cues.THAT, cues.TELL, "answer", "ask"}
    if lemma in cues.WEAK and first.text.lower() != "that" and not _weakly(lemma, token, child):
        return ""
    if first.tag_ == "WDT" and first.head == child and first.dep_ == "nsubj" and first.i > token.i:
        return ""  # "announced the places that would …"
    shown = child.tag_ == "VBG" and lemma in ("find", "show")  # "found her leading by two points"
    if not is_finite(child) and not _opens_with(child) and not shown:
        return ""
    return "clause" if said or cues.MIND in frames else ""


def _weakly(lemma: str, verb: Token, clause: Token) -> bool:
    """Tell whether a clause without "that" is reported all the same: "questioned whether he was fit".

    What is found or shown counts with a subject of its own; texts alone can find and show.
    """
    if lemma == "question":
        return clause.left_edge.text.lower() in ("whether", "if", "how", "why")
    subject = subject_of(verb) if lemma in ("find", "show") else None
    own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in clause.children)
    return own and subject is not None and sort_of_noun(subject.text) == TEXT


def _asks_somebody(verb: Token, wish: Token) -> bool:
    """Tell whether somebody else is asked to do something."""
    asked = (c for c in verb.children if verb.i < c.i < wish.i or c.dep_ == "nsubj")
    own = any(c.dep_ == "nsubj" for c in wish.children)  # where the parse makes the asked one its subject
    return own or any(c.dep_ in ("dobj", "dative", "prep") for c in asked)


def _opens_with(clause: Token) -> bool:
    """Tell whether a clause without a finite verb is one all the same: "proposed that both sides go on"."""
    first = clause.left_edge
    opened = first.text.lower() in ("that", "whether", "how", "what", "why", "when", "where", "who", "if")
    return (
        opened or clause.tag_ not in VERBAL or any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
    )


def _takes(frames: frozenset[str], word: str, lemma: str, objects: list[Token]) -> bool:
    if word == "for":
        return cues.FOR in frames or (lemma == "call" and not objects)
    if word in ("of", "about", "against"):
        return cues.OF in frames and (bool(objects) or lemma == "warn")
    return word == "as" and cues.AS in frames and bool(objects)

"""What the complements of a reporting verb hold: clauses, infinitives, gerunds, names and descriptions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _cues as cues
from briefreader.extractors._edges import span_after, span_within, trimmed
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._prose import Prose
from briefreader.extractors._report import Report
from briefreader.extractors._subjects import FINITE, VERBAL, has_aux, is_finite

if TYPE_CHECKING:
    from spacy.tokens import Token

_TERMS = listed(
    """
    word words term phrase name title nickname slogan motto proverb song letters
    """
)


def complements(
    prose: Prose, token: Token, lemma: str, frames: frozenset[str], subject: Token | None
) -> Iterator[Report]:
    """Yield what the verb's own complements hold."""
    cue = Span(token.idx, prose.end_of(token))
    children = list(token.children)
    objects = [c for c in children if c.dep_ in ("dobj", "dative") and c.i > token.i]
    for child in children:
        kind = _complement_kind(token, child, frames, lemma)
        if not kind:
            continue
        span = span_after(prose, token, child)
        if span is not None:
            yield Report(
                (span,), cue, lemma, subject, kind, 0.7 if cues.MIND in frames else 0.9, cues.MIND in frames
            )
            return
    if cues.NAME in frames:
        named = next(
            (c for c in children if c.dep_ in ("oprd", "ccomp", "attr", "xcomp") and c.i > token.i), None
        )
        if named is not None and named.tag_ not in VERBAL:
            first = next((c for c in objects if c.i < named.i), named)
            if first == named and named.dep_ == "ccomp":
                first = named.left_edge
            span = span_within(prose, first.left_edge.idx, named.right_edge, token)
            if span is not None and (first != named or prose.stretches_in(span)):
                yield Report((span,), cue, lemma, subject, "names", 0.8)
                return
        bare = _named_in_marks(prose, token)
        if bare is not None:
            yield Report((bare,), cue, lemma, subject, "names", 0.8)
            return
    late = [c for each in objects for c in each.children if lemma == "accuse" and c.text.lower() == "of"]
    for child in children + late:
        if child.dep_ == "prep" and child.i > token.i and _takes(frames, child.text.lower(), lemma, objects):
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp", "amod")), None)
            if inner is not None:
                span = span_within(prose, inner.left_edge.idx, inner.right_edge, token)
                if span is not None:
                    end = prose.end_of(child) if child.i == token.i + 1 else cue.end
                    yield Report((span,), Span(cue.start, end), lemma, subject, child.text.lower(), 0.75)
                    return
    if cues.AS in frames:
        bare = _described_in_marks(prose, token)
        if bare is not None:
            yield Report((bare,), cue, lemma, subject, "as", 0.75)
            return
    if cues.NOUN in frames or cues.THAT in frames:
        for child in objects:
            span = span_within(prose, child.left_edge.idx, child.right_edge, token)
            if span is None or child.dep_ != "dobj" or child.text.lower() in _TERMS:
                continue
            if prose.quoted(span)[1] >= 2:
                yield Report((span,), cue, lemma, subject, "object in marks", 0.75)
                return


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
    if child.i < token.i or child.dep_ not in ("ccomp", "xcomp", "acl", "relcl", "pcomp", "advcl"):
        return ""
    first = child.left_edge
    infinitive = child.tag_ == "VB" and any(
        c.dep_ == "aux" and c.text.lower() == "to" for c in child.children
    )
    if child.dep_ == "advcl":
        return ""
    if infinitive:
        return "infinitive" if cues.TO in frames or (lemma == "tell" and child.dep_ != "relcl") else ""
    if child.tag_ == "VBG" and child.dep_ in ("xcomp", "pcomp"):
        return "gerund" if cues.ING in frames else ""
    if child.dep_ not in ("ccomp",):
        return ""
    if cues.NAME in frames and cues.THAT not in frames:
        return ""
    said = frames & {cues.THAT, cues.TELL, "answer", "ask"}
    if lemma in cues.WEAK and first.text.lower() != "that":
        return ""
    if first.tag_ == "WDT" and first.head == child and first.dep_ == "nsubj":
        return ""  # "announced the places that would …"
    if not is_finite(child) and not opens_with(child):
        return ""
    return "clause" if said or cues.MIND in frames else ""


def opens_with(clause: Token) -> bool:
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
        return cues.OF in frames and (
            bool(objects) or (lemma in ("warn",) and word != "about") or lemma == "warn"
        )
    return word == "as" and cues.AS in frames and bool(objects)

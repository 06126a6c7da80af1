"""Finds events: visits, meetings, talks, launches, elections, attacks; planned, held or cancelled.

An event is a noun that means one, with somebody, some place or some day beside it ("the working visit of
the delegation to Vietnam"), or a verb that means one with a name as its subject ("Lukashenko awarded …").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._happenings import (
    LONGEST,
    Scene,
    clause,
    everyone,
    passive,
    phrase,
    status,
    subject,
)
from briefreader.extractors._reading import Reading
from briefreader.i18n import N_

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME, VERSION = "event", 2
LABEL = N_("Events")

NOUNS = listed(
    """
    trip trips
    visit visits meeting meetings talks summit consultation consultations conference exhibition festival
    ceremony election elections referendum launch opening inauguration negotiations forum congress
    exercise exercises drill drills attack attacks strike strikes protest protests rally trial hearing
    flight anniversary celebration fair expo tournament match final vote ballot session dialogue
    tour parade march funeral wedding coup explosion blast earthquake flood fire crash collision
    shooting bombing raid offensive invasion ceasefire truce arrest release execution assassination
    resignation appointment retirement premiere concert screening championship championships olympics
    games marathon race workshop seminar symposium gala
    """
)
_HOLDING = listed(
    """
    hold held holding host hosted attend attended conduct conducted open opened begin began start
    started
    """
)
VERBS = listed(
    """
    met visited arrived toured hosted received welcomed elected appointed inaugurated launched opened
    unveiled awarded killed attacked arrested resigned died won defeated invaded bombed kidnapped
    released convicted sentenced acquitted struck crashed exploded collapsed married protested
    """
)
_BEGINNINGS = listed("launch opening inauguration")
_OF_PEOPLE = listed("welcomed received hosted")
_GUESTS = listed(
    """
    delegation president minister leader guests guest team envoy ambassador counterpart secretary
    """
)
_AHEAD = listed("scheduled slated planned expected")
_TRANSITIVE = listed(
    """
    welcomed received launched opened won released struck hosted awarded unveiled met visited toured
    """
)


def extract(reading: Reading) -> Iterator[Fact]:
    """Yield each event, in the order of the text, none within another."""
    scene = Scene(reading)
    found: list[tuple[Span, Token, str]] = []
    for token in reading.parse:
        if token.lower_ in NOUNS and token.tag_.startswith("N") and not scene.dated(_place(token)):
            span = _of_noun(scene, token)
        elif token.lower_ in _AHEAD and token.tag_ == "VBN":
            span = _of_plan(scene, token)
        elif token.lower_ in VERBS and token.tag_ in ("VBD", "VBN", "VBZ", "VBP"):
            span = _of_verb(scene, token)
        else:
            continue
        if span:
            found.append((span, token, span.of(reading.text)))
    done = 0
    for span, token, what in sorted(found, key=lambda each: (each[0].start, -each[0].end)):
        if span.start >= done:
            done = span.end
            yield _fact(reading, scene, span, token, what)


def _place(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def _fact(reading: Reading, scene: Scene, span: Span, token: Token, what: str) -> Fact:
    verb = token if token.tag_.startswith("V") else token.head
    actor = subject(verb) if verb.tag_.startswith("V") else None
    more = [part] if actor is not None and (part := scene.span(everyone(actor))) is not None else []
    data = {
        "what": what,
        "when": scene.when(span, token) or None,
        "where": scene.where(span) or None,
        "who": scene.who(*more, span) or scene.who(scene.sentence(token)),
        "status": status(token, span, scene),
    }
    score = (
        0.2 + 0.3 * bool(data["when"]) + 0.2 * bool(data["where"]) + min(0.3, 0.15 * len(data["who"] or ()))
    )
    return reading.fact(NAME, span, when=data["when"] or "", about=what, score=round(score, 3), data=data)


def _of_noun(scene: Scene, noun: Token) -> Span | None:
    """Return the stretch of an event that a noun names, if it is a certain one."""
    if noun.dep_ in ("compound", "amod", "nmod"):
        return None
    holder = noun.head
    held = noun.dep_ in ("dobj", "nsubjpass") and holder.lower_ in _HOLDING
    span = scene.span(
        passive(holder) if held and noun.dep_ == "nsubjpass" else clause(holder) if held else phrase(noun)
    )
    if span is None:
        return None
    span = scene.with_day(span)
    if len(span) < len(noun.text) + 3:
        return None
    title = noun.text[0].isupper() and any(child.text[0].isupper() for child in noun.children)
    jubilee = (
        noun.lower_ == "anniversary" and sum(word[0].isupper() for word in span.of(scene.text).split()) > 0
    )
    if title or jubilee:
        return span
    told = held and noun.dep_ == "nsubjpass" and scene.mentioned(scene.sentence(noun))
    named = (
        scene.mentioned(span)
        or scene.dated(span)
        or told
        or (noun.lower_ in _BEGINNINGS and " of " in span.of(scene.text))
    )
    plural = noun.tag_ == "NNS" and noun.lower_ not in (
        "talks",
        "elections",
        "negotiations",
        "games",
        "consultations",
    )
    if plural and not scene.dated(span) and not scene.mentioned(span):
        return None
    certain = any(
        child.lower_ in ("the", "this", "first", "second", "upcoming") or child.dep_ == "poss"
        for child in noun.children
    )
    return span if named and (certain or held or scene.dated(span) or not plural) else None


def _of_plan(scene: Scene, verb: Token) -> Span | None:
    """Return "the assembly of tractors in Vietnam is scheduled to begin as early as 2026"."""
    if not any(child.dep_ in ("auxpass", "aux") for child in verb.children):
        return None
    start = passive(verb)[0].i
    end = max([verb.i, *(child.right_edge.i for child in verb.children if child.dep_ == "xcomp")])
    span = scene.span(list(verb.doc[start : end + 1])) if end - start < LONGEST else None
    return span if span is not None and scene.dated(span) and scene.mentioned(span) else None


def _has_guest(scene: Scene, verb: Token) -> bool:
    """Tell whether the verb's object is a person: "received the minister", not "received assurances"."""
    for child in verb.children:
        if child.dep_ == "dobj":
            part = scene.span(everyone(child))
            people = [m for m in scene.mentioned(part) if m.kind == "person"] if part is not None else []
            return any(m.span.start <= child.idx < m.span.end for m in people) or child.lower_ in _GUESTS
    return False


def _of_verb(scene: Scene, verb: Token) -> Span | None:
    """Return the stretch of an event that a verb tells, if a name is its subject or object."""
    if verb.dep_ in ("amod", "acl"):
        return None
    actor = subject(verb)
    active = not any(child.dep_ == "auxpass" for child in verb.children)
    if actor is None or (verb.tag_ == "VBN" and active and not any(c.dep_ == "aux" for c in verb.children)):
        return None
    span = scene.span(passive(verb))
    if span is None:
        return None
    core = scene.span(phrase(actor))
    if core is None or not scene.mentioned(core):
        return None
    if active and verb.lower_ in _OF_PEOPLE and not _has_guest(scene, verb):
        return None
    if active and verb.lower_ in _TRANSITIVE:
        objects = [child for child in verb.children if child.dep_ in ("dobj", "prep", "dative")]
        parts = [part for child in objects if (part := scene.span(phrase(child))) is not None]
        if not any(scene.mentioned(part) or scene.dated(part) for part in parts):
            return None
    return span

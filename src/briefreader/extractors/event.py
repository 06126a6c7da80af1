"""Finds events: visits, meetings, talks, launches, elections, attacks; planned, held or cancelled.

An event is a noun that means one, with somebody, some place or some day beside it ("the working visit of
the delegation to Vietnam"), or a verb that means one with a name as its subject ("Lukashenko awarded …"),
or that lies ahead of one ("is to visit Paris").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._happenings import Scene, status
from briefreader.extractors._happenings_clauses import (
    LONGEST,
    clause,
    everyone,
    intended,
    passive,
    phrase,
    subject,
)
from briefreader.extractors._happenings_status import foreseen, negated, possible
from briefreader.extractors._reading import Reading
from briefreader.i18n import N_, _

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME, VERSION = "event", 5
LABEL = N_("Events")

NOUNS = listed(
    """
    trip trips
    visit visits meeting meetings talks summit consultation consultations conference exhibition festival
    ceremony election elections referendum launch opening inauguration negotiations forum congress
    exercise exercises drill drills attack attacks strike strikes protest protests rally trial hearing
    flight anniversary celebration fair expo tournament match final vote ballot session dialogue
    tour parade march funeral wedding coup explosion blast earthquake flood fire crash collision
    quake earthquakes typhoon hurricane cyclone floods flooding landslide eruption derailment
    run-off runoff shooting bombing raid offensive invasion ceasefire truce arrest release execution
    assassination
    resignation appointment retirement premiere concert screening championship championships olympics
    games marathon race workshop seminar symposium gala
    """
)
_HOLDING = listed(
    """
    hold held holding host hosted attend attended conduct conducted open opened begin began start
    started resume resumes resumed cancel cancels cancelled canceled postpone postpones postponed
    """
)
_CALLING_OFF = listed("cancel cancels cancelled canceled postpone postpones postponed called scrapped")
_OCCURRING = listed(
    """
    is are was were be open opens opened begin begins began start starts started end ends ended continue
    continues continued resume resumes resumed take takes took held happen happened occur occurred strike
    struck hit hits shook rocked run runs ran last lasted due scheduled set planned expected called kill
    killed killing injured damaged destroyed
    """
)
"""What an event does on its day: "the trial opens", "the earthquake struck"."""
VERBS = listed(
    """
    met visited arrived toured hosted received welcomed elected appointed inaugurated launched opened
    unveiled awarded killed attacked arrested resigned died won defeated invaded bombed kidnapped
    released convicted sentenced acquitted struck crashed exploded collapsed married protested
    detained stormed derailed collided pleaded
    """
)
_STRONG = listed(
    """
    arrested detained kidnapped killed sentenced convicted acquitted stormed attacked bombed collided derailed
    crashed exploded invaded collapsed
    """
)
"""Verbs that tell an event whoever did it: "police detained 12 activists in Tbilisi"."""
_AHEAD_VERBS = listed(
    """
    meet visit arrive tour host receive welcome elect appoint inaugurate launch open unveil award release
    sentence marry resign vote travel fly depart attend address
    """
)
_PRESENT = listed(
    """
    meets visits arrives tours hosts receives welcomes inaugurates launches opens unveils votes vote meet
    visit arrive
    """
)
"""What newspapers say in the present of a day that is told: "arrives in Paris on Friday"."""
_BEGINNINGS = listed("launch opening inauguration")
_OF_PEOPLE = listed("welcomed received hosted welcome receive welcomes receives")
_GUESTS = listed(
    """
    delegation president minister leader guests guest team envoy ambassador counterpart secretary
    """
)
_PEOPLE = listed("he she they")
_OPENING = listed("open opens opened")
_STARTED = listed("launched inaugurated unveiled opened launch inaugurate unveil")
_AHEAD = listed("scheduled slated planned expected")
_TRANSITIVE = listed(
    """
    welcomed received launched opened won released struck hosted awarded unveiled met visited toured
    welcome receive launch open release host award unveil meet visit tour address attend
    welcomes receives launches opens hosts unveils meets visits tours
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
        elif _tells(token):
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


def _tells(token: Token) -> bool:
    """Tell whether a verb may tell an event: one that was, that lies ahead, or that is on a day."""
    if token.tag_ in ("VBD", "VBN", "VBZ", "VBP") and token.lower_ in VERBS:
        return True
    if token.tag_ == "VB":
        return token.lower_ in _AHEAD_VERBS and foreseen(token)
    return token.tag_ in ("VBZ", "VBP") and token.lower_ in _PRESENT


def _place(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def _fact(reading: Reading, scene: Scene, span: Span, token: Token, what: str) -> Fact:
    verb = token if token.tag_.startswith("V") else token.head
    actor = subject(verb) if verb.tag_.startswith("V") else None
    more = [part] if actor is not None and (part := scene.span(everyone(actor))) is not None else []
    day = scene.day(span, token)
    data = {
        "what": what,
        "when": scene.when(span, token) or None,
        "where": scene.where(span) or None,
        "who": scene.who(*more, span) or scene.bystanders(token),
        "status": status(token, span, scene, day=day if day in scene.dated(span) else None),
        "why": _("“{word}” tells of an event").format(word=token.text),
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
    whole = _on_its_day(scene, noun)
    if whole is not None:
        return whole
    span = scene.span(
        passive(holder) if held and noun.dep_ == "nsubjpass" else clause(holder) if held else phrase(noun)
    )
    if span is not None and not span.start <= noun.idx < span.end:  # the clause lost its subject
        span = scene.span(phrase(noun))
    if span is None:
        return None
    span = scene.with_day(span)
    if len(span) < len(noun.text) + 3:
        return None
    return span if _is_certain(scene, noun, span, held) else None


def _on_its_day(scene: Scene, noun: Token) -> Span | None:
    """Return the clause of "a second trial opens next Wednesday", "the next meeting is on April 10"."""
    verb = noun.head
    if (
        noun.dep_ not in ("nsubj", "nsubjpass")
        or verb.lower_ not in _OCCURRING
        or negated(verb)
        or possible(verb)
    ):
        return None
    if verb.lower_ in ("take", "takes", "took") and not any(c.lower_ == "place" for c in verb.children):
        return None
    span = scene.span(_with_infinitive(verb))
    own = scene.span(phrase(noun))
    if span is None or own is None or scene.dated(own) or not span.start <= noun.idx < span.end:
        return None
    if verb.lower_ in _CALLING_OFF and scene.dated(scene.sentence(noun)):
        return span
    return span if scene.day(span, noun) in scene.dated(span) else None


def _with_infinitive(verb: Token) -> list[Token]:
    """Return the clause of a verb, with what it is due to do: "the vote is due to start on Sunday"."""
    tokens = passive(verb)
    ends = [
        child.right_edge.i for child in verb.children if child.dep_ in ("xcomp", "acomp") and child.i > verb.i
    ]
    last = max([tokens[-1].i, *ends])
    return list(verb.doc[tokens[0].i : last + 1]) if last - tokens[0].i < LONGEST else tokens


def _is_certain(scene: Scene, noun: Token, span: Span, held: bool) -> bool:
    """Tell whether the stretch of a noun is of one event: named, dated, or held by somebody."""
    title = noun.text[0].isupper() and any(child.text[0].isupper() for child in noun.children)
    jubilee = (
        noun.lower_ == "anniversary" and sum(word[0].isupper() for word in span.of(scene.text).split()) > 0
    )
    if title or jubilee:
        return True
    around = scene.sentence(noun)
    told = held and noun.dep_ == "nsubjpass" and bool(scene.mentioned(around))
    told = told or (held and noun.head.lower_ in _CALLING_OFF and bool(scene.dated(around)))
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
        return False
    certain = any(
        child.lower_ in ("the", "this", "first", "second", "upcoming") or child.dep_ == "poss"
        for child in noun.children
    )
    return bool(named and (certain or held or scene.dated(span) or not plural))


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
    if verb.dep_ in ("amod", "acl") or negated(verb) or possible(verb):
        return None
    if verb.lower_ == "pleaded" and not any(child.lower_ == "guilty" for child in verb.children):
        return None
    actor = subject(verb)
    active = not any(child.dep_ == "auxpass" for child in verb.children)
    if actor is None or (verb.tag_ == "VBN" and active and not _is_finite(verb)):
        return None
    span = _whole(scene, verb, actor)
    core = scene.span(phrase(actor))
    if span is None or core is None:
        return None
    now = verb.tag_ in ("VBZ", "VBP") and verb.lower_ in _PRESENT
    if now and not scene.dated(span):
        return None
    if not scene.mentioned(core) and not _is_told(scene, verb, span):
        return None
    return span if not active or _has_object(scene, verb) else None


def _is_finite(verb: Token) -> bool:
    """Tell whether a verb that looks like a participle has a helper, or a subject of its own."""
    return any(child.dep_ in ("aux", "nsubj") for child in verb.children)


def _whole(scene: Scene, verb: Token, actor: Token) -> Span | None:
    """Return the clause of a verb, with its subject even where a relative clause stands between."""
    tokens = intended(verb)
    first = phrase(actor)[0].i
    own = actor.head.i == verb.i
    if own and actor.i < tokens[0].i <= verb.i and tokens[-1].i - first < LONGEST and actor.sent == verb.sent:
        tokens = list(verb.doc[first : tokens[-1].i + 1])
    return scene.span(tokens)


def _is_told(scene: Scene, verb: Token, span: Span) -> bool:
    """Tell whether a verb whose subject has no name tells an event: of force, or by somebody named."""
    dated = bool(scene.dated(span))
    if verb.dep_ == "relcl":
        return False
    if verb.lower_ in _STRONG and (scene.mentioned(span) or dated):
        return True
    actor = subject(verb)
    if dated and actor is not None and (actor.lower_ in _PEOPLE or verb.lower_ in _OPENING):
        return True  # "they last met on January 17", "a new wing will open on Friday"
    if dated and verb.lower_ in _STARTED and any(child.dep_ == "auxpass" for child in verb.children):
        return True  # "a direct flight was launched in October"
    agents = [child for child in verb.children if child.dep_ == "agent"]
    parts = [part for child in agents if (part := scene.span(phrase(child))) is not None]
    return any(scene.mentioned(part) for part in parts)


def _has_object(scene: Scene, verb: Token) -> bool:
    """Tell whether an active verb has the object that makes it an event, if it needs one."""
    if verb.lower_ in _OF_PEOPLE and not _has_guest(scene, verb):
        return False
    if verb.lower_ not in _TRANSITIVE:
        return True
    objects = [child for child in verb.children if child.dep_ in ("dobj", "prep", "dative", "npadvmod")]
    parts = [part for child in objects if (part := scene.span(phrase(child))) is not None]
    return any(scene.mentioned(part) or scene.dated(part) for part in parts)

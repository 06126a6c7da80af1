"""Finds agreements: what was signed, by whom and when; plans and roadmaps with the years they cover.

An agreement is a noun that means a document of that kind, with a verb that makes, keeps or ends one ("signed
a protocol to …", "a document was signed"), or with its parties or years beside it ("the 2026–2028 roadmap"),
or that is said to be in force; or what somebody agreed to do ("agreed to buy …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._happenings import ATTENDED, Scene, status
from briefreader.extractors._happenings_clauses import (
    LONGEST,
    clause,
    everyone,
    intended,
    passive,
    phrase,
    subject,
)
from briefreader.extractors._happenings_status import ENDING
from briefreader.extractors._reading import Reading
from briefreader.i18n import N_, _

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefreader.extractors._names import Mention

NAME, VERSION = "agreement", 5
LABEL = N_("Agreements")

NOUNS = listed(
    """
    agreement agreements treaty treaties protocol protocols memorandum memoranda mou pact accord accords
    deal deals contract contracts declaration communique communiqué charter convention document
    documents roadmap plan partnership statement ceasefire truce settlement concession licence license
    resolution
    """
)
SIGNING = ENDING | listed(
    """
    agree agreed agrees sign signs signed signing ink inked inking conclude concluded concluding ratify
    ratified ratifying reach reached reaching seal sealed finalise finalised finalize finalized initial
    initialled initialed clinch clinched strike struck adopt adopted establishment conclusion ratification
    adoption endorsement elevation renewal extension endorse endorsed establish
    established elevate elevated approve approved renew renewed extend extended
    """
)
_STRICT = listed(
    """
    document documents plan statement partnership resolution settlement contract contracts declaration
    deal deals
    """
)
_SIGNED = listed(
    """
    sign signs signed signing ink inked inking initial initialled initialed ratified ratify
    """
)
_FORCE = re.compile(
    r"\b(?:(?P<verb>enter(?:s|ed|ing)?|come|comes|came|coming|take|takes|took|taking) (?:into )?|in )"
    r"(?:force|effect)\b"
)
_FAR = 160
_HANGS = re.compile(r"\s(?:after|once|if|when|upon|unless)\b")
_OPEN = re.compile(r"\b(?:will|would|may|might|could|should|to|not|yet|after|once|if|when)\b[^.;]{0,20}$")
_DEALING = listed(
    """
    buy acquire sell purchase merge supply build invest pay lease deliver ship provide
    """
)
"""What firms and states agree to do, where no document is named: "agreed to buy"."""
_LEAD = re.compile(r"[\s,]*(?:\b(?:on|in|at|last|this|next|early|late|of)\s?)*$")

_WHEN = re.compile(r"(?:last|next|this|late|early|yesterday|today|tomorrow|tonight|[A-Z][a-z]+day)\b")
"""How a day starts that stands without a preposition: "a pact on fishing next week"."""
_ECHO = re.compile(rf"\s*(?:It|(?:The|This|That)\s(?:[a-z]+\s)?(?:{'|'.join(sorted(NOUNS))})|Both)\s")
"""How the next sentence goes on about an agreement: "It", "The treaty"."""


def extract(reading: Reading) -> Iterator[Fact]:
    """Yield each agreement, in the order of the text, none within another."""
    scene = Scene(reading)
    found: list[tuple[Span, Token, Token | None]] = []
    for token in reading.parse:
        if token.lower_ in ("agreed", "agree", "agrees") and token.tag_.startswith("V"):
            verb: Token | None = token
            span = _of_deal(scene, token)
        elif token.lower_ in NOUNS and _is_noun(token):
            span, verb = _of_noun(scene, token)
        else:
            continue
        if span is not None:
            found.append((span, token, verb))
    done = 0
    for span, token, verb in sorted(found, key=lambda each: (each[0].start, -each[0].end)):
        if span.start >= done:
            fact = _fact(reading, scene, span, token, verb)
            echo = _echo(scene, token) if fact.data["force"] is None and verb is not None else None
            force = _force(scene, echo[0].end, echo[1].end, echo[1].end) if echo else None
            done = echo[0].end if echo and force else span.end
            yield replace(fact, data={**fact.data, "force": force}) if force else fact


def _is_noun(token: Token) -> bool:
    """Tell whether a word is a noun by itself: by its tag, or by its place ("rejected a deal")."""
    if token.dep_ in ("compound", "amod"):
        return False
    return token.tag_.startswith("N") or token.dep_ in ("dobj", "pobj", "nsubjpass")


def _of_noun(scene: Scene, token: Token) -> tuple[Span | None, Token | None]:
    """Return the stretch of an agreement that a noun names, and the verb or noun that makes it."""
    verb = _making(token)
    tokens = phrase(verb if verb is not None and verb.tag_.startswith("NN") else token, NOUNS)
    if verb is not None and verb.i < token.i and not verb.tag_.startswith("NN"):
        tokens = _told(scene, verb)
    elif verb is not None and not verb.tag_.startswith("NN"):
        tokens = passive(verb) if any(child.i == _top(token, verb).i for child in verb.children) else tokens
    first = phrase(token, NOUNS)[0].i
    if (
        verb is not None
        and token.i < tokens[0].i
        and tokens[-1].i - first < LONGEST
        and token.sent == verb.sent
    ):
        tokens = list(token.doc[first : tokens[-1].i + 1])  # "the pact, which …, was signed by …"
    span = scene.span(tokens)
    if span is not None and not span.start <= token.idx < span.end:
        span, verb = scene.span(phrase(token, NOUNS)), None
    if span is not None and (verb is not None or _certain(scene, token, span)):
        return span, verb
    return None, None


def _of_deal(scene: Scene, verb: Token) -> Span | None:
    """Return the clause of "X agreed to buy Y", with somebody named on either side."""
    actor = subject(verb)
    deed = next((c for c in verb.children if c.dep_ == "xcomp" and c.lower_ in _DEALING), None)
    if actor is None or deed is None:
        return None
    tokens = clause(deed)
    first, last = phrase(actor)[0], tokens[-1]
    span = scene.span(list(verb.doc[first.i : last.i + 1]))
    goal = scene.span(tokens)
    if goal is None or span is None:
        return None
    other = any(c.dep_ in ("dobj", "pobj") and c.tag_ in ("NNP", "NNPS") for t in tokens for c in t.children)
    return span if scene.parties(goal) or (other and scene.parties(span)) else None


def _fact(reading: Reading, scene: Scene, span: Span, noun: Token, verb: Token | None) -> Fact:
    own = _own(scene, span, noun, verb)
    actor = subject(verb) if verb is not None else None
    more = [part] if actor is not None and (part := scene.span(everyone(actor))) is not None else []
    aside = scene.span(clause(verb)) if verb is not None and verb.dep_ == "relcl" else None
    parts = [*more, span, *([aside] if aside is not None else [])]
    parties = scene.parties(*parts)
    if actor is not None and actor.tag_ == "PRP":
        before = Span(scene.sentence(noun).start, actor.idx + 1)
        parties = list(dict.fromkeys([*(scene.parties(before) or scene.who(before)), *parties]))
    state = status(noun, span, scene, verb=verb)
    if verb is not None and verb.lower_ in ENDING and state == "held":
        state = "cancelled"
    signed = ""
    if verb is not None and verb.lower_ not in ("adopt", "adopted", "elevate") and state == "held":
        signed = scene.when(aside if aside is not None and scene.dated(aside) else span, verb)
    elif verb is not None and aside is not None and verb.lower_ in _SIGNED and not _is_open(scene, verb):
        signed = scene.when(aside, verb) if scene.dated(aside) else ""
    due = scene.when(span, verb) if state == "planned" and verb is not None and scene.dated(span) else ""
    data = {
        "what": own.of(reading.text),
        "signed": signed or None,
        "due": due or None,
        "force": _force_beside(scene, noun),
        "parties": parties,
        "status": {"held": "signed" if verb is not None and verb.lower_ in _SIGNED else "agreed"}.get(
            state, state
        ),
        "why": _("“{word}” names an agreement").format(word=noun.text),
    }
    score = 0.3 + 0.3 * (verb is not None) + 0.2 * bool(signed) + min(0.2, 0.1 * len(parties))
    return reading.fact(
        NAME, span, when=signed or due, about=own.of(reading.text), score=round(score, 3), data=data
    )


def _is_open(scene: Scene, verb: Token) -> bool:
    return _OPEN.search(scene.text, max(0, verb.idx - 30), verb.idx) is not None


def _own(scene: Scene, span: Span, noun: Token, verb: Token | None) -> Span:
    """Return the phrase of the agreement itself, without the day and the place at its end."""
    own = scene.span(phrase(noun, NOUNS)) or span
    if verb is not None and own.start >= verb.idx:
        own = Span(own.start, max(own.end, span.end))
    if not span.contains(own) or noun.tag_.startswith("V"):
        return span
    edge = noun.idx + len(noun)
    there = ATTENDED.search(scene.text, edge, own.end)
    if there:
        own = Span(own.start, there.start())
    own = Span(own.start, own.start + len(own.of(scene.text).rstrip(" ,")))
    for _step in range(3):
        edges = [each.span for each in scene.dated(own)] + [each.span for each in _places(scene, own)]
        last = [each for each in edges if each.end == own.end]
        lead = _LEAD.search(scene.text, own.start, last[-1].start) if last else None
        if lead is None or lead.start() < edge:
            break
        if not lead[0].strip() and not _WHEN.match(scene.text, last[-1].start):
            break
        own = Span(own.start, lead.start())
    return own


def _places(scene: Scene, span: Span) -> list[Mention]:
    return [
        m
        for m in scene.mentioned(span)
        if m.kind == "place" and " in " in scene.text[m.span.start - 4 : m.span.start]
    ]


def _force_beside(scene: Scene, noun: Token) -> str | bool | None:
    """Return since when an agreement is in force by its own sentence; see `_force`."""
    ends = noun.idx + len(noun)
    others = [
        t.idx for t in noun.doc[noun.i + 1 : noun.i + 40] if t.lower_ in NOUNS and t.tag_.startswith("N")
    ]
    stop = min(scene.sentence(noun).end, ends + _FAR)
    return _force(scene, ends, stop, min([stop, *(each for each in others if each > ends)]))


def _force(scene: Scene, ends: int, stop: int, until: int) -> str | bool | None:
    """Return since when what ends at a place is in force, True where no day is told, or None.

    The words for it are looked for up to ``until``, the day up to ``stop``.
    """
    match = _FORCE.search(scene.text, ends, until)
    if match is None or ";" in scene.text[ends : match.start()] or _HANGS.match(scene.text, match.end()):
        return None
    days = [each for each in scene.dated(Span(match.end(), stop + 1)) if each.span.start - match.end() < 30]
    if days:
        return days[0].value.partition("T")[0]
    return None if _OPEN.search(scene.text, max(ends, match.start() - 30), match.start()) else True


def _echo(scene: Scene, noun: Token) -> tuple[Span, Span] | None:
    """Return the words by which the next sentence goes on about an agreement, and that sentence."""
    sent = noun.sent
    if sent.end >= len(noun.doc):
        return None
    following = scene.sentence(noun.doc[sent.end])
    match = _ECHO.match(scene.text, sent.end_char, following.end)
    return (Span(sent.end_char, match.end()), following) if match else None


def _told(scene: Scene, verb: Token) -> list[Token]:
    """Return the clause of a verb that makes an agreement, with its subject if that names somebody."""
    whole, bare = intended(verb), clause(verb)
    lead = scene.span([t for t in whole if t.i < verb.i])
    return whole if lead is not None and scene.parties(lead) else bare


def _top(token: Token, verb: Token) -> Token:
    """Return the token's ancestor that is the verb's own child."""
    while token.head.i not in (verb.i, token.i):
        token = token.head
    return token


def _making(noun: Token) -> Token | None:
    """Return the verb or noun that makes the agreement: "signed a protocol", "the signing of agreements"."""
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.tag_ in ("VBN", "VBD") and child.lower_ in SIGNING:
            return child
    head = noun.head
    if head.lower_ in ("has", "have") and noun.dep_ == "nsubj":  # "has yet to be ratified"
        return next((c for c in head.children if c.dep_ == "xcomp" and c.lower_ in SIGNING), None)
    for _step in range(3):
        if head.lower_ in SIGNING:
            return head
        if head.dep_ not in ("pobj", "prep", "conj", "dobj") or head.head.i == head.i:
            return None
        head = head.head
    return None


def _certain(scene: Scene, noun: Token, span: Span) -> bool:
    """Tell whether a bare phrase is of one agreement: capitals, its years, or its two parties."""
    if _force_beside(scene, noun):
        return True
    if scene.dated(span) and noun.lower_ in (
        "roadmap",
        "plan",
        "agreement",
        "protocol",
        "treaty",
        "pact",
        "accord",
    ):
        return True
    if noun.lower_ in _STRICT and not noun.text[0].isupper():
        return bool(noun.lower_ in ("deal", "contract") and scene.dated(span) and scene.parties(span))
    named = noun.text[0].isupper() and any(child.text[0].isupper() for child in noun.children)
    return len(scene.parties(span)) > (0 if named else 1)

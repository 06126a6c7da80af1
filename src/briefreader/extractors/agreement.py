"""Finds agreements: what was signed, by whom and when; plans and roadmaps with the years they cover.

An agreement is a noun that means a document of that kind, with a verb that makes or keeps one ("signed a
protocol to …", "a document was signed"), or with its parties or years beside it ("the 2026–2028 roadmap").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._happenings import Scene, clause, everyone, passive, phrase, status, subject
from briefreader.extractors._reading import Reading
from briefreader.i18n import N_

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME, VERSION = "agreement", 2
LABEL = N_("Agreements")

NOUNS = listed(
    """
    agreement agreements treaty treaties protocol protocols memorandum memoranda mou pact accord accords
    deal deals contract contracts declaration communique communiqué charter convention document
    documents roadmap plan partnership statement ceasefire truce settlement concession licence license
    resolution
    """
)
SIGNING = listed(
    """
    agree agreed agrees sign signs signed signing ink inked inking conclude concluded concluding ratify
    ratified ratifying reach reached reaching seal sealed finalise finalised finalize finalized initial
    initialled initialed clinch clinched strike struck adopt adopted establishment conclusion ratification
    adoption endorsement elevation renewal extension termination endorse endorsed establish
    established elevate elevated approve approved renew renewed extend extended terminate terminated
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


def extract(reading: Reading) -> Iterator[Fact]:
    """Yield each agreement, in the order of the text, none within another."""
    scene = Scene(reading)
    found: list[tuple[Span, Token, Token | None]] = []
    for token in reading.parse:
        if token.lower_ not in NOUNS or not token.tag_.startswith("N") or token.dep_ in ("compound", "amod"):
            continue
        verb = _making(token)
        tokens = phrase(verb if verb is not None and verb.tag_.startswith("NN") else token, NOUNS)
        if verb is not None and verb.i < token.i and not verb.tag_.startswith("NN"):
            tokens = _told(scene, verb)
        elif verb is not None and not verb.tag_.startswith("NN"):
            tokens = (
                passive(verb) if any(child.i == _top(token, verb).i for child in verb.children) else tokens
            )
        span = scene.span(tokens)
        if span is not None and not span.start <= token.idx < span.end:
            span, verb = scene.span(phrase(token, NOUNS)), None
        if span is not None and (verb is not None or _certain(scene, token, span)):
            found.append((span, token, verb))
    done = 0
    for span, token, verb in sorted(found, key=lambda each: (each[0].start, -each[0].end)):
        if span.start >= done:
            done = span.end
            yield _fact(reading, scene, span, token, verb)


def _fact(reading: Reading, scene: Scene, span: Span, noun: Token, verb: Token | None) -> Fact:
    own = scene.span(phrase(noun, NOUNS)) or span
    if verb is not None and own.start >= verb.idx:
        own = Span(own.start, max(own.end, span.end))
    if not span.contains(own):
        own = span
    actor = subject(verb) if verb is not None else None
    more = [part] if actor is not None and (part := scene.span(everyone(actor))) is not None else []
    state = status(noun, span, scene, dated=False)
    parties = scene.parties(*more, span)
    if not parties and actor is not None and actor.tag_ == "PRP":
        parties = scene.who(Span(scene.sentence(noun).start, actor.idx + 1))
    signed = ""
    if verb is not None and verb.lower_ not in ("adopt", "adopted", "elevate") and state == "held":
        signed = scene.when(span, noun)
    data = {
        "what": own.of(reading.text),
        "signed": signed or None,
        "parties": parties,
        "status": {"held": "signed" if verb is not None and verb.lower_ in _SIGNED else "agreed"}.get(
            state, state
        ),
    }
    score = 0.3 + 0.3 * (verb is not None) + 0.2 * bool(signed) + min(0.2, 0.1 * len(data["parties"] or ()))
    return reading.fact(NAME, span, when=signed, about=own.of(reading.text), score=round(score, 3), data=data)


def _told(scene: Scene, verb: Token) -> list[Token]:
    """Return the clause of a verb that makes an agreement, with its subject if that names somebody."""
    whole, bare = passive(verb), clause(verb)
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
    for _ in range(3):
        if head.lower_ in SIGNING:
            return head
        if head.dep_ not in ("pobj", "prep", "conj", "dobj") or head.head.i == head.i:
            return None
        head = head.head
    return None


def _certain(scene: Scene, noun: Token, span: Span) -> bool:
    """Tell whether a bare phrase is of one agreement: capitals, its years, or its two parties."""
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
        return False
    named = noun.text[0].isupper() and any(child.text[0].isupper() for child in noun.children)
    return len(scene.parties(span)) > (0 if named else 1)

"""Claims on figures: what is measured, between whom, for which time, and how much.

What is measured is told in several layers, from the narrow to the wide: the nouns that the figure hangs
on, the verb above it, words that narrow the scope ("net", "expected", "women"), the telling words of
the sentence, and those of the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.extractors import figure
from briefreader.extractors._figures_period import period_value
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._matters import PAIR, Setting
from briefreader.extractors._wording import CLASSES, PERSONS, stem, telling

if TYPE_CHECKING:
    from spacy.tokens import Token

_CHANGING = listed(
    """
    rise rises rose risen rising grow grows grew grown growing increase increases increased increasing climb
    climbs climbed jump jumped surge surged soar soared gain gained fall falls fell fallen falling drop drops
    dropped decline declines declined decrease decreased shrink shrank slip slipped plunge plunged lose lost
    expand expanded contract contracted up down
    """
)
"""Verbs of change: "rose 5 percent" is not a level of five percent."""

_RISING = _CHANGING & listed(
    """
    rise rises rose risen rising grow grows grew grown growing increase increases increased increasing climb
    climbs climbed jump jumped surge surged soar soared gain gained expand expanded up
    """
)
_SINKING = (_CHANGING - _RISING) | listed(
    "cut cuts cutting reduce reduced reduction lower lowered slash slashed"
)
_AHEAD = listed("will would shall may might could can 'll should to")
_WISHING = listed(
    """
    demand demanded demands call called ask asked seek seeks sought want wants propose proposed plan planned
    plans discuss discussed consider considered considering
    hope hopes hoped expect expects expected target targets aim aims
    """
)
_NEWS = 30
"""Days after which what happened is no longer the news."""

_SCOPES = listed(
    """
    alone non
    net gross pre-tax pretax operating underlying ebitda quarter quarterly half half-year full-year annual
    monthly weekly daily men women male female children child girls boys domestic foreign food core headline
    average median expected forecast forecasts analysts projected target targets planned
    original originally previous previously earlier comparison per each every of destroyed damaged
    aftershock civilian civilians soldiers export exports import imports lending policy early close closed
    closing intraday first-night total only
    """
) - frozenset(("of", "total", "only"))
"""Words that narrow what a figure is of: two sources must have the same of them to contradict each other."""

_PART = re.compile(
    r" of (?:the|them|those|these|whom|which|its|his|her|their|\d+|two|three|four|five|six|seven|eight"
    r"|nine|ten)\b"
)
"""After a count: it is of a part, "19 of the dead"."""

_WINDOW = re.compile(
    r"\b(?:24|48|72|twenty-four|forty-eight)[ -]hours?\b|\b(?:overnight|daily|hourly|in a day|each day)\b",
    re.IGNORECASE,
)
"""What is counted over such a stretch is counted anew the next day."""

_BEHIND = re.compile(r"[,;:—–](?=\s|\w*[A-Za-z])|\s(?:among|while|whereas|but)\s")
_POINTED = re.compile(r"\b(?:the|these|those|both|all|its|their|his|her|our|my|your)\s\Z", re.IGNORECASE)

_HARM = frozenset(("killed", "injured", "arrested", "displaced", "missing", "infected", "rescued"))
_HARM_WORDS = 8
_CLIMB = 5
_MOST_NOUNS = 8
_BLAND = frozenset(("is", "are", "was", "were", "be", "been", "has", "have", "had", "said", "says", "say"))


def claims(setting: Setting) -> Iterator[Fact]:
    """Yield a claim for each figure that says what it measures."""
    reading = setting.reading
    for fact in reading.facts(figure):
        if fact.amount is None or setting.scene.document.is_noise(fact.span) or _idle(setting, fact):
            continue
        data = _data(setting, fact)
        if data["nouns"] or data["words"] or (data["kind"] != "count" and data["bag"]):
            yield reading.fact("claim", fact.span, amount=fact.amount, unit=fact.unit, when=fact.when,
                               about=fact.about, data=data)  # fmt: skip


def _idle(setting: Setting, fact: Fact) -> bool:
    """Tell whether a number says nothing that could be compared, as in "the five countries"."""
    if fact.data.get("kind") == "ordinal":
        return True
    if fact.data.get("kind") != "count" or fact.data.get("key"):
        return False
    pointed = _POINTED.search(setting.text[max(0, fact.span.start - 10) : fact.span.start])
    return bool(pointed) or (fact.amount or 0) <= 2


def _data(setting: Setting, fact: Fact) -> dict[str, Any]:
    sentence = setting.sentence(fact.span)
    nouns, verb = _hung_on(setting, fact)
    tokens = setting.doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    bag = telling(setting.words(tokens or ()))
    words = _measured(setting, fact, sentence, nouns, verb)
    return {
        "family": "figure",
        "head": words[-1] if words else "",
        "words": words,
        "nouns": nouns,
        "verb": stem(verb.text) if verb is not None and verb.lower_ not in _BLAND else "",
        "scopes": sorted(_scopes(setting, fact)),
        "ahead": _ahead(verb),
        "turn": _turn(setting, fact, verb),
        "past": _past(setting, sentence),
        "bilateral": bool(PAIR.search(sentence.of(setting.text))),
        "window": bool(_WINDOW.search(sentence.of(setting.text))),
        "bag": bag,
        "near": telling(setting.words(setting.before(sentence))),
        "parties": setting.parties(_told_by(setting, fact, sentence)),
        "owner": _owner(setting, fact, sentence),
        "around": setting.parties(*_near(setting, sentence)),
        "pair": list(setting.pair),
        "passage": [sentence.start, sentence.end],
        "value": fact.text,
        "kind": fact.data.get("kind"),
        "comparator": fact.data.get("comparator") or "=",
        "upper": fact.data.get("to"),
        "key": bool(fact.data.get("key")),
        **_days(setting, fact, sentence),
    }


def _told_by(setting: Setting, fact: Fact, sentence: Span) -> Span:
    """Return the part of a sentence whose names belong to a figure: up to the first comma behind it."""
    behind = _BEHIND.search(setting.text, fact.span.end, sentence.end)
    return Span(sentence.start, behind.start() if behind else sentence.end)


def _owner(setting: Setting, fact: Fact, sentence: Span) -> dict[str, str]:
    """Return whom a figure is of, as far as place tells: the last name before it in its sentence."""
    if fact.span.start <= sentence.start:
        return {}
    before = setting.parties(Span(sentence.start, fact.span.start))
    return before[-1] if before else {}


def _near(setting: Setting, sentence: Span) -> list[Span]:
    tokens = setting.before(sentence)
    return [Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))] if tokens else []


def _days(setting: Setting, fact: Fact, sentence: Span) -> dict[str, Any]:
    """Return the first and last day of the figure's period, from the date that gave it."""
    if not fact.when:
        return {"when": ""}
    same = [each for each in setting.reading.dates if period_value(each) == fact.when and each.first]
    near = [each for each in same if sentence.contains(each.span)] or same
    told = {each.span for each in setting.scene.dates} | {
        each.span for each in near if each.type not in ("DATE", "TIME")
    }
    near = [each for each in near if each.span in told]  # not the day on which it was said
    return {"when": fact.when, "first": near[0].first, "last": near[0].last} if near else {"when": ""}


def _hung_on(setting: Setting, fact: Fact) -> tuple[list[str], Token | None]:
    """Return the stems of the nouns that a figure hangs on, nearest first, and the verb above it."""
    tokens = setting.doc.char_span(fact.span.start, fact.span.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return [], None
    found: list[Token] = []
    token, verb = tokens.root, None
    for _step in range(_CLIMB):
        found += _of(token)
        if token.tag_.startswith("V"):
            verb = token
            break
        if token.head.i == token.i:
            break
        token = token.head
        if token.tag_.startswith("N"):
            found += [token, *_described(token)]
    if verb is not None:
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
                found += [child, *_described(child), *_of(child)]
    kept = [t for t in found if not fact.span.start <= t.idx < fact.span.end]
    return telling(setting.words(kept))[:_MOST_NOUNS], verb


def _described(noun: Token) -> list[Token]:
    return [child for child in noun.children if child.dep_ in ("compound", "amod", "nmod")]


def _of(noun: Token) -> list[Token]:
    """Return the nouns after "of", "in" or "for" that say what a noun is of."""
    found: list[Token] = []
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "in", "for", "on"):
            for other in child.children:
                if other.dep_ == "pobj":
                    found += [other, *_described(other)]
    return found


def _scopes(setting: Setting, fact: Fact) -> set[str]:
    """Return the words around a figure that narrow its scope."""
    tokens = setting.doc.char_span(fact.span.start, fact.span.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return set()
    sent = tokens[0].sent
    around = setting.words(setting.doc[max(sent.start, tokens.start - 16) : min(sent.end, tokens.end + 8)])
    part = {"part"} if _PART.match(setting.text, fact.span.end) else set()
    return (
        part
        | {stem(t.text) for t in around if t.lower_ in _SCOPES}
        | {stem(part) for t in around for part in t.lower_.split("-") if part in _SCOPES}
    )


def _measured(
    setting: Setting, fact: Fact, sentence: Span, nouns: list[str], verb: Token | None
) -> list[str]:
    """Return the words that name the measure, the head last; for counted persons what was done to them."""
    tokens = setting.doc.char_span(fact.span.start, fact.span.end, alignment_mode="expand")
    inside = _named(setting, fact, sentence)
    if fact.data.get("kind") == "count":
        counted = inside[-1] if inside else nouns[0] if nouns else ""
        persons = {counted, *nouns[:2]} & (PERSONS | _HARM)
        if not counted or persons:
            told = _harm(setting, tokens, sentence, verb)
            if not told and verb is not None and stem(verb.text) in CLASSES:
                told = stem(verb.text)  # "employs 900 people"
            return [told] if told else []
    if verb is not None and verb.text.lower() in _CHANGING and _is_step(tokens, verb):
        return ["change", *inside] if inside else []
    return inside


def _ahead(verb: Token | None) -> bool:
    """Tell whether a figure is of what is to come, is wished for or could be."""
    for _step in range(2):
        if verb is None:
            return False
        if verb.tag_ == "VB" or any(
            c.lower_ in _AHEAD for c in verb.children if c.dep_ in ("aux", "auxpass")
        ):
            return True
        if verb.lower_ in _WISHING:
            return True
        verb = verb.head if verb.head.i != verb.i and verb.head.tag_.startswith("V") else None
    return False


def _turn(setting: Setting, fact: Fact, verb: Token | None) -> int:
    """Return 1 if a figure is of a rise, -1 if of a fall, 0 if of neither."""
    tokens = setting.doc.char_span(fact.span.start, fact.span.end, alignment_mode="expand")
    near = [t.lower_ for t in setting.doc[max(0, tokens.start - 5) : tokens.end + 5]] if tokens else []
    words = {*near, verb.lower_ if verb is not None else ""}
    up, down = bool(words & _RISING), bool(words & _SINKING)
    return int(up) - int(down)


def _past(setting: Setting, sentence: Span) -> bool:
    """Tell whether a sentence, or the one before if it has no date, tells of a time before the news."""
    published = setting.scene.document.published.first
    if published is None:
        return False
    for part in (sentence, *_near(setting, sentence)):
        lasts = [each.last for each in setting.scene.dates if part.contains(each.span) and each.last]
        if lasts:
            return all((published - date.fromisoformat(last[:10])).days > _NEWS for last in lasts)
    return False


def _named(setting: Setting, fact: Fact, sentence: Span) -> list[str]:
    measure = str(fact.about or "")
    place = setting.text.find(measure, sentence.start, sentence.end) if measure else -1
    if place < 0:
        return []
    found = setting.doc.char_span(place, place + len(measure), alignment_mode="expand")
    return telling(setting.words(found or ()))


def _harm(setting: Setting, tokens: Any, sentence: Span, verb: Token | None) -> str:
    """Return what was done to counted persons: killed, injured …, after the nearest word that tells."""
    if verb is not None and verb.lower_ in _CHANGING:  # "the number of dead rose to 44"
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        told = [stem(t.text) for t in subject.subtree] if subject is not None else []
        best = next((each for each in told if each in _HARM), "")
        if best:
            return best
    before = reversed(setting.doc[max(0, tokens.start - _HARM_WORDS) : tokens.start])
    after = setting.doc[tokens.end : tokens.end + _HARM_WORDS]
    sides = [_nearest(side, sentence) for side in (after, before)]
    found = [each for each in sides if each is not None]
    return min(found)[1] if found else ""


def _nearest(tokens: Iterable[Token], sentence: Span) -> tuple[int, str] | None:
    """Return how far the first word of harm is, and which; nothing behind another number or a comma."""
    for gap, token in enumerate(tokens):
        if not sentence.start <= token.idx < sentence.end or token.tag_ == "CD" or token.text in ",;:":
            return None
        if token.tag_[:1] in "NVJ" and stem(token.text) in _HARM:
            return gap, stem(token.text)
    return None


def _is_step(tokens: Any, verb: Token) -> bool:
    """Tell whether a figure says by how much something changed, not to what."""
    before = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    return before not in ("to", "at", "of", "reach", "reached", "total", "totalled")

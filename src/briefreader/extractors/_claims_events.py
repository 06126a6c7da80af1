"""Claims on events, visits and agreements: who, where, on which days, of what rank, in what state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.extractors import agreement, event
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._happenings_clauses import clause, passive, subject
from briefreader.extractors._matters import Setting, party
from briefreader.extractors._names import resolve
from briefreader.extractors._wording import stem, telling

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefreader.extractors._names import Mention

RANKS = ("state", "official", "working", "private", "unofficial", "informal")
"""What protocol calls a visit; of two sources that give different ranks, one is wrong or both are loose."""

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
_DAYS = re.compile(r"\b(\d{1,2}|" + "|".join(_NUMBERS) + r")[- ]day\b", re.IGNORECASE)
_CLIMB = 5
_ONGOING = re.compile(
    r"\b(?:continues|is (?:currently |now )?(?:visiting|under way|underway|ongoing|taking place))\b"
)


def claims(setting: Setting) -> Iterator[Fact]:
    """Yield a claim for each event and agreement."""
    for fact in setting.reading.facts(event):
        noun = _noun(setting, fact.span)
        if noun is not None and not setting.scene.document.is_noise(fact.span):
            data = _event(setting, fact, noun)
            yield setting.reading.fact("claim", fact.span, when=fact.when, about=fact.about, data=data)
    yield from _dated(setting)
    for fact in setting.reading.facts(agreement):
        if not setting.scene.document.is_noise(fact.span):
            data = _agreement(setting, fact)
            yield setting.reading.fact("claim", fact.span, when=fact.when, about=fact.about, data=data)


_SAYING = listed(
    """
    say said says tell told add added note noted state stated report reported announce announced according
    be is are was were been have has had do did see expect expected know known call called hope hoped
    """
)


def _dated(setting: Setting) -> Iterator[Fact]:
    """Yield a claim for each clause with a day of its own, if it names somebody or says what it was.

    ``subject`` is the stem of the thing that did or suffered it, ``which`` what tells it from others of
    its kind: "the first case was registered on 3 November". Where the subject is a name, the first is empty
    and the second holds what stands beside it: "the ferry Aurora".
    """
    taken = [fact.span for fact in setting.reading.facts(event)]
    for each in setting.scene.dates:
        verb = _governing(setting, each.span)
        if verb is None or not each.first or setting.scene.document.is_noise(each.span):
            continue
        if any(span.start <= verb.idx < span.end or span.contains(each.span) for span in taken):
            continue
        tokens = clause(verb)
        span = setting.scene.span(passive(verb))
        if span is None or not span.overlaps(each.span):
            continue
        sentence = setting.sentence(span)
        named = setting.parties(span)
        thing, which = _thing(setting, verb)
        if not named and not thing:
            continue
        data = {
            "subject": thing,
            "which": which,
            "family": "event",
            "head": stem(verb.text),
            "words": telling(setting.words([*tokens, *passive(verb)])),
            "parties": named,
            "around": setting.parties(sentence),
            "pair": list(setting.pair),
            "passage": [sentence.start, sentence.end],
            "value": span.of(setting.text),
            "status": "held" if verb.tag_ in ("VBD", "VBN") else "planned",
            "bare": True,
            "first": each.first,
            "last": each.last,
            "when": each.value,
            "dated": [each.span.start, each.span.end],
        }
        yield setting.reading.fact("claim", span, when=each.value, about=span.of(setting.text), data=data)


_WHICH = listed("first second third fourth fifth last next new other another both all")


def _thing(setting: Setting, verb: Token) -> tuple[str, list[str]]:
    """Return the stem of the noun that a verb has as its subject, and the words that narrow it."""
    noun = subject(verb)
    if noun is None or not noun.tag_.startswith("N"):
        return "", []
    own = [t for t in noun.subtree if t.i != noun.i]
    narrow = [stem(t.text) for t in own if t.lower_ in _WHICH or t.tag_ in ("CD", "JJS", "JJR")]
    narrow += telling(setting.words(t for t in own if t.tag_.startswith("NN") or t.tag_ == "JJ"))
    return (stem(noun.text) if telling(setting.words([noun])) else ""), sorted(set(narrow))


def _governing(setting: Setting, span: Span) -> Token | None:
    """Return the verb that a date hangs on, if it tells that something happened."""
    tokens = setting.doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return None
    token: Token = tokens.root
    for _step in range(4):
        if token.tag_.startswith("V"):
            return None if token.lower_ in _SAYING else token
        if token.head.i == token.i or token.dep_ in ("relcl", "acl", "nsubj"):
            return None
        token = token.head
    return None


def _noun(setting: Setting, span: Span) -> Token | None:
    """Return the word that names an event: its noun, or else its verb."""
    head = setting.head(span)
    if head is None or head.lower_ in event.NOUNS:
        return head
    tokens = setting.doc.char_span(span.start, span.end, alignment_mode="expand")
    for token in tokens if tokens is not None else ():
        close = token.head.i == head.i or token.i == head.i
        if token.lower_ in event.NOUNS and close and token.dep_ in ("dobj", "nsubjpass", "nsubj"):
            return token
    return head


def _event(setting: Setting, fact: Fact, noun: Token) -> dict[str, Any]:
    sentence = setting.sentence(fact.span)
    tokens = setting.doc.char_span(fact.span.start, fact.span.end, alignment_mode="expand")
    data: dict[str, Any] = {
        "family": "visit" if stem(noun.text) == "visit" else "event",
        "head": stem(noun.text),
        "words": telling(setting.words(tokens or ())),
        "parties": setting.parties(fact.span),
        "around": setting.parties(sentence),
        "pair": list(setting.pair),
        "passage": [sentence.start, sentence.end],
        "value": fact.text,
        "status": fact.data.get("status"),
        "ongoing": bool(_ONGOING.search(sentence.of(setting.text))),
        **_when(setting, fact.span, sentence, str(fact.when)),
    }
    if data["family"] == "visit":
        data |= _visit(setting, fact, noun)
    return data


def _when(setting: Setting, span: Span, sentence: Span, when: str) -> dict[str, Any]:
    """Return the days of an event, from the date in its words or the only one of its sentence."""
    return setting.interval(span) or (setting.interval(sentence) if when else {}) or {"when": ""}


def _visit(setting: Setting, fact: Fact, noun: Token) -> dict[str, Any]:
    """Return who visits where, and the rank and length of the visit."""
    goal: list[dict[str, str]] = []
    guests: list[dict[str, str]] = []
    arrived = _goal(setting, fact.span)
    for mention in setting.scene.mentioned(fact.span):
        each = {"entity": mention.entity, "name": mention.name, "kind": mention.kind}
        (goal if mention.kind == "place" and arrived <= mention.span.start else guests).append(each)
    if not any(each["kind"] == "person" for each in guests):
        guests = [*guests, *_guest(setting, noun)]
    before = setting.text[fact.span.start : noun.idx + len(noun)]
    ranks = [rank for rank in RANKS if re.search(rf"\b{rank}\b(?![- ]of\b)", _phrase_before(before), re.I)]
    length = _DAYS.search(before)
    days = (_NUMBERS.get(length[1].lower()) or int(length[1])) if length else None
    mark: list[int] | None = None
    if ranks or length:
        first = noun.idx - len(_phrase_before(before)) + len(noun)
        mark = [max(fact.span.start, first), noun.idx + len(noun)]
    return {"guests": guests, "goal": goal, "rank": ranks[-1] if ranks else "", "days": days, "titled": mark}


def _guest(setting: Setting, noun: Token) -> list[dict[str, str]]:
    """Return whose visit it is, where its own phrase names nobody.

    "The Vietnamese leader's visit": who holds that office here. "X, who is on a visit", "X paid a visit", "X
    returned after a trip": the subject. "His visit": the last person named, a sentence back at most.
    """
    owners = [child for child in noun.children if child.dep_ == "poss" or child.tag_ == "PRP$"]
    for owner in owners:
        if owner.tag_ != "PRP$":
            left = Span(owner.left_edge.idx, owner.idx + len(owner))
            return _person(setting, resolve(setting.reading, left))
        if owner.lower_ in ("his", "her"):
            return _last_person(setting, noun)
    verb = noun
    for _step in range(_CLIMB):
        if verb.tag_.startswith("V") or verb.tag_ == "AUX" or verb.head.i == verb.i:
            break
        verb = verb.head
    actor = subject(verb)
    if actor is None:
        return []
    if actor.lower_ in ("who", "that", "which"):
        actor = verb.head
    if actor.tag_ == "PRP":
        return _last_person(setting, actor) if actor.lower_ in ("he", "she") else []
    first, last = actor.left_edge, actor.right_edge if actor.i > verb.i else actor
    span = Span(first.idx, max(last.idx + len(last), actor.idx + len(actor)))
    named = [m for m in setting.scene.mentioned(span) if m.kind == "person"]
    return [party(named[-1])] if named else _person(setting, resolve(setting.reading, span))


def _person(setting: Setting, found: Mention | None) -> list[dict[str, str]]:
    return [party(found)] if found is not None and found.kind == "person" else []


def _last_person(setting: Setting, token: Token) -> list[dict[str, str]]:
    sentence = setting.sentence(Span(token.idx, token.idx + len(token)))
    before = setting.before(sentence)
    start = before[0].idx if before else sentence.start
    people = [m for m in setting.scene.mentioned(Span(start, token.idx + 1)) if m.kind == "person"]
    return [party(people[-1])] if people else []


def _phrase_before(before: str) -> str:
    """Return the last words before and with the noun: "two-day official visit"."""
    match = re.search(r"(?<![\w’'-])(?:(?!(?:of|by|to|the|this|a|an|s)\b)[\w-]+ ){0,4}[\w-]+\Z", before)
    return match[0] if match else before


def _goal(setting: Setting, span: Span) -> int:
    """Return the place from which on names in a stretch say where a visit goes."""
    found = [match.start() for match in re.finditer(r"\bto (?=(?:the )?[A-ZÀ-Ỹ])", span.of(setting.text))]
    return span.start + found[-1] if found else span.end


def _agreement(setting: Setting, fact: Fact) -> dict[str, Any]:
    sentence = setting.sentence(fact.span)
    what = str(fact.data.get("what") or fact.text)
    place = setting.text.find(what, fact.span.start, fact.span.end + 1)
    own = Span(place, place + len(what)) if place >= 0 else fact.span
    tokens = setting.doc.char_span(own.start, own.end, alignment_mode="expand")
    nouns = [t for t in tokens or () if t.lower_ in agreement.NOUNS and t.tag_.startswith("N")]
    noun = nouns[0] if nouns else None
    when = _when(setting, fact.span, sentence, str(fact.when)) if fact.when else {"when": ""}
    return {
        "family": "agreement",
        "head": stem(noun.text) if noun is not None else "",
        "words": _strategic([w for w in telling(setting.words(tokens or ())) if w not in _MAKING]),
        "parties": setting.parties(fact.span) or setting.parties(sentence),
        "pair": list(setting.pair),
        "passage": [sentence.start, sentence.end],
        "value": fact.text,
        "status": fact.data.get("status"),
        "covers": _covered(setting, own) if not fact.when else "",
        **when,
    }


_MAKING = frozenset(stem(word) for word in agreement.SIGNING) | {"visit"}
"""Words that say that an agreement was made, not which."""


def _strategic(words: list[str]) -> list[str]:
    """Return the words with "strategic partnership", "alliance" and "cooperation" as one."""
    if "strategic" in words and set(words) & {"partnership", stem("cooperation")}:
        return [*words, "strategic-partnership"]
    return words


def _covered(setting: Setting, span: Span) -> str:
    """Return the years that a plan is for: "2025/2027"."""
    inside = [each.value for each in setting.scene.dates if span.contains(each.span)]
    return inside[-1] if inside else ""

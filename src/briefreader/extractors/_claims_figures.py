"""Claims on figures: what is measured, between whom, for which time, and how much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.extractors import figure
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._matters import Setting
from briefreader.extractors._wording import PERSONS, stem, telling

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

_HARM = frozenset(("killed", "injured", "arrested", "displaced", "missing", "infected"))
_HARM_WORDS = 8
_CLIMB = 5


def claims(setting: Setting) -> Iterator[Fact]:
    """Yield a claim for each figure that says what it measures."""
    reading = setting.reading
    for fact in reading.facts(figure):
        if (
            fact.amount is None
            or fact.data.get("kind") == "ordinal"
            or setting.scene.document.is_noise(fact.span)
        ):
            continue
        sentence = setting.sentence(fact.span)
        words = _measured(setting, fact, sentence)
        if not words or (fact.data.get("kind") == "count" and _idle(fact, words)):
            continue
        yield reading.fact("claim", fact.span, amount=fact.amount, unit=fact.unit, when=fact.when,
                           about=fact.about, data=_data(setting, fact, sentence, words))  # fmt: skip


def _data(setting: Setting, fact: Fact, sentence: Span, words: list[str]) -> dict[str, Any]:
    return {
        "family": "figure",
        "head": words[-1],
        "words": words,
        "parties": setting.parties(sentence),
        "pair": list(setting.pair),
        "passage": [sentence.start, sentence.end],
        "value": fact.text,
        "kind": fact.data.get("kind"),
        "comparator": fact.data.get("comparator") or "=",
        "upper": fact.data.get("to"),
        "key": bool(fact.data.get("key")),
        **_days(setting, fact, sentence),
    }


def _days(setting: Setting, fact: Fact, sentence: Span) -> dict[str, Any]:
    """Return the first and last day of the figure's period, from the date that gave it."""
    if not fact.when:
        return {"when": ""}
    same = [each for each in setting.reading.dates if each.value == fact.when and each.first]
    near = [each for each in same if sentence.contains(each.span)] or same
    return {"when": fact.when, "first": near[0].first, "last": near[0].last} if near else {"when": fact.when}


def _measured(setting: Setting, fact: Fact, sentence: Span) -> list[str]:
    """Return the telling words of what is measured, the head last; with the verb for counted persons."""
    tokens = setting.doc.char_span(fact.span.start, fact.span.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return []
    measure = str(fact.about or "")
    place = setting.text.find(measure, sentence.start, sentence.end) if measure else -1
    inside = []
    if place >= 0:
        found = setting.doc.char_span(place, place + len(measure), alignment_mode="expand")
        inside = telling(setting.words(found)) if found is not None else []
    verb = _verb(tokens.root)
    counted = fact.data.get("kind") == "count"
    if counted and (not inside or inside[-1] in PERSONS or inside[-1] in _HARM):
        harm = _harm(setting, tokens, sentence)
        if not harm:
            return [*inside, stem(verb.text)] if inside and verb is not None and _weighty(verb) else []
        return [harm]
    if verb is not None and verb.text.lower() in _CHANGING and _is_step(tokens, verb):
        inside = ["change", *inside]
    return inside


def _harm(setting: Setting, tokens: Any, sentence: Span) -> str:
    """Return what was done to counted persons: killed, injured …, after the nearest word that tells."""
    best, distance = "", _HARM_WORDS + 1
    for token in setting.doc[max(0, tokens.start - _HARM_WORDS) : tokens.end + _HARM_WORDS]:
        inside = sentence.start <= token.idx < sentence.end
        if inside and token.tag_[:1] in "NVJ" and stem(token.text) in _HARM:
            gap = tokens.start - token.i if token.i < tokens.start else token.i - tokens.end + 1
            if gap < distance:
                best, distance = stem(token.text), gap
    return best


def _verb(token: Token) -> Token | None:
    for _step in range(_CLIMB):
        if token.tag_.startswith("V"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _is_step(tokens: Any, verb: Token) -> bool:
    """Tell whether a figure says by how much something changed, not to what."""
    before = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    return before != "to" and before not in ("at", "of", "reach", "reached", "total", "totalled")


def _weighty(verb: Token) -> bool:
    return verb.lower_ not in (
        "is", "are", "was", "were", "be", "been", "has", "have", "had", "said", "says", "say",
    )  # fmt: skip


def _idle(fact: Fact, words: list[str]) -> bool:
    """Tell whether a count is too small and unspecific to be compared: "two agencies"."""
    return not fact.data.get("key") and not set(words) & _HARM and (fact.amount or 0) < 10

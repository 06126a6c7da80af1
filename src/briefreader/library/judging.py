"""Facts as a person has judged them: accepted, corrected or rejected, whatever a new analysis says.

A judged fact carries in its ``data``: ``judged`` ("accepted", "corrected", "rejected"), ``decision`` (the
record's id), ``reason`` if one was given, and after a correction ``found``, [start, end], where the
machine found it. A fact that a person accepted or corrected is kept even if the machine no longer
finds it; its ``data`` then says ``by_hand``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefreader.domain.decision import FACT_ACTS, Decision
from briefreader.domain.document import Published
from briefreader.domain.fact import Fact
from briefreader.domain.folding import fold
from briefreader.domain.text import Span
from briefreader.library.workspace import Workspace
from briefreader.store import Store

_JUDGED = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}
_TYPED = ("amount", "unit", "when", "about")
_NAMED = ("value", "comparator", "to")


def facts_of(
    workspace: Workspace, documents: Sequence[str], kinds: Iterable[str] = (), limit: int = 0
) -> list[Fact]:
    """Return the facts of documents as ``Store.facts`` does, judged; rejected ones are among them.

    With a limit, those that a person decided on come on top of it, wherever they rank.
    """
    return facts_in(workspace.store, documents, kinds, limit)


def facts_in(store: Store, documents: Sequence[str], kinds: Iterable[str] = (), limit: int = 0) -> list[Fact]:
    """Return what ``facts_of`` does, from a store."""
    wanted = tuple(kinds)
    found = store.facts(documents, wanted, limit)
    decisions = _decisions(store, documents, wanted)
    if not decisions:
        return found
    lower: list[Fact] = []
    if limit:
        # A fact that ranks too low to be among these must not pass for one that is no longer found.
        known = {fact.key for fact in found}
        touched = sorted({each.document for each in decisions})
        lower = [fact for fact in store.facts(touched, wanted) if fact.key not in known]
    every = _carried_out(store, [*found, *lower], decisions)
    beyond = [fact for fact in every[len(found) :] if "decision" in fact.data]
    return [*every[: len(found)], *beyond]


def judged(
    workspace: Workspace, facts: Sequence[Fact], documents: Sequence[str], kinds: Sequence[str] = ()
) -> list[Fact]:
    """Return facts with every decision on them carried out, and those that a person alone upholds."""
    decisions = _decisions(workspace.store, documents, kinds)
    return _carried_out(workspace.store, facts, decisions) if decisions else list(facts)


def apply(facts: Sequence[Fact], decisions: Iterable[Decision], texts: Mapping[str, str]) -> list[Fact]:
    """Return facts with the decisions carried out; ``texts`` holds the text of each decided document.

    They come in their order; those that a person alone upholds follow.
    """
    waiting: dict[str, list[tuple[Span, Decision]]] = defaultdict(list)
    for decision in decisions:
        if decision.act not in FACT_ACTS:
            continue
        text = texts.get(decision.document)
        place = decision.passages[0].anchor.find(text) if text is not None else None
        if place is not None:  # otherwise the decision waits until its passage is back
            waiting[decision.document].append((place, decision))
    found = list(facts)
    # A fact at the very place comes before one that only lies much the same.
    for same in (_there, _nearly_there):
        for number, fact in enumerate(found):
            placed = waiting.get(fact.document)
            if placed and "decision" not in fact.data:
                found[number] = _judged(fact, placed, texts[fact.document], same)
    for document, placed in waiting.items():
        for place, decision in placed:
            if decision.act != "reject":
                fact = Fact(document, decision.kind, place, place.of(texts[document]), data={"by_hand": True})
                found.append(_decided(fact, decision, texts[document]))
    return _known(found)


def standing(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts that nobody has rejected."""
    return [fact for fact in facts if fact.data.get("judged") != "rejected"]


def is_other(value: str, printed: str, passage: str) -> bool:
    """Tell whether a value is other than what a passage has word for word; spaces and capitals do not count.

    "$245 million" is another value where "over $245 million" is printed.
    """
    value, printed, passage = ("".join(each.casefold().split()) for each in (value, printed, passage))
    return value not in passage or (value != printed and value in printed)


def _decisions(store: Store, documents: Sequence[str], kinds: Sequence[str]) -> list[Decision]:
    return [
        each
        for each in store.decisions(documents)
        if each.act in FACT_ACTS and (not kinds or each.kind in kinds)
    ]


def _carried_out(store: Store, facts: Sequence[Fact], decisions: Sequence[Decision]) -> list[Fact]:
    touched = sorted({each.document for each in decisions})
    return apply(facts, decisions, {each.id: each.text for each in store.documents(touched)})


def _judged(
    fact: Fact, placed: list[tuple[Span, Decision]], text: str, same: Callable[[Fact, Span], bool]
) -> Fact:
    """Return the fact with the first decision that is about it, which is then waiting no longer."""
    for number, (place, decision) in enumerate(placed):
        if decision.kind == fact.kind and same(fact, place):
            del placed[number]
            return _decided(fact, decision, text)
    return fact


def _there(fact: Fact, place: Span) -> bool:
    return fact.span == place


def _nearly_there(fact: Fact, place: Span) -> bool:
    """Tell whether a fact is the one that stood at a place; a new version may set its edges otherwise."""
    shared = min(fact.span.end, place.end) - max(fact.span.start, place.start)
    return shared > 0 and 2 * shared > max(len(fact.span), len(place))


def _decided(fact: Fact, decision: Decision, text: str) -> Fact:
    data: dict[str, Any] = {
        **fact.data, "judged": _JUDGED[decision.act], "decision": decision.id, "reason": decision.reason,
    }  # fmt: skip
    if decision.act != "correct":
        return replace(fact, data=data)
    values = decision.values
    span = _corrected_span(fact, decision, text)
    if span != fact.span:
        data["found"] = [fact.span.start, fact.span.end]
    typed = {name: values[name] for name in _TYPED if name in values}
    if "speaker" in values:
        data["speaker"] = {"start": None, "end": None, "name": values["speaker"], "entity": None}
        data.pop("role", None)  # it was that of another speaker
        typed["about"] = values["speaker"]
    data |= {name: values[name] for name in _NAMED if name in values}
    if "about" in values and "entity" in data:
        data |= {"entity": None, "name": values["about"]}
    if "when" in values and fact.kind == "date":
        data["from"], data["to"] = _days(str(values["when"]))
        data.pop("bound", None)  # it was reckoned from another value
    return replace(fact, span=span, text=span.of(text), data=data, **typed)


def _corrected_span(fact: Fact, decision: Decision, text: str) -> Span:
    """Return the span that a person chose; it moves with the passage when the text before has changed."""
    values, anchor = decision.values, decision.passages[0].anchor
    place = anchor.find(text)
    if "start" not in values or place is None:
        return fact.span
    moved = place.start - anchor.span.start
    start, end = values["start"] + moved, values["end"] + moved
    return Span(start, end) if 0 <= start < end <= len(text) else fact.span


def _days(when: str) -> tuple[str | None, str | None]:
    """Return the first and the last day that an ISO date, or two with a slash between, stand for."""
    first, _slash, last = when.partition("/")
    try:
        start, end = Published(first).first, Published(last or first).last
    except ValueError:
        return None, None
    return (start.isoformat(), end.isoformat()) if start and end else (None, None)


def _known(facts: list[Fact]) -> list[Fact]:
    """Give speakers and names that a person put in the bearer that others of that name have."""
    fresh = [number for number, fact in enumerate(facts) if _bearer(fact) is None]
    if not fresh:
        return facts
    bearers = {fold(fact.about): bearer for fact in facts if (bearer := _bearer(fact))}
    for number in fresh:
        fact = facts[number]
        bearer = bearers.get(fold(fact.about))
        if bearer and fact.kind == "quote":
            speaker = {**fact.data["speaker"], "entity": bearer}
            facts[number] = replace(fact, data={**fact.data, "speaker": speaker})
        elif bearer:
            facts[number] = replace(fact, data={**fact.data, "entity": bearer})
    return facts


def _bearer(fact: Fact) -> str | None:
    """Return who speaks or is named; None where a person put the name in, "" where nobody is known."""
    holder = (fact.data.get("speaker") or {}) if fact.kind == "quote" else fact.data
    found = holder.get("entity")
    corrected = fact.data.get("judged") == "corrected" and "entity" in holder
    return str(found) if found else (None if corrected else "")

"""Facts as a person has judged them: accepted, corrected or rejected, whatever a new analysis says.

A judged fact carries in its ``data``: ``judged`` ("accepted", "corrected", "rejected"), ``decision`` (the
record's id), ``reason`` if one was given, and after a correction ``found``, [start, end], where the
machine found it. A fact that a person accepted or corrected is kept even if the machine no longer
finds it; its ``data`` then says ``by_hand``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefreader.domain.decision import FACT_ACTS, Decision
from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.library.workspace import Workspace

_JUDGED = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}
_TYPED = ("amount", "unit", "when", "about")


def facts_of(
    workspace: Workspace, documents: Sequence[str], kinds: Iterable[str] = (), limit: int = 0
) -> list[Fact]:
    """Return the facts of documents as ``Store.facts`` does, judged; rejected ones are among them."""
    wanted = tuple(kinds)
    return judged(workspace, workspace.store.facts(documents, wanted, limit), documents, wanted)


def judged(
    workspace: Workspace, facts: Sequence[Fact], documents: Sequence[str], kinds: Sequence[str] = ()
) -> list[Fact]:
    """Return facts with every decision on them carried out, and those that a person alone upholds."""
    found = workspace.store.decisions(documents)
    decisions = [each for each in found if each.act in FACT_ACTS and (not kinds or each.kind in kinds)]
    if not decisions:
        return list(facts)
    touched = sorted({each.document for each in decisions})
    texts = {each.id: each.text for each in workspace.store.documents(touched)}
    return apply(facts, decisions, texts)


def apply(facts: Sequence[Fact], decisions: Iterable[Decision], texts: Mapping[str, str]) -> list[Fact]:
    """Return facts with the decisions carried out; ``texts`` holds the text of each decided document."""
    by_document: dict[str, list[tuple[Span, Decision]]] = defaultdict(list)
    for decision in decisions:
        if decision.act not in FACT_ACTS:
            continue
        text = texts.get(decision.document)
        place = decision.passages[0].anchor.find(text) if text is not None else None
        if place is not None:  # otherwise the decision waits until its passage is back
            by_document[decision.document].append((place, decision))
    taken: set[str] = set()
    found = [_judged(fact, by_document.get(fact.document, ()), texts, taken) for fact in facts]
    for document, placed in by_document.items():
        for place, decision in placed:
            if decision.id not in taken and decision.act != "reject":
                fact = Fact(document, decision.kind, place, place.of(texts[document]), data={"by_hand": True})
                found.append(_decided(fact, decision, texts[document]))
    return found


def standing(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts that nobody has rejected."""
    return [fact for fact in facts if fact.data.get("judged") != "rejected"]


def _judged(
    fact: Fact, placed: Iterable[tuple[Span, Decision]], texts: Mapping[str, str], taken: set[str]
) -> Fact:
    for place, decision in placed:
        if decision.kind == fact.kind and _same(fact, place) and decision.id not in taken:
            taken.add(decision.id)
            return _decided(fact, decision, texts[fact.document])
    return fact


def _same(fact: Fact, place: Span) -> bool:
    """Tell whether a fact is the one that stood at a place; a new version may set its edges otherwise."""
    if fact.span == place:
        return True
    shared = min(fact.span.end, place.end) - max(fact.span.start, place.start)
    return shared > 0 and 2 * shared > max(len(fact.span), len(place))


def _decided(fact: Fact, decision: Decision, text: str) -> Fact:
    data: dict[str, Any] = {
        **fact.data, "judged": _JUDGED[decision.act], "decision": decision.id, "reason": decision.reason,
    }  # fmt: skip
    if decision.act != "correct":
        return replace(fact, data=data)
    values = decision.values
    span = fact.span
    if "start" in values and 0 <= values["start"] < values["end"] <= len(text):
        # Places move with the passage when the text before it has changed.
        moved = fact.span.start - decision.passages[0].anchor.span.start
        span = Span(values["start"] + moved, values["end"] + moved)
        data["found"] = [fact.span.start, fact.span.end]
    typed = {name: values[name] for name in _TYPED if name in values}
    if "speaker" in values:
        data["speaker"] = {"start": None, "end": None, "name": values["speaker"], "entity": None}
        typed["about"] = values["speaker"]
    if "value" in values:
        data["value"] = values["value"]
    return replace(fact, span=span, text=span.of(text), data=data, **typed)

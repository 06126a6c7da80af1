"""Looking over the whole corpus: who is named, what sources agree and differ on, when, and how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefreader.domain.decision import Decision, Passage
from briefreader.domain.document import Document, Published
from briefreader.domain.fact import Fact
from briefreader.domain.query import Query
from briefreader.domain.register import ENTITY_KINDS
from briefreader.domain.survey import SourceCard, Survey
from briefreader.domain.text import Anchor
from briefreader.i18n import _
from briefreader.library import _chronicle, _figure_rows, _surveys_kept, judging
from briefreader.library.ledger import ledger_of
from briefreader.library.origins import origins
from briefreader.library.registering import Registered, register_of
from briefreader.library.workspace import Progress, Workspace

MOST_DOCUMENTS = 5_000
"""How many documents a survey looks at, the newest first: more would not be ready while one waits."""

_CHUNK = 500
_KINDS = (*ENTITY_KINDS, "quote", "claim", "figure", "date", "event", "agreement")


def survey(workspace: Workspace, progress: Progress | None = None) -> Survey:
    """Return the survey of a workspace as it is now; ``progress`` may raise Cancelled.

    If nothing that it rests on has changed since the last one, that one is returned.
    """
    state = _surveys_kept.state(workspace.store)
    found = _surveys_kept.recall(workspace.store, state)
    if found is None:
        found = _made(workspace, progress)
        _surveys_kept.keep(workspace.store, state, found)
    return found


def _made(workspace: Workspace, progress: Progress | None) -> Survey:
    ids = workspace.store.ids(Query(order="newest"))
    left_out = max(0, len(ids) - MOST_DOCUMENTS)
    ids = ids[:MOST_DOCUMENTS]
    documents: list[Document] = []
    facts: list[Fact] = []
    for start in range(0, len(ids), _CHUNK):
        if progress is not None:
            progress(start, len(ids), _("Comparing the sources"))
        chunk = ids[start : start + _CHUNK]
        documents += workspace.store.documents(chunk)
        facts += workspace.store.facts(chunk, _KINDS)
    return surveyed(documents, facts, workspace.store.decisions(), left_out)


def surveyed(
    documents: Sequence[Document], facts: Sequence[Fact], decisions: Sequence[Decision], left_out: int = 0
) -> Survey:
    """Return the survey of some documents with their facts and what a person decided on them."""
    texts = {each.id: each.text for each in documents}
    cards = _cards(documents)
    placed = [_placed(each, texts) for each in decisions]
    judged = judging.standing(
        judging.apply(facts, [each for each in decisions if each.document in texts], texts)
    )
    registered = register_of(judged, placed, cards)
    judged = _carried_over(judged)
    ledger = ledger_of(judged, registered, cards, texts, placed)
    moments = _chronicle.moments(documents, judged, ledger)
    return Survey(
        registered.register, ledger, moments, _figure_rows.rows(judged, ledger, texts), cards, left_out
    )


def _cards(documents: Sequence[Document]) -> dict[str, SourceCard]:
    # The earliest is the origin of those that copy it, so they are looked at in the order of time.
    dated = sorted(documents, key=lambda each: (str(each.published.first or "9999"), each.id))
    first = origins(dated)
    return {
        each.id: SourceCard(each.id, each.title, each.outlet, each.published, first[each.id])
        for each in documents
    }


def _placed(decision: Decision, texts: Mapping[str, str]) -> Decision:
    """Return the decision with its passages where they are now; those that are gone are left out."""
    found = []
    for passage in decision.passages:
        text = texts.get(passage.document)
        place = passage.anchor.find(text) if text is not None else None
        if place is not None and text is not None:
            found.append(Passage(passage.document, Anchor.on(text, place)))
    return replace(decision, passages=tuple(found))


def _carried_over(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts with what a person corrected on a figure, event or agreement put into its claims.

    A claim whose fact was rejected goes with it; that fact is no longer among the facts.
    """
    facts = list(facts)
    bases: dict[str, dict[tuple[int, int], Fact]] = defaultdict(dict)
    for fact in facts:
        if fact.kind in ("figure", "event", "agreement"):
            found = fact.data.get("found") or (fact.span.start, fact.span.end)
            bases[fact.document][found[0], found[1]] = fact
    kept = []
    for fact in facts:
        based = fact.data.get("family") in ("figure", "event", "visit", "agreement")
        if fact.kind == "claim" and based and not fact.data.get("bare"):  # a bare clause rests on no fact
            base = bases[fact.document].get((fact.span.start, fact.span.end))
            if base is None:
                continue
            if base.data.get("judged") == "corrected":
                fact = _corrected(fact, base)
        kept.append(fact)
    return kept


def _corrected(claim: Fact, base: Fact) -> Fact:
    data = {**claim.data, "value": base.data.get("value") or base.text}
    if base.kind == "figure":
        data |= {"comparator": base.data.get("comparator") or "=", "upper": base.data.get("to")}
    if base.when != claim.when:
        try:
            days = Published(base.when)
            first, last = days.first, days.last
        except ValueError:
            first = last = None
        data |= {"first": first.isoformat() if first else None, "last": last.isoformat() if last else None}
    return replace(
        claim, amount=base.amount, unit=base.unit, when=base.when, about=base.about or claim.about, data=data
    )


__all__ = ["MOST_DOCUMENTS", "Registered", "survey", "surveyed"]

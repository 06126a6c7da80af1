"""What a person decides about facts, names and claims, as edits that can be undone."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from briefreader.domain.annotation import Edit
from briefreader.domain.decision import FACT_ACTS, NAME_ACTS, Decision, Passage
from briefreader.domain.fact import Fact
from briefreader.domain.folding import fold
from briefreader.domain.ledger import Claim
from briefreader.domain.register import Entity, Place, Variant
from briefreader.domain.text import Anchor, Span
from briefreader.library.annotating import now
from briefreader.library.workspace import Workspace

Edits = tuple[Edit, ...]


def spelling(text: str) -> str:
    """Return a spelling of a name as decisions know it: folded, with single spaces."""
    return " ".join(fold(text).split())


def on_fact(
    workspace: Workspace, fact: Fact, act: str, reason: str = "", author: str = "", **values: Any
) -> Edits:
    """Return the edit that accepts, rejects or corrects a fact, in place of an earlier decision on it.

    ``act`` is one of FACT_ACTS, or "" to leave the fact to the machine again. A correction keeps the
    values of an earlier one that it does not name. Facts of a corrected span are found by either.
    """
    before = _on(workspace, fact)
    if not act:
        return (Edit(before, None),) if before else ()
    assert act in FACT_ACTS
    kept = dict(before.values) if before is not None and act == "correct" else {}
    if before is not None:
        return (_again(before, act=act, reason=reason, values={**kept, **values}, author=author),)
    passage = _passage(workspace, fact.document, found_at(fact))
    return _made(act, fact.kind, (passage,), values=values, reason=reason, author=author)


def found_at(fact: Fact) -> Span:
    """Return where the machine found a fact, whose span a person may have corrected since."""
    found = fact.data.get("found")
    return Span(*found) if found else fact.span


def merge(entities: Sequence[Entity], author: str = "") -> Edits:
    """Return the edit that makes these entities one bearer."""
    return _made("merge", entities[0].kind, names=_spellings(entities), author=author)


def never(entities: Sequence[Entity], author: str = "") -> Edits:
    """Return the edit that keeps these entities apart for ever; each is known by its spellings."""
    values = {"bearers": [list(_spellings([each])) for each in entities]}
    return _made("never", entities[0].kind, names=_spellings(entities), values=values, author=author)


def rename(entity: Entity, name: str, author: str = "") -> Edits:
    """Return the edit that shows an entity under another name."""
    values = {"name": " ".join(name.split())}
    return _made("rename", entity.kind, names=_spellings([entity]), values=values, author=author)


def split_variant(entity: Entity, variant: Variant, author: str = "") -> Edits:
    """Return the edit that makes one spelling of an entity a bearer of its own."""
    values = {"name": variant.text}
    return _made("split", entity.kind, names=(spelling(variant.text),), values=values, author=author)


def split_mentions(
    workspace: Workspace, entity: Entity, places: Sequence[Place], name: str, author: str = ""
) -> Edits:
    """Return the edit that makes some mentions of an entity a bearer of their own."""
    passages = tuple(_passage(workspace, each.document, each.span) for each in places)
    values = {"name": " ".join(name.split())}
    return _made("split", entity.kind, passages, values=values, author=author)


def undone_on_names(workspace: Workspace, entity: Entity) -> Edits:
    """Return the edits that take back every decision on the names of an entity."""
    names = set(_spellings([entity]))
    mine = (each for each in workspace.store.decisions() if each.act in NAME_ACTS)
    return tuple(
        Edit(each, None)
        for each in mine
        if names & set(each.names) or spelling(str(each.values.get("name", ""))) in names
    )


def on_claim(workspace: Workspace, claim: Claim, act: str, reason: str = "", author: str = "") -> Edits:
    """Return the edit that confirms or dismisses a claim; "" takes back what was decided on it."""
    before = next((each for each in workspace.store.decisions() if each.id == claim.decision_id), None)
    if not act:
        return (Edit(before, None),) if before else ()
    if before is not None and before.act != "link":
        return (_again(before, act=act, reason=reason, author=author),)
    passages = tuple(_passage(workspace, each.document, each.span) for each in claim.entries)
    return _made(act, claim.kind, passages, values={"topic": claim.topic}, reason=reason, author=author)


def link(workspace: Workspace, places: Iterable[Place], topic: str, author: str = "") -> Edits:
    """Return the edit that brings passages together as one claim, by hand."""
    passages = tuple(_passage(workspace, each.document, each.span) for each in places)
    return _made("link", "statement", passages, values={"topic": " ".join(topic.split())}, author=author)


def _on(workspace: Workspace, fact: Fact) -> Decision | None:
    """Return the decision on a fact, if there is one."""
    decided = fact.data.get("decision")
    if decided:
        return next((each for each in workspace.store.decisions([fact.document]) if each.id == decided), None)
    return None


def _spellings(entities: Iterable[Entity]) -> tuple[str, ...]:
    """Return by which spellings entities are known again: a family name alone could be anybody's.

    A bearer that was renamed is known by the name that the articles give it too, which no rule joined.
    """
    found: list[str] = []
    for each in entities:
        full = [each.name, *(v.text for v in each.variants if " " in v.text.strip() or not v.rule)]
        found += map(spelling, full)
    return tuple(dict.fromkeys(found))


def _passage(workspace: Workspace, document: str, span: Span) -> Passage:
    found = workspace.store.document(document)
    assert found is not None, "a decision is made on what is shown"
    return Passage(document, Anchor.on(found.text, span))


def _made(
    act: str,
    kind: str,
    passages: tuple[Passage, ...] = (),
    names: tuple[str, ...] = (),
    values: dict[str, Any] | None = None,
    reason: str = "",
    author: str = "",
) -> Edits:
    stamp = now()
    made = Decision(
        str(uuid.uuid4()), act, kind, passages, names, values or {}, reason, author, stamp, stamp, 1
    )
    return (Edit(None, made),)


def _again(before: Decision, **values: Any) -> Edit:
    return Edit(before, replace(before, changed=now(), revision=before.revision + 1, **values))

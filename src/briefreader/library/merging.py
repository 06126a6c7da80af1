"""Bringing together what two windows made of one briefing: each keeps what it changed.

Both have begun from the same outline. What only one of them changed is taken from that one; where both
changed the same words, field or order in different ways, there is no answer, and a person has to look.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from briefreader.domain.annotation import Edit
from briefreader.domain.outline import Line, Outline, Part

_OWN = ("parts", "created", "changed", "revision")  # of an outline: what is not merged as a field
_Order = dict[str, tuple[str, ...]]


class _Apart(Exception):
    """Both have changed the same in different ways."""


def rebased(edit: Edit, stored: Outline) -> Edit:
    """Return the edit of an outline as it has to be made on what is stored now.

    Where that is not possible the edit comes back as it is, and the store refuses it.
    """
    before, after = edit.before, edit.after
    if not isinstance(before, Outline) or not isinstance(after, Outline) or before == stored:
        return edit
    both = merged(before, after, stored)
    if both is None:
        return edit
    return Edit(stored, replace(both, changed=after.changed, revision=stored.revision + 1))


def merged(base: Outline, mine: Outline, theirs: Outline) -> Outline | None:
    """Return what both have made of an outline, or None if they do not go together."""
    try:
        values = {
            each.name: _one(*(getattr(which, each.name) for which in (base, mine, theirs)))
            for each in fields(Outline)
            if each.name not in _OWN
        }
        return replace(theirs, parts=_parts(base, mine, theirs), **values)
    except _Apart:
        return None


def _one(base: Any, mine: Any, theirs: Any) -> Any:
    """Return the value that one of the two has given, of mappings for each key."""
    if mine == base:
        return theirs
    if theirs in (base, mine):
        return mine
    if not all(isinstance(each, Mapping) for each in (base, mine, theirs)):
        raise _Apart
    return _each(base, mine, theirs, _one)


def _each(
    base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any], one: Callable[..., Any]
) -> dict[str, Any]:
    found = {key: one(*(each.get(key) for each in (base, mine, theirs))) for key in {**theirs, **mine}}
    return {key: value for key, value in found.items() if value is not None}


def _parts(base: Outline, mine: Outline, theirs: Outline) -> tuple[Part, ...]:
    heads = _each(_heads(base), _heads(mine), _heads(theirs), _one)
    lines = _each(_lines(base), _lines(mine), _lines(theirs), _line)
    order = _arranged(_order(base), _order(mine), _order(theirs))
    placed = [id for ids in order.values() for id in ids]
    if set(order) != set(heads) or sorted(placed) != sorted(lines):
        raise _Apart  # one has put something into what the other has taken out
    return tuple(
        Part(id, kind, title, tuple(lines[each] for each in order[id]))
        for id, (kind, title) in ((id, heads[id]) for id in order)
    )


def _heads(outline: Outline) -> dict[str, tuple[str, str]]:
    return {part.id: (part.kind, part.title) for part in outline.parts}


def _lines(outline: Outline) -> dict[str, Line]:
    return {line.id: line for _part, line in outline.lines()}


def _order(outline: Outline) -> _Order:
    return {part.id: tuple(line.id for line in part.lines) for part in outline.parts}


def _line(base: Line | None, mine: Line | None, theirs: Line | None) -> Line | None:
    """Return a line as both have left it: its words go with its citations, its other values one by one."""
    if base is None or mine is None or theirs is None:
        found: Line | None = _one(base, mine, theirs)
        return found
    kind, text, evidence = _one(*((each.kind, each.text, each.evidence) for each in (base, mine, theirs)))
    values = _one(base.values, mine.values, theirs.values)
    return Line(base.id, kind, text, evidence, values, _one(base.proposed, mine.proposed, theirs.proposed))


def _arranged(base: _Order, mine: _Order, theirs: _Order) -> _Order:
    """Return which line stands where: one may move what the other leaves, both may add and take out."""
    if list(mine.items()) == list(base.items()):
        return theirs
    if list(theirs.items()) in (list(base.items()), list(mine.items())):
        return mine
    parts = _listed(tuple(base), tuple(mine), tuple(theirs))
    empty: tuple[str, ...] = ()
    return {id: _listed(*(each.get(id, empty) for each in (base, mine, theirs))) for id in parts}


def _listed(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Return the other's list with what was added to this one, and without what was taken out of it."""
    if tuple(mine) == tuple(base):
        return tuple(theirs)
    if tuple(theirs) == tuple(base):
        return tuple(mine)
    known, kept = set(base), set(mine)
    if [id for id in mine if id in known] != [id for id in base if id in kept]:
        raise _Apart  # moved here, and changed there
    found = [id for id in theirs if id in kept or id not in known]
    for n, id in enumerate(mine):
        if id not in known and id not in found:
            before = next((found.index(each) for each in reversed(mine[:n]) if each in found), -1)
            found.insert(before + 1, id)
    return tuple(found)

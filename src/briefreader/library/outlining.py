"""What a person does to a briefing in the making: outlines and their parts and lines, as edits to undo.

Every function that changes an outline returns the changed outline; ``edit`` makes the edit of it.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from briefreader.domain.annotation import Edit
from briefreader.domain.decision import Passage
from briefreader.domain.outline import CITED, SECTION_KINDS, Grade, Line, Outline, Part
from briefreader.domain.text import canonical
from briefreader.i18n import N_, _

TITLES = {
    "lead": N_("Bottom line"),
    "judgements": N_("Key judgements"),
    "facts": N_("Key facts"),
    "figures": N_("Key figures"),
    "differences": N_("Where sources differ"),
    "timeline": N_("Timeline"),
    "quotes": N_("Who said what"),
    "people": N_("People and organisations"),
    "gaps": N_("Gaps and assumptions"),
    "outlook": N_("Outlook"),
    "passages": N_("Passages"),
    "changes": N_("What changed since the last briefing"),
    "free": N_("Section"),
}
"""How each kind of section is headed."""

SECTIONS = {
    "note": ("lead", "judgements", "facts", "outlook"),
    "full": (
        "lead", "judgements", "facts", "figures", "differences", "timeline", "quotes", "people", "gaps",
        "outlook",
    ),
    "annex": ("quotes", "timeline"),
}  # fmt: skip
"""The sections that each template starts with."""

HOMES = {
    "text": "free", "judgement": "judgements", "quote": "quotes", "fact": "facts", "passage": "passages",
    "claim": "differences", "timeline": "timeline", "figures": "figures", "chart": "figures",
    "person": "people",
}  # fmt: skip
"""The kind of section that a line of each kind goes to where none is chosen."""


def new_id() -> str:
    """Return a fresh id for an outline, a part or a line."""
    return str(uuid.uuid4())


def blank(template: str, stamp: str, title: str = "", author: str = "", **values: Any) -> Outline:
    """Return an outline with the empty sections of a template."""
    parts = tuple(part(kind) for kind in SECTIONS[template])
    return Outline(
        new_id(), title, author=author, template=template, parts=parts, created=stamp, changed=stamp,
        revision=1, **values,
    )  # fmt: skip


def part(kind: str, title: str = "", lines: Iterable[Line] = ()) -> Part:
    """Return a section of this kind, headed as is usual if no title is given."""
    return Part(new_id(), kind, title or _(TITLES[kind]), tuple(lines))


def line(
    kind: str, /, text: str = "", evidence: Iterable[Passage] = (), proposed: bool = False, **values: Any
) -> Line:
    """Return a line with an id of its own; ``values`` may have a "kind" too."""
    return Line(new_id(), kind, text, tuple(evidence), values, proposed)


def edit(before: Outline, after: Outline, stamp: str) -> Edit:
    """Return the edit that puts an outline in the place of another."""
    return Edit(before, replace(after, changed=stamp, revision=before.revision + 1))


def copy(outline: Outline, title: str, stamp: str) -> Outline:
    """Return a copy under ids of its own, so that a change of one leaves the other alone."""
    parts = tuple(
        replace(each, id=new_id(), lines=tuple(replace(line, id=new_id()) for line in each.lines))
        for each in outline.parts
    )
    return replace(outline, id=new_id(), title=title, parts=parts, created=stamp, changed=stamp, revision=1)


# -- lines -----------------------------------------------------------------------------------------


def with_lines(outline: Outline, lines: Sequence[Line], part_id: str = "", at: int | None = None) -> Outline:
    """Return the outline with lines put into a section at a place, or at its end.

    Where no section is named, each goes to the section that is the home of its kind; one that is not
    there is made, at the place that it has among SECTION_KINDS.
    """
    if part_id:
        return _changed(outline, part_id, lambda old: _put(old, lines, at))
    for each in lines:
        home = HOMES[each.kind]
        outline = with_part(outline, home)
        target = next(part for part in outline.parts if part.kind == home)
        outline = with_lines(outline, [each], target.id)
    return outline


def with_part(outline: Outline, kind: str) -> Outline:
    """Return the outline with a section of this kind: as it is if there is one."""
    if any(each.kind == kind for each in outline.parts):
        return outline
    rank = SECTION_KINDS.index(kind)
    at = next(
        (n for n, each in enumerate(outline.parts) if SECTION_KINDS.index(each.kind) > rank),
        len(outline.parts),
    )
    return replace(outline, parts=(*outline.parts[:at], part(kind), *outline.parts[at:]))


def changed(outline: Outline, line_id: str, **values: Any) -> Outline:
    """Return the outline with a line of which some fields are other."""

    def one(old: Line) -> Line:
        return replace(old, **values) if old.id == line_id else old

    return outline.with_parts(tuple(replace(p, lines=tuple(map(one, p.lines))) for p in outline.parts))


def without(outline: Outline, ids: Iterable[str]) -> Outline:
    """Return the outline without these lines and sections."""
    gone = frozenset(ids)
    return outline.with_parts(
        tuple(
            replace(p, lines=tuple(line for line in p.lines if line.id not in gone))
            for p in outline.parts
            if p.id not in gone
        )
    )


def moved(outline: Outline, line_ids: Sequence[str], part_id: str, at: int) -> Outline:
    """Return the outline with lines, in their order, moved to a place of a section.

    ``at`` counts the lines of the section as it is before the move.
    """
    wanted = frozenset(line_ids)
    lines = [line for _part, line in outline.lines() if line.id in wanted]
    target = outline.part(part_id)
    assert target is not None
    at -= sum(line.id in wanted for line in target.lines[:at])
    return with_lines(without(outline, wanted), lines, part_id, at)


def part_moved(outline: Outline, part_id: str, at: int) -> Outline:
    """Return the outline with a section moved to a place, counted as the sections are before the move."""
    here = next(n for n, each in enumerate(outline.parts) if each.id == part_id)
    rest = [each for each in outline.parts if each.id != part_id]
    rest.insert(at - (here < at), outline.parts[here])
    return outline.with_parts(tuple(rest))


def part_changed(outline: Outline, part_id: str, **values: Any) -> Outline:
    """Return the outline with a section of which some fields are other."""
    return _changed(outline, part_id, lambda old: replace(old, **values))


def accepted(outline: Outline, line_ids: Iterable[str] | None = None) -> Outline:
    """Return the outline with these proposed lines, or all, taken on by the author."""
    wanted = None if line_ids is None else frozenset(line_ids)

    def one(old: Line) -> Line:
        return replace(old, proposed=False) if wanted is None or old.id in wanted else old

    return outline.with_parts(tuple(replace(p, lines=tuple(map(one, p.lines))) for p in outline.parts))


def graded(outline: Outline, document: str, grade: Grade) -> Outline:
    """Return the outline with a source graded; a blank grade takes it off."""
    grades = {id: each for id, each in outline.grades.items() if id != document}
    return replace(outline, grades=grades if grade == Grade() else grades | {document: grade})


# -- an author's own words ---------------------------------------------------------------------------


def cited(old: Line, passage: Passage, at: int | None = None) -> Line:
    """Return a line of the author's with a citation put in at a place of its text, or at its end.

    It stands before the full stop that ends the text, as ``at`` says nothing else.
    """
    assert old.worded
    place = _end(old.text) if at is None else min(max(at, 0), len(old.text))
    n = old.text.count(CITED, 0, place)
    text = old.text[:place] + CITED + old.text[place:]
    return replace(old, text=text, evidence=(*old.evidence[:n], passage, *old.evidence[n:]))


def reworded(old: Line, text: str, kept: Sequence[int | Passage]) -> Line:
    """Return a line of the author's with another text.

    ``kept`` says for each CITED in it which citation it was, or the passage if it is new.
    """
    assert text.count(CITED) == len(kept)
    evidence = tuple(old.evidence[each] if isinstance(each, int) else each for each in kept)
    return replace(old, text=text, evidence=evidence)


def _end(text: str) -> int:
    bare = text.rstrip()
    return len(bare) - 1 if bare.endswith(".") else len(bare)


def _put(old: Part, lines: Sequence[Line], at: int | None) -> Part:
    place = len(old.lines) if at is None else at
    return replace(old, lines=(*old.lines[:place], *lines, *old.lines[place:]))


def _changed(outline: Outline, part_id: str, change: Callable[[Part], Part]) -> Outline:
    return outline.with_parts(tuple(change(each) if each.id == part_id else each for each in outline.parts))


# -- what can be kept ----------------------------------------------------------------------------------


def sound(outline: Outline) -> Outline:
    """Return the outline with U+FFFD for each half of a pair of UTF-16, which no file can hold.

    No key brings one in, but a file or another program may; nearly always it comes back as it is.
    """
    import msgspec

    try:
        msgspec.json.encode(outline)
    except UnicodeEncodeError:
        return msgspec.convert(_sound(msgspec.to_builtins(outline)), Outline)
    return outline


def _sound(value: Any) -> Any:
    if isinstance(value, str):
        return canonical(value)
    if isinstance(value, dict):
        return {_sound(key): _sound(each) for key, each in value.items()}
    return [_sound(each) for each in value] if isinstance(value, list | tuple) else value

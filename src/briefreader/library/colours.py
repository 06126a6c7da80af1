"""The colours of marks in words: their own names, what a person calls them, the sign of each."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefreader.domain.annotation import COLOURS, Annotation, Edit
from briefreader.domain.decision import NAME_COLOUR, Decision
from briefreader.i18n import N_, _
from briefreader.library.annotating import now
from briefreader.library.workspace import Workspace

_OWN = {
    "yellow": N_("yellow"), "red": N_("red"), "green": N_("green"), "blue": N_("blue"),
    "purple": N_("purple"), "magenta": N_("magenta"), "orange": N_("orange"), "grey": N_("grey"),
}  # fmt: skip

Names = Mapping[str, str]
"""What a person calls colours; those that have no name of a person's are not in it."""


def sign(colour: str) -> str:
    """Return the sign that stands with a colour wherever it is shown: the digit of its key."""
    return str(COLOURS.index(colour) + 1) if colour in COLOURS else ""


def own_name(colour: str) -> str:
    """Return what a colour is called in the user's language."""
    return _(_OWN.get(colour, colour))


def called(colour: str, names: Names) -> str:
    """Return a colour in words: "to verify (yellow)", or only "yellow" where nobody has named it."""
    name = names.get(colour)
    return _("{name} ({colour})").format(name=name, colour=own_name(colour)) if name else own_name(colour)


def said(annotation: Annotation, names: Names) -> str:
    """Return in words how a passage is marked, in one line, without its note and tags."""
    parts = []
    if annotation.starred:
        parts.append(_("Starred"))
    if annotation.colour:
        parts.append(_("Highlighted: {colour}").format(colour=called(annotation.colour, names)))
    if annotation.underline:
        parts.append(_("Underlined: {colour}").format(colour=called(annotation.underline, names)))
    return ", ".join(parts)


def names_in(decisions: Iterable[Decision]) -> dict[str, str]:
    """Return the names that decisions give to colours; of two on one colour, the one changed last."""
    ours = [each for each in decisions if each.act == NAME_COLOUR]
    ours.sort(key=lambda each: each.changed)
    given = {str(each.values.get("colour", "")): str(each.values.get("name", "")) for each in ours}
    return {colour: " ".join(name.split()) for colour, name in given.items() if colour in COLOURS and name}


def colour_names(workspace: Workspace) -> dict[str, str]:
    """Return what a person calls the colours in a workspace."""
    return names_in(workspace.store.decisions())


def name_colours(decisions: Iterable[Decision], wanted: Names, author: str = "") -> tuple[Edit, ...]:
    """Return the edits that give colours these names; an empty name leaves a colour its own.

    ``decisions`` are those of the workspace; colours that are not in ``wanted`` stay as they are.
    """
    stamp, edits = now(), []
    ours = [each for each in decisions if each.act == NAME_COLOUR]
    ours.sort(key=lambda each: each.changed)
    for colour, name in wanted.items():
        name = " ".join(name.split())
        there = [each for each in ours if each.values.get("colour") == colour]
        if name == names_in(there).get(colour, ""):
            continue
        values = {"colour": colour, "name": name}
        if not name:
            edits += [Edit(each, None) for each in there]
        elif there:
            last = there[-1]
            again = replace(last, values=values, changed=stamp, revision=last.revision + 1)
            edits += [Edit(each, None) for each in there[:-1]] + [Edit(last, again)]
        else:
            made = Decision(
                str(uuid.uuid4()), NAME_COLOUR, values=values, author=author, created=stamp,
                changed=stamp, revision=1,
            )  # fmt: skip
            edits.append(Edit(None, made))
    return tuple(edits)

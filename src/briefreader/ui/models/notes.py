"""The groups of the Notes tab other than by document, and the filters in force in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefreader.domain.annotation import COLOURS, Annotation
from briefreader.domain.noting import NotesFilter
from briefreader.i18n import N_, _
from briefreader.ui.models.entries import Entry, Group

KINDS = {
    "highlight": N_("Highlighted"), "underline": N_("Underlined"), "star": N_("Starred"),
    "note": N_("Note on a passage"), "whole": N_("Note on an article"), "tag": N_("Only tagged"),
}  # fmt: skip
GROUPINGS = {"document": N_("By article"), "tag": N_("By tag"), "colour": N_("By colour")}

Called = Callable[[str], str]
"""Returns what a colour is called."""


def regrouped(
    groups: Sequence[Group],
    annotations: Iterable[Annotation],
    by: str,
    titles: Mapping[str, str],
    called: Called,
) -> list[Group]:
    """Group entries that stand by document by "tag" or by "colour" instead.

    An entry with several tags stands under each of them. Groups of another kind, such as the unplaced
    marks, stay as they are, behind the others.
    """
    known = {each.id: each for each in annotations}
    sections: dict[tuple[int, str], list[Entry]] = defaultdict(list)
    for entry in (entry for group in groups if group.kind == "note" for entry in group.entries):
        mark, title = known[entry.key], titles.get(entry.document, "")
        small = " · ".join(part for part in (entry.meta, title) if part)
        for section in _by_tag(mark) if by == "tag" else _by_colour(mark):
            sections[section].append(replace(entry, meta=small))
    made = [
        Group("note", _titled(by, name, called), tuple(sections[order, name]))
        for order, name in sorted(sections, key=lambda each: (each[0], each[1].casefold(), each[1]))
    ]
    return [*made, *(group for group in groups if group.kind != "note")]


def _by_tag(mark: Annotation) -> list[tuple[int, str]]:
    return [(0, tag) for tag in mark.tags] or [(1, "")]


def _by_colour(mark: Annotation) -> list[tuple[int, str]]:
    colours = dict.fromkeys(colour for colour in (mark.colour, mark.underline) if colour)
    order = {colour: place for place, colour in enumerate(COLOURS)}
    return [(order.get(colour, 0), colour) for colour in colours] or [(len(COLOURS), "")]


def _titled(by: str, name: str, called: Called) -> str:
    if by == "tag":
        return f"#{name}" if name else _("Without a tag")
    said = called(name) if name else _("Without a colour")
    return said[:1].upper() + said[1:]


@dataclass(frozen=True, slots=True)
class NotesChip:
    """A filter in force: its words, and the filter without it."""

    label: str
    without: NotesFilter


def chips_of(wanted: NotesFilter, called: Called) -> Iterator[NotesChip]:
    """Yield what narrows the notes beside the words, each as a chip."""
    for colour in (each for each in COLOURS if each in wanted.colours):
        yield NotesChip(called(colour), replace(wanted, colours=wanted.colours - {colour}))
    for kind in (each for each in KINDS if each in wanted.kinds):
        yield NotesChip(_(KINDS[kind]), replace(wanted, kinds=wanted.kinds - {kind}))
    for tag in sorted(wanted.tags, key=str.casefold):
        yield NotesChip(f"#{tag}", replace(wanted, tags=wanted.tags - {tag}))
    for author in sorted(wanted.authors, key=str.casefold):
        yield NotesChip(author_words(author), replace(wanted, authors=wanted.authors - {author}))


def author_words(author: str) -> str:
    """Return an author in words."""
    return _("By {author}").format(author=author) if author else _("By nobody named")
